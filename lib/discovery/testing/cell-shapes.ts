import fc from "fast-check";
import type { CellValue } from "./read-cells";
import { workbookOf } from "./workbook-of";

/** Cells in every way that writers spell them, with what they mean. Only tests import this. */

interface Cell {
  /** Attributes beside `r`, and the content. */
  attributes: string;
  content: string;
  means: CellValue;
}

export interface ShapedWorkbook {
  bytes: Buffer;
  /** What each row of the sheet `vInfo` means, by row number from 1; blank rows are missing. */
  means: Map<number, CellValue[]>;
}

const DATE_STYLES =
  '<numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy/mm/dd\\ hh:mm:ss"/></numFmts><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="164"/></cellXfs>';
const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

/** Texts without characters that XML cannot hold or that readers fold (carriage returns, `_x000D_` escapes). */
const text = fc
  .string({
    unit: fc.constantFrom(..."ab Z9_.,;:&<>\"'/=-가상東京é😀".split(/(?:)/u)),
    minLength: 1,
    maxLength: 12,
  })
  .filter((value) => value.trim() !== "" && !value.includes("]]>"));

function escaped(value: string): string {
  return value.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}

/** The same characters as entities, as numbers in both bases, in CDATA, or plain. */
const spelled = (value: string): fc.Arbitrary<string> =>
  fc.constantFrom(
    escaped(value),
    [...value].map((character) => `&#${character.codePointAt(0)};`).join(""),
    [...value].map((character) => `&#x${character.codePointAt(0)?.toString(16)};`).join(""),
    `<![CDATA[${value}]]>`,
  );

const runsOf = (hasPhonetics: boolean): fc.Arbitrary<{ xml: string; value: string }> =>
  fc.array(text, { minLength: 1, maxLength: 3 }).chain((parts) =>
    fc
      .record({
        spellings: fc.tuple(...parts.map(spelled)),
        isRich: fc.boolean(),
        isPhonetic: fc.constantFrom(false, hasPhonetics),
      })
      .map(({ spellings, isRich, isPhonetic }) => {
        const t = (xml: string) => `<t xml:space="preserve">${xml}</t>`;
        const phonetic = isPhonetic
          ? '<rPh sb="0" eb="1"><t>トウ</t></rPh><phoneticPr fontId="1"/>'
          : "";
        const body = isRich
          ? spellings.map((xml) => `<r><rPr><b/></rPr>${t(xml)}</r>`).join("")
          : t(spellings.join(""));
        return { xml: body + phonetic, value: parts.join("") };
      }),
  );

const number: fc.Arbitrary<Cell> = fc
  .oneof(
    fc.integer({ min: -1_000_000, max: 1_000_000_000 }),
    fc.double({ min: -1e9, max: 1e9, noNaN: true, noDefaultInfinity: true }),
  )
  .map((value) => (Object.is(value, -0) ? 0 : value))
  .chain((value) =>
    fc.constantFrom(
      ...[String(value), value.toExponential(), value.toExponential().toUpperCase()].filter(
        (spelling) => Number(spelling) === value,
      ),
    ),
  )
  .chain((spelling) =>
    fc.constantFrom(
      { attributes: "", content: `<v>${spelling}</v>`, means: Number(spelling) },
      { attributes: ' t="n"', content: `<v>${spelling}</v>`, means: Number(spelling) },
      { attributes: "", content: `<f>1+1</f><v>${spelling}</v>`, means: Number(spelling) },
    ),
  );

const boolean: fc.Arbitrary<Cell> = fc.boolean().map((value) => ({
  attributes: ' t="b"',
  content: `<v>${value ? 1 : 0}</v>`,
  means: value,
}));

const error: fc.Arbitrary<Cell> = fc
  .constantFrom("#N/A", "#REF!", "#DIV/0!", "#VALUE!")
  .map((code) => ({ attributes: ' t="e"', content: `<v>${code}</v>`, means: { error: code } }));

const inlineOf = (hasPhonetics: boolean): fc.Arbitrary<Cell> =>
  runsOf(hasPhonetics).map(({ xml, value }) => ({
    attributes: ' t="inlineStr"',
    content: `<is>${xml}</is>`,
    means: value,
  }));

const formulaText: fc.Arbitrary<Cell> = text.map((value) => ({
  attributes: ' t="str"',
  content: `<f>A1&amp;B1</f><v>${escaped(value)}</v>`,
  means: value,
}));

