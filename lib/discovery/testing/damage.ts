import { constants, deflateRawSync } from "node:zlib";
import { namedStream, type RandomStream } from "@/lib/engine/random";
import { damagedText } from "./damage-text";
import { workbookParts, zipOf } from "./workbook-of";

/** Damaged and hostile files for the mutation test. Only tests and `scripts/mutate-imports.ts` import this. */

export interface DamagedFile {
  kind: string;
  name: string;
  bytes: Buffer;
  /** What must come of it: an error, or (where the damage may hit nothing that is read) the whole inventory. */
  expect: "error" | "errorOrWhole" | "any" | "whole";
}

interface Subject {
  workbook: Buffer;
  /** The parts of the same workbook, to damage inside a sound container. */
  parts: Record<string, Buffer>;
}

type Damage = (subject: Subject, stream: RandomStream) => Omit<DamagedFile, "kind">;

const XLSX = "export.xlsx";

function at(stream: RandomStream, length: number): number {
  return Math.floor(stream.uniform() * length);
}

const truncated: Damage = ({ workbook }, stream) => ({
  name: XLSX,
  bytes: workbook.subarray(0, at(stream, workbook.length - 1)),
  expect: "error",
});

const bitFlipped: Damage = ({ workbook }, stream) => {
  const bytes = Buffer.from(workbook);
  const flips = 1 + at(stream, 8);
  for (let flip = 0; flip < flips; flip += 1) {
    const position = at(stream, bytes.length);
    bytes[position] = (bytes[position] ?? 0) ^ (1 << at(stream, 8));
  }
  return { name: XLSX, bytes, expect: "errorOrWhole" };
};

const overwritten: Damage = ({ workbook }, stream) => {
  const bytes = Buffer.from(workbook);
  const start = at(stream, bytes.length);
  bytes.subarray(start, start + 1 + at(stream, 4_096)).fill(at(stream, 256));
  return { name: XLSX, bytes, expect: "errorOrWhole" };
};

const cutOut: Damage = ({ workbook }, stream) => {
  const start = at(stream, workbook.length);
  const end = start + 1 + at(stream, 2_048);
  return {
    name: XLSX,
    bytes: Buffer.concat([workbook.subarray(0, start), workbook.subarray(end)]),
    expect: "errorOrWhole",
  };
};

const renamed: Damage = ({ workbook }, stream) => ({
  name:
    ["export.csv", "export.xls", "photo.png", "noextension", "../../etc/passwd"][at(stream, 5)] ??
    "",
  bytes: workbook,
  expect: "whole",
});

/** Damages the XML of one part and packs it again: the container is sound, its content is not. */
const xmlDamaged: Damage = ({ parts }, stream) => {
  const names = Object.keys(parts).filter((name) =>
    /worksheets|sharedStrings|workbook|styles/.test(name),
  );
  const name = names[at(stream, names.length)] ?? "";
  const xml = Buffer.from(parts[name] ?? "");
  const edits = 1 + at(stream, 6);
  let damaged = xml;
  for (let edit = 0; edit < edits; edit += 1) {
    const start = at(stream, damaged.length);
    const junk = [
      "<",
      ">",
      '"',
      "&",
      "</row>",
      "<c",
      "]]>",
      "<!--",
      "\u0000",
      "<v>",
      "</sheetData>",
      "é",
    ];
    const insert = Buffer.from(junk[at(stream, junk.length)] ?? "");
    const end = start + at(stream, 40);
    damaged = Buffer.concat([damaged.subarray(0, start), insert, damaged.subarray(end)]);
  }
  return { name: XLSX, bytes: zipOf({ ...parts, [name]: damaged }), expect: "any" };
};

const HEAD = '<?xml version="1.0"?><worksheet xmlns="x"><sheetData>';

/** A sheet in a sound container. */
function withSheet(sheet: string | Buffer, sharedStrings = ""): Buffer {
  const parts = workbookParts({ sheets: { vInfo: "" }, sharedStrings });
  parts["xl/worksheets/sheet1.xml"] = sheet;
  return zipOf(parts);
}

