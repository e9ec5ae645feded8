/**
 * For whatever simulates. What a run makes lives until its end: in Node's young generation of 16 MiB it is copied
 * again and again, which takes a tenth of the time of a 10,000-VM plan.
 */
export const NODE_FLAGS = ["--max-semi-space-size=32"];
