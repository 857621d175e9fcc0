// Simulated sessions for the tests of this folder that look at bytes, and the truth in the decoder's words.

import type { SessionCode } from '@contract/ids'
import type { Lap } from '@contract/laps'
import { simulateSession, type DemoSession } from '@main/core/sources/demo/demo-session'
import { grandsPrixOf } from '@main/core/sources/demo/grand-prix'
import { collect } from '@main/core/sources/demo/make-topics'
import type { DemoLap, Programme, Run } from '@main/core/sources/demo/programme'
import { createDemoWorld } from '@main/core/sources/demo/weekend'
import type { TopicBytes, TopicName } from '@main/core/session/topics'
import { TELEMETRY_TOPICS, TIMING_TOPICS } from '@main/core/session/topics'

export const ALL_TOPICS = [...TIMING_TOPICS, ...TELEMETRY_TOPICS]
export const START_AT = Date.parse('2026-08-01T13:00:00Z')
const END_AT = START_AT + 60 * 60_000
export const world = createDemoWorld()

export function aSession(code: SessionCode = 'Q', round = 1, season = 2026): DemoSession {
  const grandPrix = grandsPrixOf(season)[round - 1]!
  return simulateSession(world, grandPrix, code, {
    startAt: START_AT,
    endAt: END_AT,
    path: `${season}/somewhere/`,
  })
}

export function bytesOf(session: DemoSession, names: readonly TopicName[] = ALL_TOPICS): TopicBytes {
  const topics = new Map<TopicName, Uint8Array>()
  for (const name of names) {
    const lines = session.lines(name)
    if (lines !== null) topics.set(name, collect(lines, Number.POSITIVE_INFINITY))
  }
  return topics
}

/** Longer "lap times" are the time since the last passage, with a stop in the garage in it; decoders drop them. */
const LONGEST_LAP_MS = 150_000

/** What a decoder can know of a lap, exactly. */
export type LapTruthInFeed = Pick<
  Lap,
  'lap' | 'lapTimeMs' | 'sectorsMs' | 'segment' | 'deleted' | 'compound' | 'fresh' | 'tyreLife' | 'stint'
>

export function truthOf(programme: Programme, code: string): LapTruthInFeed[] {
  const runs = programme.runs.filter(({ driver }) => driver.code === code)
  return runs.flatMap((run) => run.laps.map((lap, i) => lapInFeed(programme, run, lap, i)))
}

function lapInFeed({ kind }: Programme, run: Run, lap: DemoLap, i: number): LapTruthInFeed {
  // The feed gives no time for the first lap of a race.
  const isTimed =
    lap.lapTimeMs !== null && lap.lapTimeMs < LONGEST_LAP_MS && !(kind === 'race' && lap.lap === 1)
  return {
    lap: lap.lap,
    lapTimeMs: isTimed ? lap.lapTimeMs : null,
    sectorsMs: [...lap.sectorsMs],
    segment: kind === 'qualifying' ? (['Q1', 'Q2', 'Q3'] as const)[run.segment]! : null,
    deleted: lap.deleted,
    compound: run.tyres.compound,
    fresh: run.tyres.fresh,
    tyreLife: run.tyres.age + i + 1,
    stint: run.stint + 1,
  }
}

/** The best lap that counts; in practice and qualifying laps out of the pits and into them do not. */
export function fastestOf(
  { kind, runs }: Programme,
  code: string,
): { lap: number; lapTimeMs: number } | null {
  const counted = runs
    .filter(({ driver }) => driver.code === code)
    .flatMap(({ laps }) => laps)
    .filter((lap) => !lap.deleted && (kind === 'race' ? lap.lap > 1 : lap.kind === 'flying'))
    .toSorted((a, b) => a.lapTimeMs! - b.lapTimeMs!)
  const best = counted[0]
  return best === undefined ? null : { lap: best.lap, lapTimeMs: best.lapTimeMs! }
}
