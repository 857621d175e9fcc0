// Notices that the wall clock was set, by comparing it with one that only runs forward.

import type { Clock } from '../ports'

/** Time servers move a clock by seconds, and slowly; a minute is somebody's doing, or a sleep that left no other trace. */
const JUMP_MS = 60_000

export class ClockWatch {
  private offset: number

  constructor(private readonly clock: Clock) {
    this.offset = clock.now() - clock.elapsed()
  }

  /** @returns whether the wall clock has jumped since the last time this was asked. */
  hasJumped(): boolean {
    const offset = this.clock.now() - this.clock.elapsed()
    const jump = Math.abs(offset - this.offset)
    this.offset = offset
    return jump > JUMP_MS
  }
}
