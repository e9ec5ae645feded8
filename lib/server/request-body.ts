import { RefusedError } from "@/lib/errors/schema";

/** Bytes of a JSON body from somebody signed in: a mobility group of 5,000 VMs has under 2 MiB. */
export const MEMBER_BODY_LIMIT_BYTES = 4 * 1024 ** 2;
/** Visitors send a name, an address and a password, and nobody knows yet who they are. */
export const VISITOR_BODY_LIMIT_BYTES = 16 * 1024;

/**
 * Reads a JSON body, and stops reading at `limitBytes`: what is announced or sent beyond it is never kept.
 * @throws RefusedError badRequest, tooLarge
 */
export async function readJson(request: Request, limitBytes: number): Promise<unknown> {
  const type = request.headers.get("content-type") ?? "";
  if (type.split(";")[0]?.trim().toLowerCase() !== "application/json") {
    throw new RefusedError("badRequest", "The body must be application/json.");
  }
  if (Number(request.headers.get("content-length") ?? 0) > limitBytes) throw tooLarge(limitBytes);
  const text = await readText(request.body, limitBytes);
  try {
    return JSON.parse(text);
  } catch {
    throw new RefusedError("badRequest", "The body is not valid JSON.");
  }
}

async function readText(
  body: ReadableStream<Uint8Array> | null,
  limitBytes: number,
): Promise<string> {
  if (!body) return "";
  const chunks: Uint8Array[] = [];
  let receivedBytes = 0;
  const reader = body.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return Buffer.concat(chunks).toString("utf8");
    receivedBytes += value.byteLength;
    if (receivedBytes > limitBytes) {
      await reader.cancel().catch(() => undefined);
      throw tooLarge(limitBytes);
    }
    chunks.push(value);
  }
}

function tooLarge(limitBytes: number): RefusedError {
  return new RefusedError("tooLarge", `The body may have at most ${limitBytes / 1024} KiB.`);
}
