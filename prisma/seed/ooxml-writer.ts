import type { Writable } from "node:stream";
import type { Cell, Sheet } from "./sheet-model";
import { ZipWriter } from "./zip-writer";

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const RELATIONSHIPS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";
const CONTENT = "application/vnd.openxmlformats-officedocument.spreadsheetml";
/** Text is handed to the compressor in pieces of about this many characters. */
const PIECE_CHARACTERS = 65_536;
/** Day 0 of the 1900 date system, as Excel counts it, to the Unix epoch (ECMA-376 18.17.4). */
const UNIX_EPOCH_SERIAL = 25_569;
const DAY_MS = 86_400_000;
/** Index of the date format in `styles.xml`. */
const DATE_STYLE = 1;

/** Excel's serial day number of a moment, in the 1900 system, to a tenth of a millisecond. */
export function serialDay(epochMs: number): number {
  return Math.round((epochMs / DAY_MS + UNIX_EPOCH_SERIAL) * 1e9) / 1e9;
}

/** The strings of a workbook, each stored once and named by its number. */
class SharedStrings {
  private readonly numbers = new Map<string, number>();
  private uses = 0;

  numberOf(text: string): number {
    this.uses += 1;
    const known = this.numbers.get(text);
    if (known !== undefined) return known;
    const number = this.numbers.size;
    this.numbers.set(text, number);
    return number;
  }

  *xml(): Iterable<string> {
    yield `${XML}<sst xmlns="${MAIN}" count="${this.uses}" uniqueCount="${this.numbers.size}">`;
    yield* inPieces(this.items());
    yield "</sst>";
  }

  private *items(): Iterable<string> {
    for (const text of this.numbers.keys()) {
      const space = text.trim() === text ? "" : ' xml:space="preserve"';
      yield `<si><t${space}>${escapeXml(text)}</t></si>`;
    }
  }
}

/**
 * Writes sheets as an OOXML workbook with shared strings and dates as serial numbers, the way
 * RVTools does. Rows are computed while they are written.
 */
export async function writeWorkbook(
  sheets: readonly Sheet[],
  sink: Writable,
  createdAtMs: number,
): Promise<void> {
  const zip = new ZipWriter(sink, createdAtMs);
  const strings = new SharedStrings();
  await zip.add("[Content_Types].xml", [contentTypes(sheets.length)]);
  await zip.add("_rels/.rels", [rootRelationships()]);
  await zip.add("xl/workbook.xml", [workbookXml(sheets)]);
  await zip.add("xl/_rels/workbook.xml.rels", [workbookRelationships(sheets.length)]);
  await zip.add("xl/styles.xml", [stylesXml()]);
  for (const [index, sheet] of sheets.entries()) {
    await zip.add(`xl/worksheets/sheet${index + 1}.xml`, sheetXml(sheet, strings));
  }
  await zip.add("xl/sharedStrings.xml", strings.xml());
  await zip.finish();
}

function* sheetXml(sheet: Sheet, strings: SharedStrings): Iterable<string> {
  yield `${XML}<worksheet xmlns="${MAIN}"><sheetData>`;
  yield* inPieces(rowsXml(sheet, strings));
  yield "</sheetData></worksheet>";
}

function* rowsXml(sheet: Sheet, strings: SharedStrings): Iterable<string> {
  const letters = sheet.headers.map((_, index) => columnLetters(index));
  const noDates = sheet.headers.map(() => false);
  yield rowXml([...sheet.headers], 1, letters, noDates, strings);
  let number = 1;
  for (const cells of sheet.rows()) {
    number += 1;
    yield rowXml(cells, number, letters, sheet.dateColumns, strings);
  }
}

