import { readStintNotes, tyresOfLaps, type LapTyres } from '@main/core/session/tyres'
import { describe, expect, it } from 'vitest'
import { carMessages } from './feed'
import { aRow } from './lap-drafts'

interface Run {
  readonly notes: readonly (readonly [seconds: number, stints: unknown])[]
  /** Ends of laps in seconds; negative for an in-lap. */
  readonly laps: readonly number[]
  readonly raceStartS?: number
}

function tyresOf({ notes, laps, raceStartS }: Run): readonly LapTyres[] {
  const messages = carMessages(
    '4',
    ...notes.map(([seconds, stints]) => [seconds, { Stints: stints }] as const),
  )
  const rows = laps.map((endS, index) => {
    const endMs = Math.abs(endS) * 1000
    return aRow({ lap: index + 1, endMs, pitInMs: endS < 0 ? endMs - 1000 : null })
  })
  return tyresOfLaps(
    readStintNotes(messages).get('4') ?? [],
    rows,
    raceStartS === undefined ? null : raceStartS * 1000,
  )
}

function shorthand(tyres: readonly LapTyres[]): readonly string[] {
  return tyres.map(({ stint, compound, tyreLife, fresh }) => `${stint} ${compound} ${tyreLife} ${fresh}`)
}

const SOFT = { Compound: 'SOFT', New: 'true', StartLaps: 0 }
const HARD = { Compound: 'HARD', New: 'false', StartLaps: 3 }

describe('tyresOfLaps', () => {
  it('counts tyre life from the age of the set, stint by stint', () => {
    const tyres = tyresOf({
      notes: [
        [0, []],
        [10, { 0: SOFT }],
        [210, { 1: HARD }],
      ],
      laps: [100, -200, 300, 400],
    })
    expect(shorthand(tyres)).toEqual(['1 SOFT 1 true', '1 SOFT 2 true', '2 HARD 4 false', '2 HARD 5 false'])
  })

  it('knows nothing of laps before the first message, or without any', () => {
    expect(shorthand(tyresOf({ notes: [[150, { 0: SOFT }]], laps: [100, 200] }))).toEqual([
      'null null null null',
      '1 SOFT 1 true',
    ])
    expect(shorthand(tyresOf({ notes: [], laps: [100] }))).toEqual(['null null null null'])
  })

  it('corrects a compound that was unknown at first, from the beginning of the stint', () => {
    const unknown = { Compound: 'UNKNOWN', New: 'false', StartLaps: 0 }
    const tyres = tyresOf({
      notes: [
        [10, { 0: unknown }],
        [250, { 0: { Compound: 'INTERMEDIATE' } }],
      ],
      laps: [100, 200, 300],
    })
    expect(shorthand(tyres)[0]).toBe('1 INTERMEDIATE 1 false')
  })

  it('calls a compound it never heard of unknown', () => {
    expect(tyresOf({ notes: [[0, { 0: { ...SOFT, Compound: 'GRANITE' } }]], laps: [10] })[0]?.compound).toBe(
      'UNKNOWN',
    )
  })

  it('lowers a stint number that rises without a pass through the pit lane', () => {
    const tyres = tyresOf({
      notes: [
        [10, { 0: SOFT }],
        [20, { 0: { LapNumber: 1 } }],
        [150, { 2: { TotalLaps: 1 } }],
        [210, { 1: HARD }],
      ],
      laps: [100, -200, 300],
    })
    expect(shorthand(tyres)).toEqual(['1 SOFT 1 true', '1 SOFT 2 true', '2 HARD 4 false'])
  })

  it('lowers the stint number of a set fitted on the grid, so that the stop in the race has its own', () => {
    const onGrid = { Compound: 'INTERMEDIATE', New: 'true', StartLaps: 0 }
    const tyres = tyresOf({
      notes: [
        [2413, { 0: onGrid }],
        [4314, { 1: onGrid }],
        [4424, { 0: { TotalLaps: 1 }, 1: { TotalLaps: 1 } }],
        [4949, { 0: { TotalLaps: 2 }, 1: { TotalLaps: 2 } }],
        [5689, { 1: { Compound: 'MEDIUM', New: 'false', StartLaps: 5 } }],
        [5784, { 1: { TotalLaps: 6 } }],
      ],
      laps: [5500, 5590, -5680, 5780, 5880],
      raceStartS: 5400,
    })
    expect(shorthand(tyres)).toEqual([
      '1 INTERMEDIATE 1 true',
      '1 INTERMEDIATE 2 true',
      '1 INTERMEDIATE 3 true',
      '2 MEDIUM 6 false',
      '2 MEDIUM 7 false',
    ])
  })

  it('dates stints told all at once after the start back to the in-laps (edge case 30)', () => {
    const bunched = {
      notes: [
        [350, [SOFT, HARD]],
        [360, { 1: { TotalLaps: 9 } }],
      ],
      laps: [-100, 200, 300, 400],
    } as const
    expect(shorthand(tyresOf({ ...bunched, raceStartS: 10 }))).toEqual([
      '1 SOFT 1 true',
      '2 HARD 4 false',
      '2 HARD 5 false',
      '2 HARD 6 false',
    ])
  })

  it('lets a bunched stint without its in-lap never begin', () => {
    const run: Run = {
      notes: [
        [350, [SOFT, HARD, SOFT]],
        [360, { 0: { TotalLaps: 9 } }],
      ],
      laps: [-100, 200],
      raceStartS: 10,
    }
    expect(shorthand(tyresOf(run))).toEqual(['1 SOFT 1 true', '2 HARD 4 false'])
  })
})
