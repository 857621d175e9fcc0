// Which laps of a session a sculpture's opening makes, and how the keys of a session's sculptures name them. Pure.

import type { SculptureId, SessionId } from '@contract/ids'
import type { DriverLaps, SessionLaps } from '@contract/laps'
import { AppError } from '../app-error'
import type { WantedLap } from './build-sculptures'

/** The fastest laps of all drivers, and the asked lap if it is another. @throws AppError `lap/unknown`. */
export function wantedLaps(laps: SessionLaps, asked: DriverLaps, id: SculptureId): readonly WantedLap[] {
  if (id.lap === 'fastest') {
    if (asked.fastest === null && asked.laps.length > 0)
      throw new AppError('lap/unknown', id.driver, { detail: 'no lap of this driver counted' })
    return fastestLaps(laps)
  }
  const lap = asked.laps.find((each) => each.lap === id.lap)
  if (lap === undefined)
    throw new AppError('lap/unknown', `${id.driver} lap ${id.lap}`, { detail: `1 to ${asked.laps.length}` })
  return [{ driver: id.driver, lap: lap.lap, choice: lap.lap }]
}

export function fastestLaps(laps: SessionLaps): readonly WantedLap[] {
  return laps.drivers.flatMap(({ code, fastest }) =>
    fastest === null ? [] : [{ driver: code, lap: fastest.lap, choice: 'fastest' as const }],
  )
}

/** What the keys of all sculptures of a session begin with. */
export function sculpturesOf({ season, round, session }: SessionId): string {
  return `f1:sculpture:${season}:${round}:${session}:`
}

/** `NOR` or `NOR:12`, the end of a sculpture's key: the lap it stands for, if it is not the fastest. */
export function numberedLap(keyEnd: string): readonly WantedLap[] {
  const [driver, lap] = keyEnd.split(':')
  return driver === undefined || lap === undefined ? [] : [{ driver, lap: Number(lap), choice: Number(lap) }]
}
