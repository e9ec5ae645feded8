/**
 * MurmurHash3_x86_128 (Austin Appleby, public domain, SMHasher). It fills the four state words of a
 * `RandomStream`, so two different names share a stream with a chance of about 2^-128.
 */
export type Hash128 = [number, number, number, number];

const C1 = 0x239b961b;
const C2 = 0xab0e9789 | 0;
const C3 = 0x38b34ae5;
const C4 = 0xa1e38b93 | 0;

function rotateLeft(word: number, bits: number): number {
  return (word << bits) | (word >>> (32 - bits));
}

function finalMix(word: number): number {
  let mixed = word ^ (word >>> 16);
  mixed = Math.imul(mixed, 0x85ebca6b);
  mixed ^= mixed >>> 13;
  mixed = Math.imul(mixed, 0xc2b2ae35);
  return mixed ^ (mixed >>> 16);
}

/** Up to four bytes, little-endian; bytes past the end count as 0, as in the reference tail. */
function wordAt(bytes: Uint8Array, offset: number, end: number): number {
  let word = 0;
  const count = Math.min(4, end - offset);
  for (let i = 0; i < count; i++) word |= (bytes[offset + i] ?? 0) << (8 * i);
  return word;
}

/**
 * Hashes `bytes[0, length)` under a 32-bit seed.
 * @returns four signed 32-bit words, in the order of the reference implementation
 */
export function murmurHash128(bytes: Uint8Array, length: number, seed: number): Hash128 {
  let h1 = seed | 0;
  let h2 = h1;
  let h3 = h1;
  let h4 = h1;
  const bodyEnd = length - (length % 16);
  for (let i = 0; i < bodyEnd; i += 16) {
    h1 ^= Math.imul(rotateLeft(Math.imul(wordAt(bytes, i, length), C1), 15), C2);
    h1 = (Math.imul((rotateLeft(h1, 19) + h2) | 0, 5) + 0x561ccd1b) | 0;
    h2 ^= Math.imul(rotateLeft(Math.imul(wordAt(bytes, i + 4, length), C2), 16), C3);
    h2 = (Math.imul((rotateLeft(h2, 17) + h3) | 0, 5) + 0x0bcaa747) | 0;
    h3 ^= Math.imul(rotateLeft(Math.imul(wordAt(bytes, i + 8, length), C3), 17), C4);
    h3 = (Math.imul((rotateLeft(h3, 15) + h4) | 0, 5) + 0x96cd1c35) | 0;
    h4 ^= Math.imul(rotateLeft(Math.imul(wordAt(bytes, i + 12, length), C4), 18), C1);
    h4 = (Math.imul((rotateLeft(h4, 13) + h1) | 0, 5) + 0x32ac3b17) | 0;
  }
  // A missing tail word is 0, and 0 leaves its lane as it is, so no branch on the tail length is needed.
  h4 ^= Math.imul(rotateLeft(Math.imul(wordAt(bytes, bodyEnd + 12, length), C4), 18), C1);
  h3 ^= Math.imul(rotateLeft(Math.imul(wordAt(bytes, bodyEnd + 8, length), C3), 17), C4);
  h2 ^= Math.imul(rotateLeft(Math.imul(wordAt(bytes, bodyEnd + 4, length), C2), 16), C3);
  h1 ^= Math.imul(rotateLeft(Math.imul(wordAt(bytes, bodyEnd, length), C1), 15), C2);

  h1 ^= length;
  h2 ^= length;
  h3 ^= length;
  h4 ^= length;
  h1 = (h1 + h2 + h3 + h4) | 0;
  h2 = (h2 + h1) | 0;
  h3 = (h3 + h1) | 0;
  h4 = (h4 + h1) | 0;
  h1 = finalMix(h1);
  h2 = finalMix(h2);
  h3 = finalMix(h3);
  h4 = finalMix(h4);
  h1 = (h1 + h2 + h3 + h4) | 0;
  return [h1, (h2 + h1) | 0, (h3 + h1) | 0, (h4 + h1) | 0];
}

let scratch = new Uint8Array(256);

/**
 * Hashes a list of names as length-prefixed UTF-16, so that ("ab", "c") and ("a", "bc") differ.
 * @param seed any safe integer; both its halves count
 */
export function hashNames(seed: number, names: readonly string[]): Hash128 {
  let bytesNeeded = 4;
  for (const name of names) bytesNeeded += 4 + 2 * name.length;
  if (scratch.length < bytesNeeded) scratch = new Uint8Array(2 * bytesNeeded);
  let offset = writeUint32(0, Math.floor(seed / 4_294_967_296));
  for (const name of names) {
    offset = writeUint32(offset, name.length);
    for (let i = 0; i < name.length; i++) {
      const unit = name.charCodeAt(i);
      scratch[offset++] = unit & 0xff;
      scratch[offset++] = unit >>> 8;
    }
  }
  return murmurHash128(scratch, offset, seed % 4_294_967_296);
}

function writeUint32(offset: number, value: number): number {
  scratch[offset] = value & 0xff;
  scratch[offset + 1] = (value >>> 8) & 0xff;
  scratch[offset + 2] = (value >>> 16) & 0xff;
  scratch[offset + 3] = (value >>> 24) & 0xff;
  return offset + 4;
}
