import type { ContainerPart } from "../container/zip-container";
import type { ImportLimits } from "../limits";
import { ImportError } from "../schema";
import {
  appendItemText,
  ByteSink,
  decodeXstring,
  isName,
  prefixLengthAt,
  skipConstruct,
} from "./utf8-text";

const LT = 0x3c;

/**
 * The shared strings of a workbook, kept as bytes. A string comes into being when a cell that is used asks for
 * it, and then once: 50,000 VMs share a million strings of which the columns that nobody reads are a third.
 */
export class SharedStrings {
  private readonly cache: (string | undefined)[] = [];
  private starts = new Uint32Array(1024);
  count = 0;

  constructor(readonly sink: ByteSink) {}

  /** Notes that the bytes since the last string are the next one. */
  close(): void {
    this.count += 1;
    if (this.count >= this.starts.length) {
      const grown = new Uint32Array(this.starts.length * 2);
      grown.set(this.starts);
      this.starts = grown;
    }
    this.starts[this.count] = this.sink.length;
  }

  /** The string at `index`; null where the workbook has none. */
  get(index: number): string | null {
    const known = this.cache[index];
    if (known !== undefined) return known;
    if (!(index >= 0 && index < this.count)) return null;
    const text = decodeXstring(
      decodeText(this.sink.bytes, this.starts[index] as number, this.starts[index + 1] as number),
    );
    if (this.cache.length === 0) this.cache.length = this.count;
    this.cache[index] = text;
    return text;
  }
}

/** Decodes UTF-8, by the faster way where all of it is ASCII. */
export function decodeText(bytes: Buffer, start: number, end: number): string {
  for (let position = start; position < end; position += 1) {
    if ((bytes[position] as number) >= 0x80) return bytes.toString("utf8", start, end);
  }
  return bytes.toString("latin1", start, end);
}

/** Reads `sharedStrings.xml`. Throws `tooLarge` past the limit, and what the container throws. */
export async function readSharedStrings(
  part: ContainerPart | undefined,
  limits: ImportLimits,
  signal?: AbortSignal,
  onBytes?: (bytes: number) => void,
): Promise<SharedStrings> {
  if (part === undefined) return new SharedStrings(new ByteSink(0));
  if (part.inflatedBytes > limits.sharedStringBytes) {
    throw new ImportError("tooLarge", { part: part.name, bytes: part.inflatedBytes });
  }
  const strings = new SharedStrings(new ByteSink(Math.ceil(part.inflatedBytes * 0.7)));
  let carry: Buffer = Buffer.alloc(0);
  const state = { prefixLength: -1 };
  for await (const chunk of part.stream(signal)) {
    onBytes?.(chunk.byteLength);
    const buffer = carry.length === 0 ? (chunk as Buffer) : Buffer.concat([carry, chunk]);
    const used = scanItems(buffer, strings, state);
    if (buffer.length - used > limits.tokenBytes)
      throw new ImportError("damaged", { part: part.name });
    carry = Buffer.from(buffer.subarray(used));
  }
  return strings;
}

/** Takes whole `<si>` items from `buffer`; answers how many bytes are done with. */
function scanItems(
  buffer: Buffer,
  strings: SharedStrings,
  state: { prefixLength: number },
): number {
  const end = buffer.length;
  let position = 0;
  for (;;) {
    while (position < end && buffer[position] !== LT) position += 1;
    if (position >= end) return end;
    const after = skipConstruct(buffer, position, end);
    if (after < 0) return position;
    const first = buffer[position + 1] as number;
    // The first real start tag is the root: its prefix is that of all of them.
    if (state.prefixLength < 0 && first !== 0x21 && first !== 0x3f) {
      state.prefixLength = prefixLengthAt(buffer, position + 1, after);
    }
    if (state.prefixLength >= 0 && isName(buffer, position + 1 + state.prefixLength, "si")) {
      if (buffer[after - 2] !== 0x2f) {
        const next = appendItemText(buffer, after, end, state.prefixLength, "si", strings.sink);
        if (next < 0) return position;
        position = next;
      } else {
        position = after;
      }
      strings.close();
    } else {
      position = after;
    }
  }
}
