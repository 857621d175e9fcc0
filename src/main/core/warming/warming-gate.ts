// What holds the work of one source back: a pause, a network that is not there, a disk that takes nothing.

import type { HoldReason } from '@contract/warming'
import type { Pause } from './pause'

/** Whether work may begin, and word of a change. */
export interface Gate {
  /** Null: it may. */
  reason(): { readonly reason: HoldReason; readonly untilAt: number | null } | null
  /** @returns a function that ends the subscription. */
  onChange(listener: () => void): () => void
}

/** One thing that may be in the way. */
export interface Obstacle {
  readonly reason: HoldReason
  readonly isThere: () => boolean
  /** @returns a function that ends the subscription. */
  readonly onChange: (listener: () => void) => () => void
}

export function createGate(pause: Pause, obstacles: readonly Obstacle[]): Gate {
  return {
    reason: () => {
      const { paused } = pause
      if (paused !== null) return { reason: 'paused', untilAt: paused === 'until-resumed' ? null : paused }
      const obstacle = obstacles.find(({ isThere }) => isThere())
      return obstacle === undefined ? null : { reason: obstacle.reason, untilAt: null }
    },
    onChange: (listener) => {
      const ends = [pause.onChange(listener), ...obstacles.map(({ onChange }) => onChange(listener))]
      return () => {
        for (const end of ends) end()
      }
    },
  }
}
