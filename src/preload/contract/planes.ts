// Arrays of numbers in few bytes, lossless to a stated step: quantised, differenced `order` times (a smooth curve has
// tiny second differences), zigzag-mapped and written as LEB128 varints. Knows nothing of what the numbers mean.

export interface PlaneFormat {
  /** Value of one step. Half of it is the largest rounding error. */
  readonly quantum: number
  readonly order: 1 | 2
  /** Steps that stand for NaN where a value may be missing; outside the values' range. */
  readonly missing?: number
}

/** The bytes are not what they are taken for, or the numbers cannot be written. */
export class FrameError extends Error {
  override readonly name = 'FrameError'
}

/** Writes planes one behind the other into a buffer that grows. */
export class PlaneWriter {
  private bytes = new Uint8Array(32_768)
  private at = 0

  /** @param name for the error. @throws FrameError for a value that is not a number, or too large for its step. */
  write(values: ArrayLike<number>, format: PlaneFormat, name: string): void {
    let before = 0
    let stepBefore = 0
    for (let i = 0; i < values.length; i++) {
      const step = quantise(values[i]!, format, name)
      const first = step - before
      this.push(format.order === 1 ? first : first - stepBefore)
      stepBefore = first
      before = step
    }
  }

  finish(): Uint8Array {
    return this.bytes.subarray(0, this.at)
  }

  private push(value: number): void {
    // Zigzag in floating point, not with shifts: second differences of coordinates may pass 31 bits.
    let rest = value >= 0 ? value * 2 : -value * 2 - 1
    if (this.at + 8 > this.bytes.length) this.grow()
    while (rest > 127) {
      this.bytes[this.at++] = (rest % 128) + 128
      rest = Math.floor(rest / 128)
    }
    this.bytes[this.at++] = rest
  }

  private grow(): void {
    const larger = new Uint8Array(this.bytes.length * 2)
    larger.set(this.bytes)
    this.bytes = larger
  }
}

function quantise(value: number, { quantum, missing }: PlaneFormat, name: string): number {
  if (Number.isNaN(value) && missing !== undefined) return missing
  const step = Math.round(value / quantum)
  if (!Number.isSafeInteger(step)) throw new FrameError(`${name} holds ${value}`)
  return step
}

/** Reads planes in the order they were written in. */
export class PlaneReader {
  /** @param at where the first plane begins. */
  constructor(
    private readonly bytes: Uint8Array,
    private at: number,
  ) {}

  /** True when everything has been read. */
  get isAtEnd(): boolean {
    return this.at === this.bytes.length
  }

  /** Fills `values`. @throws FrameError when the bytes end before. */
  read<T extends Float64Array | Uint8Array>(values: T, format: PlaneFormat, name: string): T {
    // Divide by the whole number 1/quantum where there is one: 3 * 0.1 is not 0.3, 3 / 10 is.
    const stepsPerUnit = Math.round(1 / format.quantum)
    let before = 0
    let stepBefore = 0
    for (let i = 0; i < values.length; i++) {
      const coded = this.next(name)
      const first = format.order === 1 ? coded : coded + stepBefore
      const step = before + first
      values[i] = step === format.missing ? Number.NaN : step / stepsPerUnit
      stepBefore = first
      before = step
    }
    return values
  }

  private next(name: string): number {
    let zigzag = 0
    let scale = 1
    for (;;) {
      const byte = this.bytes[this.at++]
      if (byte === undefined || scale > 2 ** 49) throw new FrameError(`${name} is cut short`)
      zigzag += (byte & 127) * scale
      if (byte < 128) break
      scale *= 128
    }
    return zigzag % 2 === 0 ? zigzag / 2 : -(zigzag + 1) / 2
  }
}
