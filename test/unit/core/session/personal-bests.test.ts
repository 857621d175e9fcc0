import { flagPersonalBests } from '@main/core/session/personal-bests'
import type { DriverRows } from '@main/core/session/lap-rows'
import { describe, expect, it } from 'vitest'
import { aRow } from './lap-drafts'

/** Laps flagged, given all lap times and the announcements as [seconds, lap time in ms]. */
function flagged(
  lapTimesMs: readonly number[],
  announcements: readonly (readonly [seconds: number, lapTimeMs: number])[],
  partStartsMs: readonly number[] = [0],
): readonly number[] {
  const rows = lapTimesMs.map((lapTimeMs, index) => aRow({ lap: index + 1, lapTimeMs }))
  const bestTimes = announcements.map(([seconds, lapTimeMs]) => ({ timeMs: seconds * 1000, lapTimeMs }))
  const driver: DriverRows = { rows, bestTimes, partStartsMs }
  flagPersonalBests(driver)
  return rows.filter(({ personalBest }) => personalBest).map(({ lap }) => lap)
}

describe('flagPersonalBests', () => {
  it('flags every lap that was the best when it ended', () => {
    expect(
      flagged(
        [90, 91, 89],
        [
          [1, 90],
          [3, 89],
        ],
      ),
    ).toEqual([1, 3])
  })

  it('leaves out a lap that was taken back: the best before it is sent again (edge case 20)', () => {
    expect(
      flagged(
        [90, 85, 88],
        [
          [1, 90],
          [2, 85],
          [3, 90],
          [4, 88],
        ],
      ),
    ).toEqual([1, 3])
  })

  it('takes a lap that was deleted before the driver improved for one that stood: only race control knows better', () => {
    const announcements = [
      [1, 90],
      [2, 89],
      [3, 90],
      [4, 88],
    ] as const
    expect(flagged([90, 89, 88], announcements)).toEqual([1, 2, 3])
  })

  it('begins anew with each part of a qualifying (edge case 14)', () => {
    expect(
      flagged(
        [80, 82, 81],
        [
          [1, 80],
          [20, 82],
          [30, 81],
        ],
        [0, 10_000],
      ),
    ).toEqual([1, 2, 3])
  })

  it('flags the first of two equal laps', () => {
    expect(flagged([90, 90], [[1, 90]])).toEqual([1])
  })
})
