import type { Container } from "../container/zip-container";
import { ImportError } from "../schema";

/**
 * A small part of a workbook (workbook.xml, relations, styles) as text.
 * Null when the container does not have it.
 */
export async function readPartText(
  container: Container,
  name: string,
  limitBytes: number,
  signal?: AbortSignal,
): Promise<string | null> {
  const part = container.parts.get(name);
  if (part === undefined) return null;
  if (part.inflatedBytes > limitBytes) throw new ImportError("tooLarge", { part: name });
  const chunks: Uint8Array[] = [];
  for await (const chunk of part.stream(signal)) chunks.push(chunk);
  return decodeXml(Buffer.concat(chunks));
}

/** XML is UTF-8 unless its first bytes say UTF-16 (XML 1.0, appendix F). */
function decodeXml(bytes: Buffer): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder("utf-16le").decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder("utf-16be").decode(bytes);
  return new TextDecoder("utf-8").decode(bytes);
}
