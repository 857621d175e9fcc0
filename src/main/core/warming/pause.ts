// A pause of the warming: until an instant, or until it is ended. Not kept over a restart: whoever starts the gallery
// again wants it to work.

import type { Clock, Sleep } from '../ports'

export class Pause {
  private until: number | 'until-resumed' | null = null
  private timer: AbortController | null = null
  private readonly listeners = new Set<() => void>()

  constructor(
    private readonly clock: Clock,
    private readonly sleep: Sleep,
  ) {}

  /** Epoch ms; null: not paused. A pause whose time has come has ended, also if its timer slept through it. */
  get paused(): number | 'until-resumed' | null {
    return typeof this.until === 'number' && this.clock.now() >= this.until ? null : this.until
  }

  /** @param forMs null: until it is resumed. A pause takes the place of the one before. */
  begin(forMs: number | null): void {
    this.timer?.abort()
    this.timer = null
    if (forMs === null) this.until = 'until-resumed'
    else {
      this.until = this.clock.now() + forMs
      const timer = new AbortController()
      this.timer = timer
      this.sleep(forMs, timer.signal).then(
        () => this.end(),
        () => {
          // `task/cancelled`: another pause has taken its place, or it was ended.
        },
      )
    }
    this.announce()
  }

  /** May be called when there is none. */
  end(): void {
    this.timer?.abort()
    this.timer = null
    if (this.until === null) return
    this.until = null
    this.announce()
  }

  /** @returns a function that ends the subscription. */
  onChange(listener: () => void): () => void {
    this.listeners.add(listener)
    return () => void this.listeners.delete(listener)
  }

  private announce(): void {
    for (const listener of this.listeners) listener()
  }
}
