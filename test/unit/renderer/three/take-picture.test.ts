import { describe, expect, it } from 'vitest'
import { fieldOfView } from '@renderer/three/take-picture'

const tan = (degrees: number) => Math.tan((degrees * Math.PI) / 360)

describe('the field of view of a picture', () => {
  it('is the view’s own where the picture is as wide or wider: nothing is cut off above or below', () => {
    expect(fieldOfView(26, 1.5, 1.5)).toBe(26)
    expect(fieldOfView(26, 1.5, 2)).toBe(26)
  })

  it('grows where the picture is narrower, so that nothing is cut off at the sides', () => {
    const wider = fieldOfView(26, 2, 1)
    expect(tan(wider) * 1).toBeCloseTo(tan(26) * 2, 9)
  })
})
