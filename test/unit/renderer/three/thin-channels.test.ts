import { describe, expect, it } from 'vitest'
import { planFrame } from '@renderer/three/plan-frame'
import { buildSculptureMesh } from '@renderer/three/sculpture-mesh'
import { ROUNDABOUT, thinned } from '@renderer/three/thin-channels'
import { aSculpture } from '../../../helpers/builders'

describe('a lap with fewer stations', () => {
  it('keeps every third, of all channels the same, and the place of the circuit', () => {
    const { channels } = aSculpture()
    const thin = thinned(channels, 3)
    expect(thin.xM).toHaveLength(Math.ceil(channels.xM.length / 3))
    expect(thin.lateralG).toHaveLength(thin.xM.length)
    expect(thin.yM[5]).toBe(channels.yM[15])
    const [full, few] = [channels, thin].map(({ xM, yM, zM }) => planFrame(xM, yM, zM))
    expect(few!.halfLengthM).toBeCloseTo(full!.halfLengthM, 0)
    expect(few!.centreXM).toBeCloseTo(full!.centreXM, 0)
  })

  it('has something to draw before there is any lap', () => {
    const { xM, yM, zM } = ROUNDABOUT
    const mesh = buildSculptureMesh(ROUNDABOUT, planFrame(xM, yM, zM))
    expect(mesh.stations).toBe(xM.length)
    expect(mesh.positions.every(Number.isFinite)).toBe(true)
  })
})
