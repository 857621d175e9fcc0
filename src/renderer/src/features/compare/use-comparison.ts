// The comparison of the laps on show as the page holds it: worked out anew when the set changes, with the choice of one
// lap that stays through it.

import { useDeferredValue, useMemo, useState } from 'react'
import type { LapsOnShow } from '../gallery/beside'
import type { Exhibit } from '../gallery/exhibit'
import { compareLaps, type ComparedLap, type Comparison } from './comparison'

export interface ComparisonChoice {
  /** Null while nothing stands beside the main lap. */
  readonly comparison: Comparison | null
  /** The lap with the ribbon, the sentences and the tables: the first until another is chosen. */
  readonly chosen: ComparedLap | null
  readonly choose: (lap: ComparedLap) => void
}

export function useComparison(laps: LapsOnShow | null): ComparisonChoice {
  const [wanted, setWanted] = useState<string | null>(null)
  // Laps that arrive within one breath are compared once: the sculptures come first.
  const settled = useDeferredValue(laps)
  const comparison = useMemo(() => {
    if (settled === null) return null
    const standing = settled.filter((lap): lap is Exhibit => lap !== null)
    return standing.length < 2 ? null : compareLaps(standing as [Exhibit, ...Exhibit[]])
  }, [settled])
  const others = comparison?.others ?? []
  const chosen = others.find((lap) => keyOf(lap) === wanted) ?? others[0] ?? null
  return { comparison, chosen, choose: (lap) => setWanted(keyOf(lap)) }
}

export function keyOf({ exhibit }: ComparedLap): string {
  return exhibit.ticket.key
}
