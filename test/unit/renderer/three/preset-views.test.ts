import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cameraPoseSchema } from '@contract/link'
import { placeOf, poseOf } from '@renderer/three/camera-pose'
import { eyeOf, placeOnWay, presetDirection, startHeading, type EyePlace } from '@renderer/three/preset-views'
import { TURNTABLE_STEP, turntableTurn } from '@renderer/three/turntable'
import { viewAxes } from '@renderer/three/view-fit'

const PLAN = { centreXM: 0, centreYM: 0, lowestZM: 0, axis: 0.4, halfLengthM: 900, halfWidthM: 400 }
const HOME: EyePlace = { azimuth: 0.6, polar: 0.92, distance: 3000, target: [10, 0, -20] }

const places: fc.Arbitrary<EyePlace> = fc.record({
  azimuth: fc.double({ min: -Math.PI, max: Math.PI, noNaN: true }),
  polar: fc.double({ min: 0.001, max: 1.55, noNaN: true }),
  distance: fc.double({ min: 100, max: 6000, noNaN: true }),
  target: fc.tuple(
    fc.double({ min: -2000, max: 2000, noNaN: true }),
    fc.double({ min: -500, max: 500, noNaN: true }),
    fc.double({ min: -2000, max: 2000, noNaN: true }),
  ),
})

const apart = (a: readonly number[], b: readonly number[]): number =>
  Math.hypot(...a.map((value, i) => value - b[i]!))

describe('the views one can go to', () => {
  it('looks down the start straight the way it is driven', () => {
    fc.assert(
      fc.property(fc.double({ min: -3.1, max: 3.1, noNaN: true }), (heading) => {
        const along = Array.from({ length: 50 }, (_, i) => i * 3)
        const measured = startHeading(
          along.map((m) => 100 + m * Math.cos(heading)),
          along.map((m) => -50 + m * Math.sin(heading)),
          3,
        )
        const { azimuth, polar } = presetDirection('straight', PLAN, measured)
        const { forward } = viewAxes(azimuth, polar)
        // three.js has the plan's y the other way round, as -z.
        const flat = Math.hypot(forward[0], forward[2])
        expect(forward[0] / flat).toBeCloseTo(Math.cos(heading), 6)
        expect(-forward[2] / flat).toBeCloseTo(Math.sin(heading), 6)
      }),
    )
  })

  it('has the long axis level in plan and in the long elevation, and end on in the short one', () => {
    const axis = [Math.cos(PLAN.axis), 0, -Math.sin(PLAN.axis)]
    const seen = (view: 'plan' | 'long-side' | 'short-side') => {
      const { azimuth, polar } = presetDirection(view, PLAN, 0)
      const { right } = viewAxes(azimuth, polar)
      return Math.abs(right.reduce((sum, value, i) => sum + value * axis[i]!, 0))
    }
    expect(seen('plan')).toBeCloseTo(1)
    expect(seen('long-side')).toBeCloseTo(1)
    expect(seen('short-side')).toBeCloseTo(0)
  })
})

describe('the way from one view to another', () => {
  it('begins where one is, ends where one goes, and never turns more than half round', () => {
    fc.assert(
      fc.property(places, places, fc.double({ min: 0, max: 1, noNaN: true }), (from, to, ratio) => {
        expect(apart(eyeOf(placeOnWay(from, to, 0)), eyeOf(from))).toBeLessThan(1e-6)
        expect(apart(eyeOf(placeOnWay(from, to, 1)), eyeOf(to))).toBeLessThan(1e-5)
        expect(Math.abs(placeOnWay(from, to, ratio).azimuth - from.azimuth)).toBeLessThan(Math.PI + 1e-9)
      }),
    )
  })

  it('sets out and arrives at rest', () => {
    const to = { ...HOME, azimuth: HOME.azimuth + 1 }
    const gone = (from: number, until: number): number =>
      placeOnWay(HOME, to, until).azimuth - placeOnWay(HOME, to, from).azimuth
    expect(gone(0, 0.01)).toBeLessThan(gone(0.495, 0.505) / 20)
    expect(gone(0.99, 1)).toBeLessThan(gone(0.495, 0.505) / 20)
  })
})

describe('the turntable', () => {
  it('turns as far in many short frames as in few long ones', () => {
    const turned = (frames: number): number =>
      Array.from({ length: frames }, () => turntableTurn(1000 / frames)).reduce((sum, each) => sum + each, 0)
    expect(turned(60)).toBeCloseTo(turned(7), 9)
  })

  it('comes back to where it began after whole presses, where it goes by steps', () => {
    const presses = (2 * Math.PI) / TURNTABLE_STEP
    expect(presses).toBeCloseTo(Math.round(presses), 9)
  })
})

describe('a camera in a link', () => {
  it('is seen from where it was, to less than a pixel or two', () => {
    fc.assert(
      fc.property(places, (place) => {
        const read = placeOf(poseOf(place, HOME), HOME)
        // Half a thousandth of the first view's distance an axis; half a tenth of a degree of the eye's.
        expect(apart(read.target, place.target)).toBeLessThan(0.001 * HOME.distance)
        expect(apart(eyeOf(read), eyeOf(place))).toBeLessThan(0.002 * (HOME.distance + place.distance))
      }),
    )
  })

  it('is always one that can be read, and written the same once it has been', () => {
    const wild = fc.record({
      azimuth: fc.double({ min: -100, max: 100, noNaN: true }),
      polar: fc.double({ min: -1, max: 4, noNaN: true }),
      distance: fc.double({ min: 1, max: 1e6, noNaN: true }),
      target: fc.tuple(fc.double({ min: -1e6, max: 1e6, noNaN: true }), fc.constant(-0), fc.constant(0)),
    })
    fc.assert(
      fc.property(wild, (place) => {
        const pose = poseOf(place, HOME)
        expect(cameraPoseSchema.safeParse(pose).success).toBe(true)
        expect(Object.values(pose).some((value) => Object.is(value, -0))).toBe(false)
        expect(poseOf(placeOf(pose, HOME), HOME)).toEqual(pose)
      }),
    )
  })
})
