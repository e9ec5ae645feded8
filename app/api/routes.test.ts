import { readdirSync } from "node:fs";
import { join } from "node:path";
import { Validator } from "@seriousme/openapi-schema-validator";
import { describe, expect, it } from "vitest";
import { openApiDocument } from "@/lib/server/openapi";
import { apiRoutes } from "./routes";

interface Parameter {
  name: string;
  in: string;
}

const API = import.meta.dirname;
/** Signing in and out is better-auth's: its handler cannot be built by route(). */
const OUTSIDE = ["/api/auth/[...all]"];

function routeFolders(folder: string, path: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (entry.isDirectory()) return routeFolders(join(folder, entry.name), `${path}/${entry.name}`);
    return entry.name === "route.ts" ? [path] : [];
  });
}

const METHODS = ["GET", "POST", "PUT", "PATCH", "DELETE"] as const;
const handlers = apiRoutes.flatMap(({ path, methods }) =>
  METHODS.flatMap((method) => {
    const handler = methods[method];
    return handler ? [{ name: `${method} ${path}`, handler }] : [];
  }),
);

describe("the API's handlers", () => {
  it("are all listed, so that none is forgotten by this test or by OpenAPI", () => {
    const onDisk = routeFolders(API, "/api").filter((path) => !OUTSIDE.includes(path));
    const listed = apiRoutes.map(({ path }) => path.replaceAll("{", "[").replaceAll("}", "]"));
    expect([...listed].sort()).toEqual(onDisk.sort());
  });

  it("export nothing that is not built by route()", () => {
    for (const { methods } of apiRoutes) {
      for (const handler of Object.values(methods)) expect(handler).toHaveProperty("spec.role");
    }
  });

  it("are closed to visitors but for these", () => {
    const open = handlers.filter(({ handler }) => handler.spec.role === "public");
    expect(open.map(({ name }) => name).sort()).toEqual([
      "GET /api/health",
      "GET /api/openapi.json",
      "GET /api/setup",
      "POST /api/setup",
    ]);
  });

  it("let a Reader change nothing but their own password", () => {
    const writes = handlers.filter(({ name }) => !name.startsWith("GET"));
    const byReader = writes.filter(({ handler }) => handler.spec.role === "Reader");
    // A dry run of a command changes nothing.
    expect(byReader.map(({ name }) => name)).toEqual(["PUT /api/me/password"]);
  });

  it("are described by an OpenAPI document that keeps to the published schema of 3.1", async () => {
    const document = JSON.parse(JSON.stringify(openApiDocument(apiRoutes)));
    const { valid, errors } = await new Validator().validate(structuredClone(document));
    expect(errors).toBeUndefined();
    expect(valid).toBe(true);
    const described = Object.keys(document.paths);
    expect(described.filter((path) => !path.startsWith("/api/auth/"))).toHaveLength(
      apiRoutes.length,
    );
    const ids = Object.values<Record<string, { operationId: string }>>(document.paths).flatMap(
      (operations) => Object.values(operations).map(({ operationId }) => operationId),
    );
    expect(new Set(ids).size).toBe(ids.length);
    // Every parameter of a path is described, as 3.1 asks beside its schema.
    for (const [path, operations] of Object.entries<Record<string, { parameters?: Parameter[] }>>(
      document.paths,
    )) {
      for (const { parameters = [] } of Object.values(operations)) {
        const inPath = parameters.filter((parameter) => parameter.in === "path");
        const named = path.match(/(?<=\{)\w+(?=\})/g) ?? [];
        expect(inPath.map(({ name }) => name).sort()).toEqual([...named].sort());
      }
    }
    expect(document.paths["/api/projects/{projectId}/vms"].get.parameters).toContainEqual(
      expect.objectContaining({ name: "limit", in: "query", required: false }),
    );
  });

  it("refuse a visitor before they do anything", async () => {
    process.env.BETTER_AUTH_SECRET = "a secret of the tests, long enough to be one";
    process.env.DATABASE_URL = "file::memory:";
    for (const { name, handler } of handlers) {
      if (handler.spec.role === "public") continue;
      const [method = "GET", path = "/"] = name.split(" ");
      const request = new Request(`http://127.0.0.1${path}`, {
        method,
        headers: { host: "127.0.0.1" },
      });
      const response = await handler(request, { params: Promise.resolve({}) });
      expect(`${name}: ${response.status}`).toBe(`${name}: 401`);
    }
  });
});
