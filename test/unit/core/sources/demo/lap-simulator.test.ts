import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { GRAVITY_MS2 } from '@main/core/conventions'
import { buildCircuit, type Circuit } from '@main/core/sources/demo/circuit'
import { VELLMARK_RING } from '@main/core/sources/demo/circuits/vellmark-ring'
import { DEMO_CIRCUITS } from '@main/core/sources/demo/grand-prix'
import {
  DEMO_CAR,
  cellAtTime,
  distanceAtTime,
  lateralGAt,
  simulateFlyingLap,
  speedAtTime,
  timeAtDistance,
  type DemoCar,
  type Drive,
} from '@main/core/sources/demo/lap-simulator'
import { mirrored } from './mirrored'

const circuit = buildCircuit(VELLMARK_RING)
const lap = simulateFlyingLap(circuit, DEMO_CAR)
const cells = lap.accelerationMs2.length

/** Longitudinal and lateral force of the tyres over what their load allows, at one end of a cell. */
function gripUsed(car: DemoCar, on: Circuit, drive: Drive, cell: number, node: number): number {
  const point = on.at(node * drive.stepM)
  const v = drive.speedMs[node]!
  const a = drive.accelerationMs2[cell]!
  const drag = car.dragNs2M2 * (drive.drs[cell] === 1 ? car.drsDragRatio : 1) * v * v
  const thrust = car.massKg * (a + GRAVITY_MS2 * point.slope) + drag
  const cornering = car.massKg * v * v * point.curvature
  const load = car.massKg * (GRAVITY_MS2 + v * v * point.verticalCurvature) + car.downforceNs2M2 * v * v
  return Math.hypot(thrust, cornering) / (car.friction * load)
}

function mostGripUsed(car: DemoCar, on: Circuit, drive: Drive): number {
  let most = 0
  for (let i = 0; i < drive.accelerationMs2.length; i++)
    most = Math.max(most, gripUsed(car, on, drive, i, i), gripUsed(car, on, drive, i, i + 1))
  return most
}