/** Whole seconds after 1904 in either epoch: serials carry rounding below that. */
const date = (date1904: boolean): fc.Arbitrary<Cell> =>
  fc
    .integer({ min: Date.UTC(1990, 0, 1) / 1000, max: Date.UTC(2060, 0, 1) / 1000 })
    .map((seconds) => {
      const epoch = date1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, 30);
      const serial = (seconds - epoch / 1000) / 86_400;
      return {
        attributes: ' s="1"',
        content: `<v>${serial}</v>`,
        means: { date: new Date(seconds * 1000).toISOString().slice(0, 19) },
      };
    });

const blank: fc.Arbitrary<Cell> = fc.constantFrom(
  { attributes: ' s="1"', content: "", means: null },
  { attributes: "", content: "", means: null },
);

const shared = (count: number): fc.Arbitrary<{ attributes: string; index: number }> =>
  fc.nat({ max: count - 1 }).map((index) => ({ attributes: ' t="s"', index }));

/** A workbook of random cells in random spellings; with or without the phonetic runs of Japanese texts. */
export const shapedWorkbook = ({
  hasPhonetics,
}: {
  hasPhonetics: boolean;
}): fc.Arbitrary<ShapedWorkbook> =>
  fc
    .record({
      strings: fc.array(runsOf(hasPhonetics), { minLength: 1, maxLength: 6 }),
      date1904: fc.boolean(),
      isPrefixed: fc.boolean(),
    })
    .chain(({ strings, date1904, isPrefixed }) => {
      const sharedCell = shared(strings.length).map(({ attributes, index }) => ({
        attributes,
        content: `<v>${index}</v>`,
        means: strings[index]?.value ?? null,
      }));
      const cell = fc.oneof(
        number,
        sharedCell,
        inlineOf(hasPhonetics),
        boolean,
        error,
        formulaText,
        date(date1904),
        blank,
      );
      const row = fc.record({
        gap: fc.nat({ max: 3 }),
        /** Cells with where they are, or one behind the other. */
        isPlaced: fc.boolean(),
        cells: fc.array(fc.record({ skip: fc.nat({ max: 30 }), cell }), {
          minLength: 1,
          maxLength: 8,
        }),
      });
      return fc.array(row, { minLength: 1, maxLength: 6 }).map((rows) => {
        const means = new Map<number, CellValue[]>();
        let rowNumber = 0;
        const xml = rows.map(({ gap, isPlaced, cells }) => {
          // A row that does not say where it is follows the one before.
          rowNumber += isPlaced ? gap + 1 : 1;
          const values: CellValue[] = [];
          const parts = cells.map(({ skip, cell: { attributes, content, means: value } }) => {
            const column = values.length + (isPlaced ? skip : 0);
            while (values.length < column) values.push(null);
            values.push(value);
            const reference = isPlaced ? ` r="${letters(column)}${rowNumber}"` : "";
            return content === ""
              ? `<c${reference}${attributes}/>`
              : `<c${reference}${attributes}>${content}</c>`;
          });
          if (values.some((value) => value !== null)) means.set(rowNumber, values);
          return `<row${isPlaced ? ` r="${rowNumber}"` : ""}>${parts.join("")}</row>`;
        });
        const sheet = `<?xml version="1.0"?><worksheet xmlns="${MAIN}"><sheetData>${xml.join("")}</sheetData></worksheet>`;
        return {
          means,
          bytes: workbookOf({
            sheets: { vInfo: isPrefixed ? prefixed(sheet) : sheet },
            sharedStrings: strings.map((item) => `<si>${item.xml}</si>`).join(""),
            styles: DATE_STYLES,
            date1904,
          }),
        };
      });
    });

/** The same XML with its namespace under a prefix. */
function prefixed(xml: string): string {
  return xml
    .split(/(<!\[CDATA\[[\s\S]*?\]\]>)/)
    .map((part) =>
      part.startsWith("<![CDATA[") ? part : part.replace(/<(\/?)([A-Za-z])/g, "<$1x:$2"),
    )
    .join("")
    .replace('xmlns="', 'xmlns:x="');
}

function letters(column: number): string {
  const last = String.fromCharCode(65 + (column % 26));
  return column < 26 ? last : letters(Math.floor(column / 26) - 1) + last;
}
