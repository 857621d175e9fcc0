// Sessions of every kind through the application's own decoder, held against what was simulated: to the millisecond.

import { describe, expect, it } from 'vitest'
import type { SessionCode } from '@contract/ids'
import { decodeLaps } from '@main/core/session/decode-laps'
import { TIMING_TOPICS } from '@main/core/session/topics'
import { DEMO_FIELD } from '@main/core/sources/demo/field'
import { aSession, bytesOf, fastestOf, truthOf } from './demo-fixture'

const SESSIONS: readonly (readonly [SessionCode, number, string])[] = [
  ['FP1', 2, 'a practice on the streets'],
  ['FP2', 1, 'a practice with a red flag'],
  ['FP3', 6, 'a practice on the figure of eight'],
  ['Q', 1, 'a qualifying'],
  ['Q', 5, 'a qualifying with a driver without a time'],
  ['SQ', 3, 'a sprint qualifying'],
  ['S', 3, 'a sprint'],
  ['R', 1, 'a race'],
  ['R', 7, 'a race of short laps'],
]

describe.each(SESSIONS)('%s of round %i, %s', (code, round) => {
  const session = aSession(code, round)
  const { programme } = session
  const decoded = decodeLaps(bytesOf(session, TIMING_TOPICS), {
    source: 'demo',
    season: 2026,
    round,
    session: code,
  })

  it('has nothing to warn about, and everybody in it', () => {
    expect(decoded.warnings).toEqual([])
    expect(decoded.drivers).toHaveLength(DEMO_FIELD.length)
  })

  it('has every lap with its times, sectors, segment and tyres', () => {
    for (const driver of decoded.drivers) {
      const timed = driver.laps.filter(({ generated }) => !generated)
      expect(timed.map((lap) => lap.lapTimeMs)).toEqual(
        truthOf(programme, driver.code).map((lap) => lap.lapTimeMs),
      )
      expect(timed).toEqual(truthOf(programme, driver.code).map((lap) => expect.objectContaining(lap)))
    }
  })

  it('takes the best lap that counts as each driver’s fastest', () => {
    for (const driver of decoded.drivers) expect(driver.fastest).toEqual(fastestOf(programme, driver.code))
  })

  it('adds a lap for those who stopped on the track, and for nobody else', () => {
    const stopped = programme.runs.filter(({ plan }) => plan.isLast && plan.to !== 'garage')
    const added = decoded.drivers.filter(({ laps }) => laps.some(({ generated }) => generated))
    expect(added.map((driver) => driver.code).toSorted()).toEqual(
      stopped.map(({ driver }) => driver.code).toSorted(),
    )
  })
})
