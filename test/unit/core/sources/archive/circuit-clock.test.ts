import { describe, expect, it } from 'vitest'
import { circuitOffsetMs, offsetByLongitudeMs } from '@main/core/sources/archive/circuit-clock'
import { needingRecordings } from '../../../../helpers/recordings'
import { recordedIndex, recordedSchedule, recordings } from './recorded-calendar'

const HOUR_MS = 3_600_000

describe('the clock at a circuit', () => {
  it('knows summer time and half the world', () => {
    expect(circuitOffsetMs('silverstone', Date.UTC(2025, 6, 6))).toBe(HOUR_MS)
    expect(circuitOffsetMs('silverstone', Date.UTC(2025, 0, 6))).toBe(0)
    expect(circuitOffsetMs('vegas', Date.UTC(2023, 10, 19))).toBe(-8 * HOUR_MS)
  })

  it('is unknown at a circuit that is not listed, whatever it is called', () => {
    expect(circuitOffsetMs('kyalami', 0)).toBeNull()
    expect(circuitOffsetMs('__proto__', 0)).toBeNull()
    expect(circuitOffsetMs('', 0)).toBeNull()
  })

  it('is guessed from the longitude for the day of a session', () => {
    expect(offsetByLongitudeMs(-99)).toBe(-7 * HOUR_MS)
    expect(offsetByLongitudeMs(null)).toBe(0)
  })
})

describe.skipIf(recordings === null)(needingRecordings('the clocks of all recorded seasons'), () => {
  it('know every circuit', () => {
    for (const season of [2019, 2022, 2023, 2024, 2025])
      for (const { circuitId, raceAt } of recordedSchedule(season).rounds)
        expect(circuitOffsetMs(circuitId, raceAt), circuitId).not.toBeNull()
  })

  it('agree with the index about every race', () => {
    for (const season of [2019, 2022, 2023]) {
      const races = recordedIndex(season).meetings.flatMap(({ sessions }) =>
        sessions.filter(({ code }) => code === 'R'),
      )
      for (const { circuitId, raceAt } of recordedSchedule(season).rounds) {
        const race = races.find(({ startAt }) => Math.abs(startAt - raceAt) < 24 * HOUR_MS)
        expect(race?.gmtOffsetMs, `${season} ${circuitId}`).toBe(circuitOffsetMs(circuitId, raceAt))
      }
    }
  })
})
