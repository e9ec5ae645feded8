// Prints a digest of one run of queue, streams and fluid network, for comparison between processes.
import { createHash } from "node:crypto";
import { simulateSharedLink, simulateStations } from "./stations";

const digest = createHash("sha256");
const observer = { left: (sojourn: number) => digest.update(`${sojourn} `) };
const law = (stream: { lognormalOfMean: (mean: number, cv: number) => number }) =>
  stream.lognormalOfMean(1, 2);

simulateStations({ seed: 5, jobs: 5_000, lambda: 8, services: [law], servers: 10, observer });
simulateSharedLink({ seed: 5, jobs: 5_000, lambda: 0.8, size: law, observer });
console.log(digest.digest("hex"));
