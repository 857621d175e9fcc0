// A gallery's store over calls that a test answers, opened at the qualifying of a round.
import type { OpenedSession, SculptureTicket, StartPlan } from '@contract/calls'
import { createGalleryStore } from '@renderer/features/gallery/gallery-store'
import { aDriver, aHeader, someLaps } from '../../../../helpers/builders'
import { aSeason, fakeClient } from './fake-client'

export const PLAN: StartPlan = { source: 'archive', reason: 'network', seasons: [2024, 2025] }
export const SEASON = aSeason(2025, [
  [
    ['FP1', 'completed'],
    ['Q', 'completed'],
    ['R', 'completed'],
  ],
  [
    ['FP1', 'completed'],
    ['Q', 'completed'],
    ['R', 'future'],
  ],
])

export function anOpenedSession(...codes: readonly string[]): OpenedSession {
  const drivers = codes.map((code, i) => aDriver({ code, number: String(i) }))
  return { laps: someLaps({ drivers }), servedFrom: 'disk', freshness: 'fresh', elapsedMs: 3 }
}

export function aTicket(driver: string): SculptureTicket {
  return {
    key: `f1:sculpture:2025:2:Q:${driver}`,
    path: `/sculptures/archive/2025/2/Q/${driver}/fastest`,
    header: aHeader({ driver }),
    servedFrom: 'memory',
    freshness: 'fresh',
    elapsedMs: 1,
    bytes: 9000,
  }
}

/** @param pause how long the wall waits for a sculpture; for ever if not given. */
export function setUp(pause: () => Promise<void> = () => new Promise(() => undefined)) {
  const fake = fakeClient()
  const marks: string[] = []
  const store = createGalleryStore({
    client: fake.client,
    nowMs: () => 1000,
    mark: (name) => marks.push(name),
    pause,
  })
  return { fake, store, marks }
}

/** A gallery that shows NOR in the qualifying of round 2. */
export async function opened(pause?: () => Promise<void>) {
  const gallery = setUp(pause)
  const { fake, store } = gallery
  void store.start()
  await fake.take('app:getStartPlan').answer(PLAN)
  await fake.take('calendar:getSeason').answer(SEASON)
  await fake.take('sessions:open').answer(anOpenedSession('NOR', 'LEC', 'HAM'))
  await fake.take('sculptures:open').answer(aTicket('NOR'))
  return gallery
}
