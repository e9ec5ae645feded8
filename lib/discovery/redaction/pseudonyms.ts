import { createHmac } from "node:crypto";

/**
 * Made-up names and addresses of the same shape. One key gives one pseudonym for a word wherever it stands, so that
 * joins stay: between sheets, between files, and between the imports of a project, whose key is the same. Every
 * mapping is one to one: what was different stays different, and no table has to be kept.
 */

/** Words of the trade, not of the customer: readiness reads them, and they give nobody away. */
const KEPT_WORDS: ReadonlySet<string> = new Set(
  (
    "vmdk vmx iso vswd nsx logicalswitch vlan vm network resources esx esxi vcenter vcls hcx dvs dvportgroup vswitch " +
    "dvuplinks uplink uplinks portgroup vmkernel management vmotion vsan local localhost localdomain com net org " +
    "corp lan internal example kr io boot vds pg prod production dev test staging discovered virtual machine"
  ).split(" "),
);

/** Letters and digits; everything else is shape. Apostrophes and the like part words. */
const WORD = /[\p{L}\p{M}]+|\d+/gu;
/** Shorter runs of digits count things (`web-01`); longer ones name them. */
const NAMING_DIGITS = 4;
const HANGUL_FIRST = 0xac00;
const HANGUL_COUNT = 11_172;
const ROUNDS = 4;

const IPV4 = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})$/;
const IPV6 = /^[0-9a-f:]*:[0-9a-f:]*(%\w+)?$/i;
const MAC =
  /^([0-9a-f]{2})[:-]([0-9a-f]{2})[:-]([0-9a-f]{2})[:-]([0-9a-f]{2})[:-]([0-9a-f]{2})[:-]([0-9a-f]{2})$/i;

/** First octets that are no customer's: this host, loopback, link-local and what follows the unicast space. */
const SPECIAL_FIRST_OCTETS: ReadonlySet<number> = new Set([0, 127, 169]);
const FIRST_MULTICAST_OCTET = 224;

/** What a character is shifted in: its alphabet's first code point and size. Null for one that is kept. */
function alphabetOf(code: number): { first: number; size: number } | null {
  if (code >= 0x61 && code <= 0x7a) return { first: 0x61, size: 26 };
  if (code >= 0x41 && code <= 0x5a) return { first: 0x41, size: 26 };
  if (code >= 0x30 && code <= 0x39) return { first: 0x30, size: 10 };
  if (code >= HANGUL_FIRST && code < HANGUL_FIRST + HANGUL_COUNT) {
    return { first: HANGUL_FIRST, size: HANGUL_COUNT };
  }
  // Kana and Han, each within its own block; other alphabets within theirs of 32.
  if (code >= 0x3041 && code <= 0x3096) return { first: 0x3041, size: 86 };
  if (code >= 0x30a1 && code <= 0x30fa) return { first: 0x30a1, size: 90 };
  if (code >= 0x4e00 && code <= 0x9fff) return { first: 0x4e00, size: 20_992 };
  if (code >= 0x430 && code <= 0x44f) return { first: 0x430, size: 32 };
  if (code >= 0x410 && code <= 0x42f) return { first: 0x410, size: 32 };
  return null;
}

export class Pseudonyms {
  private readonly words = new Map<string, string>();
  private readonly texts = new Map<string, string>();

  constructor(private readonly key: string) {}

  /** A name of any kind, or a text: every word of it by its pseudonym, separators and case as they were. */
  text(text: string): string {
    const known = this.texts.get(text);
    if (known !== undefined) return known;
    const made = text.replace(WORD, (word) => this.word(word));
    if (this.texts.size < 200_000) this.texts.set(text, made);
    return made;
  }

  /** A sentence of a program, in which only words that stand in some name are the customer's. */
  quoted(text: string): string {
    return text.replace(WORD, (word) =>
      this.words.has(word.toLowerCase()) ? this.word(word) : word,
    );
  }

  name(name: string | null): string | null {
    return name === null ? null : this.address(name);
  }

  /** An address where it is one, else a name. */
  address(text: string): string {
    const ipv4 = IPV4.exec(text);
    if (ipv4 !== null) return this.ipv4(text, ipv4.slice(1, 5).map(Number));
    if (IPV6.test(text)) return this.ipv6(text);
    const mac = MAC.exec(text);
    return mac === null ? this.text(text) : this.mac(text, mac);
  }

  private word(word: string): string {
    const folded = word.toLowerCase();
    if (KEPT_WORDS.has(folded)) return word;
    if (/^\d/.test(word) && word.length < NAMING_DIGITS) return word;
    let made = this.words.get(folded);
    if (made === undefined) {
      made = this.shifted(folded);
      // A made-up word that is one of the kept would be two words at once.
      while (KEPT_WORDS.has(made)) made = this.shifted(made);
      this.words.set(folded, made);
    }
    return withCaseOf(word, folded, made);
  }

