import { describe, expect, it } from 'vitest'
import { curvatureAt, wrapS } from '@main/core/track/closed-curve'
import type { Corner } from '@main/core/track/corners'
import { buildTrackLine, type TrackLine } from '@main/core/track/track-line'
import { recordingsFolder } from '../../../helpers/recordings'
import { readRecordedSession } from './recorded-session'
import { inFrame } from './session-edits'
import { circle, stadium, thirteenCorners } from './synthetic-circuit'
import { qualifyingHour } from './synthetic-driving'
import { makeSession } from './synthetic-session'

const circuit = thirteenCorners()
const session = qualifyingHour(circuit, 1)
const line = buildTrackLine(session.samples, session.laps)

/** Metres from the finish line to a place of the line. */
function fromFinish(ofLine: TrackLine, placeM: number): number {
  return wrapS(placeM - ofLine.finishM, ofLine.lengthM)
}

function lengthOf({ entryM, exitM }: Corner, ofLine: TrackLine): number {
  return wrapS(exitM - entryM, ofLine.lengthM)
}

describe('the corners of a line', () => {
  it('are those of the circuit, in driving order from the finish line', () => {
    expect(line.corners.map(({ number }) => number)).toEqual(circuit.apexesM.map((_, i) => i + 1))
    line.corners.forEach(({ direction, apexM, radiusM }, i) => {
      const middleM = circuit.apexesM[i]!
      const kappa = circuit.pointAt(middleM).curvature
      expect(direction).toBe(kappa > 0 ? 'left' : 'right')
      expect(Math.abs(radiusM * Math.abs(kappa) - 1)).toBeLessThan(0.08)
      // The tightest place of an arc may lie anywhere on it, up to 33 m from its middle on these.
      expect(Math.abs(fromFinish(line, apexM) - middleM)).toBeLessThan(35)
    })
  })

  it('begin before their apex, end behind it, and do not overlap', () => {
    for (const corner of line.corners) {
      expect(wrapS(corner.apexM - corner.entryM, line.lengthM)).toBeLessThan(lengthOf(corner, line))
      expect(lengthOf(corner, line)).toBeLessThan(200)
      expect(corner.radiusM).toBeCloseTo(1 / Math.abs(curvatureAt(line, corner.apexM)), 6)
    }
    line.corners.slice(1).forEach(({ entryM }, i) => {
      const exitM = line.corners[i]!.exitM
      expect(fromFinish(line, entryM)).toBeGreaterThanOrEqual(fromFinish(line, exitM) - 1e-6)
    })
  })

  it('turn the other way in a mirror and are the same otherwise', () => {
    const mirrored = buildTrackLine(
      inFrame(session.samples, (x, y) => [-x, y]),
      session.laps,
    )
    mirrored.corners.forEach((corner, i) => {
      const original = line.corners[i]!
      expect(corner.direction).not.toBe(original.direction)
      expect(Math.abs(corner.apexM - original.apexM)).toBeLessThan(2)
    })
    expect(mirrored.corners).toHaveLength(line.corners.length)
  })

  it('are two in a stadium, and one on a circle, which has no beginning', () => {
    const drive = (on: ReturnType<typeof circle>, laps: number): TrackLine => {
      const { samples, laps: windows } = makeSession({
        circuit: on,
        seed: 3,
        cars: 6,
        laps,
        speed: () => 50,
        stampErrors: 'none',
      })
      return buildTrackLine(samples, windows)
    }
    const { corners } = drive(stadium(600, 100), 4)
    expect(corners).toHaveLength(2)
    // Without a clothoid the smoothed curvature overshoots by 5 % behind the arc's beginning.
    for (const { radiusM } of corners) expect(Math.abs(radiusM - 100)).toBeLessThan(7)
    expect(drive(circle(100), 14).corners).toHaveLength(1)
  })
})

describe('where the sectors end', () => {
  it('is where the cars are at those times, for any share of the laps that has them', () => {
    const ends = [1700, 3900] as const
    const windows = session.laps.map((lap) => {
      const motion = session.motions[lap.car]!
      const at = (m: number): number => motion.timeAt(lap.lap * circuit.lengthM + m)
      const first = Math.round(1000 * (at(ends[0]) - at(0)))
      const second = Math.round(1000 * (at(ends[1]) - at(ends[0])))
      const times = [first, second, lap.lapTimeMs - first - second] as const
      return lap.car % 3 === 0 ? lap : { ...lap, sectorsMs: times }
    })
    const { sectorEndsM, finishM, lengthM } = buildTrackLine(session.samples, windows)
    sectorEndsM!.forEach((m, i) => {
      // Distances are by the wheels; the line's coordinate is up to 2 m off them.
      expect(Math.abs(wrapS(m - finishM, lengthM) - ends[i]!)).toBeLessThan(5)
    })
  })

  it('is not known where no lap has sector times', () => {
    expect(line.sectorEndsM).toBeNull()
  })
})

const folder = recordingsFolder()

describe.skipIf(folder === null)('the corners of Mexico City, 2025', () => {
  it('are the seventeen that are numbered there', () => {
    const { samples, laps, physics } = readRecordedSession(folder!)
    const recorded = buildTrackLine(samples, laps)
    const expected = Object.entries(physics.corners)
    expect(recorded.corners.map(({ number }) => String(number))).toEqual(expected.map(([number]) => number))
    recorded.corners.forEach(({ apexM, direction, radiusM }, i) => {
      const { apexAtM, curvaturePerM } = expected[i]![1]
      expect(direction).toBe(curvaturePerM > 0 ? 'left' : 'right')
      // The seventeenth has no peak of curvature: there the reference takes the map's marker.
      const hasPeak = i !== 16
      expect(Math.abs(fromFinish(recorded, apexM) - apexAtM)).toBeLessThan(hasPeak ? 4 : 30)
      expect(Math.abs(radiusM * Math.abs(curvaturePerM) - 1)).toBeLessThan(hasPeak ? 0.03 : 0.06)
    })
  })
})
