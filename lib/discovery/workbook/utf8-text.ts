/**
 * The text rules that shared strings and inline strings have in common, over bytes:
 * `<t>` elements joined, phonetic runs (`<rPh>`) left out, entities and CDATA resolved.
 */

const LT = 0x3c;
const GT = 0x3e;
const AMP = 0x26;
const SLASH = 0x2f;
const BANG = 0x21;
const QUESTION = 0x3f;

/** A byte buffer that grows by doubling, for text on its way from XML to a string. */
export class ByteSink {
  bytes: Buffer;
  length = 0;

  constructor(capacity: number) {
    this.bytes = Buffer.allocUnsafeSlow(Math.max(capacity, 64));
  }

  ensure(extra: number): void {
    if (this.length + extra <= this.bytes.length) return;
    const grown = Buffer.allocUnsafeSlow(Math.max(this.bytes.length * 2, this.length + extra));
    this.bytes.copy(grown, 0, 0, this.length);
    this.bytes = grown;
  }
}

/** Past the end of the tag, comment, CDATA section or instruction at `at`; -1 while it is unfinished. */
export function skipConstruct(buffer: Uint8Array, at: number, end: number): number {
  const next = buffer[at + 1];
  if (next === BANG || next === QUESTION) return skipSection(buffer, at, end);
  let position = at + 1;
  while (position < end) {
    const byte = buffer[position];
    if (byte === GT) return position + 1;
    position += 1;
    if (byte === 0x22 || byte === 0x27) {
      const close = buffer.indexOf(byte, position);
      if (close < 0 || close >= end) return -1;
      position = close + 1;
    }
  }
  return -1;
}

function skipSection(buffer: Uint8Array, at: number, end: number): number {
  // `<!--` needs `-->`, `<![` needs `]]>`, `<?` needs `?>`, any other declaration a plain `>`.
  if (at + 4 > end) return -1;
  const kind = buffer[at + 2];
  const second = buffer[at + 1];
  for (let position = at + 2; position < end; position += 1) {
    if (buffer[position] !== GT) continue;
    const before = buffer[position - 1];
    const beforeThat = buffer[position - 2];
    if (second === QUESTION) {
      if (before === QUESTION) return position + 1;
    } else if (kind === 0x2d) {
      if (before === 0x2d && beforeThat === 0x2d && position >= at + 6) return position + 1;
    } else if (kind === 0x5b) {
      if (before === 0x5d && beforeThat === 0x5d) return position + 1;
    } else {
      return position + 1;
    }
  }
  return -1;
}

/** Whether the name at `at` is exactly `name` (ASCII): the next byte ends a tag's name. */
export function isName(buffer: Uint8Array, at: number, name: string): boolean {
  for (let index = 0; index < name.length; index += 1) {
    if (buffer[at + index] !== name.charCodeAt(index)) return false;
  }
  const after = buffer[at + name.length];
  return after === GT || after === SLASH || (after !== undefined && after <= 0x20);
}

/**
 * Appends the text of the string item whose content starts at `from` to `sink`, up to and past its end tag
 * `closeName`. Answers the position after that, or -1 when the buffer ends first (the sink is then as before).
 */
export function appendItemText(
  buffer: Buffer,
  from: number,
  end: number,
  prefixLength: number,
  closeName: string,
  sink: ByteSink,
): number {
  const start = sink.length;
  let position = from;
  let inText = false;
  let inPhonetic = false;
  for (;;) {
    const tag = buffer.indexOf(LT, position);
    if (tag < 0 || tag >= end) break;
    if (inText && !inPhonetic && tag > position) appendDecoded(buffer, position, tag, sink);
    const after = skipConstruct(buffer, tag, end);
    if (after < 0) break;
    const next = buffer[tag + 1];
    if (next === BANG) {
      if (inText && !inPhonetic && buffer[tag + 2] === 0x5b)
        appendRaw(buffer, tag + 9, after - 3, sink);
    } else if (next === SLASH) {
      const name = tag + 2 + prefixLength;
      if (isName(buffer, name, closeName)) return after;
      if (isName(buffer, name, "t")) inText = false;
      else if (isName(buffer, name, "rPh")) inPhonetic = false;
    } else {
      const name = tag + 1 + prefixLength;
      const opens = buffer[after - 2] !== SLASH;
      if (isName(buffer, name, "t")) inText = opens;
      else if (isName(buffer, name, "rPh")) inPhonetic = opens;
    }
    position = after;
  }
  sink.length = start;
  return -1;
}

function appendRaw(buffer: Buffer, from: number, to: number, sink: ByteSink): void {
  if (to <= from) return;
  sink.ensure(to - from);
  // A call into native code costs as much as a hundred bytes here.
  if (to - from > 128) {
    buffer.copy(sink.bytes, sink.length, from, to);
    sink.length += to - from;
    return;
  }
  const target = sink.bytes;
  let length = sink.length;
  for (let position = from; position < to; position += 1) {
    target[length] = buffer[position] as number;
    length += 1;
  }
  sink.length = length;
}

function appendDecoded(buffer: Buffer, from: number, to: number, sink: ByteSink): void {
  let position = from;
  for (let at = from; at < to; at += 1) {
    if (buffer[at] !== AMP) continue;
    const code = entityAt(buffer, at, to);
    if (code === null) continue;
    appendRaw(buffer, position, at, sink);
    sink.ensure(4);
    sink.length += sink.bytes.write(String.fromCodePoint(code.point), sink.length, "utf8");
    position = code.end;
    at = code.end - 1;
  }
  appendRaw(buffer, position, to, sink);
}

const NAMED_ENTITIES: Record<string, number> = { amp: 38, lt: 60, gt: 62, quot: 34, apos: 39 };

/** The code point of the reference at `at`, or null for what is none (it then stays as written). */
function entityAt(buffer: Buffer, at: number, end: number): { point: number; end: number } | null {
  // The longest reference is `&#1114111;`: an unfinished one is not searched for further than that.
  const bound = Math.min(end, at + 12);
  let semicolon = at + 1;
  while (semicolon < bound && buffer[semicolon] !== 0x3b) semicolon += 1;
  if (semicolon >= bound) return null;
  const body = buffer.toString("latin1", at + 1, semicolon);
  const named = NAMED_ENTITIES[body];
  if (named !== undefined) return { point: named, end: semicolon + 1 };
  const match = /^#(?:x([0-9a-fA-F]{1,6})|([0-9]{1,7}))$/.exec(body);
  if (match === null) return null;
  const point = match[1] ? Number.parseInt(match[1], 16) : Number(match[2]);
  return point > 0x10ffff ? null : { point, end: semicolon + 1 };
}

/** Excel writes characters that XML can't hold as `_xHHHH_` (ECMA-376 ST_Xstring). */
export function decodeXstring(text: string): string {
  if (!text.includes("_x")) return text;
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_whole, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
}

/** How many bytes of namespace prefix (`x:`) the tag name at `at` carries. */
export function prefixLengthAt(buffer: Uint8Array, at: number, end: number): number {
  for (let position = at; position < end; position += 1) {
    const byte = buffer[position] as number;
    if (byte === 0x3a) return position + 1 - at;
    if (byte === GT || byte === SLASH || byte <= 0x20) return 0;
  }
  return 0;
}
