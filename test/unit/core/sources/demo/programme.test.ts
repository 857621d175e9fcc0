import { describe, expect, it } from 'vitest'
import { lapTruth } from '@main/core/sources/demo/lap-truth'
import { classify } from '@main/core/sources/demo/programme'
import { aSession } from './demo-fixture'

const session = aSession()
const { programme, circuit } = session
const laps = programme.runs.flatMap((run) => run.laps)

describe('the programme of a simulated qualifying', () => {
  it('sends five, then four, then three drivers out, the slowest left behind', () => {
    expect(programme.segments.map((segment) => segment.drivers.length)).toEqual([5, 4, 3])
    for (const [i, segment] of programme.segments.slice(1).entries()) {
      const before = classify(programme.segments[i]!.drivers, programme.runs, i)
      expect(segment.drivers).toEqual(before.slice(0, segment.drivers.length))
    }
  })

  it('lets everybody drive two runs of out-lap, flying lap and in-lap in the first segment', () => {
    for (const driver of programme.segments[0]!.drivers) {
      const runs = programme.runs.filter((run) => run.driver === driver && run.segment === 0)
      expect(runs.flatMap((run) => run.laps.map((lap) => lap.kind))).toEqual([
        'out',
        'flying',
        'in',
        'out',
        'flying',
        'in',
      ])
      expect(runs.flatMap((run) => run.laps.map((lap) => lap.lap))).toEqual([1, 2, 3, 4, 5, 6])
    }
  })

  it('begins every flying lap before the chequered flag and brings every car home before the next green light', () => {
    for (const run of programme.runs) {
      const segment = programme.segments[run.segment]!
      expect(run.startMs).toBeGreaterThan(segment.startMs)
      expect(run.laps[1]!.startMs).toBeLessThan(segment.endMs)
      expect(run.endMs).toBeLessThan(programme.segments[run.segment + 1]?.startMs ?? programme.finalisedMs)
    }
  })

  it('leaves a car between two runs longer in the garage than 30 s', () => {
    for (const driver of programme.segments[0]!.drivers) {
      const runs = programme.runs.filter((run) => run.driver === driver)
      runs.slice(1).forEach((run, i) => expect(run.startMs - runs[i]!.endMs).toBeGreaterThan(30_000))
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

  it('keeps the field within one and a half percent, each driver near their own pace', () => {
    const flying = programme.runs.map((run) => ({ run, ms: run.laps[1]!.lapTimeMs! }))
    const best = Math.min(...flying.map(({ ms }) => ms))
    for (const { run, ms } of flying) {
      expect(ms).toBeLessThan(best * 1.02)
      const own = flying.filter((other) => other.run.driver === run.driver).map((other) => other.ms)
      expect(ms).toBeLessThan(Math.min(...own) * 1.015)
    }
    expect(new Set(flying.map(({ ms }) => ms)).size).toBe(flying.length)
  })

  it('deletes one lap, and it would have been the fastest of its driver', () => {
    const deleted = programme.runs.filter((run) => run.laps.some((lap) => lap.deleted))
    expect(deleted).toHaveLength(1)
    const [run] = deleted
    const own = programme.runs.filter((other) => other.driver === run!.driver)
    expect(run!.laps[1]!.lapTimeMs).toBe(Math.min(...own.map((other) => other.laps[1]!.lapTimeMs!)))
  })

  it('starts and ends a run standing, and keeps to the limit in the pit lane', () => {
    const { entryM, exitM } = circuit.plan.pitLane
    for (const { drive } of programme.runs) {
      const n = drive.speedMs.length
      expect([drive.speedMs[0], drive.speedMs[n - 1]]).toEqual([0, 0])
      const inLane = drive.speedMs.filter((_, i) => {
        const s = drive.fromM + i * drive.stepM
        return s < exitM || s > 3 * circuit.lengthM + entryM
      })
      expect(Math.max(...inLane) * 3.6).toBeCloseTo(80, 6)
    }
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

  it('is as fast as the free lap of the same car at both ends: the out-lap ends at full speed', () => {
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
