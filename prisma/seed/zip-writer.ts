import { once } from "node:events";
import type { Writable } from "node:stream";
import { crc32, createDeflateRaw } from "node:zlib";

/** Sizes and offsets are 32 bits wide without the ZIP64 extension (PKWARE APPNOTE 4.4.1.4). */
const LARGEST = 0xff_ff_ff_ff;
const LOCAL_HEADER = 0x04034b50;
const CENTRAL_HEADER = 0x02014b50;
const END_OF_DIRECTORY = 0x06054b50;
const VERSION_DEFLATE = 20;
const METHOD_DEFLATE = 8;
/** Bit 11: names are UTF-8. */
const FLAG_UTF8 = 0x0800;
/** Fast, and still about a tenth of a sheet's XML. */
const DEFLATE_LEVEL = 4;

interface Entry {
  name: Buffer;
  crc: number;
  compressedBytes: number;
  plainBytes: number;
  offsetBytes: number;
}

/**
 * Writes a zip archive to a stream. An entry's compressed bytes are held until its size is known,
 * so the archive needs no data descriptors; its plain text never is. The same entries and time give
 * the same bytes.
 */
export class ZipWriter {
  private readonly entries: Entry[] = [];
  private writtenBytes = 0;
  private readonly dosTime: number;
  private readonly dosDate: number;

  constructor(
    private readonly sink: Writable,
    modifiedAtMs: number,
  ) {
    const date = new Date(modifiedAtMs);
    this.dosTime = (date.getUTCHours() << 11) | (date.getUTCMinutes() << 5);
    this.dosDate =
      ((date.getUTCFullYear() - 1980) << 9) | ((date.getUTCMonth() + 1) << 5) | date.getUTCDate();
  }

  /** @throws RangeError when the archive would need ZIP64 */
  async add(name: string, text: Iterable<string>): Promise<void> {
    const { chunks, crc, plainBytes, compressedBytes } = await compress(text);
    const offsetBytes = this.writtenBytes;
    if (plainBytes > LARGEST || offsetBytes + compressedBytes > LARGEST) {
      throw new RangeError(`${name} makes the archive larger than 4 GiB`);
    }
    const entry = { name: Buffer.from(name), crc, compressedBytes, plainBytes, offsetBytes };
    this.entries.push(entry);
    await this.write(this.localHeader(entry));
    for (const chunk of chunks) await this.write(chunk);
  }

  /** Writes the central directory; the stream is left open for its owner to end. */
  async finish(): Promise<void> {
    const offsetBytes = this.writtenBytes;
    for (const entry of this.entries) await this.write(this.centralHeader(entry));
    const end = Buffer.alloc(22);
    end.writeUInt32LE(END_OF_DIRECTORY, 0);
    end.writeUInt16LE(this.entries.length, 8);
    end.writeUInt16LE(this.entries.length, 10);
    end.writeUInt32LE(this.writtenBytes - offsetBytes, 12);
    end.writeUInt32LE(offsetBytes, 16);
    await this.write(end);
  }

  private async write(chunk: Buffer): Promise<void> {
    this.writtenBytes += chunk.length;
    if (!this.sink.write(chunk)) await once(this.sink, "drain");
  }

  /** The 26 bytes that the local and the central header share. */
  private sharedFields(entry: Entry): Buffer {
    const fields = Buffer.alloc(26);
    fields.writeUInt16LE(VERSION_DEFLATE, 0);
    fields.writeUInt16LE(FLAG_UTF8, 2);
    fields.writeUInt16LE(METHOD_DEFLATE, 4);
    fields.writeUInt16LE(this.dosTime, 6);
    fields.writeUInt16LE(this.dosDate, 8);
    fields.writeUInt32LE(entry.crc, 10);
    fields.writeUInt32LE(entry.compressedBytes, 14);
    fields.writeUInt32LE(entry.plainBytes, 18);
    fields.writeUInt16LE(entry.name.length, 22);
    return fields;
  }

  private localHeader(entry: Entry): Buffer {
    const signature = Buffer.alloc(4);
    signature.writeUInt32LE(LOCAL_HEADER, 0);
    return Buffer.concat([signature, this.sharedFields(entry), entry.name]);
  }

  private centralHeader(entry: Entry): Buffer {
    const start = Buffer.alloc(6);
    start.writeUInt32LE(CENTRAL_HEADER, 0);
    start.writeUInt16LE(VERSION_DEFLATE, 4);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(entry.offsetBytes, 10);
    return Buffer.concat([start, this.sharedFields(entry), tail, entry.name]);
  }
}

async function compress(text: Iterable<string>) {
  const deflate = createDeflateRaw({ level: DEFLATE_LEVEL });
  const chunks: Buffer[] = [];
  deflate.on("data", (chunk: Buffer) => chunks.push(chunk));
  const ended = once(deflate, "end");
  let crc = 0;
  let plainBytes = 0;
  for (const piece of text) {
    const bytes = Buffer.from(piece);
    crc = crc32(bytes, crc);
    plainBytes += bytes.length;
    if (!deflate.write(bytes)) await once(deflate, "drain");
  }
  deflate.end();
  await ended;
  return { chunks, crc, plainBytes, compressedBytes: chunks.reduce((sum, c) => sum + c.length, 0) };
}
