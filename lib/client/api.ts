import { z } from "zod";
import { ApiError } from "./api-error";

export { ApiError };

/** One wrong part of a request, as the server names it. */
const apiProblemSchema = z.object({
  path: z.string(),
  code: z.string(),
  values: z.record(z.string(), z.unknown()).optional(),
});

const errorBodySchema = z.object({
  error: z.object({
    code: z.string(),
    message: z.string(),
    requestId: z.string().optional(),
    problems: z.array(apiProblemSchema).optional(),
  }),
});

export type QueryValue = string | number | boolean | null | undefined | readonly string[];

/** Writes a query string; null, undefined and empty text are left out, lists repeat the name. */
export function toQueryString(query: Readonly<Record<string, QueryValue>>): string {
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (Array.isArray(value)) {
      for (const item of value) parameters.append(name, item);
    } else if (value !== null && value !== undefined && value !== "") {
      parameters.set(name, String(value));
    }
  }
  const text = parameters.toString();
  return text === "" ? "" : `?${text}`;
}

export interface ApiRequest<TSchema extends z.ZodType> {
  /** Parses the answer; `z.undefined()` for an answer without a body (204). */
  schema: TSchema;
  method?: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
  /** Sent as JSON. */
  body?: unknown;
  query?: Readonly<Record<string, QueryValue>>;
  signal?: AbortSignal;
}

async function readError(response: Response): Promise<ApiError> {
  const parsed = errorBodySchema.safeParse(await response.json().catch(() => null));
  if (!parsed.success) {
    return new ApiError({ status: response.status, code: "unknown", message: response.statusText });
  }
  return new ApiError({ status: response.status, ...parsed.data.error });
}

/**
 * Calls a route handler of this site and parses its answer. Throws `ApiError` for everything that
 * is not a success of the stated shape; an aborted request rejects as `fetch` does.
 */
export async function apiFetch<TSchema extends z.ZodType>(
  path: string,
  request: ApiRequest<TSchema>,
): Promise<z.output<TSchema>> {
  const { schema, method = "GET", body, query = {}, signal } = request;
  const init: RequestInit = { method, headers: { accept: "application/json" } };
  if (signal) init.signal = signal;
  if (body !== undefined) {
    init.headers = { accept: "application/json", "content-type": "application/json" };
    init.body = JSON.stringify(body);
  }
  let response: Response;
  try {
    response = await fetch(`${path}${toQueryString(query)}`, init);
  } catch (cause) {
    if (cause instanceof DOMException && cause.name === "AbortError") throw cause;
    throw new ApiError({ status: 0, code: "networkFailed", message: String(cause) });
  }
  if (!response.ok) throw await readError(response);
  const answer: unknown =
    response.status === 204 ? undefined : await response.json().catch(() => null);
  const parsed = schema.safeParse(answer);
  if (!parsed.success) {
    throw new ApiError({
      status: response.status,
      code: "unreadableAnswer",
      message: z.prettifyError(parsed.error),
    });
  }
  return parsed.data;
}
