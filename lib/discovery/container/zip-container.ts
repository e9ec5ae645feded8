import { crc32, createInflateRaw } from "node:zlib";
import { type Entry, fromRandomAccessReaderPromise, RandomAccessReader, type ZipFile } from "yauzl";
import { type ByteSource, readRange } from "../byte-source";
import type { ImportLimits } from "../limits";
import { ImportError } from "../schema";

/** Deflate gives this much at once; a chunk is scanned while the next is inflated in zlib's own thread. */
const INFLATE_CHUNK_BYTES = 512 * 1024;

/** The zip flag of an entry whose data are encrypted (APPNOTE 4.4.4, bit 0). */
const ENCRYPTED_FLAG = 0x1;

class SourceReader extends RandomAccessReader {
  constructor(private readonly source: ByteSource) {
    super();
  }

  override read(
    buffer: Buffer,
    offset: number,
    length: number,
    position: number,
    callback: (error: Error | null) => void,
  ): void {
    this.source.read(position, length).then(
      (bytes) => {
        if (bytes.byteLength < length) return callback(new Error("unexpected end of file"));
        buffer.set(bytes, offset);
        callback(null);
      },
      (error: Error) => callback(error),
    );
  }

  override close(callback: (error: Error | null) => void): void {
    callback(null);
  }
}

/** One file inside a container, by the name that it has there. */
export interface ContainerPart {
  readonly name: string;
  readonly compressedBytes: number;
  readonly inflatedBytes: number;
  /** Its bytes, inflated while they are asked for. Throws an ImportError where they are not what was declared. */
  stream(signal?: AbortSignal): AsyncGenerator<Uint8Array>;
}

export interface Container {
  readonly parts: ReadonlyMap<string, ContainerPart>;
}

/**
 * Reads a zip's directory and refuses it before anything is inflated: too many entries, sizes or ratios past
 * the limits, data of two entries that overlap (a bomb that uses the same bytes twice), encryption.
 */
export async function openContainer(source: ByteSource, limits: ImportLimits): Promise<Container> {
  const zip = await openZip(source);
  if (zip.entryCount > limits.entries) {
    throw new ImportError("tooManyEntries", { entries: zip.entryCount, limit: limits.entries });
  }
  const entries = await readDirectory(zip);
  checkSizes(entries, source, limits);
  const parts = new Map<string, ContainerPart>();
  for (const entry of entries) {
    const name = entry.fileName.replace(/^\/+/, "");
    if (name.endsWith("/")) continue;
    // Two parts of one name let two readers see two different files; Excel refuses such a package too.
    if (parts.has(name)) throw new ImportError("damaged", { part: name });
    parts.set(name, partOf(zip, entry, name, source));
  }
  return { parts };
}

async function openZip(source: ByteSource): Promise<ZipFile> {
  try {
    return await fromRandomAccessReaderPromise(new SourceReader(source), source.sizeBytes, {
      lazyEntries: true,
      autoClose: false,
      decodeStrings: true,
      strictFileNames: false,
    });
  } catch (error) {
    throw containerError(error);
  }
}

async function readDirectory(zip: ZipFile): Promise<Entry[]> {
  const entries: Entry[] = [];
  try {
    for await (const entry of zip.eachEntry()) entries.push(entry);
  } catch (error) {
    throw containerError(error);
  }
  return entries;
}

/** yauzl's sentences become codes here, once. */
function containerError(error: unknown): ImportError {
  if (error instanceof ImportError) return error;
  const reason = error instanceof Error ? error.message : String(error);
  if (/end of central directory|end of file|EOF/i.test(reason)) {
    return new ImportError("truncated");
  }
  return new ImportError("damaged", { reason: reason.slice(0, 120) });
}

function checkSizes(entries: readonly Entry[], source: ByteSource, limits: ImportLimits): void {
  let inflated = 0;
  let compressed = 0;
  for (const entry of entries) {
    if (entry.generalPurposeBitFlag & ENCRYPTED_FLAG) throw new ImportError("encryptedWorkbook");
    inflated += entry.uncompressedSize;
    compressed += entry.compressedSize;
    if (
      entry.uncompressedSize > limits.inflateRatioFromBytes &&
      entry.uncompressedSize > entry.compressedSize * limits.inflateRatio
    ) {
      throw new ImportError("inflatesTooMuch", { part: entry.fileName.slice(0, 120) });
    }
  }
  if (inflated > limits.inflatedBytes) {
    throw new ImportError("inflatesTooMuch", { bytes: inflated, limit: limits.inflatedBytes });
  }
  if (compressed > source.sizeBytes) throw new ImportError("damaged", { reason: "overlap" });
}

function partOf(zip: ZipFile, entry: Entry, name: string, source: ByteSource): ContainerPart {
  return {
    name,
    compressedBytes: entry.compressedSize,
    inflatedBytes: entry.uncompressedSize,
    stream: (signal) => streamPart(zip, entry, source, signal),
  };
}

async function* streamPart(
  zip: ZipFile,
  entry: Entry,
  source: ByteSource,
  signal: AbortSignal | undefined,
): AsyncGenerator<Uint8Array> {
  let start: number;
  try {
    start = (await zip.readLocalFileHeaderPromise(entry, { minimal: true })).fileDataStart;
  } catch (error) {
    throw containerError(error);
  }
  const raw = readRange(source, start, start + entry.compressedSize);
  const chunks = entry.compressionMethod === 0 ? raw : inflate(raw, entry);
  let checksum = 0;
  let bytes = 0;
  for await (const chunk of chunks) {
    if (signal?.aborted) throw new ImportError("cancelled");
    bytes += chunk.byteLength;
    // The directory's sizes have passed the limits, so a part that outgrows its own is damaged, or a bomb where
    // even its compressed data are larger than what it declares.
    if (bytes > entry.uncompressedSize) {
      const isBomb = entry.compressedSize > entry.uncompressedSize + INFLATE_CHUNK_BYTES;
      const part = entry.fileName.slice(0, 120);
      throw new ImportError(isBomb ? "inflatesTooMuch" : "damaged", { part });
    }
    checksum = crc32(chunk, checksum);
    yield chunk;
  }
  if (bytes !== entry.uncompressedSize || checksum !== entry.crc32) {
    throw new ImportError("damaged", { part: entry.fileName.slice(0, 120) });
  }
}

async function* inflate(raw: AsyncGenerator<Uint8Array>, entry: Entry): AsyncGenerator<Uint8Array> {
  if (entry.compressionMethod !== 8) {
    throw new ImportError("damaged", { part: entry.fileName.slice(0, 120) });
  }
  const stream = createInflateRaw({ chunkSize: INFLATE_CHUNK_BYTES });
  const feeding = feed(raw, stream);
  try {
    for await (const chunk of stream) yield chunk as Buffer;
    await feeding;
  } catch (error) {
    if (error instanceof ImportError) throw error;
    throw new ImportError("damaged", { part: entry.fileName.slice(0, 120) });
  } finally {
    stream.destroy();
  }
}

async function feed(
  raw: AsyncGenerator<Uint8Array>,
  stream: ReturnType<typeof createInflateRaw>,
): Promise<void> {
  try {
    for await (const bytes of raw) {
      if (stream.destroyed) return;
      if (!stream.write(bytes)) await drained(stream);
    }
    if (!stream.destroyed) stream.end();
  } catch (error) {
    stream.destroy(error instanceof Error ? error : new Error(String(error)));
  }
}

function drained(stream: ReturnType<typeof createInflateRaw>): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      stream.off("drain", done);
      stream.off("close", done);
      resolve();
    };
    stream.on("drain", done);
    stream.on("close", done);
  });
}