describe('a simulated flying lap', () => {
  it('takes between 80 and 95 s and spans 60 to 330 km/h', () => {
    const kmh = Array.from(lap.speedMs, (v) => v * 3.6)
    expect(lap.timeS.at(-1)).toBeGreaterThan(80)
    expect(lap.timeS.at(-1)).toBeLessThan(95)
    expect(Math.min(...kmh)).toBeLessThan(70)
    expect(Math.max(...kmh)).toBeGreaterThan(320)
  })

  it('reaches what cars reach: 4 to 6 G of braking, 1.3 to 2 G of drive, 3.5 to 5.5 G in corners', () => {
    const longitudinal = Array.from(lap.accelerationMs2, (a) => a / GRAVITY_MS2)
    const lateral = Array.from({ length: cells }, (_, i) => Math.abs(lateralGAt(circuit, lap, i)))
    expect(-Math.min(...longitudinal)).toBeGreaterThan(4)
    expect(-Math.min(...longitudinal)).toBeLessThan(6)
    expect(Math.max(...longitudinal)).toBeGreaterThan(1.3)
    expect(Math.max(...longitudinal)).toBeLessThan(2)
    expect(Math.max(...lateral)).toBeGreaterThan(3.5)
    expect(Math.max(...lateral)).toBeLessThan(5.5)
  })

  it('never uses more than the friction circle, and most of it somewhere', () => {
    const used = mostGripUsed(DEMO_CAR, circuit, lap)
    expect(used).toBeLessThan(1.005)
    expect(used).toBeGreaterThan(0.98)
  })

  it('never passes the power of the engine', () => {
    for (let i = 0; i < cells; i++) {
      const v = lap.speedMs[i + 1]!
      const drag = DEMO_CAR.dragNs2M2 * (lap.drs[i] === 1 ? DEMO_CAR.drsDragRatio : 1) * v * v
      const climb = DEMO_CAR.massKg * GRAVITY_MS2 * circuit.at((i + 1) * lap.stepM).slope
      const power = (DEMO_CAR.massKg * lap.accelerationMs2[i]! + drag + climb) * v
      expect(power).toBeLessThan(1.005 * DEMO_CAR.powerW)
    }
  })

  it('changes speed by exactly the integral of its acceleration', () => {
    let v = lap.speedMs[0]!
    for (let i = 0; i < cells; i++) {
      v += lap.accelerationMs2[i]! * (lap.timeS[i + 1]! - lap.timeS[i]!)
      expect(v).toBeCloseTo(lap.speedMs[i + 1]!, 8)
    }
  })

  it('covers exactly the length of the circuit in exactly its time', () => {
    const totalS = lap.timeS.at(-1)!
    const covered = distanceAtTime(lap, cellAtTime(lap, totalS), totalS)
    expect(covered).toBeCloseTo(circuit.lengthM, 6)
  })

  it('leaves the line as fast as it came to it', () => {
    expect(lap.speedMs.at(-1)).toBeCloseTo(lap.speedMs[0]!, 6)
  })

  it('finds the same instant for a place and the same place for an instant', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: circuit.lengthM, noNaN: true }), (s) => {
        const timeS = timeAtDistance(lap, s)
        const cell = cellAtTime(lap, timeS)
        expect(distanceAtTime(lap, cell, timeS)).toBeCloseTo(s, 6)
        expect(speedAtTime(lap, cell, timeS)).toBeGreaterThan(10)
      }),
    )
  })

  it('opens the wing on the main straight only, and never under braking', () => {
    const open = Array.from({ length: cells }, (_, i) => i).filter((i) => lap.drs[i] === 1)
    expect(open.length).toBeGreaterThan(300)
    for (const i of open) {
      expect(lap.brake[i]).toBe(0)
      expect(circuit.at(i * lap.stepM).curvature).toBe(0)
    }
  })

  it('never brakes with the throttle open', () => {
    const braking = lap.throttlePct.filter((_, i) => lap.brake[i] === 1)
    expect(braking.length).toBeGreaterThan(100)
    expect(braking.every((throttle) => throttle === 0)).toBe(true)
  })

  it('mirrors lateral G on the mirrored circuit, and nothing else', () => {
    const mirror = buildCircuit(mirrored(VELLMARK_RING))
    const other = simulateFlyingLap(mirror, DEMO_CAR)
    for (let i = 0; i < cells; i++) {
      expect(lateralGAt(mirror, other, i)).toBeCloseTo(-lateralGAt(circuit, lap, i), 6)
      expect(other.accelerationMs2[i]).toBeCloseTo(lap.accelerationMs2[i]!, 6)
    }
  })

  it('keeps within grip and is no slower with more of it, whatever the car', () => {
    const cars = fc.record({
      friction: fc.double({ min: 1.2, max: 2, noNaN: true }),
      powerW: fc.double({ min: 3e5, max: 8e5, noNaN: true }),
      dragNs2M2: fc.double({ min: 0.6, max: 1.3, noNaN: true }),
      downforceNs2M2: fc.double({ min: 0, max: 3, noNaN: true }),
      massKg: fc.double({ min: 600, max: 1000, noNaN: true }),
    })
    fc.assert(
      fc.property(cars, (change) => {
        const car = { ...DEMO_CAR, ...change }
        const drive = simulateFlyingLap(circuit, car)
        expect(mostGripUsed(car, circuit, drive)).toBeLessThan(1.01)
        const better = simulateFlyingLap(circuit, car, { gripRatio: 1.02 })
        expect(better.timeS.at(-1)!).toBeLessThan(drive.timeS.at(-1)!)
      }),
      { numRuns: 25 },
    )
  })
})

describe.each(DEMO_CIRCUITS.map((plan) => [plan.name, plan] as const))('a flying lap of %s', (_, plan) => {
  const here = buildCircuit(plan)
  const drive = simulateFlyingLap(here, DEMO_CAR)

  it('keeps within grip, closes on itself and takes a plausible time', () => {
    expect(mostGripUsed(DEMO_CAR, here, drive)).toBeLessThan(1.005)
    expect(drive.speedMs.at(-1)).toBeCloseTo(drive.speedMs[0]!, 6)
    const meanKmh = (3.6 * here.lengthM) / drive.timeS.at(-1)!
    expect(meanKmh).toBeGreaterThan(150)
    expect(meanKmh).toBeLessThan(265)
    expect(Math.min(...drive.speedMs) * 3.6).toBeGreaterThan(45)
    expect(Math.max(...drive.speedMs) * 3.6).toBeLessThan(345)
  })

  it('reaches 1.8 to 5.5 G in corners and 4 to 6 G under braking', () => {
    const lateral = drive.accelerationMs2.map((_, i) => Math.abs(lateralGAt(here, drive, i)))
    expect(Math.max(...lateral)).toBeGreaterThan(1.8)
    expect(Math.max(...lateral)).toBeLessThan(5.5)
    expect(-Math.min(...drive.accelerationMs2) / GRAVITY_MS2).toBeGreaterThan(4)
    expect(-Math.min(...drive.accelerationMs2) / GRAVITY_MS2).toBeLessThan(6)
  })

  it('gets slower with fuel on board and with worn tyres', () => {
    const full = simulateFlyingLap(here, DEMO_CAR, { fuelKg: 100 }).timeS.at(-1)!
    const worn = simulateFlyingLap(here, DEMO_CAR, { gripRatio: 0.98 }).timeS.at(-1)!
    expect(full).toBeGreaterThan(drive.timeS.at(-1)! + 1)
    expect(worn).toBeGreaterThan(drive.timeS.at(-1)! + 0.2)
  })
})
