import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { buildCircuit, type CircuitPlan, type CornerPlan } from '@main/core/sources/demo/circuit'
import { VELLMARK_RING } from '@main/core/sources/demo/circuits/vellmark-ring'
import { DEMO_CIRCUITS } from '@main/core/sources/demo/grand-prix'
import { mirrored } from './mirrored'

const vellmark = buildCircuit(VELLMARK_RING)

/** Turns of the heading over one lap, by the trapezium rule on a grid of about 0.25 m. */
function turningNumber(plan: CircuitPlan): number {
  const circuit = buildCircuit(plan)
  const n = Math.round(circuit.lengthM / 0.25)
  let sum = 0
  for (let i = 0; i < n; i++) sum += circuit.at((i * circuit.lengthM) / n).curvature
  return ((sum / n) * circuit.lengthM) / (2 * Math.PI)
}

/** A plan is data; one that does not fit is refused with the place, never bent into shape. */
function fits(plan: CircuitPlan): boolean {
  try {
    buildCircuit(plan)
    return true
  } catch (error) {
    if (error instanceof RangeError) return false
    throw error
  }
}

/** Polygons round the origin, corners of any size that fit: what a season of circuits may be drawn from. */
const plans = fc
  .record({
    distances: fc.array(fc.integer({ min: 700, max: 1100 }), { minLength: 6, maxLength: 9 }),
    radiusM: fc.integer({ min: 20, max: 60 }),
    isClockwise: fc.boolean(),
  })
  .map(({ distances, radiusM, isClockwise }): CircuitPlan => {
    const sign = isClockwise ? -1 : 1
    const corners = distances.map((distance, i): CornerPlan => {
      const angle = (sign * 2 * Math.PI * i) / distances.length
      // Clothoids that turn little: they fit into the flattest vertex there can be, or the plan is refused.
      const clothoidM = radiusM / 8
      const place = { xM: distance * Math.cos(angle), yM: distance * Math.sin(angle) }
      return { ...place, radiusM, entryM: clothoidM, exitM: clothoidM * 1.5 }
    })
    return { ...VELLMARK_RING, corners, finishAfterLastCornerM: 100 }
  })

describe('a circuit built from a polygon of rounded corners', () => {
  it('is between 4.5 and 5.5 km long and uses some 40 m of elevation', () => {
    const heights = Array.from({ length: 5000 }, (_, i) => vellmark.at((i * vellmark.lengthM) / 5000).zM)
    expect(vellmark.lengthM).toBeGreaterThan(4500)
    expect(vellmark.lengthM).toBeLessThan(5500)
    expect(Math.max(...heights) - Math.min(...heights)).toBeCloseTo(40, -1)
  })

  it('has left-hand and right-hand corners, a hairpin and a fast sweep', () => {
    const radii = VELLMARK_RING.corners.map((corner) => corner.radiusM)
    const { curvature } = vellmark.grid
    expect(Math.min(...radii)).toBeLessThan(20)
    expect(Math.max(...radii)).toBeGreaterThan(150)
    expect(Math.max(...curvature)).toBeGreaterThan(1 / 70)
    expect(Math.min(...curvature)).toBeLessThan(-1 / 20)
  })

  it('closes on itself in position, heading and elevation', () => {
    const start = vellmark.at(0)
    const end = vellmark.at(vellmark.lengthM - 1e-9)
    expect(Math.hypot(end.xM - start.xM, end.yM - start.yM)).toBeLessThan(1e-8)
    expect(Math.sin(end.headingRad - start.headingRad)).toBeCloseTo(0, 10)
    expect(end.zM - start.zM).toBeCloseTo(0, 9)
    expect(end.slope - start.slope).toBeCloseTo(0, 9)
  })

  it('has no jump in position, heading or curvature anywhere', () => {
    const step = 0.1
    let before = vellmark.at(-step)
    for (let s = 0; s < vellmark.lengthM; s += step) {
      const here = vellmark.at(s)
      expect(Math.abs(Math.hypot(here.xM - before.xM, here.yM - before.yM) - step)).toBeLessThan(1e-5)
      expect(Math.abs(Math.sin(here.headingRad - before.headingRad))).toBeLessThan(step / 15)
      // The steepest clothoid: 28 m to a radius of 16 m.
      expect(Math.abs(here.curvature - before.curvature)).toBeLessThan((1.01 * step) / (28 * 16))
      before = here
    }
  })

  it('moves along its heading, and turns by its curvature', () => {
    const h = 1e-3
    fc.assert(
      fc.property(fc.double({ min: 0, max: vellmark.lengthM, noNaN: true }), (s) => {
        const [a, here, b] = [vellmark.at(s - h), vellmark.at(s), vellmark.at(s + h)]
        expect((b.xM - a.xM) / (2 * h)).toBeCloseTo(Math.cos(here.headingRad), 5)
        expect((b.yM - a.yM) / (2 * h)).toBeCloseTo(Math.sin(here.headingRad), 5)
        expect(Math.sin(b.headingRad - a.headingRad) / (2 * h)).toBeCloseTo(here.curvature, 5)
        expect((b.zM - a.zM) / (2 * h)).toBeCloseTo(here.slope, 5)
      }),
    )
  })

  it('turns once round: clockwise is minus one', () => {
    expect(turningNumber(VELLMARK_RING)).toBeCloseTo(-1, 6)
    expect(turningNumber(mirrored(VELLMARK_RING))).toBeCloseTo(1, 6)
  })

  it('takes any distance modulo its length', () => {
    fc.assert(
      fc.property(fc.integer({ min: -3, max: 3 }), fc.integer({ min: 0, max: 5000 }), (laps, s) => {
        const here = vellmark.at(s)
        const there = vellmark.at(s + laps * vellmark.lengthM)
        expect(Math.hypot(there.xM - here.xM, there.yM - here.yM)).toBeLessThan(1e-6)
        expect(there.curvature).toBeCloseTo(here.curvature, 9)
      }),
    )
  })

  it('closes for every plan whose corners fit', () => {
    let built = 0
    fc.assert(
      fc.property(plans, (plan) => {
        fc.pre(fits(plan))
        built++
        const circuit = buildCircuit(plan)
        const start = circuit.at(0)
        const end = circuit.at(circuit.lengthM - 1e-9)
        expect(Math.hypot(end.xM - start.xM, end.yM - start.yM)).toBeLessThan(1e-7)
        expect(Math.abs(turningNumber(plan))).toBeCloseTo(1, 3)
      }),
      { numRuns: 40, seed: 7 },
    )
    expect(built).toBe(40)
  })

  it('refuses corners that overlap and clothoids that turn more than their corner', () => {
    const withFirst = (change: Partial<CornerPlan>): CircuitPlan => ({
      ...VELLMARK_RING,
      corners: VELLMARK_RING.corners.map((corner, i) => (i === 0 ? { ...corner, ...change } : corner)),
    })
    expect(() => buildCircuit(withFirst({ radiusM: 190 }))).toThrow(RangeError)
    expect(() => buildCircuit(withFirst({ entryM: 200 }))).toThrow(RangeError)
  })
})

