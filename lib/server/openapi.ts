import { z } from "zod";
import { signInSchema } from "@/lib/account/schema";
import { errorBodySchema } from "@/lib/errors/schema";
import type { RouteHandler } from "./route";

export interface ListedRoute {
  /** `/api/projects/{projectId}` */
  path: string;
  methods: Partial<Record<"GET" | "POST" | "PUT" | "PATCH" | "DELETE", RouteHandler>>;
}

/** The OpenAPI 3.1 document of the handlers, made from the Zod schemas that they parse with. */
export function openApiDocument(routes: readonly ListedRoute[]): Record<string, unknown> {
  const paths: Record<string, Record<string, unknown>> = { ...SESSION_PATHS };
  for (const { path, methods } of routes) {
    const operations: Record<string, unknown> = {};
    for (const [method, handler] of Object.entries(methods)) {
      operations[method.toLowerCase()] = operation(method, path, handler);
    }
    paths[path] = operations;
  }
  return {
    openapi: "3.1.0",
    info: { title: "Landfall", version: "0.1.0", license: { name: "Apache-2.0" } },
    servers: [{ url: "/" }],
    paths,
    components: {
      securitySchemes: {
        session: {
          type: "apiKey",
          in: "cookie",
          name: "better-auth.session_token",
          description: "Over HTTPS its name begins with `__Secure-`.",
        },
      },
    },
  };
}

const refusals = () => ({
  default: { description: "Refused, with the reason", ...json(errorBodySchema, "output") },
});

/** Signing in and out is better-auth's; what its handler takes and answers is stated here. */
const SESSION_PATHS = {
  "/api/auth/sign-in/email": {
    post: {
      operationId: "postAuthSignInEmail",
      tags: ["auth"],
      summary: "Open a session; the answer sets its cookie",
      security: [],
      requestBody: { required: true, ...json(signInSchema, "input") },
      responses: { 200: { description: "Signed in" }, ...refusals() },
    },
  },
  "/api/auth/sign-out": {
    post: {
      operationId: "postAuthSignOut",
      tags: ["auth"],
      summary: "End the session",
      security: [{ session: [] }],
      responses: { 200: { description: "Signed out" }, ...refusals() },
    },
  },
};

/** `GET /api/projects/{projectId}/vms` as `getProjectsProjectIdVms`. */
function operationId(method: string, path: string): string {
  const words = path.replace(/^\/api\//, "").split(/[^A-Za-z0-9]+/);
  const name = words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join("");
  return `${method.toLowerCase()}${name}`;
}

/** The noun that a path is about: the last part of it that is no parameter, within a project. */
function tagOf(path: string): string {
  const parts = path.split("/").filter((part) => part !== "" && part !== "api");
  return (parts[0] === "projects" ? parts[2] : undefined) ?? parts[0] ?? "server";
}

function jsonSchema(schema: z.ZodType, io: "input" | "output"): unknown {
  const { $schema, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: "any" });
  return rest;
}

function json(schema: z.ZodType, io: "input" | "output") {
  return { content: { "application/json": { schema: jsonSchema(schema, io) } } };
}

function parameters(schema: z.ZodType | undefined, place: "path" | "query"): unknown[] {
  if (!schema) return [];
  const shape = jsonSchema(schema, "input") as {
    properties?: Record<string, unknown>;
    required?: string[];
  };
  return Object.entries(shape.properties ?? {}).map(([name, property]) => ({
    name,
    in: place,
    required: place === "path" || (shape.required ?? []).includes(name),
    schema: property,
  }));
}

function operation(method: string, path: string, { spec }: RouteHandler): unknown {
  const hasAnswer = spec.response || spec.responseType;
  const status = String(spec.status ?? (hasAnswer ? 200 : 204));
  return {
    operationId: operationId(method, path),
    tags: [tagOf(path)],
    summary: spec.summary,
    description: spec.role === "public" ? "Open to visitors." : `Needs the role ${spec.role}.`,
    security: spec.role === "public" ? [] : [{ session: [] }],
    parameters: [...parameters(spec.params, "path"), ...parameters(spec.query, "query")],
    ...bodyOf(spec),
    responses: {
      [status]: { description: "Done", ...answerOf(spec) },
      ...refusals(),
    },
  };
}

function bodyOf({ body, bodyType }: RouteHandler["spec"]) {
  if (body) return { requestBody: { required: true, ...json(body, "input") } };
  if (!bodyType) return {};
  return { requestBody: { required: true, content: { [bodyType]: {} } } };
}

function answerOf({ response, responseType }: RouteHandler["spec"]) {
  if (response) return json(response, "output");
  return responseType ? { content: { [responseType]: {} } } : {};
}
