// The whole way on simulated bytes, held against the truth behind them: what the application makes of a session
// it cannot know the answer to is as good as here, where the answer is known.

import { beforeAll, describe, expect, it } from 'vitest'
import type { SessionLaps } from '@contract/laps'
import { shapeLap } from '@main/core/sculpture/shape-lap'
import { decodeLaps } from '@main/core/session/decode-laps'
import { decodeSamples } from '@main/core/session/decode-samples'
import type { SessionSamples } from '@main/core/session/samples'
import { GRAVITY_MS2 } from '@main/core/conventions'
import { DEMO_FIELD } from '@main/core/sources/demo/field'
import { lapTruth, type LapTruth } from '@main/core/sources/demo/lap-truth'
import { buildTrackLine, type TrackLine } from '@main/core/track/track-line'
import { aSession, bytesOf } from './demo-fixture'

const session = aSession()
const { circuit } = session

let laps: SessionLaps
let samples: SessionSamples
let line: TrackLine

beforeAll(() => {
  const topics = bytesOf(session)
  laps = decodeLaps(topics, { source: 'demo', season: 2026, round: 1, session: 'Q' })
  samples = decodeSamples(topics)
  const windows = laps.drivers.flatMap(({ number, laps: driven }) =>
    driven.flatMap(({ endMs, lapTimeMs }) =>
      endMs === null || lapTimeMs === null ? [] : [{ number, endMs, lapTimeMs }],
    ),
  )
  line = buildTrackLine(samples, windows)
}, 30_000)

/** Longitudinal G of the truth at a node as a reconstruction can show it: the mean over 0.4 s. */
function meanLongitudinalG(truth: LapTruth, node: number): number {
  const { timeMs, speedMs } = truth
  let from = node
  let to = node
  while (from > 0 && timeMs[from]! > timeMs[node]! - 200) from--
  while (to < timeMs.length - 1 && timeMs[to]! < timeMs[node]! + 200) to++
  return (1000 * (speedMs[to]! - speedMs[from]!)) / (timeMs[to]! - timeMs[from]!) / GRAVITY_MS2
}

/** Distance from the true finish line, metres, of a place near it. */
function distanceFromFinish(xM: number, yM: number): number {
  const { xM: x0, yM: y0, headingRad } = circuit.at(0)
  return (xM - x0) * Math.cos(headingRad) + (yM - y0) * Math.sin(headingRad)
}

function rms(values: readonly number[]): number {
  return Math.sqrt(values.reduce((sum, value) => sum + value * value, 0) / values.length)
}

describe('what the application makes of a simulated session', { timeout: 60_000 }, () => {
  it('decodes every car on the session’s own zero, with nothing to warn about', () => {
    expect(samples.zeroAt).toBe(session.zeroAt)
    expect([...samples.cars.keys()].toSorted()).toEqual(DEMO_FIELD.map(({ number }) => number).toSorted())
    expect(samples.warnings).toEqual([])
  })

  it('finds the circuit’s line: length, turning number, elevation and finish', () => {
    expect(Math.abs(line.lengthM - circuit.lengthM)).toBeLessThan(0.5)
    expect(line.turningNumber).toBeCloseTo(-1, 2)
    expect(line.quality).toBe('good')
  })

  it('finds the G-forces of every flying lap within the errors the method is known to have', () => {
    const topErrorsKmh: number[] = []
    const flying = laps.drivers.flatMap((driver) =>
      driver.laps.filter(({ accurate }) => accurate).map((lap) => ({ driver, lap })),
    )
    expect(flying).toHaveLength(session.programme.runs.length)
    for (const { driver, lap } of flying) {
      const truth = lapTruth(session, driver.code, lap.lap)!
      const span = { startMs: lap.endMs! - lap.lapTimeMs!, endMs: lap.endMs!, lapTimeMs: lap.lapTimeMs }
      const { channels, stats } = shapeLap(line, samples.cars.get(driver.number)!, span)
      const startM = distanceFromFinish(channels.xM[0]!, channels.yM[0]!)
      expect(Math.abs(startM)).toBeLessThan(6)

      const cells = truth.distanceM.length - 1
      const n = channels.xM.length
      const nodes = Array.from({ length: n }, (_, i) => {
        const exact = ((i / (n - 1)) * circuit.lengthM + startM) / circuit.grid.stepM
        return (Math.round(exact) + cells) % cells
      })
      // Synthetic benchmarks of the method: 0.06 G lateral, 0.19 G longitudinal with clocks as given.
      expect(rms(nodes.map((node, i) => channels.lateralG[i]! - truth.lateralG[node]!))).toBeLessThan(0.1)
      expect(
        rms(nodes.map((node, i) => channels.longitudinalG[i]! - meanLongitudinalG(truth, node))),
      ).toBeLessThan(0.3)
      expect(Math.abs(stats.maxLateralLeftG - Math.max(...truth.lateralG))).toBeLessThan(0.2)
      topErrorsKmh.push(Math.abs(stats.topSpeedKmh - Math.max(...truth.speedMs) * 3.6))
      expect(stats.elevationRangeM).toBeCloseTo(40, 0)
    }
    // A hole just before the braking point, one lap in a hundred, lets the fit shoot over.
    topErrorsKmh.sort((a, b) => a - b)
    expect(topErrorsKmh[Math.floor(0.95 * topErrorsKmh.length)]).toBeLessThan(4)
    expect(topErrorsKmh.at(-1)).toBeLessThan(12)
  })
})
