import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Call } from "../../e2e/running-world";

/** The production build that `npm run build` made, on a database of its own, with somebody signed in. */
export interface BenchServer {
  origin: string;
  /** A folder that goes with the server. */
  folder: string;
  pid: number;
  /** Sends JSON as the owner. @throws when it is refused */
  call: Call;
  /** Sends bytes as the owner. */
  put: (path: string, bytes: Buffer) => Promise<void>;
  cookie: () => string;
  stop: () => void;
}

export const PERSON = {
  name: "Owner",
  email: "owner@example.com",
  password: "a password of the benchmarks",
};

/** Waits up to a minute. @throws when the condition stays false */
export async function untilTrue(condition: () => Promise<boolean>): Promise<void> {
  for (let attempt = 0; attempt < 600; attempt += 1) {
    if (await condition().catch(() => false)) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error("it did not get ready within a minute");
}

export async function startBenchServer(port: number): Promise<BenchServer> {
  const origin = `http://127.0.0.1:${port}`;
  const folder = mkdtempSync(join(tmpdir(), "landfall-bench-"));
  const server = spawn(process.execPath, ["scripts/serve.mjs"], {
    env: {
      ...process.env,
      PORT: String(port),
      LANDFALL_DATA_DIR: folder,
      DATABASE_URL: `file:${join(folder, "landfall.db")}`,
    },
    stdio: "ignore",
  });
  let cookie = "";
  const send = async (
    method: string,
    path: string,
    type: string,
    body?: string | Uint8Array<ArrayBuffer>,
  ) => {
    const answer = await fetch(`${origin}${path}`, {
      method,
      headers: { origin, cookie, ...(body === undefined ? {} : { "content-type": type }) },
      ...(body === undefined ? {} : { body }),
    });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${method} ${path}: ${text}`);
    const cookies = answer.headers.getSetCookie();
    if (cookies.length > 0) cookie = cookies.map((line) => line.split(";")[0]).join("; ");
    return text;
  };
  await untilTrue(async () => (await fetch(`${origin}/api/health`)).ok);
  return {
    origin,
    folder,
    pid: server.pid ?? 0,
    call: async (method, path, body) => {
      const json = body === undefined ? undefined : JSON.stringify(body);
      const text = await send(method, path, "application/json", json);
      return (text ? JSON.parse(text) : undefined) as never;
    },
    put: async (path, bytes) => {
      await send("PUT", path, "application/octet-stream", new Uint8Array(bytes));
    },
    cookie: () => cookie,
    stop: () => {
      server.kill("SIGTERM");
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Makes the first account and signs in with it. */
export async function signIn({ call }: BenchServer): Promise<void> {
  await call("POST", "/api/setup", { ...PERSON, loadDemo: false });
  const { email, password } = PERSON;
  await call("POST", "/api/auth/sign-in/email", { email, password });
}

export interface ExportFile {
  name: string;
  bytes: Buffer;
}

/** Makes a project whose inventory is what these exports say. @throws when the import fails */
export async function importedProject(
  { call, put }: BenchServer,
  name: string,
  files: readonly ExportFile[],
): Promise<string> {
  const { project }: { project: { id: string } } = await call("POST", "/api/projects", {
    name,
    epochIso: "2025-06-23T09:00:00+09:00",
    timeZone: "Asia/Seoul",
    onPremisesNetworks: ["10.16.0.0/14"],
  });
  await importFiles({ call, put }, project.id, files);
  return project.id;
}

/** Imports exports into a project and waits until they are in use. @throws when the import fails */
export async function importFiles(
  { call, put }: Pick<BenchServer, "call" | "put">,
  projectId: string,
  files: readonly ExportFile[],
): Promise<void> {
  const imports = `/api/projects/${projectId}/imports`;
  const { import: opened }: { import: { id: string } } = await call("POST", imports, {
    files: files.map(({ name, bytes }) => ({ name, sizeBytes: bytes.length })),
  });
  for (const [index, { bytes }] of files.entries()) {
    await put(`${imports}/${opened.id}/files/${index}`, bytes);
  }
  await call("POST", `${imports}/${opened.id}/start`);
  for (;;) {
    const { import: record }: { import: { status: string } } = await call(
      "GET",
      `${imports}/${opened.id}`,
    );
    if (record.status === "succeeded") return;
    if (record.status !== "reading") throw new Error(`the import ended as ${record.status}`);
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}

/** The session as a browser keeps it. */
export function cookiesOf({ cookie, origin }: BenchServer) {
  return cookie()
    .split("; ")
    .map((pair) => ({
      name: pair.slice(0, pair.indexOf("=")),
      value: pair.slice(pair.indexOf("=") + 1),
      domain: new URL(origin).hostname,
      path: "/",
      expires: -1,
      httpOnly: true,
      secure: pair.startsWith("__Secure-"),
      sameSite: "Lax" as const,
    }));
}
