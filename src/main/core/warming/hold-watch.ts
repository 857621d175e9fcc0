// Which of a run's sessions are held and which work, so that the run as a whole shows as held only when none works; and
// for how long its gate was shut, which says nothing about how fast it goes.

import type { Clock } from '../ports'
import type { Gate } from './warming-gate'

export class HoldWatch {
  private working = 0
  private held = 0
  private isHeld = false

  /** @param onChange told when all has come to a halt, and when some of it goes on. */
  constructor(private readonly onChange: (isHeld: boolean) => void) {}

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
    if (isHeld === this.isHeld) return
    this.isHeld = isHeld
    this.onChange(isHeld)
  }
}

export interface ShutTime {
  /** Time during which the gate was shut so far, ms; what was at work goes on meanwhile. */
  readonly ms: () => number
  close(): void
}

export function watchGate(gate: Gate, clock: Clock): ShutTime {
  let shutSince = gate.reason() === null ? null : clock.elapsed()
  let pastMs = 0
  const sinceMs = (): number => (shutSince === null ? 0 : clock.elapsed() - shutSince)
  const close = gate.onChange(() => {
    pastMs += sinceMs()
    shutSince = gate.reason() === null ? null : clock.elapsed()
  })
  return { ms: () => pastMs + sinceMs(), close }
}
