import { z } from "zod";

/**
 * The closed list of reasons for which an operation is refused. Each maps once to an HTTP status here and
 * once to a sentence in `messages/<locale>/errors.json`.
 */
export const ERROR_STATUS = {
  badRequest: 400,
  notSignedIn: 401,
  forbidden: 403,
  crossOrigin: 403,
  notFound: 404,
  conflict: 409,
  alreadySetUp: 409,
  emailTaken: 409,
  lastOwner: 409,
  importRunning: 409,
  noInventory: 409,
  noDependencies: 409,
  noPerformance: 409,
  tooLarge: 413,
  importRejected: 422,
  refused: 422,
  tooManyRequests: 429,
  internal: 500,
} as const satisfies Record<string, number>;

export type ErrorCode = keyof typeof ERROR_STATUS;

export const problemSchema = z.object({
  /** Where in the request: `payload.networkBlock`. */
  path: z.string(),
  code: z.string(),
  values: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
});
export type Problem = z.infer<typeof problemSchema>;

export const errorBodySchema = z.object({
  error: z.object({
    code: z.enum(Object.keys(ERROR_STATUS) as [ErrorCode, ...ErrorCode[]]),
    message: z.string(),
    requestId: z.string(),
    problems: z.array(problemSchema).optional(),
  }),
});
export type ErrorBody = z.infer<typeof errorBodySchema>;

/** A refused operation: expected, explained to the caller, never logged as a failure of ours. */
export class RefusedError extends Error {
  override readonly name = "RefusedError";
  constructor(
    readonly code: ErrorCode,
    message: string,
    readonly problems: readonly Problem[] = [],
  ) {
    super(message);
  }
}