const QUADRATIC_SHEETS: readonly (() => string)[] = [
  () => `${HEAD}${"<row>".repeat(1_000_000)}`,
  () => `${HEAD}<row>${"<c><is>".repeat(600_000)}`,
  () => `${HEAD}<row>${"<a>".repeat(2_000_000)}`,
  () =>
    `${HEAD}<row><c t="inlineStr"><is><t>${"a".repeat(30_000_000)}</t></is></c></row></sheetData>`,
  () => `${HEAD}<row><c t="inlineStr"><is><t>${"&amp;".repeat(400_000)}`,
  () => `${HEAD}<row><c r="${"A".repeat(3_000_000)}1"><v>1</v></c></row></sheetData>`,
  () => `${HEAD}<row><c><v>${"9".repeat(3_000_000)}</v></c></row></sheetData>`,
  () => `${HEAD}${'<c a="'.repeat(500_000)}`,
  () => `${HEAD}${"<!-- ".repeat(500_000)}`,
  () => `${HEAD}<row>${"<c/>".repeat(3_000_000)}</row></sheetData></worksheet>`,
  () => `${HEAD}${"<row/>".repeat(3_000_000)}</sheetData></worksheet>`,
  () => `${HEAD}<row r="99999999999999999999"><c r="ZZZZZZZ1"><v>1</v></c></row></sheetData>`,
  () =>
    `<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "${"b".repeat(1000)}">${Array.from({ length: 50 }, (_, i) => `<!ENTITY a${i} "${"&a;".repeat(100)}">`).join("")}]><worksheet><sheetData><row><c t="inlineStr"><is><t>&a49;</t></is></c></row></sheetData></worksheet>`,
];

const quadratic: Damage = (_subject, stream) => ({
  name: XLSX,
  bytes: withSheet((QUADRATIC_SHEETS[at(stream, QUADRATIC_SHEETS.length)] ?? (() => ""))()),
  expect: "error",
});

const QUADRATIC_STRINGS: readonly (() => string)[] = [
  () => "<si>".repeat(500_000),
  () => `<si><t>${"&".repeat(3_000_000)}</t></si>`,
  () => `<si>${"<r><t>x</t></r>".repeat(300_000)}`,
  () => `<si><t>${"_x0041_".repeat(200_000)}</t></si>`,
  () => "<si/>".repeat(3_000_000),
];

const quadraticStrings: Damage = (_subject, stream) => ({
  name: XLSX,
  bytes: withSheet(
    `${HEAD}<row><c t="s"><v>0</v></c><c t="s"><v>4294967296</v></c><c t="s"><v>-1</v></c></row></sheetData></worksheet>`,
    (QUADRATIC_STRINGS[at(stream, QUADRATIC_STRINGS.length)] ?? (() => ""))(),
  ),
  expect: "error",
});

/** Deflate data that expand to `bytes` zeros: one block, flushed without an end, as often as it takes. */
function deflateBomb(bytes: number): Buffer {
  const block = Buffer.alloc(64 * 2 ** 20);
  const flushed = deflateRawSync(block, { finishFlush: constants.Z_FULL_FLUSH });
  const end = deflateRawSync(Buffer.alloc(0));
  return Buffer.concat([...Array.from({ length: bytes / block.length }, () => flushed), end]);
}

let bomb: Buffer | null = null;

/** Ten gibibytes behind ten mebibytes: declared as they are (`honest`), or as a small part. */
function bombFile(declaredBytes: number): Buffer {
  bomb ??= deflateBomb(10 * 2 ** 30);
  const sound = zipOf(workbookParts({ sheets: { vInfo: "" } }));
  return appendEntry(sound, "xl/worksheets/sheet1.xml", bomb, declaredBytes);
}

