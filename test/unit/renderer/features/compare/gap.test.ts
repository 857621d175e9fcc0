import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Sculpture } from '@contract/sculpture'
import { stationAtTime } from '@renderer/features/compare/comparison'
import { gapChange, gapTo, officialTimes, valueAt } from '@renderer/features/compare/gap'
import { alignLaps } from '@renderer/features/compare/one-line'
import { aCircuitLap, threeCorners } from '../../../../helpers/circuit-laps'

const SAMPLES = 201
const lap = (factor: number, wobble = 0): Sculpture =>
  aCircuitLap({
    samples: SAMPLES,
    speedMs: (ratio) => factor * threeCorners(ratio) * (1 + wobble * Math.sin(9 * ratio)),
  })

function gapOf(reference: Sculpture, other: Sculpture): Float64Array {
  const alignment = alignLaps(reference, other)
  if (alignment.kind === 'refused') throw new Error(alignment.reason)
  return gapTo(reference, other, alignment.stations).gapS
}

const aLap = fc
  .record({
    factor: fc.double({ min: 0.8, max: 1.2, noNaN: true }),
    wobble: fc.double({ min: -0.2, max: 0.2, noNaN: true }),
  })
  .map(({ factor, wobble }) => lap(factor, wobble))

describe('the gap between two laps', () => {
  it('is nothing at the start, and at the finish the official difference of the lap times', () => {
    fc.assert(
      fc.property(aLap, aLap, fc.integer({ min: -13, max: 13 }), (reference, other, offMs) => {
        // The fitted time differs from the official one by some milliseconds.
        const timed = {
          ...other,
          header: { ...other.header, lapTimeMs: other.header.lapTimeMs! + offMs },
        }
        const gapS = gapOf(reference, timed)
        expect(gapS[0]).toBe(0)
        expect(gapS.at(-1)).toBeCloseTo((timed.header.lapTimeMs - reference.header.lapTimeMs!) / 1000, 9)
      }),
      { numRuns: 40 },
    )
  })

  it('changes its sign and nothing else when the laps change places', () => {
    fc.assert(
      fc.property(aLap, aLap, (a, b) => {
        const there = gapOf(a, b)
        const back = gapOf(b, a)
        for (let i = 0; i < SAMPLES; i++) expect(back[i]! + there[i]!).toBeCloseTo(0, 9)
      }),
      { numRuns: 40 },
    )
  })

  it('only grows against a lap that is slower everywhere', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.7, max: 0.99, noNaN: true }), (factor) => {
        const gapS = gapOf(lap(1), lap(factor))
        for (let i = 1; i < SAMPLES; i++) expect(gapS[i]!).toBeGreaterThanOrEqual(gapS[i - 1]!)
      }),
      { numRuns: 30 },
    )
  })

  it('is shared out over the parts of the lap without a rest', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(SAMPLES - 1), { maxLength: 12 }), (cuts) => {
        const reference = lap(1)
        const other = lap(0.95, 0.1)
        const stations = Float64Array.from({ length: SAMPLES }, (_, i) => i)
        const gap = gapTo(reference, other, stations)
        const ends = [0, ...cuts.sort((a, b) => a - b), SAMPLES - 1]
        const sum = ends.slice(1).reduce((all, to, i) => all + gapChange(gap, ends[i]!, to).lostS, 0)
        expect(sum).toBeCloseTo(gap.gapS.at(-1)!, 9)
      }),
      { numRuns: 40 },
    )
  })

  it('is better known where the cars are fast, and where their clocks were repaired', () => {
    const reference = lap(1)
    const stations = Float64Array.from({ length: SAMPLES }, (_, i) => i)
    const { sigmaS } = gapTo(reference, reference, stations)
    expect(sigmaS[Math.round(0.35 * SAMPLES)]!).toBeLessThan(sigmaS[Math.round(0.5 * SAMPLES)]!)
    const asGiven = { ...reference, header: { ...reference.header, tier: 2 as const } }
    const rough = gapTo(asGiven, asGiven, stations).sigmaS
    for (let i = 0; i < SAMPLES; i++) expect(rough[i]!).toBeGreaterThan(sigmaS[i]!)
    // Between two crossings of the finish line 13 ms were measured.
    expect(sigmaS[0]!).toBeCloseTo(0.013, 2)
  })

  it('counts the time of a lap without an official one as it was fitted', () => {
    const { header, channels } = lap(1)
    const times = officialTimes({ header: { ...header, lapTimeMs: null }, channels })
    expect(times.at(-1)).toBe(channels.timeS.at(-1)! - channels.timeS[0]!)
  })
})

describe('a place on the lap at a time', () => {
  it('is where the times say that it is, between stations too', () => {
    const times = officialTimes(lap(1))
    fc.assert(
      fc.property(fc.double({ min: 0, max: times.at(-1)!, noNaN: true }), (timeS) => {
        expect(valueAt(times, stationAtTime(times, timeS))).toBeCloseTo(timeS, 9)
      }),
    )
  })

  it('is the finish line before the start and after the finish', () => {
    const times = officialTimes(lap(1))
    expect(stationAtTime(times, -1)).toBe(0)
    expect(stationAtTime(times, 1e6)).toBe(SAMPLES - 1)
  })
})
