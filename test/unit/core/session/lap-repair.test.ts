import { repairRows } from '@main/core/session/lap-repair'
import type { LapRow } from '@main/core/session/lap-rows'
import { describe, expect, it } from 'vitest'
import { aRow } from './lap-drafts'

const EMPTY = aRow()

/** Rows numbered from 1 behind each other, then an empty open one, repaired. */
function repaired(...rows: readonly Partial<LapRow>[]): {
  readonly rows: readonly LapRow[]
  readonly contradictions: number
} {
  const driver = {
    rows: [
      ...rows.map((row, index) => ({ ...EMPTY, lap: index + 1, ...row })),
      { ...EMPTY, hasSpeed: false },
    ],
    bestTimes: [],
    partStartsMs: [0],
  }
  const contradictions = repairRows(driver)
  return { rows: driver.rows, contradictions }
}

describe('repairRows', () => {
  it('drops the first lap if nothing was timed in it, and numbers anew', () => {
    const { rows } = repaired({ hasSpeed: false, endMs: 10 }, { endMs: 100_000 }, { endMs: 200_000 })
    expect(rows.map(({ lap, endMs }) => [lap, endMs])).toEqual([
      [1, 100_000],
      [2, 200_000],
    ])
  })

  it('drops a lap time shorter than its sectors (edge case 15)', () => {
    const { rows, contradictions } = repaired(
      { endMs: 100_000 },
      { endMs: 200_000, lapTimeMs: 61_871, sectorsMs: [null, 33_000, 31_227] },
    )
    expect(rows[1]?.lapTimeMs).toBeNull()
    expect(contradictions).toBe(1)
  })

  it('keeps an impossibly short lap time while a missing sector could explain it (edge case 15)', () => {
    const { rows } = repaired(
      { endMs: 100_000 },
      { endMs: 173_670, lapTimeMs: 73_670, sectorsMs: [null, 33_035, 31_369] },
    )
    expect(rows[1]?.lapTimeMs).toBe(73_670)
  })

  it('takes the sum of the sectors for a lap time that was cleared', () => {
    const { rows } = repaired({ endMs: 90_000, lapTimeCleared: true, sectorsMs: [30_000, 30_000, 30_000] })
    expect(rows[0]?.lapTimeMs).toBe(90_000)
  })

  it('restores a lap or sector time that was left out because it repeats (edge case 19)', () => {
    const { rows } = repaired(
      { endMs: 100_000, lapTimeMs: 100_000, sectorsMs: [38_762, 31_238, 30_000] },
      { endMs: 200_000, sectorsMs: [38_762, 31_238, 30_000] },
      { endMs: 302_000, lapTimeMs: 102_000, sectorsMs: [null, 33_238, 30_000] },
      { endMs: 402_000, lapTimeMs: 100_000, sectorsMs: [null, 30_000, 30_000] },
    )
    expect(rows[1]?.lapTimeMs).toBe(100_000)
    expect(rows[2]?.sectorsMs[0]).toBe(38_762)
    expect(rows[3]?.sectorsMs[0]).toBeNull()
  })

  it('ends a lap at the earliest message that tells its end (edge case 17)', () => {
    const late = { endMs: 357_800, sectorsMs: [30_000, 30_000, 30_000] as LapRow['sectorsMs'] }
    const ends = (sectorEndsMs: LapRow['sectorEndsMs']): number | null | undefined =>
      repaired({ ...late, sectorEndsMs }).rows[0]?.endMs
    expect(ends([null, null, 357_000])).toBe(357_000)
    expect(ends([null, 70_000, 357_000])).toBe(100_000)
    expect(ends([39_900, 70_000, 357_000])).toBe(99_900)
    expect(ends([30_000, null, null])).toBe(90_000)
  })

  it('looks at no sector end behind a missing sector time', () => {
    const { rows } = repaired({
      endMs: 100_000,
      sectorsMs: [30_000, null, 30_000],
      sectorEndsMs: [10_000, null, 99_000],
    })
    expect(rows[0]?.endMs).toBe(99_000)
  })

  it('does not end a lap before the one before it', () => {
    const { rows, contradictions } = repaired(
      { endMs: 100_000 },
      { endMs: 200_000, sectorEndsMs: [null, null, 99_999] },
    )
    expect(rows[1]?.endMs).toBe(200_000)
    expect(contradictions).toBe(1)
  })

  it('ends a lap no later than the next one began, and the next no later than its time allows', () => {
    const { rows } = repaired(
      { endMs: 100_500 },
      { endMs: 190_000, lapTimeMs: 90_000 },
      { endMs: 281_000, lapTimeMs: 90_000 },
    )
    expect(rows.map(({ endMs }) => endMs)).toEqual([100_000, 190_000, 280_000])
  })

  it('counts a lap whose time leaves a standstill out, as after a red flag', () => {
    const { rows, contradictions } = repaired(
      { endMs: 3_333_960 },
      { endMs: 7_048_744, lapTimeMs: 114_751, pitOutMs: 6_950_341, sectorsMs: [null, 30_440, 32_122] },
    )
    expect(rows[1]?.endMs).toBe(3_448_711)
    expect(contradictions).toBe(1)
  })

  it('ends a last lap without a crossing in the pits, or drops it', () => {
    const open = { sectorsMs: [30_000, null, null] as LapRow['sectorsMs'] }
    const inPits = {
      rows: [
        { ...EMPTY, endMs: 1000 },
        { ...EMPTY, ...open, pitInMs: 80_000 },
      ],
      bestTimes: [],
      partStartsMs: [0],
    }
    repairRows(inPits)
    expect(inPits.rows[1]?.endMs).toBe(80_000)
    const nowhere = {
      rows: [
        { ...EMPTY, endMs: 1000 },
        { ...EMPTY, ...open },
      ],
      bestTimes: [],
      partStartsMs: [0],
    }
    repairRows(nowhere)
    expect(nowhere.rows).toHaveLength(1)
  })

  it('forgets the pit entry of a lap to the grid', () => {
    const { rows } = repaired(
      { endMs: 100_000, pitInMs: 10, pitOutMs: 20 },
      { endMs: 200_000, pitInMs: 10, pitOutMs: 20 },
    )
    expect(rows.map(({ pitInMs }) => pitInMs)).toEqual([null, 10])
  })
})
