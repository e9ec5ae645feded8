/** Encodings that exports come in. Excel in Korea saves "CSV" as EUC-KR, elsewhere as Windows-1252. */
export type TextEncoding = "utf-8" | "utf-16le" | "utf-16be" | "euc-kr" | "windows-1252";

/** UTF-16 without a mark: of Latin text in it every other byte is zero. */
const UTF16_ZERO_SHARE = 0.3;

/** Decides the encoding of a text by its mark, else by what its first bytes can be. */
export function encodingOf(head: Uint8Array): TextEncoding {
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) return "utf-8";
  if (head[0] === 0xff && head[1] === 0xfe) return "utf-16le";
  if (head[0] === 0xfe && head[1] === 0xff) return "utf-16be";
  const even = countZeros(head, 0);
  const odd = countZeros(head, 1);
  if (even + odd > head.length * UTF16_ZERO_SHARE) return odd >= even ? "utf-16le" : "utf-16be";
  if (decodes("utf-8", head)) return "utf-8";
  return decodes("euc-kr", head) ? "euc-kr" : "windows-1252";
}

function countZeros(bytes: Uint8Array, start: number): number {
  let zeros = 0;
  for (let index = start; index < bytes.length; index += 2) if (bytes[index] === 0) zeros += 1;
  return zeros;
}

/** Whether the bytes are whole characters of an encoding; one that the head cuts in two does not count. */
function decodes(encoding: TextEncoding, head: Uint8Array): boolean {
  try {
    new TextDecoder(encoding, { fatal: true }).decode(head, { stream: true });
    return true;
  } catch {
    return false;
  }
}

/** The bytes of a text as UTF-8 without a mark, piece by piece. */
export async function* asUtf8(
  bytes: AsyncIterable<Uint8Array>,
  encoding: TextEncoding,
): AsyncGenerator<Uint8Array> {
  if (encoding === "utf-8") {
    yield* bytes;
    return;
  }
  const decoder = new TextDecoder(encoding);
  for await (const chunk of bytes) yield Buffer.from(decoder.decode(chunk, { stream: true }));
  const rest = decoder.decode();
  if (rest !== "") yield Buffer.from(rest);
}
