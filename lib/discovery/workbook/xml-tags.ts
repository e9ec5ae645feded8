/** A start tag of a small XML part: its name without prefix, and its attributes without prefixes. */
export interface XmlTag {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
}

const ATTRIBUTE = /([^\s="'/]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;

/**
 * The start tags of a small part in document order. Enough for workbook.xml, relations and styles, whose
 * meaning is in attributes; text content is not read. Every byte is looked at once, whatever it holds:
 * an unfinished construct ends the walk.
 */
export function* startTags(xml: string): Generator<XmlTag> {
  let position = xml.indexOf("<");
  while (position >= 0) {
    const end = constructEnd(xml, position);
    if (end < 0) return;
    if (/[A-Za-z_]/.test(xml[position + 1] ?? "")) yield tagOf(xml.slice(position + 1, end - 1));
    position = xml.indexOf("<", end);
  }
}

/** Where the tag, comment or section that begins at `start` ends, past its last character; -1 if it does not. */
function constructEnd(xml: string, start: number): number {
  for (const [open, close] of SECTIONS) {
    if (!xml.startsWith(open, start)) continue;
    const at = xml.indexOf(close, start + open.length);
    return at < 0 ? -1 : at + close.length;
  }
  let position = start + 1;
  for (; position < xml.length; position += 1) {
    const character = xml[position];
    if (character === ">") return position + 1;
    if (character !== '"' && character !== "'") continue;
    position = xml.indexOf(character, position + 1);
    if (position < 0) return -1;
  }
  return -1;
}

const SECTIONS = [
  ["<!--", "-->"],
  ["<![CDATA[", "]]>"],
  ["<?", "?>"],
] as const;

function tagOf(content: string): XmlTag {
  const name = /^[^\s/]+/.exec(content)?.[0] ?? "";
  const attributes = new Map<string, string>();
  for (const [, key, double, single] of content.slice(name.length).matchAll(ATTRIBUTE)) {
    if (key !== undefined) attributes.set(localName(key), decodeEntities(double ?? single ?? ""));
  }
  return { name: localName(name), attributes };
}

function localName(name: string): string {
  return name.slice(name.indexOf(":") + 1);
}

const NAMED: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

/** Resolves the five named entities of XML and numeric references; others stay as written. */
export function decodeEntities(text: string): string {
  if (!text.includes("&")) return text;
  return text.replace(/&(#x[0-9a-fA-F]{1,6}|#[0-9]{1,7}|[a-z]{2,4});/g, (whole, body: string) => {
    if (!body.startsWith("#")) return NAMED[body] ?? whole;
    const code = body[1] === "x" ? Number.parseInt(body.slice(2), 16) : Number(body.slice(1));
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}
