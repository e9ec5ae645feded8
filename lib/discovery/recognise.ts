import type { ByteSource } from "./byte-source";
import { ImportError } from "./schema";

/** What a file is by its first bytes, whatever its name says. */
export type Container = "zip" | "text";

const ZIP_SIGNATURES = [0x04034b50, 0x06054b50, 0x08074b50];
/** `D0 CF 11 E0 A1 B1 1A E1`: an OLE compound file (MS-CFB 2.2). */
const OLE_SIGNATURE = 0xe011cfd0;
const HEAD_BYTES = 64 * 1024;
/** A compound file's directory entries are 128 bytes: this much holds those of any workbook. */
const OLE_DIRECTORY_BYTES = 64 * 1024;

/**
 * Tells a zip from text and refuses everything else with a code that says what it is: an encrypted or an old
 * workbook, a web page, an XML spreadsheet, a picture.
 */
export async function recogniseContainer(source: ByteSource): Promise<Container> {
  const head = Buffer.from(await source.read(0, Math.min(HEAD_BYTES, source.sizeBytes)));
  if (head.length === 0) throw new ImportError("noRows", { file: source.name, bytes: 0 });
  const signature = head.length >= 4 ? head.readUInt32LE(0) : 0;
  if (ZIP_SIGNATURES.includes(signature)) return "zip";
  if (signature === OLE_SIGNATURE) throw new ImportError(await oleCode(source, head));
  const text = decodeHead(head);
  if (text === null) throw new ImportError("notAWorkbook", { file: source.name });
  const start = text.trimStart().slice(0, 2_000).toLowerCase();
  if (/^<(?:!doctype\s+html|html|head|body|table|meta|script|!--|style|div)/.test(start)) {
    throw new ImportError("htmlNotWorkbook", { file: source.name });
  }
  if (start.startsWith("<?xml") || start.startsWith("<")) {
    const isHtml = start.includes("<html");
    throw new ImportError(isHtml ? "htmlNotWorkbook" : "unsupportedKind", { file: source.name });
  }
  return "text";
}

/** The head as text, or null when it is binary. */
function decodeHead(head: Buffer): string | null {
  if (head[0] === 0xff && head[1] === 0xfe) return new TextDecoder("utf-16le").decode(head);
  if (head[0] === 0xfe && head[1] === 0xff) return new TextDecoder("utf-16be").decode(head);
  const controls = head
    .subarray(0, 8_192)
    .filter((byte) => byte < 0x09 || byte === 0x0b || byte === 0x0c);
  if (controls.length === 0) return head.toString("utf8");
  // UTF-16 without a mark: every other byte of Latin text is zero.
  const zeros = controls.filter((byte) => byte === 0).length;
  return zeros > Math.min(head.length, 8_192) * 0.3 ? head.toString("utf16le") : null;
}

/** Names in a compound file are UTF-16: a protected workbook holds `EncryptedPackage`, an old one `Workbook`. */
async function oleCode(
  source: ByteSource,
  head: Buffer,
): Promise<"encryptedWorkbook" | "oldExcelFormat" | "notAWorkbook" | "truncated"> {
  const sectorBytes = head.length >= 0x34 && head.readUInt16LE(0x1e) === 12 ? 4096 : 512;
  const firstSector = head.length >= 0x34 ? head.readUInt32LE(0x30) : 0;
  const offset = (firstSector + 1) * sectorBytes;
  const directory =
    offset < source.sizeBytes ? await source.read(offset, OLE_DIRECTORY_BYTES) : new Uint8Array(0);
  const bytes = Buffer.concat([head, directory]);
  const holds = (name: string) => bytes.includes(Buffer.from(name, "utf16le"));
  if (holds("EncryptedPackage") || holds("EncryptionInfo") || holds("DRMEncrypted")) {
    return "encryptedWorkbook";
  }
  if (holds("Workbook") || holds("Book")) return "oldExcelFormat";
  return directory.byteLength === 0 ? "truncated" : "notAWorkbook";
}