function rowXml(
  cells: readonly Cell[],
  number: number,
  letters: readonly string[],
  dates: readonly boolean[],
  strings: SharedStrings,
): string {
  let xml = `<row r="${number}">`;
  for (let index = 0; index < cells.length; index += 1) {
    const cell = cells[index];
    if (cell === null || cell === undefined) continue;
    const reference = `<c r="${letters[index]}${number}"`;
    if (typeof cell === "string") {
      xml += `${reference} t="s"><v>${strings.numberOf(cell)}</v></c>`;
    } else if (dates[index] === true) {
      xml += `${reference} s="${DATE_STYLE}"><v>${serialDay(cell)}</v></c>`;
    } else {
      xml += `${reference}><v>${cell}</v></c>`;
    }
  }
  return `${xml}</row>`;
}

function* inPieces(parts: Iterable<string>): Iterable<string> {
  let piece = "";
  for (const part of parts) {
    piece += part;
    if (piece.length < PIECE_CHARACTERS) continue;
    yield piece;
    piece = "";
  }
  if (piece !== "") yield piece;
}

/** 0 is A, 25 is Z, 26 is AA. */
export function columnLetters(index: number): string {
  const last = String.fromCharCode(65 + (index % 26));
  return index < 26 ? last : columnLetters(Math.floor(index / 26) - 1) + last;
}

const ENTITIES: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

function escapeXml(text: string): string {
  return text.replace(/[&<>"]/g, (character) => ENTITIES[character] ?? character);
}

function contentTypes(sheetCount: number): string {
  const part = (name: string, type: string) =>
    `<Override PartName="/xl/${name}.xml" ContentType="${CONTENT}.${type}+xml"/>`;
  const sheets = Array.from({ length: sheetCount }, (_, index) =>
    part(`worksheets/sheet${index + 1}`, "worksheet"),
  );
  return [
    `${XML}<Types xmlns="${PACKAGE}/content-types">`,
    '<Default Extension="rels" ',
    'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>',
    '<Default Extension="xml" ContentType="application/xml"/>',
    part("workbook", "sheet.main"),
    part("styles", "styles"),
    part("sharedStrings", "sharedStrings"),
    ...sheets,
    "</Types>",
  ].join("");
}

function relationship(number: number, type: string, target: string): string {
  return `<Relationship Id="rId${number}" Type="${RELATIONSHIPS}/${type}" Target="${target}"/>`;
}

function relationshipsXml(items: readonly string[]): string {
  return `${XML}<Relationships xmlns="${PACKAGE}/relationships">${items.join("")}</Relationships>`;
}

function rootRelationships(): string {
  return relationshipsXml([relationship(1, "officeDocument", "xl/workbook.xml")]);
}

function workbookRelationships(sheetCount: number): string {
  const sheets = Array.from({ length: sheetCount }, (_, index) =>
    relationship(index + 1, "worksheet", `worksheets/sheet${index + 1}.xml`),
  );
  return relationshipsXml([
    ...sheets,
    relationship(sheetCount + 1, "styles", "styles.xml"),
    relationship(sheetCount + 2, "sharedStrings", "sharedStrings.xml"),
  ]);
}

function workbookXml(sheets: readonly Sheet[]): string {
  const items = sheets.map(
    (sheet, index) =>
      `<sheet name="${escapeXml(sheet.name)}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`,
  );
  const namespaces = `xmlns="${MAIN}" xmlns:r="${RELATIONSHIPS}"`;
  return `${XML}<workbook ${namespaces}><sheets>${items.join("")}</sheets></workbook>`;
}

/** Two formats: none, and number format 22, Excel's own date with time (ECMA-376 18.8.30). */
function stylesXml(): string {
  return [
    `${XML}<styleSheet xmlns="${MAIN}">`,
    '<fonts count="1"><font><sz val="11"/><name val="Calibri"/></font></fonts>',
    '<fills count="2"><fill><patternFill patternType="none"/></fill>',
    '<fill><patternFill patternType="gray125"/></fill></fills>',
    '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>',
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>',
    '<cellXfs count="2"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>',
    '<xf numFmtId="22" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>',
    "</cellXfs></styleSheet>",
  ].join("");
}
