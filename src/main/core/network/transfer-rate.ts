// Tells a slow line from one that only pretends to be alive: a byte now and then keeps any limit on silence from
// firing, and a transfer like that would never end. There is no limit on the whole time, so slow lines get there.

export interface RateLimit {
  readonly windowMs: number
  /** Fewer bytes than this in a window is no transfer. */
  readonly leastBytes: number
}

/** 512 bytes a second over half a minute: a twentieth of what a bad mobile line gives. */
export const RATE_LIMIT: RateLimit = { windowMs: 30_000, leastBytes: 15 * 1024 }

/** Counts the bytes of one transfer in windows that follow on one another. */
export class TransferRate {
  private windowBytes = 0

  /** @param windowStart monotonic ms, as all times here. */
  constructor(
    private readonly limit: RateLimit,
    private windowStart: number,
  ) {}

  /** @returns false when the window that has just ended brought too little. */
  isFastEnough(bytes: number, elapsed: number): boolean {
    this.windowBytes += bytes
    if (elapsed - this.windowStart < this.limit.windowMs) return true
    const isEnough = this.windowBytes >= this.limit.leastBytes
    this.windowStart = elapsed
    this.windowBytes = 0
    return isEnough
  }
}
