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
