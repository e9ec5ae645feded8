/**
 * A file as its reader sees it: a name, a size and random access to its bytes.
 * The caller owns the file; lib/server and lib/cli give one over a file handle, tests over a buffer.
 */
export interface ByteSource {
  readonly name: string;
  readonly sizeBytes: number;
  /** Answers at most `length` bytes from `offset`; fewer only at the end of the file. */
  read(offset: number, length: number): Promise<Uint8Array>;
}

/** A source over bytes that are in memory already. */
export function sourceOfBytes(name: string, bytes: Uint8Array): ByteSource {
  return {
    name,
    sizeBytes: bytes.byteLength,
    read: async (offset, length) =>
      bytes.subarray(offset, Math.min(offset + length, bytes.byteLength)),
  };
}

/** Bytes read at once: large enough that the file system's latency does not show, small enough to forget. */
const READ_BYTES = 256 * 1024;

/** The bytes `start` (inclusive) to `end` (exclusive) of a source, in order. */
export async function* readRange(
  source: ByteSource,
  start = 0,
  end = source.sizeBytes,
): AsyncGenerator<Uint8Array> {
  let offset = start;
  while (offset < end) {
    const bytes = await source.read(offset, Math.min(READ_BYTES, end - offset));
    if (bytes.byteLength === 0) return;
    offset += bytes.byteLength;
    yield bytes;
  }
}
