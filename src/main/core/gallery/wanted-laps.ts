// Which laps of a session a sculpture's opening makes, and how the keys of a session's sculptures name them. Pure.

import { parseKey, sessionKey, type SculptureId, type SessionId } from '@contract/ids'
import type { DriverLaps, SessionLaps } from '@contract/laps'
import { say } from '@contract/phrases'
import { AppError } from '../app-error'
import type { WantedLap } from './build-sculptures'

/** The fastest laps of all drivers, and the asked lap if it is another. @throws AppError `lap/unknown`. */
export function wantedLaps(laps: SessionLaps, asked: DriverLaps, id: SculptureId): readonly WantedLap[] {
  if (id.lap === 'fastest') {
    if (asked.fastest === null && asked.laps.length > 0)
      throw new AppError('lap/unknown', id.driver, { detail: say('no-lap-counted') })
    return fastestLaps(laps)
  }
  const lap = asked.laps.find((each) => each.lap === id.lap)
  if (lap === undefined)
    throw new AppError('lap/unknown', say('of-asked-lap', { driver: id.driver, lap: id.lap }), {
      detail: say('lap-range', { most: asked.laps.length }),
    })
  return [{ driver: id.driver, lap: lap.lap, choice: lap.lap }]
}

export function fastestLaps(laps: SessionLaps): readonly WantedLap[] {
  return laps.drivers.flatMap(({ code, fastest }) =>
    fastest === null ? [] : [{ driver: code, lap: fastest.lap, choice: 'fastest' as const }],
  )
}

/** Which of the keys are sculptures of the session. */
export function sculpturesOf(keys: readonly string[], id: SessionId): readonly string[] {
  const wanted = sessionKey(id)
  return keys.filter((key) => {
    const parsed = parseKey(key)
    return parsed?.kind === 'sculpture' && sessionKey(parsed) === wanted
  })
}

/** The lap a sculpture's key stands for, if it is not the fastest. */
export function numberedLap(key: string): readonly WantedLap[] {
  const parsed = parseKey(key)
  if (parsed?.kind !== 'sculpture' || parsed.lap === 'fastest') return []
  return [{ driver: parsed.driver, lap: parsed.lap, choice: parsed.lap }]
}
