// Builds the JSON of telemetry messages as bytes. A race has 700 000 samples of some 80 characters: as strings and
// through JSON.stringify they take five times as long.

/** ASCII text that is written often, ready as bytes. */
export function literal(text: string): Uint8Array {
  return Buffer.from(text, 'latin1')
}

const ZERO = 0x30
const MINUS = 0x2d

/** A growing buffer; used again for each message. */
export class SampleText {
  private bytes = new Uint8Array(64 * 1024)
  private length = 0

  clear(): void {
    this.length = 0
  }

  /** What was written since the last `clear`; valid until the next write. */
  written(): Uint8Array {
    return this.bytes.subarray(0, this.length)
  }

  add(text: Uint8Array): void {
    this.reserve(text.length)
    const { bytes } = this
    let at = this.length
    for (const byte of text) bytes[at++] = byte
    this.length = at
  }

  /** @param value whole. */
  addInteger(value: number): void {
    this.reserve(12)
    let rest = Math.abs(value)
    if (value < 0) this.bytes[this.length++] = MINUS
    let digits = 1
    for (let bound = 10; rest >= bound; bound *= 10) digits++
    this.length += digits
    for (let at = this.length - 1; digits > 0; at--, digits--) {
      const tenth = Math.floor(rest / 10)
      this.bytes[at] = ZERO + rest - 10 * tenth
      rest = tenth
    }
  }

  private reserve(more: number): void {
    if (this.length + more <= this.bytes.length) return
    const larger = new Uint8Array(2 * this.bytes.length + more)
    larger.set(this.bytes)
    this.bytes = larger
  }
}
