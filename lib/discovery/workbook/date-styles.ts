import { startTags } from "./xml-tags";

/** Excel allows 255 characters in a format code. */
const MAX_FORMAT_LENGTH = 255;

/** Built-in number formats that show a date or a time (ECMA-376 part 1, 18.8.30, with the East Asian ones). */
function isBuiltInDate(id: number): boolean {
  return (
    (id >= 14 && id <= 22) ||
    (id >= 27 && id <= 36) ||
    (id >= 45 && id <= 47) ||
    (id >= 50 && id <= 58)
  );
}

/** Whether a format code shows a date or time: one of its letters, outside quotes, brackets and escapes. */
export function isDateFormat(code: string): boolean {
  const plain = code
    .slice(0, MAX_FORMAT_LENGTH)
    .replace(/"[^"]*"/g, "")
    .replace(/\\./g, "")
    .replace(/\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi, "")
    .replace(/[_*]./g, "");
  return /[dmyhs]/i.test(plain.replace(/General/gi, "").replace(/AM\/PM|A\/P/gi, "h"));
}

/** For each cell style of `styles.xml` whether it shows a date. */
export function readDateStyles(xml: string): boolean[] {
  const custom = new Map<string, boolean>();
  const styles: boolean[] = [];
  let inCellStyles = false;
  for (const tag of startTags(xml)) {
    if (tag.name === "numFmt") {
      const id = tag.attributes.get("numFmtId");
      const code = tag.attributes.get("formatCode");
      if (id !== undefined && code !== undefined) custom.set(id, isDateFormat(code));
    } else if (tag.name === "cellXfs") {
      inCellStyles = true;
    } else if (tag.name === "xf") {
      if (!inCellStyles) continue;
      const id = tag.attributes.get("numFmtId") ?? "0";
      styles.push(custom.get(id) ?? isBuiltInDate(Number(id)));
    } else if (inCellStyles && (tag.name === "cellStyles" || tag.name === "dxfs")) {
      inCellStyles = false;
    }
  }
  return styles;
}