/** Replaces an entry's data in a zip by hand, so that its declared size can lie. */
function appendEntry(zip: Buffer, name: string, body: Buffer, declaredBytes: number): Buffer {
  const end = zip.lastIndexOf("PK\x05\x06", undefined, "latin1");
  const centralStart = zip.readUInt32LE(end + 16);
  const central = Buffer.from(zip.subarray(centralStart, end));
  const entry = central.indexOf(Buffer.from(name)) - 46;
  const isLarge = declaredBytes >= 0xffffffff;
  central.writeUInt32LE(body.length, entry + 20);
  central.writeUInt32LE(isLarge ? 0xffffffff : declaredBytes, entry + 24);
  central.writeUInt32LE(centralStart, entry + 42);
  const extra = Buffer.alloc(isLarge ? 12 : 0);
  if (isLarge) {
    extra.writeUInt16LE(1, 0);
    extra.writeUInt16LE(8, 2);
    extra.writeBigUInt64LE(BigInt(declaredBytes), 4);
    central.writeUInt16LE(extra.length, entry + 30);
  }
  const split = entry + 46 + name.length;
  const local = Buffer.alloc(30);
  local.write("PK\x03\x04", 0, "latin1");
  local.writeUInt16LE(8, 8);
  local.writeUInt16LE(name.length, 26);
  const tail = Buffer.from(zip.subarray(end));
  const localBytes = Buffer.concat([local, Buffer.from(name), body]);
  tail.writeUInt32LE(central.length + extra.length, 12);
  tail.writeUInt32LE(centralStart + localBytes.length, 16);
  const newCentral = Buffer.concat([central.subarray(0, split), extra, central.subarray(split)]);
  return Buffer.concat([zip.subarray(0, centralStart), localBytes, newCentral, tail]);
}

const bombs: Damage = (_subject, stream) => {
  const declared = [10 * 2 ** 30, 1_000, 20 * 2 ** 20, 1_900 * 2 ** 20][at(stream, 4)] ?? 0;
  return { name: XLSX, bytes: bombFile(declared), expect: "error" };
};

let crowd: Buffer | null = null;

/** A directory of a million empty entries, with the zip64 record that a count past 65,535 needs. */
function millionEntries(): Buffer {
  const count = 1_000_000;
  const central = Buffer.alloc(count * 54);
  for (let index = 0; index < count; index += 1) {
    central.write("PK\x01\x02", index * 54, "latin1");
    central.writeUInt16LE(8, index * 54 + 28);
    central.write(index.toString(36).padStart(8, "0"), index * 54 + 46, "latin1");
  }
  const record = Buffer.alloc(56);
  record.write("PK\x06\x06", 0, "latin1");
  record.writeBigUInt64LE(44n, 4);
  record.writeBigUInt64LE(BigInt(count), 24);
  record.writeBigUInt64LE(BigInt(count), 32);
  record.writeBigUInt64LE(BigInt(central.length), 40);
  record.writeBigUInt64LE(4n, 48);
  const locator = Buffer.alloc(20);
  locator.write("PK\x06\x07", 0, "latin1");
  locator.writeBigUInt64LE(BigInt(4 + central.length), 8);
  locator.writeUInt32LE(1, 16);
  const end = Buffer.alloc(22, 0xff);
  end.write("PK\x05\x06", 0, "latin1");
  end.writeUInt32LE(0, 4);
  end.writeUInt16LE(0, 20);
  return Buffer.concat([Buffer.from("PK\x03\x04"), central, record, locator, end]);
}

const manyEntries: Damage = () => {
  crowd ??= millionEntries();
  return { name: XLSX, bytes: crowd, expect: "error" };
};

const externalLinks: Damage = ({ parts }, stream) => {
  const target = ["file:///etc/passwd", "http://203.0.113.9/sheet.xml", "../../../../etc/passwd"];
  const rels = (parts["xl/_rels/workbook.xml.rels"] ?? Buffer.alloc(0))
    .toString()
    .replace(
      /Target="worksheets\/sheet1.xml"/,
      `Target="${target[at(stream, 3)]}" TargetMode="External"`,
    );
  return {
    name: XLSX,
    bytes: zipOf({ ...parts, "xl/_rels/workbook.xml.rels": rels }),
    expect: "error",
  };
};

