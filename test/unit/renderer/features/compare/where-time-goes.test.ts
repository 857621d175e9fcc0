import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Sculpture } from '@contract/sculpture'
import { gapTo, type Gap } from '@renderer/features/compare/gap'
import { alignLaps } from '@renderer/features/compare/one-line'
import { cornerGaps, sectorGaps } from '@renderer/features/compare/part-gaps'
import { passagesOf } from '@renderer/features/compare/passages'
import { whereTimeGoes } from '@renderer/features/compare/where-time-goes'
import { whereSentences } from '@renderer/features/compare/where-words'
import { lapMarks } from '@renderer/three/lap-marks'
import { aCircuitLap, threeCorners } from '../../../../helpers/circuit-laps'

const reference = aCircuitLap()

function gapWith(other: Sculpture): Gap {
  const alignment = alignLaps(reference, other)
  if (alignment.kind === 'refused') throw new Error(alignment.reason)
  return gapTo(reference, other, alignment.stations)
}

/** Slower than the reference by a share, in a part of the lap only. */
const slowerBetween = (from: number, to: number, share: number): Sculpture =>
  aCircuitLap({
    speedMs: (ratio) => threeCorners(ratio) * (ratio > from && ratio < to ? 1 - share : 1),
  })

describe('the passages of a lap', () => {
  it('lead into each corner and out of it, and leave no place out', () => {
    const { corners } = lapMarks(reference.header, reference.channels.xM.length)
    const passages = passagesOf(reference, corners)
    expect(passages.map(({ kind, corner }) => `${kind} ${corner}`)).toEqual([
      'first 1',
      'into 1',
      'out 1',
      'into 2',
      'out 2',
      'into 3',
      'out 3',
    ])
    expect(passages[0]!.from).toBe(0)
    passages.slice(1).forEach(({ from }, i) => expect(from).toBe(passages[i]!.to))
    expect(passages.at(-1)!.to).toBe(reference.channels.xM.length - 1)
  })

  it('are none where no corner slows the car', () => {
    const flat = aCircuitLap({ speedMs: () => 80 })
    expect(passagesOf(flat, lapMarks(flat.header, flat.channels.xM.length).corners)).toEqual([])
    expect(whereTimeGoes(flat, gapWith(flat))).toBeNull()
  })
})

describe('who gains where', () => {
  it('is told of the passage in which it happens, with the size it has', () => {
    const other = slowerBetween(0.42, 0.5, 0.1)
    const where = whereTimeGoes(reference, gapWith(other))!
    const [largest] = where.told
    expect(largest!.passage).toMatchObject({ kind: 'into', corner: 2 })
    expect(largest!.lostS).toBeCloseTo(where.lapS, 1)
    const [lap, first] = whereSentences(where, 'NOR', 'LEC')
    expect(lap).toMatch(/^Over the whole lap NOR is .+ s faster than LEC\.$/)
    expect(first).toMatch(/^NOR gains .+ ± .+ s on LEC in the braking for turn 2\.$/)
  })

  it('is told of the one who gains, whichever of the two that is', () => {
    const other = slowerBetween(0.42, 0.5, -0.1)
    const sentences = whereSentences(whereTimeGoes(reference, gapWith(other))!, 'NOR', 'LEC')
    expect(sentences[1]).toMatch(/^LEC gains .+ on NOR in the braking/)
  })

  it('is not told where the difference is within the measurement', () => {
    const where = whereTimeGoes(reference, gapWith(slowerBetween(0, 1, 0.0004)))!
    expect(where.told).toEqual([])
    expect(whereSentences(where, 'NOR', 'LEC').at(-1)).toMatch(/^In no single passage/)
  })

  it('names no more than one reads, and says what the smaller ones come to', () => {
    const where = whereTimeGoes(reference, gapWith(slowerBetween(0, 1, 0.15)))!
    expect(where.told.length + where.further + where.untold).toBe(7)
    expect(where.further).toBe(1)
    expect(whereSentences(where, 'NOR', 'LEC').at(-1)).toMatch(
      /^In one further passage NOR gains .+ s on LEC/,
    )
  })

  it('adds up to the whole difference, told and untold', () => {
    const part = fc.record({
      from: fc.double({ min: 0, max: 0.7, noNaN: true }),
      share: fc.double({ min: -0.15, max: 0.15, noNaN: true }),
    })
    fc.assert(
      fc.property(part, ({ from, share }) => {
        const where = whereTimeGoes(reference, gapWith(slowerBetween(from, from + 0.3, share)))!
        const told = where.told.reduce((sum, { lostS }) => sum + lostS, 0)
        expect(told + where.furtherS + where.untoldS).toBeCloseTo(where.lapS, 6)
        const sizes = where.told.map(({ lostS }) => Math.abs(lostS))
        expect(sizes).toEqual([...sizes].sort((a, b) => b - a))
      }),
      { numRuns: 20 },
    )
  })
})

describe('the lap in parts', () => {
  it('counts sectors by the official times, and says nothing of one that was not timed', () => {
    const other = aCircuitLap({ header: { sectorsMs: [20_100, null, 21_800] } })
    expect(sectorGaps(reference, other).map(({ lostMs }) => lostMs)).toEqual([100, null, -32])
  })

  it('counts what a corner costs between its entry and its exit, with both speeds at the apex', () => {
    const other = slowerBetween(0.42, 0.52, 0.1)
    const alignment = alignLaps(reference, other)
    if (alignment.kind === 'refused') throw new Error(alignment.reason)
    const corners = cornerGaps(reference, other, alignment.stations, gapWith(other))
    expect(corners.map(({ lostS }) => Math.abs(lostS) > 0.05)).toEqual([false, true, false])
    expect(corners[1]!.otherKmh).toBeCloseTo(corners[1]!.referenceKmh * 0.9, 0)
  })
})
