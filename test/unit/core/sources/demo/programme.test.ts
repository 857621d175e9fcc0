import { describe, expect, it } from 'vitest'
import { DEMO_FIELD } from '@main/core/sources/demo/field'
import { grandsPrixOf } from '@main/core/sources/demo/grand-prix'
import { lapTruth } from '@main/core/sources/demo/lap-truth'
import type { Run } from '@main/core/sources/demo/programme'
import { classifyByTime } from '@main/core/sources/demo/session-plan'
import { aSession, fastestOf, world } from './demo-fixture'

const session = aSession()
const { programme, circuit } = session
const laps = programme.runs.flatMap((run) => run.laps)
const runsOf = (runs: readonly Run[], code: string): Run[] =>
  runs.filter(({ driver }) => driver.code === code)

describe('the programme of a simulated qualifying', () => {
  it('sends twenty, then fifteen, then ten drivers out, the slowest left behind', () => {
    expect(programme.segments.map((segment) => segment.drivers.length)).toEqual([20, 15, 10])
    const plans = programme.runs.map(({ plan }) => plan)
    for (const [i, segment] of programme.segments.slice(1).entries()) {
      const before = classifyByTime(programme.segments[i]!.drivers, plans, i)
      expect(segment.drivers).toEqual(before.slice(0, segment.drivers.length))
    }
    expect(new Set(programme.result).size).toBe(DEMO_FIELD.length)
    expect(
      programme.result.slice(10, 15).every((driver) => programme.segments[1]!.drivers.includes(driver)),
    ).toBe(true)
  })

  it('begins every flying lap before the chequered flag and brings every car home before the next green light', () => {
    for (const run of programme.runs) {
      const segment = programme.segments[run.segment]!
      expect(run.startMs).toBeGreaterThan(segment.startMs)
      for (const lap of run.laps.filter(({ kind }) => kind === 'flying'))
        expect(lap.startMs).toBeLessThan(segment.endMs)
      expect(run.endMs).toBeLessThan(programme.segments[run.segment + 1]?.startMs ?? programme.finalisedMs)
    }
  })

  it('has sectors that add up to the lap time, all in whole milliseconds', () => {
    for (const lap of laps) {
      const [first, second, third] = lap.sectorsMs
      expect([lap.endMs, second, third].every(Number.isInteger)).toBe(true)
      expect(first === null ? lap.lapTimeMs : first + second + third).toBe(lap.lapTimeMs)
      expect(lap.startMs === null ? null : lap.endMs - lap.startMs).toBe(lap.lapTimeMs)
      expect(first === null).toBe(lap.kind === 'out')
    }
  })

  it('keeps the field within four percent and each driver near their own pace', () => {
    const flying = programme.runs.flatMap((run) =>
      run.laps.flatMap((lap) =>
        lap.kind === 'flying' ? [{ code: run.driver.code, ms: lap.lapTimeMs! }] : [],
      ),
    )
    const best = Math.min(...flying.map(({ ms }) => ms))
    for (const { code, ms } of flying) {
      expect(ms).toBeLessThan(best * 1.04)
      const own = flying.filter((other) => other.code === code).map((other) => other.ms)
      expect(ms).toBeLessThan(Math.min(...own) * 1.015)
    }
  })

  it('deletes one lap, and it would have been the fastest of its driver in the segment', () => {
    const deleted = programme.runs.filter((run) => run.laps.some((lap) => lap.deleted))
    expect(deleted).toHaveLength(1)
    const own = runsOf(programme.runs, deleted[0]!.driver.code).filter(({ segment }) => segment === 0)
    const flying = own.flatMap((run) => run.laps).filter(({ kind }) => kind === 'flying')
    const lap = flying.find((each) => each.deleted)!
    expect(lap.lapTimeMs).toBe(Math.min(...flying.map(({ lapTimeMs }) => lapTimeMs!)))
  })

  it('starts and ends a run standing, and keeps to the limit in the pit lane', () => {
    for (const { drive, span } of programme.runs) {
      expect([drive.speedMs[0], drive.speedMs.at(-1)]).toEqual([0, 0])
      const inLane = drive.speedMs.filter((_, i) => {
        const s = drive.fromM + i * drive.stepM
        return s < span.laneEndsM || s > span.laneBeginsM
      })
      expect(Math.max(...inLane) * 3.6).toBeCloseTo(80, 6)
    }
  })
})

const race = aSession('R').programme
const practice = aSession('FP2').programme

