import { describe, expect, it } from 'vitest'
import { decodeLaps } from '@main/core/session/decode-laps'
import { aSession, bytesOf } from './demo-fixture'
import { PLAIN_LINE, durationMs, readWire, wireLines, type TimingPatch } from './wire-reader'

const session = aSession()
const topics = bytesOf(session)
const { programme } = session
const drivers = programme.segments[0]!.drivers
type Lines = Readonly<Record<string, TimingPatch>>
const timing = readWire<{ readonly Lines: Lines }>(topics.get('TimingData')!)
const PLAIN = [
  'SessionInfo',
  'SessionStatus',
  'DriverList',
  'TimingData',
  'TimingAppData',
  'TrackStatus',
  'RaceControlMessages',
] as const

/** Patches of one driver behind the keyframe. */
function patches(number: string): { timeMs: number; patch: TimingPatch }[] {
  return timing.slice(2).flatMap(({ timeMs, payload }) => {
    const patch = payload.Lines[number]
    return patch === undefined ? [] : [{ timeMs, patch }]
  })
}

describe('the timing topics of a simulated session', () => {
  it.each(PLAIN)('writes every line of %s in the grammar, in order of time', (name) => {
    for (const line of wireLines(topics.get(name)!)) expect(line).toMatch(PLAIN_LINE)
    const times = readWire<unknown>(topics.get(name)!).map(({ timeMs }) => timeMs)
    expect(times).toEqual(times.toSorted((a, b) => a - b))
  })

  it('has no lap count: that is for races', () => {
    expect(topics.has('LapCount')).toBe(false)
  })

  it('names the session as simulated', () => {
    const info = readWire<Record<string, string> & { Meeting: Record<string, string> }>(
      topics.get('SessionInfo')!,
    )[0]!.payload
    expect(info.Meeting['Name']).toMatch(/^Simulated Grand Prix of /)
    expect(info.Meeting['OfficialName']).toMatch(/^SIMULATED /)
    expect(info['StartDate']).toBe('2026-08-01T15:00:00')
    expect(info['GmtOffset']).toBe('02:00:00')
  })

  it('lists twenty drivers of ten teams, with codes and colours of their own', () => {
    const [first] = readWire<Record<string, Record<string, string>>>(topics.get('DriverList')!)
    const list = Object.values(first!.payload)
    expect(list).toHaveLength(20)
    for (const key of ['RacingNumber', 'Tla', 'Reference'])
      expect(new Set(list.map((driver) => driver[key])).size).toBe(20)
    for (const key of ['TeamName', 'TeamColour'])
      expect(new Set(list.map((driver) => driver[key])).size).toBe(10)
    for (const driver of list) {
      expect(driver['Tla']).toMatch(/^[A-Z]{3}$/)
      expect(driver['TeamColour']).toMatch(/^[0-9A-F]{6}$/)
    }
  })

  it('counts a lap at the line and at the pit exit, one by one', () => {
    for (const driver of drivers) {
      const counted = patches(driver.number).flatMap(({ patch }) => patch.NumberOfLaps ?? [])
      expect(counted).toEqual(counted.map((_, i) => i + 1))
      const runs = programme.runs.filter((run) => run.driver === driver)
      expect(counted).toHaveLength(3 * runs.length)
    }
  })

  it('reports a lap 0.07 to 0.4 s after it ends, with sectors that add up to its time', () => {
    for (const run of programme.runs)
      for (const lap of run.laps.filter(({ kind }) => kind !== 'out')) {
        const message = patches(run.driver.number).find(
          ({ timeMs, patch }) => timeMs >= lap.endMs && patch.LastLapTime?.Value !== undefined,
        )!
        expect(message.timeMs - lap.endMs).toBeGreaterThan(60)
        expect(message.timeMs - lap.endMs).toBeLessThan(400)
        expect(durationMs(message.patch.LastLapTime!.Value!)).toBe(lap.lapTimeMs)
        const sectors = ([0, 1, 2] as const).map((k) => {
          const near = patches(run.driver.number).find(
            ({ timeMs, patch }) => timeMs >= lap.sectorEndsMs[k] && (patch.Sectors?.[k]?.Value ?? '') !== '',
          )!
          return durationMs(near.patch.Sectors![k]!.Value!)
        })
        expect(sectors).toEqual(lap.sectorsMs)
        expect(sectors.reduce((sum, sector) => sum + sector, 0)).toBe(lap.lapTimeMs)
      }
  })

  it('never sends a value twice, mini-sectors apart', () => {
    const sent = new Map<string, unknown>()
    const twice: string[] = []
    const walk = (path: string, value: unknown): void => {
      if (Array.isArray(value)) {
        for (const gone of value) sent.delete(path.replace(/_deleted$/, String(gone)))
      } else if (value !== null && typeof value === 'object') {
        for (const [key, inner] of Object.entries(value))
          if (key !== 'Segments') walk(`${path}/${key}`, inner)
      } else {
        if (sent.get(path) === value) twice.push(path)
        sent.set(path, value)
      }
    }
    for (const { payload } of timing.slice(2)) walk('', payload.Lines)
    expect(twice).toEqual([])
  })

  it('shows the order of the drivers alike in both topics that have it', () => {
    const lines = new Map<string, number>()
    for (const { payload } of readWire<Lines>(topics.get('DriverList')!))
      for (const [number, entry] of Object.entries(payload))
        if (entry.Line !== undefined) lines.set(number, entry.Line)
    const shown = new Map<string, number>()
    for (const { payload } of timing)
      for (const [number, entry] of Object.entries(payload.Lines))
        if (entry.Line !== undefined) shown.set(number, entry.Line)
    expect(shown).toEqual(lines)
    expect([...lines.values()].toSorted((a, b) => a - b)).toEqual(drivers.map((_, i) => i + 1))
  })

  it('announces the deleted lap in race control’s words and takes the best time back', () => {
    const run = programme.runs.find((each) => each.laps.some((lap) => lap.deleted))!
    const deleted = run.laps.find((lap) => lap.deleted)!
    const texts = readWire<{ readonly Messages: Readonly<Record<string, { readonly Message: string }>> }>(
      topics.get('RaceControlMessages')!,
    ).flatMap(({ payload }) => Object.values(payload.Messages).map(({ Message }) => Message))
    const text = texts.find((each) => each.includes('DELETED'))
    const form =
      /^CAR (\d+) \(([A-Z]{3})\) TIME (\d:\d\d\.\d{3}) DELETED - TRACK LIMITS AT TURN \d+ LAP (\d+) (\d\d:\d\d:\d\d)$/
    expect(text).toMatch(form)
    const [, number, code, time] = form.exec(text!)!
    expect([number, code, durationMs(time!)]).toEqual([run.driver.number, run.driver.code, deleted.lapTimeMs])

    const best = patches(run.driver.number)
      .filter(({ timeMs }) => timeMs < programme.segments[1]!.startMs - 60_000)
      .map(({ patch }) => patch.BestLapTime?.Value)
      .filter((value) => value !== undefined)
    const deletedAt = best.indexOf(time!)
    const standing = best.slice(0, deletedAt).at(-1) ?? ''
    expect(deletedAt).toBeGreaterThanOrEqual(0)
    expect(best[deletedAt + 1]).toBe(standing)
  })

  it('ends with Finalised and Ends', () => {
    const statuses = readWire<{ readonly Status: string }>(topics.get('SessionStatus')!).map(
      ({ payload }) => payload.Status,
    )
    expect(statuses.slice(-2)).toEqual(['Finalised', 'Ends'])
    expect(statuses.filter((status) => status === 'Started')).toHaveLength(3)
  })
})

describe('the application’s lap decoder on a simulated session', () => {
  const decoded = decodeLaps(topics, { source: 'demo', season: 2026, round: 1, session: 'Q' })

  it('has nothing to warn about', () => {
    expect(decoded.warnings).toEqual([])
  })

  it('places the ends of flying laps 0.15 s behind the passage, with little scatter', () => {
    const late = programme.runs.map((run) => {
      const lap = run.laps[1]!
      const driver = decoded.drivers.find(({ code }) => code === run.driver.code)!
      return driver.laps[lap.lap - 1]!.endMs! - lap.endMs
    })
    const mean = late.reduce((sum, value) => sum + value, 0) / late.length
    expect(mean).toBeGreaterThan(120)
    expect(mean).toBeLessThan(180)
    expect(Math.max(...late) - Math.min(...late)).toBeLessThan(150)
  })
})
