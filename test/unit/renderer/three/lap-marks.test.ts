import { describe, expect, it } from 'vitest'
import { keepApart } from '@renderer/three/label-layout'
import type { CornerMark } from '@contract/sculpture'
import { lapMarks, stationsOfCorner } from '@renderer/three/lap-marks'
import { aHeader } from '../../../helpers/builders'

function aCorner(change: Partial<CornerMark> = {}): CornerMark {
  return { number: 1, direction: 'left', apexM: 60, radiusM: 40, entryM: 30, exitM: 90, ...change }
}

describe('the marks of a lap', () => {
  it('lie at the station nearest to their distance', () => {
    const header = {
      ...aHeader({ stepM: 3 }),
      corners: [aCorner({ apexM: 61 })],
      sectorEndsM: [150, 301] as const,
    }
    const { corners, sectorEnds } = lapMarks(header, 200)
    expect(corners[0]).toMatchObject({ number: 1, apex: 20, entry: 10, exit: 30 })
    expect(sectorEnds).toEqual([50, 100])
  })

  it('stay on the lap, and are none where the header knows none', () => {
    expect(lapMarks({ stepM: 3, corners: [], sectorEndsM: [9, 9000] }, 100).sectorEnds).toEqual([3, 99])
    expect(lapMarks({ stepM: 3, corners: [], sectorEndsM: null }, 100)).toEqual({
      corners: [],
      sectorEnds: [],
    })
  })

  it('count every station of a corner once, also across the finish line', () => {
    const { corners } = lapMarks(
      { stepM: 1, corners: [aCorner({ entryM: 8, exitM: 1 })], sectorEndsM: null },
      10,
    )
    expect(stationsOfCorner(corners[0]!, 10)).toEqual([8, 9, 0, 1])
  })
})

describe('labels', () => {
  const at = (x: number, isInView = true) => ({ x, y: 0, isInView })

  it('give way to those drawn before them, and only to those', () => {
    expect(keepApart([at(0), at(10), at(20), at(31)], 20)).toEqual([true, false, true, false])
  })

  it('are not drawn behind the eye, and take no room there', () => {
    expect(keepApart([at(0, false), at(1)], 20)).toEqual([false, true])
  })
})
