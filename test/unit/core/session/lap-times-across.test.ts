import { alignLapEnds, type AlignableDriver } from '@main/core/session/lap-times-across'
import type { LapRow, TimedPatch } from '@main/core/session/lap-rows'
import { describe, expect, it } from 'vitest'
import { aRow } from './lap-drafts'

function driver(
  number: string,
  rows: readonly Partial<LapRow>[],
  gaps: readonly (readonly [timeMs: number, gap: string])[],
): AlignableDriver {
  const patches = gaps.map(([timeMs, gap]): TimedPatch => ({ timeMs, patch: { GapToLeader: gap } }))
  return { number, rows: rows.map((row, index) => aRow({ lap: index + 1, ...row })), patches }
}

function endsOf(...drivers: readonly AlignableDriver[]): readonly (readonly (number | null)[])[] {
  alignLapEnds(drivers)
  return drivers.map(({ rows }) => rows.map(({ endMs }) => endMs))
}

describe('alignLapEnds', () => {
  it('moves ends to earlier times only, until the gaps are the official ones', () => {
    const leader = driver('1', [{ endMs: 100_000 }, { endMs: 190_000 }], [[100_000, 'LAP 1']])
    const early = driver('2', [{ endMs: 100_900 }, { endMs: 191_000 }], [[100_900, '+1.000']])
    const late = driver('3', [{ endMs: 102_300 }], [[102_300, '+2.000']])
    expect(endsOf(leader, early, late)).toEqual([[99_900, 189_900], [100_900, 191_000], [101_900]])
  })

  it('aligns a driver who pits on the first lap on a later one', () => {
    const leader = driver(
      '1',
      [{ endMs: 100_000 }, { endMs: 190_000 }],
      [
        [100_000, 'LAP 1'],
        [190_000, 'LAP 2'],
      ],
    )
    const pitted = driver(
      '2',
      [{ endMs: 105_000, pitInMs: 104_000 }, { endMs: 191_300 }],
      [[191_300, '+1.000']],
    )
    expect(endsOf(leader, pitted)).toEqual([
      [100_000, 190_000],
      [104_700, 191_000],
    ])
  })

  it('leaves lapped cars and cars without a gap as they are, and everything where there are no gaps', () => {
    const leader = driver('1', [{ endMs: 100_000 }], [[100_000, 'LAP 1']])
    const lapped = driver('2', [{ endMs: 130_000 }], [[130_000, '1L']])
    const silent = driver('3', [{ endMs: 140_000 }], [])
    expect(endsOf(leader, lapped, silent)).toEqual([[100_000], [130_000], [140_000]])
    expect(endsOf(silent)).toEqual([[140_000]])
    expect(endsOf()).toEqual([])
  })

  it('takes the car that crossed first for the leader, where another is still told as one', () => {
    const overtaken = driver('2', [{ endMs: 100_600 }, { endMs: 191_000 }], [[100_000, 'LAP 1'], [191_000, '+0.900']]) // prettier-ignore
    const leader = driver('1', [{ endMs: 100_000 }, { endMs: 190_000 }], [[99_000, 'LAP 1'], [190_000, 'LAP 2']]) // prettier-ignore
    const third = driver('3', [{ endMs: 102_000 }], [[102_000, '+1.900']])
    expect(endsOf(overtaken, leader, third)).toEqual([[100_500, 190_900], [100_000, 190_000], [101_900]])
  })

  it('aligns by a lap of any other leader who is aligned already, and skips laps whose leader is in the pits', () => {
    const first = driver('1', [{ endMs: 100_000 }, { endMs: 200_000, pitInMs: 199_000 }, { endMs: 310_000 }], [[100_000, 'LAP 1'], [200_000, 'LAP 2'], [310_000, '+9.000']]) // prettier-ignore
    const second = driver('2', [{ endMs: 101_000 }, { endMs: 201_000 }, { endMs: 301_000 }], [[101_000, '+1.000'], [201_000, '+1.000'], [301_000, 'LAP 3']]) // prettier-ignore
    const third = driver('3', [{ endMs: 103_000, pitInMs: 102_000 }, { endMs: 203_000, pitOutMs: 110_000 }, { endMs: 303_300 }], [[303_300, '+2.000']]) // prettier-ignore
    expect(endsOf(first, second, third)[2]).toEqual([102_700, 202_700, 303_000])
  })

  it('skips a lap led by a car that is not aligned itself', () => {
    const first = driver('1', [{ endMs: 100_000 }], [[100_000, 'LAP 1']])
    const late = driver('2', [{ endMs: 101_000, pitInMs: 1 }, { endMs: 190_000 }], [[190_000, 'LAP 2']])
    const third = driver('3', [{ endMs: 102_000, pitInMs: 1 }, { endMs: 195_000 }], [[195_000, '+1.000']])
    expect(endsOf(first, late, third)).toEqual([[100_000], [101_000, 190_000], [102_000, 195_000]])
  })

  it('counts pit entry and pit exit alike, so that the lap of the way to the grid aligns nobody', () => {
    const leader = driver('1', [{ endMs: 100_000, pitOutMs: 5 }, { endMs: 190_000 }], [[100_000, 'LAP 1'], [190_000, 'LAP 2']]) // prettier-ignore
    const other = driver('2', [{ endMs: 101_000, pitOutMs: 6 }, { endMs: 191_000 }], [[101_000, '+0.500'], [191_000, '+0.800']]) // prettier-ignore
    expect(endsOf(leader, other)[1]).toEqual([100_800, 190_800])
  })

  it('takes the gap as it stood nearest to the end of the lap', () => {
    const leader = driver('1', [{ endMs: 100_000 }], [[100_000, 'LAP 1']])
    const other = driver(
      '2',
      [{ endMs: 101_000 }],
      [
        [90_000, '+9.000'],
        [101_100, '+0.900'],
        [120_000, '+7.000'],
      ],
    )
    expect(endsOf(leader, other)).toEqual([[100_000], [100_900]])
  })
})
