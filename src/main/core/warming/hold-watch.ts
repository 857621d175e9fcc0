// Which of a run's sessions are held and which work, so that the run as a whole counts as held only when none works.

import type { Clock } from '../ports'

export class HoldWatch {
  private working = 0
  private held = 0
  private heldSince: number | null = null
  private pastMs = 0

  constructor(
    private readonly clock: Clock,
    /** Told when all has come to a halt, and when some of it goes on. */
    private readonly onChange: (isHeld: boolean) => void,
  ) {}

  /** Time during which nothing worked, ms. */
  get heldMs(): number {
    return this.pastMs + (this.heldSince === null ? 0 : this.clock.elapsed() - this.heldSince)
  }

  async work<T>(work: () => Promise<T>): Promise<T> {
    return await this.during('working', work)
  }

  async hold<T>(wait: () => Promise<T>): Promise<T> {
    return await this.during('held', wait)
  }

  private async during<T>(kind: 'working' | 'held', wait: () => Promise<T>): Promise<T> {
    this[kind] += 1
    this.note()
    try {
      return await wait()
    } finally {
      this[kind] -= 1
      this.note()
    }
  }

  private note(): void {
    const isHeld = this.held > 0 && this.working === 0
    if (isHeld === (this.heldSince !== null)) return
    if (this.heldSince !== null) this.pastMs += this.clock.elapsed() - this.heldSince
    this.heldSince = isHeld ? this.clock.elapsed() : null
    this.onChange(isHeld)
  }
}
