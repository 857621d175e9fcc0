import { buildRows, patchesByDriver, type DriverRows } from '@main/core/session/lap-rows'
import { describe, expect, it } from 'vitest'
import { carMessages, crossing, practiceRun, sector } from './feed'

function rowsOf(lines: readonly (readonly [seconds: number, patch: unknown])[]): DriverRows | null {
  return buildRows(patchesByDriver(carMessages('4', ...lines)).get('4') ?? [])
}

describe('buildRows', () => {
  it('opens a row for every count of the lap counter, and one behind', () => {
    const driver = rowsOf(practiceRun([90]))
    expect(driver?.rows.map(({ endMs }) => endMs)).toEqual([100_000, 200_000, 290_000, null])
  })

  it('has no rows for a driver who never leaves the pits (edge case 21)', () => {
    expect(
      rowsOf([
        [0, { InPit: true }],
        [50, { Stopped: true }],
      ]),
    ).toBeNull()
    expect(
      rowsOf([
        [0, { InPit: true }],
        [50, { NumberOfLaps: 1 }],
      ]),
    ).toBeNull()
  })

  it('counts times that arrive within five seconds of the line to the lap before', () => {
    const driver = rowsOf([...practiceRun([90]), [294.9, sector(3, '30.001')], [295, sector(3, '29.000')]])
    expect(driver?.rows[2]?.sectorsMs[2]).toBe(30_001)
    expect(driver?.rows[3]?.sectorsMs[2]).toBe(29_000)
  })

  it('puts a pit exit just before the line into the lap that begins there', () => {
    const driver = rowsOf([
      [0, { InPit: false }],
      [100, crossing(1)],
      [195.001, { InPit: false }],
      [200, crossing(2)],
    ])
    expect(driver?.rows.map(({ pitOutMs }) => pitOutMs)).toEqual([0, null, 195_001])
  })

  it('ignores pit entries before the first pit exit', () => {
    const driver = rowsOf([
      [0, { InPit: true }],
      [1, { InPit: false }],
      [90, crossing(1)],
      [95, { InPit: true }],
    ])
    expect(driver?.rows.map(({ pitInMs }) => pitInMs)).toEqual([null, 95_000])
  })

  it('leaves lap times of 150 s and more untouched, and knows a cleared one from none (edge case 16)', () => {
    const [first, second, third] = rowsOf([
      [0, { InPit: false }],
      [100, crossing(1, '39:32.362')],
      [200, crossing(2, '2:29.999')],
      [300, crossing(3, '')],
    ])!.rows
    expect(first).toMatchObject({ lapTimeMs: null, lapTimeCleared: false })
    expect(second).toMatchObject({ lapTimeMs: 149_999, lapTimeCleared: false })
    expect(third).toMatchObject({ lapTimeMs: null, lapTimeCleared: true })
  })

  it('skips what the feed sends again from the past until the counter is back', () => {
    const driver = rowsOf([
      [0, { InPit: false }],
      [100, crossing(1)],
      [200, crossing(2, '1:40.000')],
      [210, crossing(1, '1:11.111')],
      [220, sector(1, '11.111')],
      [230, { ...crossing(2), ...sector(1, '22.222') }],
      [300, crossing(3, '1:41.000')],
    ])
    expect(driver?.rows.map(({ lapTimeMs }) => lapTimeMs)).toEqual([null, 100_000, 101_000, null])
    expect(driver?.rows[2]?.sectorsMs[0]).toBe(22_222)
  })

  it('counts by one when the lap counter leaps', () => {
    const driver = rowsOf([
      [0, { InPit: false }],
      [100, crossing(1)],
      [200, crossing(5)],
      [300, crossing(6)],
    ])
    expect(driver?.rows).toHaveLength(4)
  })

  it('takes no values from the lists of a keyframe, which tell of earlier laps', () => {
    const driver = rowsOf([
      [0, { InPit: false, Sectors: [{ Value: '26.647' }] }],
      [100, crossing(1)],
    ])
    expect(driver?.rows[0]?.sectorsMs).toEqual([null, null, null])
  })

  it('takes the first sign of each part of a qualifying for its start', () => {
    const driver = rowsOf([
      [0, { InPit: false, BestLapTimes: [{ Value: '' }] }],
      [100, { ...crossing(1), BestLapTimes: { 0: { Value: '1:40.000' } } }],
      [200, { BestLapTimes: { 1: { Value: '' } } }],
      [300, { BestLapTimes: { 1: { Value: '1:39.000' } } }],
      [400, { BestLapTimes: { 2: { Value: '1:38.000' } } }],
    ])
    expect(driver?.partStartsMs).toEqual([0, 200_000, 400_000])
  })
})