describe.each([
  ['qualifying', programme],
  ['practice', practice],
  ['race', race],
] as const)('laps of a simulated %s', (_, driven) => {
  it('take the time that was planned for them, to the rounding of the passages', () => {
    let checked = 0
    for (const run of driven.runs)
      for (const [i, lap] of run.laps.entries()) {
        const { targetMs } = run.plan.laps[i]!
        if (targetMs === null) continue
        checked++
        expect(Math.abs(lap.lapTimeMs! - targetMs)).toBeLessThanOrEqual(1)
      }
    expect(checked).toBeGreaterThan(80)
  })

  it('never begin a run before the car stands again', () => {
    for (const { code: driver } of DEMO_FIELD) {
      const own = runsOf(driven.runs, driver)
      for (const [i, run] of own.slice(1).entries())
        expect(run.startMs).toBeGreaterThan(own[i]!.endMs + 1_500)
    }
  })
})

describe('the programme of other sessions', () => {
  it('stops a practice for a car on the track, with nobody else under way', () => {
    const stopped = practice.runs.filter(({ plan }) => plan.to !== 'garage')
    const [flag] = practice.redFlags
    expect(stopped).toHaveLength(1)
    expect(flag!.fromMs).toBeGreaterThan(stopped[0]!.endMs)
    expect(flag!.fromMs).toBeLessThan(stopped[0]!.endMs + 90_000)
    const others = practice.runs.filter((run) => run !== stopped[0])
    for (const run of others) expect(run.endMs < stopped[0]!.startMs || run.startMs > flag!.toMs).toBe(true)
  })

  it('has, in some qualifyings, a driver who never sets a time', () => {
    const { programme: qualifying } = aSession('Q', 5)
    const untimed = DEMO_FIELD.filter(({ code }) => fastestOf(qualifying, code) === null)
    expect(untimed).toHaveLength(1)
    expect(runsOf(qualifying.runs, untimed[0]!.code)).toHaveLength(1)
  })

  it('starts a race as qualifying ended, ends it for everybody with the leader, and plans its result', () => {
    expect(race.segments[0]!.drivers).toEqual(programme.result)
    const [first] = race.result
    const leaderEndMs = runsOf(race.runs, first!.code).at(-1)!.laps.at(-1)!.endMs
    const finishers = race.runs.filter(({ plan }) => plan.hasCoolDownLap)
    for (const run of finishers) {
      expect(run.laps.at(-1)!.endMs).toBeGreaterThanOrEqual(leaderEndMs)
      expect(run.laps.at(-1)!.startMs).toBeLessThan(leaderEndMs)
    }
    const order = finishers
      .map((run) => ({ driver: run.driver, last: run.laps.at(-1)! }))
      .toSorted((a, b) => b.last.lap - a.last.lap || a.last.endMs - b.last.endMs)
    expect(order.map(({ driver }) => driver)).toEqual(race.result.slice(0, order.length))
    expect(race.runs.filter(({ plan }) => plan.isLast)).toHaveLength(DEMO_FIELD.length - order.length)
  })

  it('burns fuel and wears tyres: the race’s fastest laps come late, on tyres that are not old', () => {
    const best = fastestOf(race, race.result[0]!.code)!
    expect(best.lap).toBeGreaterThan(race.totalLaps! / 2)
  })
})

describe('the truth of a flying lap', () => {
  const run = programme.runs[0]!
  const truth = lapTruth(session, run.driver.code, 2)!

  it('lasts what the lap lasts, from line to line', () => {
    const n = truth.timeMs.length
    expect(truth.timeMs[n - 1]! - truth.timeMs[0]!).toBeCloseTo(truth.lap.lapTimeMs!, -0.5)
    expect(Math.abs(truth.timeMs[0]! - truth.lap.startMs!)).toBeLessThan(0.5001)
    expect(truth.distanceM[n - 1]).toBeCloseTo(circuit.lengthM, 6)
    expect(truth.xM[n - 1]).toBeCloseTo(truth.xM[0]!, 6)
  })

  it('is as fast at both ends: the out-lap ends at full speed', () => {
    const n = truth.speedMs.length
    expect(truth.speedMs[0]! * 3.6).toBeGreaterThan(290)
    expect(Math.abs(truth.speedMs[0]! - truth.speedMs[n - 1]!)).toBeLessThan(0.5)
  })

  it('is absent for out-laps, for unknown drivers and for laps never driven', () => {
    expect(lapTruth(session, run.driver.code, 1)).toBeNull()
    expect(lapTruth(session, 'XXX', 2)).toBeNull()
    expect(lapTruth(session, run.driver.code, 99)).toBeNull()
  })
})

describe('the races of a season, as planned', () => {
  it('never let anybody give up on the lap out of the pits, whose end the stop is timed for', () => {
    const last = grandsPrixOf(2026).flatMap((grandPrix) =>
      world.plan(grandPrix, 'R').runs.filter((run) => run.isLast && run.stint > 0),
    )
    expect(last.length).toBeGreaterThan(10)
    for (const run of last) expect(run.laps.length).toBeGreaterThan(1)
  })
})
