// The hidden weekends among laps on show. Pure but for what is hidden.

import type { Exhibit, Place } from '../gallery/exhibit'
import { isHidden } from './hidden-weekends'
import type { NamedWeekend } from './spoilers-store'

export function weekendOf({ id, eventName }: Pick<Place, 'id' | 'eventName'>): NamedWeekend {
  const { source, season, round } = id
  return { source, season, round, eventName }
}

/** Each of them once. */
export function hiddenWeekends(laps: readonly (Exhibit | null)[]): readonly NamedWeekend[] {
  const found = new Map<string, NamedWeekend>()
  for (const lap of laps) {
    if (lap === null || !isHidden(lap.place.id)) continue
    const weekend = weekendOf(lap.place)
    found.set(`${weekend.season} ${weekend.round}`, weekend)
  }
  return [...found.values()]
}
