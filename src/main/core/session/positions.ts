// The order of the cars at the end of each lap of a race.

import type { DriverDraft, LapDraft } from './lap-draft'

/** Sets `position` in place: the rank of a lap's end among all drivers' laps of that number. */
export function setPositions(drivers: readonly DriverDraft[]): void {
  const byNumber = new Map<number, LapDraft[]>()
  for (const lap of drivers.flatMap(({ laps }) => laps)) {
    if (lap.generated || lap.endMs === null) continue
    const rivals = byNumber.get(lap.lap)
    if (rivals === undefined) byNumber.set(lap.lap, [lap])
    else rivals.push(lap)
  }
  for (const rivals of byNumber.values()) {
    rivals
      .toSorted((a, b) => (a.endMs ?? 0) - (b.endMs ?? 0))
      .forEach((lap, index) => (lap.position = index + 1))
  }
}
