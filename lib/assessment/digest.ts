/**
 * A short fingerprint of texts, to tell whether an assessment's inputs have changed since. Not a
 * cryptographic hash: two halves of 32-bit FNV-1a with different offsets (Fowler, Noll, Vo).
 */
export class Digest {
  private low = 0x811c9dc5;
  private high = 0x84222325;

  add(text: string): this {
    for (let index = 0; index < text.length; index += 1) {
      const unit = text.charCodeAt(index);
      this.low = Math.imul(this.low ^ unit, 0x01000193);
      this.high = Math.imul(this.high ^ unit ^ (index & 0xff), 0x01000193);
    }
    // A separator keeps ["ab","c"] apart from ["a","bc"].
    this.low = Math.imul(this.low ^ 0xffff, 0x01000193);
    this.high = Math.imul(this.high ^ 0xffff, 0x01000193);
    return this;
  }

  hex(): string {
    return [this.high, this.low].map((half) => (half >>> 0).toString(16).padStart(8, "0")).join("");
  }
}
