import { describe, expect, it } from 'vitest'
import { Projector, type Fixes } from '@main/core/track/projector'
import { buildTrackLine } from '@main/core/track/track-line'
import { figureOfEight, type Circuit } from './synthetic-circuit'
import { makeSession } from './synthetic-session'

/** A car on the circuit at even steps of place, one every 0.25 s. */
function drive(circuit: Circuit, fromM: number, count: number, stepM: number): Fixes {
  const at = Array.from({ length: count }, (_, i) => circuit.pointAt(fromM + i * stepM))
  return {
    timeMs: Float64Array.from(at, (_, i) => 250 * i),
    xM: Float64Array.from(at, (p) => p.x),
    yM: Float64Array.from(at, (p) => p.y),
    zM: Float64Array.from(at, (p) => p.z),
  }
}

const circuit = figureOfEight(150)
const session = makeSession({ circuit, seed: 3, cars: 6, laps: 4, speed: () => 50 })
const line = buildTrackLine(session.samples, session.laps)
const projector = new Projector(line)

/** The two branches meet at 150 m and at 150 + 300 + 225 pi metres of the circuit. */
const firstCrossing = 150

describe('following a car along a circuit that crosses itself', () => {
  it('keeps it on its branch through the crossing, lap after lap', () => {
    const stepM = 12
    const count = Math.floor((2.5 * circuit.lengthM) / stepM)
    const { s, offset } = projector.follow(drive(circuit, firstCrossing - 60, count, stepM), 0, count, 0.6)
    for (let i = 1; i < count; i++) {
      expect(s[i]! - s[i - 1]!).toBeCloseTo(stepM, 0)
      expect(Math.abs(offset[i]!)).toBeLessThan(0.1)
    }
    expect(s[count - 1]! - s[0]!).toBeCloseTo((count - 1) * stepM, 0)
  })

  it('does not guess a branch while the car is on the crossing itself', () => {
    const { s } = projector.follow(drive(circuit, firstCrossing, 20, 12), 0, 20, 0.6)
    expect(s[0]).toBeNaN()
    expect(s[3]! - s[2]!).toBeCloseTo(12, 0)
  })

  it('finds the car again after a hole, also across the crossing', () => {
    const fixes = drive(circuit, firstCrossing - 100, 60, 12)
    const keep = (_: number, i: number): boolean => i < 5 || i > 13
    const thinned: Fixes = {
      timeMs: fixes.timeMs.filter(keep),
      xM: fixes.xM.filter(keep),
      yM: fixes.yM.filter(keep),
      zM: fixes.zM.filter(keep),
    }
    const { s } = projector.follow(thinned, 0, thinned.timeMs.length, 0.6)
    expect(s[5]! - s[4]!).toBeCloseTo(10 * 12, 0)
  })

  it('leaves out fixes beside the line and goes on behind them', () => {
    const fixes = drive(circuit, 700, 40, 12)
    for (let i = 10; i < 15; i++) fixes.xM[i] = fixes.xM[i]! + 40
    const { s } = projector.follow(fixes, 0, 40, 0.6)
    for (let i = 10; i < 15; i++) expect(s[i]).toBeNaN()
    expect(s[15]! - s[9]!).toBeCloseTo(6 * 12, 0)
  })

  it('drops a first place that the next fix does not confirm', () => {
    const fixes = drive(circuit, 700, 30, 12)
    const elsewhere = circuit.pointAt(1300)
    fixes.xM[0] = elsewhere.x
    fixes.yM[0] = elsewhere.y
    const { s } = projector.follow(fixes, 0, 30, 0.6)
    expect(s[0]).toBeNaN()
    expect(s[2]! - s[1]!).toBeCloseTo(12, 0)
  })

  it('takes damaged numbers for fixes off the line', () => {
    const fixes = drive(circuit, 700, 30, 12)
    fixes.xM[4] = NaN
    fixes.yM[7] = Infinity
    const { s } = projector.follow(fixes, 0, 30, 0.6)
    expect(s[4]).toBeNaN()
    expect(s[7]).toBeNaN()
    expect(s[8]! - s[3]!).toBeCloseTo(5 * 12, 0)
  })
})