/** Metres of elevation, and turns of the heading, that make each circuit what it is. */
const CHARACTER = new Map([
  ['Vellmark Ring', { elevationM: 40, turns: -1 }],
  ['Port Ashlar Street Circuit', { elevationM: 6, turns: -1 }],
  ['Aldmoor Park', { elevationM: 16, turns: -1 }],
  ['Monte Varga', { elevationM: 100, turns: 1 }],
  ['Sankt Ilven', { elevationM: 28, turns: 1 }],
  ['Ottermere', { elevationM: 20, turns: 0 }],
  ['Brindle Park', { elevationM: 19, turns: 1 }],
])

describe.each(DEMO_CIRCUITS.map((plan) => [plan.name, plan] as const))('%s', (name, plan) => {
  const circuit = buildCircuit(plan)
  const { lengthM } = circuit
  const steps = Math.round(lengthM / 5)
  const places = Array.from({ length: steps }, (_, i) => circuit.at((i * lengthM) / steps))
  const { elevationM, turns } = CHARACTER.get(name)!

  it('closes on itself, turns as often as it should, and has its elevation', () => {
    const end = circuit.at(lengthM - 1e-9)
    expect(Math.hypot(end.xM - places[0]!.xM, end.yM - places[0]!.yM)).toBeLessThan(1e-8)
    expect(turningNumber(plan)).toBeCloseTo(turns, 3)
    const heights = places.map(({ zM }) => zM)
    expect(Math.abs(Math.max(...heights) - Math.min(...heights) - elevationM)).toBeLessThan(3)
    // Altitude zero means "no fix" to decoders.
    expect(Math.min(...heights)).toBeGreaterThan(2)
    expect(Math.max(...places.map(({ slope }) => Math.abs(slope)))).toBeLessThan(0.1)
  })

  it('has no kink: curvature changes no faster than along its steepest clothoid', () => {
    const steepest = plan.corners.map(({ radiusM, entryM, exitM }) => 1 / (radiusM * Math.min(entryM, exitM)))
    let before = circuit.at(-0.5).curvature
    for (let s = 0; s < lengthM; s += 0.5) {
      const here = circuit.at(s).curvature
      expect(Math.abs(here - before)).toBeLessThan(0.5 * Math.max(...steepest) + 1e-9)
      before = here
    }
  })

  it('keeps its parts 30 m apart, or crosses itself well above', () => {
    const crossings: number[] = []
    for (let i = 0; i < steps; i++)
      for (let j = i + 24; j < steps - Math.max(0, 24 - i); j++) {
        const [a, b] = [places[i]!, places[j]!]
        if (Math.hypot(a.xM - b.xM, a.yM - b.yM) < 30) crossings.push(Math.abs(a.zM - b.zM))
      }
    if (turns !== 0) expect(crossings).toEqual([])
    else expect(Math.min(...crossings)).toBeGreaterThan(8)
  })

  it('starts on a straight that holds the pit lane and twenty garages, and measures speed behind its exit', () => {
    const { entryM, exitM, garageM, garageStepM } = plan.pitLane
    for (let s = entryM; s <= exitM; s += 5) expect(circuit.at(s).curvature).toBe(0)
    expect(garageM).toBeGreaterThan(0)
    expect(garageM + 19 * garageStepM).toBeLessThan(exitM - 25)
    expect(plan.speedTrapM).toBeGreaterThan(exitM + 45)
    expect(circuit.at(plan.speedTrapM).curvature).toBe(0)
    for (let s = plan.drs.fromM; s < plan.drs.toM; s += 5) expect(circuit.at(s).curvature).toBe(0)
  })
})
