import { z } from "zod";
import { errorBodySchema } from "@/lib/errors/schema";
import type { RouteHandler } from "./route";

export interface ListedRoute {
  /** `/api/projects/{projectId}` */
  path: string;
  methods: Partial<Record<"GET" | "POST" | "PUT" | "PATCH" | "DELETE", RouteHandler>>;
}

/** The OpenAPI 3.1 document of the handlers, made from the Zod schemas that they parse with. */
export function openApiDocument(routes: readonly ListedRoute[]): Record<string, unknown> {
  const paths: Record<string, Record<string, unknown>> = {};
  for (const { path, methods } of routes) {
    const operations: Record<string, unknown> = {};
    for (const [method, handler] of Object.entries(methods)) {
      operations[method.toLowerCase()] = operation(handler);
    }
    paths[path] = operations;
  }
  return {
    openapi: "3.1.0",
    info: { title: "Landfall", version: "0.1.0", license: { name: "Apache-2.0" } },
    paths,
    components: {
      securitySchemes: {
        session: { type: "apiKey", in: "cookie", name: "better-auth.session_token" },
      },
    },
  };
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

function operation({ spec }: RouteHandler): unknown {
  const status = String(spec.status ?? (spec.response ? 200 : 204));
  return {
    summary: spec.summary,
    description: spec.role === "public" ? "Open to visitors." : `Needs the role ${spec.role}.`,
    security: spec.role === "public" ? [] : [{ session: [] }],
    parameters: [...parameters(spec.params, "path"), ...parameters(spec.query, "query")],
    ...(spec.body ? { requestBody: { required: true, ...json(spec.body, "input") } } : {}),
    responses: {
      [status]: { description: "Done", ...(spec.response ? json(spec.response, "output") : {}) },
      default: { description: "Refused, with the reason", ...json(errorBodySchema, "output") },
    },
  };
}
