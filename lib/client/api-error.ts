/** One wrong part of a request, as the server names it. */
export interface ApiProblem {
  path: string;
  code: string;
  values?: Record<string, unknown> | undefined;
}

/**
 * A refused or failed request. `status` is the HTTP status, 0 when no answer came.
 * `code` is the server's closed code, or `networkFailed`, `unreadableAnswer`, `unknown` from here.
 */
export class ApiError extends Error {
  readonly status: number;
  readonly code: string;
  readonly requestId: string | null;
  readonly problems: readonly ApiProblem[];

  constructor(fields: {
    status: number;
    code: string;
    message: string;
    requestId?: string | undefined;
    problems?: readonly ApiProblem[] | undefined;
  }) {
    super(fields.message);
    this.name = "ApiError";
    this.status = fields.status;
    this.code = fields.code;
    this.requestId = fields.requestId ?? null;
    this.problems = fields.problems ?? [];
  }
}
