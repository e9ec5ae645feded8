import type { z } from "zod";
import { type Role, roleAllows } from "@/lib/account/schema";
import { ERROR_STATUS, type ErrorBody, type Problem, RefusedError } from "@/lib/errors/schema";
import { isOwnHost, requestOrigin } from "./auth";
import { logEvent } from "./log";
import { type LimitName, takeFromLimit } from "./rate-limit";
import { MEMBER_BODY_LIMIT_BYTES, readJson, VISITOR_BODY_LIMIT_BYTES } from "./request-body";
import { type Caller, callerOf } from "./session";

/** `public` is for what a visitor needs before signing in; every such handler is listed in a test. */
export type Access = "public" | Role;

type Schema = z.ZodType;
type Parsed<S extends Schema | undefined> = S extends Schema ? z.output<S> : undefined;

export interface RouteSpec<
  P extends Schema | undefined = Schema | undefined,
  Q extends Schema | undefined = Schema | undefined,
  B extends Schema | undefined = Schema | undefined,
  R extends Schema | undefined = Schema | undefined,
> {
  /** One line for the OpenAPI document. */
  summary: string;
  role: Access;
  params?: P;
  query?: Q;
  body?: B;
  response?: R;
  /** The status of success; 200 unless told. */
  status?: number;
  /** The media type of a body that is no JSON; the handler reads it from the request. */
  bodyType?: "application/octet-stream";
  /** The media type of an answer that is no JSON; the handler returns it as a Response. */
  responseType?: "text/csv" | "application/json";
  limit?: LimitName;
}

export interface RouteInput<
  P extends Schema | undefined,
  Q extends Schema | undefined,
  B extends Schema | undefined,
  A extends Access,
> {
  request: Request;
  params: Parsed<P>;
  query: Parsed<Q>;
  body: Parsed<B>;
  /** Null only where the role is `public`. */
  caller: A extends Role ? Caller : Caller | null;
  requestId: string;
}

export interface RouteHandler {
  (request: Request, context: { params: Promise<Record<string, string>> }): Promise<Response>;
  spec: RouteSpec;
}

/**
 * Builds a route handler that authenticates, authorises, limits, parses, answers and logs, so that no
 * handler can forget to. The handler returns a value of the response schema, or a Response as it is.
 */
export function route<
  A extends Access,
  P extends Schema | undefined = undefined,
  Q extends Schema | undefined = undefined,
  B extends Schema | undefined = undefined,
  R extends Schema | undefined = undefined,
>(
  spec: RouteSpec<P, Q, B, R> & { role: A },
  handle: (
    input: RouteInput<P, Q, B, A>,
  ) => Promise<Response | (R extends Schema ? z.input<R> : undefined)>,
): RouteHandler {
  const handler = async (
    request: Request,
    context: { params: Promise<Record<string, string>> },
  ): Promise<Response> => {
    const requestId = crypto.randomUUID();
    const startMs = performance.now();
    let response: Response;
    try {
      const caller = await admit(request, spec);
      const input = {
        request,
        params: parsePart(spec.params, await context.params, "params"),
        query: parsePart(spec.query, queryOf(request), "query"),
        body: spec.body ? parsePart(spec.body, await readBody(request, caller), "body") : undefined,
        caller,
        requestId,
      } as RouteInput<P, Q, B, A>;
      const answer = await handle(input);
      response = answer instanceof Response ? answer : encode(spec, answer);
    } catch (error) {
      response = errorResponse(error, requestId);
    }
    response.headers.set("x-request-id", requestId);
    if (!response.headers.has("cache-control")) {
      response.headers.set("cache-control", "private, no-store");
    }
    if (process.env.LANDFALL_LOG === "requests") {
      logEvent("info", "request", {
        requestId,
        method: request.method,
        path: new URL(request.url).pathname,
        status: response.status,
        milliseconds: Math.round(performance.now() - startMs),
      });
    }
    return response;
  };
  return Object.assign(handler, { spec: spec as RouteSpec });
}

async function admit(request: Request, spec: RouteSpec): Promise<Caller | null> {
  const isWrite = request.method !== "GET" && request.method !== "HEAD";
  if (isWrite) refuseForeignOrigin(request);
  const caller = await callerOf(request.headers);
  if (spec.role !== "public") {
    if (!caller) throw new RefusedError("notSignedIn", "Sign in first.");
    if (!roleAllows(caller.role, spec.role)) {
      throw new RefusedError(
        "forbidden",
        `This needs the role ${spec.role}; you are ${caller.role}.`,
      );
    }
  }
  if (isWrite || spec.limit) {
    takeFromLimit(spec.limit ?? "write", caller?.userId ?? "visitor", Date.now());
  }
  return caller;
}

/**
 * A browser names the origin of every write; only our own pages may send one. Scripts send none. A page of
 * another site whose name was made to lead here (DNS rebinding) is its own origin, hence the look at the host.
 */
export function refuseForeignOrigin(request: Request): void {
  if (!isOwnHost(request)) {
    throw new RefusedError("crossOrigin", "Set LANDFALL_URL to the address that people type.");
  }
  const origin = request.headers.get("origin");
  const site = request.headers.get("sec-fetch-site");
  const isForeign =
    (origin !== null && origin !== requestOrigin(request)) ||
    (site !== null && site !== "same-origin" && site !== "none");
  if (isForeign)
    throw new RefusedError("crossOrigin", "Writes are taken from Landfall's own pages only.");
}

function queryOf(request: Request): Record<string, string | string[]> {
  const query: Record<string, string | string[]> = {};
  const search = new URL(request.url).searchParams;
  for (const key of new Set(search.keys())) {
    const values = search.getAll(key);
    query[key] = values.length > 1 ? values : (values[0] ?? "");
  }
  return query;
}

function readBody(request: Request, caller: Caller | null): Promise<unknown> {
  return readJson(request, caller ? MEMBER_BODY_LIMIT_BYTES : VISITOR_BODY_LIMIT_BYTES);
}

/** @throws RefusedError badRequest, with every problem */
export function parsePart<S extends Schema>(
  schema: S | undefined,
  value: unknown,
  part: string,
): z.output<S> | undefined {
  if (!schema) return undefined;
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const problems: Problem[] = parsed.error.issues.map((issue) => ({
    path: part === "body" ? issue.path.join(".") : [part, ...issue.path].join("."),
    code: issue.code === "custom" || issue.code === "invalid_format" ? issue.message : issue.code,
  }));
  throw new RefusedError("badRequest", "Some fields are missing or not as they must be.", problems);
}

function encode(spec: RouteSpec, answer: unknown): Response {
  if (answer === undefined) return new Response(null, { status: spec.status ?? 204 });
  const value = spec.response ? spec.response.parse(answer) : answer;
  return Response.json(value, { status: spec.status ?? 200 });
}

/** Refused operations keep their code; anything else is a bug, logged with its id and told without detail. */
export function errorResponse(error: unknown, requestId: string): Response {
  if (error instanceof RefusedError) {
    const body: ErrorBody = {
      error: { code: error.code, message: error.message, requestId, problems: [...error.problems] },
    };
    return Response.json(body, { status: ERROR_STATUS[error.code] });
  }
  logEvent("error", "unexpected", {
    requestId,
    error: error instanceof Error ? (error.stack ?? error.message) : String(error),
  });
  const body: ErrorBody = {
    error: { code: "internal", message: "Something went wrong on our side.", requestId },
  };
  return Response.json(body, { status: ERROR_STATUS.internal });
}