/** An OLE compound file whose directory names one stream. */
function oleFile(streamName: string, length: number): Buffer {
  const bytes = Buffer.alloc(Math.max(length, 2_048));
  Buffer.from("d0cf11e0a1b11ae1", "hex").copy(bytes);
  bytes.writeUInt16LE(9, 0x1e);
  bytes.writeUInt32LE(1, 0x30);
  Buffer.from(streamName, "utf16le").copy(bytes, 1_024);
  return bytes.subarray(0, length);
}

const oleFiles: Damage = (_subject, stream) => {
  const names = ["EncryptedPackage", "Workbook", "WordDocument", ""];
  const length = stream.chance(0.3) ? 8 + at(stream, 600) : 4_096;
  return { name: XLSX, bytes: oleFile(names[at(stream, 4)] ?? "", length), expect: "error" };
};

const OTHER_FILES: readonly (() => Buffer)[] = [
  () => Buffer.alloc(0),
  () => Buffer.from("<!DOCTYPE html><html><body>Sign in</body></html>"),
  () => Buffer.from("%PDF-1.7\n%\xe2\xe3\xcf\xd3\n", "latin1"),
  () => Buffer.from("PK"),
  () => Buffer.from("PK\x05\x06"),
  () => zipOf({}),
  () => zipOf({ "word/document.xml": "<w:document/>", "[Content_Types].xml": "<Types/>" }),
  () => zipOf({ "readme.txt": "hello" }),
  () => zipOf({ "a.zip": zipOf({ "b.zip": zipOf({ "c.csv": "VM,Powerstate\n" }) }) }),
  () => Buffer.from("just a note\nwith two lines\n"),
  () => Buffer.from(`VM,Powerstate,"${"x".repeat(4_000_000)}`),
  () => Buffer.from(`${"VM,".repeat(1_000_000)}\n`),
  () => Buffer.from("VM,Powerstate,CPUs,Memory\n"),
  () => Buffer.alloc(3_000_000, 0x0a),
  () => Buffer.alloc(1_000_000, 0),
];

const otherFiles: Damage = (_subject, stream) => ({
  name: XLSX,
  bytes: (OTHER_FILES[at(stream, OTHER_FILES.length)] ?? (() => Buffer.alloc(0)))(),
  expect: "error",
});

const noise: Damage = (_subject, stream) => {
  const bytes = Buffer.alloc(1 + at(stream, 20_000));
  for (let position = 0; position < bytes.length; position += 1) bytes[position] = at(stream, 256);
  if (stream.chance(0.5)) bytes.write("PK\x03\x04", 0, "latin1");
  return { name: XLSX, bytes, expect: "error" };
};

/** The kinds with how often each comes in a hundred files: the expensive ones are fewer. */
const DAMAGES: readonly [name: string, share: number, damage: Damage][] = [
  ["truncated", 14, truncated],
  ["bit flipped", 14, bitFlipped],
  ["overwritten", 8, overwritten],
  ["cut out", 8, cutOut],
  ["renamed", 3, renamed],
  ["damaged XML", 16, xmlDamaged],
  ["quadratic sheet", 4, quadratic],
  ["quadratic strings", 3, quadraticStrings],
  ["bomb", 2, bombs],
  ["a million entries", 2, manyEntries],
  ["external link", 3, externalLinks],
  ["OLE", 4, oleFiles],
  ["other file", 4, otherFiles],
  ["noise", 3, noise],
  ["damaged text", 12, (_subject, stream) => damagedText(stream)],
];

/** The nth of the damaged files, the same for the same subject and number. */
export function damagedFile(subject: Subject, number: number): DamagedFile {
  const stream = namedStream(20_251, "damage", String(number));
  let share = number % 100;
  for (const [kind, weight, damage] of DAMAGES) {
    if (share < weight) return { kind, ...damage(subject, stream) };
    share -= weight;
  }
  throw new RangeError("the shares of the kinds sum up to 100");
}
