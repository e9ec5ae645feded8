import { crc32, deflateRawSync } from "node:zlib";

/** Workbooks for tests, down to the XML of each cell. Only tests import this. */

export interface ZipEntryOptions {
  /** Overrides what the directory says of the entry. */
  declaredBytes?: number;
  stored?: boolean;
}

/** A zip of the parts given, as APPNOTE 4.3 lays it out. */
export function zipOf(
  parts: Record<string, string | Uint8Array>,
  options: ZipEntryOptions = {},
): Buffer {
  const locals: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [name, content] of Object.entries(parts)) {
    const data = Buffer.from(content as string);
    const body = options.stored ? data : deflateRawSync(data);
    const nameBytes = Buffer.from(name);
    const fields = Buffer.alloc(26);
    fields.writeUInt16LE(20, 0);
    fields.writeUInt16LE(options.stored ? 0 : 8, 4);
    fields.writeUInt32LE(crc32(data), 10);
    fields.writeUInt32LE(body.length, 14);
    fields.writeUInt32LE(options.declaredBytes ?? data.length, 18);
    fields.writeUInt16LE(nameBytes.length, 22);
    const local = Buffer.concat([Buffer.from("PK\x03\x04"), fields, nameBytes, body]);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(offset, 10);
    const versionMadeBy = Buffer.from([20, 0]);
    directory.push(
      Buffer.concat([Buffer.from("PK\x01\x02"), versionMadeBy, fields, tail, nameBytes]),
    );
    locals.push(local);
    offset += local.length;
  }
  const central = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write("PK\x05\x06", 0, "latin1");
  end.writeUInt16LE(locals.length, 8);
  end.writeUInt16LE(locals.length, 10);
  end.writeUInt32LE(central.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...locals, central, end]);
}

export interface WorkbookParts {
  /** The content of `<sheetData>` by sheet name, or the whole part when it begins with `<?xml`. */
  sheets: Record<string, string>;
  sharedStrings?: string;
  /** The content of `<cellXfs>` with number formats before it. */
  styles?: string;
  date1904?: boolean;
  extra?: Record<string, string | Uint8Array>;
}

const MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = 'xmlns="http://schemas.openxmlformats.org/package/2006/relationships"';
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';

/** The parts of a workbook with these sheets. */
export function workbookParts(parts: WorkbookParts): Record<string, string | Uint8Array> {
  const names = Object.keys(parts.sheets);
  const sheetList = names
    .map((name, index) => `<sheet name="${name}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`)
    .join("");
  const sheetRelations = names
    .map(
      (_, index) =>
        `<Relationship Id="rId${index + 1}" Type="${RELATIONS}/worksheet" Target="worksheets/sheet${index + 1}.xml"/>`,
    )
    .join("");
  const files: Record<string, string | Uint8Array> = {
    "[Content_Types].xml": contentTypes(names.length),
    "_rels/.rels": `${HEAD}<Relationships ${PACKAGE}><Relationship Id="rId1" Type="${RELATIONS}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    "xl/workbook.xml": `${HEAD}<workbook ${MAIN} xmlns:r="${RELATIONS}"><workbookPr${parts.date1904 ? ' date1904="1"' : ""}/><sheets>${sheetList}</sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": `${HEAD}<Relationships ${PACKAGE}>${sheetRelations}<Relationship Id="rIdStrings" Type="${RELATIONS}/sharedStrings" Target="sharedStrings.xml"/><Relationship Id="rIdStyles" Type="${RELATIONS}/styles" Target="styles.xml"/></Relationships>`,
    "xl/styles.xml": `${HEAD}<styleSheet ${MAIN}>${parts.styles ?? '<cellXfs count="1"><xf numFmtId="0"/></cellXfs>'}</styleSheet>`,
    "xl/sharedStrings.xml": `${HEAD}<sst ${MAIN}>${parts.sharedStrings ?? ""}</sst>`,
  };
  names.forEach((name, index) => {
    const content = parts.sheets[name] ?? "";
    files[`xl/worksheets/sheet${index + 1}.xml`] = content.startsWith("<?xml")
      ? content
      : `${HEAD}<worksheet ${MAIN}><sheetData>${content}</sheetData></worksheet>`;
  });
  return { ...files, ...parts.extra };
}

export function workbookOf(parts: WorkbookParts): Buffer {
  return zipOf(workbookParts(parts));
}

function contentTypes(sheetCount: number): string {
  const type = "application/vnd.openxmlformats-officedocument.spreadsheetml";
  const sheets = Array.from(
    { length: sheetCount },
    (_, index) =>
      `<Override PartName="/xl/worksheets/sheet${index + 1}.xml" ContentType="${type}.worksheet+xml"/>`,
  ).join("");
  return `${HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${type}.sheet.main+xml"/>${sheets}<Override PartName="/xl/styles.xml" ContentType="${type}.styles+xml"/><Override PartName="/xl/sharedStrings.xml" ContentType="${type}.sharedStrings+xml"/></Types>`;
}

/** Rows of values as `<row>` elements: texts inline, numbers and booleans in their own types, null left out. */
export function rowsOf(rows: readonly (readonly (string | number | boolean | null)[])[]): string {
  return rows
    .map((cells, rowIndex) => {
      const xml = cells.map((cell, column) => cellOf(cell, `${letters(column)}${rowIndex + 1}`));
      return `<row r="${rowIndex + 1}">${xml.join("")}</row>`;
    })
    .join("");
}

function cellOf(cell: string | number | boolean | null, reference: string): string {
  if (cell === null) return "";
  if (typeof cell === "number") return `<c r="${reference}"><v>${cell}</v></c>`;
  if (typeof cell === "boolean") return `<c r="${reference}" t="b"><v>${cell ? 1 : 0}</v></c>`;
  const text = cell.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
  return `<c r="${reference}" t="inlineStr"><is><t xml:space="preserve">${text}</t></is></c>`;
}

function letters(column: number): string {
  const last = String.fromCharCode(65 + (column % 26));
  return column < 26 ? last : letters(Math.floor(column / 26) - 1) + last;
}
