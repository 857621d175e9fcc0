// How often a page that crashes is brought back by itself. One that crashes again and again would only burn the battery.

/**
 * A page that crashes by chance does so less often; one that cannot live has used them up within seconds, and one that
 * freezes again and again, each time for the 20 s after which it is ended, within a good minute.
 */
const MOST_RECOVERIES = 3
const WITHIN_MS = 5 * 60_000

export class RecoveryLimit {
  private recoveredAt: readonly number[] = []

  /** Whether it may be brought back once more; counts it if so. @param now any clock in ms that does not go back. */
  allows(now: number): boolean {
    const recent = this.recoveredAt.filter((at) => now - at < WITHIN_MS)
    const isAllowed = recent.length < MOST_RECOVERIES
    this.recoveredAt = isAllowed ? [...recent, now] : recent
    return isAllowed
  }

  /** A person asked for another try. */
  reset(): void {
    this.recoveredAt = []
  }
}