  /** A Feistel network over the word's two halves: one to one, whatever the shifts are. */
  private shifted(word: string): string {
    const letters = [...word].map((letter) => letter.codePointAt(0) ?? 0);
    const middle = letters.length >> 1;
    for (let round = 0; round < ROUNDS; round += 1) {
      const [from, to] = round % 2 === 0 ? [0, middle] : [middle, letters.length];
      const other = [...letters.slice(0, from), ...letters.slice(to)];
      const shifts = this.bytes("word", String(round), String(letters.length), other.join("."));
      for (let at = from; at < to; at += 1) {
        const code = letters[at] as number;
        const alphabet = alphabetOf(code);
        if (alphabet === null) continue;
        const shift = shifts.readUInt16LE((2 * (at - from)) % 30);
        letters[at] = alphabet.first + ((code - alphabet.first + shift) % alphabet.size);
      }
    }
    return String.fromCodePoint(...letters);
  }

  /** Two addresses of one subnet, whatever its length, are in one subnet afterwards; private ones stay private. */
  private ipv4(text: string, octets: number[]): string {
    const [first = 0, second = 0] = octets;
    if (octets.some((octet) => octet > 255)) return this.text(text);
    if (SPECIAL_FIRST_OCTETS.has(first) || first >= FIRST_MULTICAST_OCTET) return text;
    const kept =
      first === 172 && second >= 16 && second < 32 ? 12 : first === 192 && second === 168 ? 16 : 8;
    const bits = octets.flatMap((octet) => bitsOf(octet, 8));
    const made = this.flipped("ipv4", bits, kept);
    return [0, 8, 16, 24].map((at) => numberOf(made.slice(at, at + 8))).join(".");
  }

  private ipv6(text: string): string {
    const [plain = "", zone] = text.split("%");
    const groups = groupsOf(plain);
    if (groups === null) return this.text(text);
    const bits = groups.flatMap((group) => bitsOf(group, 16));
    // The first group says what kind of address it is: global, unique local, link-local.
    const made = groups.every((group, index) => index === 7 || group === 0)
      ? bits
      : this.flipped("ipv6", bits, 16);
    const shown = groups.map((_, index) =>
      numberOf(made.slice(index * 16, index * 16 + 16)).toString(16),
    );
    return `${shown.join(":")}${zone === undefined ? "" : `%${zone}`}`;
  }

  /** The maker's half stays: 00:50:56 says VMware. */
  private mac(text: string, parts: RegExpExecArray): string {
    const mask = this.bytes("mac", parts.slice(1, 4).join("").toLowerCase());
    const separator = text[2] ?? ":";
    const device = parts.slice(4, 7).map((part, index) => {
      const byte = Number.parseInt(part, 16) ^ (mask[index] ?? 0);
      const shown = byte.toString(16).padStart(2, "0");
      return part === part.toUpperCase() ? shown.toUpperCase() : shown;
    });
    return [...parts.slice(1, 4), ...device].join(separator);
  }

  /** Each bit is flipped or not by what stands before it: common prefixes stay common (Crypto-PAn, 2002). */
  private flipped(kind: string, bits: readonly number[], kept: number): number[] {
    const made = bits.slice(0, kept);
    for (let at = kept; at < bits.length; at += 1) {
      const prefix = bits.slice(0, at).join("");
      made.push((bits[at] as number) ^ this.flip(kind, prefix));
    }
    return made;
  }

  private readonly flips = new Map<string, number>();

  private flip(kind: string, prefix: string): number {
    const known = this.flips.get(kind + prefix);
    if (known !== undefined) return known;
    const flip = (this.bytes(kind, prefix)[0] ?? 0) & 1;
    if (this.flips.size < 1_000_000) this.flips.set(kind + prefix, flip);
    return flip;
  }

  private bytes(...parts: string[]): Buffer {
    return createHmac("sha256", this.key).update(JSON.stringify(parts)).digest();
  }
}

function withCaseOf(word: string, folded: string, made: string): string {
  if (word === folded) return made;
  const letters = [...made];
  return [...word]
    .map((letter, index) => {
      const other = letters[index] ?? "";
      return letter === letter.toUpperCase() && letter !== letter.toLowerCase()
        ? other.toUpperCase()
        : other;
    })
    .join("");
}

function bitsOf(value: number, width: number): number[] {
  return Array.from({ length: width }, (_, index) => (value >> (width - 1 - index)) & 1);
}

function numberOf(bits: readonly number[]): number {
  return bits.reduce((value, bit) => value * 2 + bit, 0);
}

/** The eight groups of an IPv6 address, `::` filled up; null for what is none. */
function groupsOf(text: string): number[] | null {
  const [head = "", tail, more] = text.split("::");
  if (more !== undefined) return null;
  const parse = (part: string) =>
    part === "" ? [] : part.split(":").map((group) => Number.parseInt(group, 16));
  const before = parse(head);
  const after = tail === undefined ? [] : parse(tail);
  const missing = 8 - before.length - after.length;
  if (tail === undefined ? missing !== 0 : missing < 1) return null;
  const groups = [...before, ...new Array<number>(missing).fill(0), ...after];
  return groups.every((group) => group >= 0 && group <= 0xffff) ? groups : null;
}
