// Which line a session gets, and that a line survives being stored.
import { describe, expect, it } from 'vitest'
import { AppError } from '@main/core/app-error'
import { curvatureAt } from '@main/core/track/closed-curve'
import { decodeCircuitLine, encodeCircuitLine, type CircuitLine } from '@main/core/track/line-codec'
import { findSessionLine } from '@main/core/track/session-line'
import { buildTrackLine } from '@main/core/track/track-line'
import { inFrame, keepTimes, mapCars } from './session-edits'
import { thirteenCorners } from './synthetic-circuit'
import { qualifyingHour } from './synthetic-driving'

const circuit = thirteenCorners()
const full = qualifyingHour(circuit, 1, { cars: 8 })
const known: CircuitLine = {
  line: buildTrackLine(full.samples, full.laps),
  season: 2025,
  round: 20,
  session: 'FP1',
}
const short = qualifyingHour(circuit, 2, { cars: 2, laps: 2 })

function refusalOf(find: () => unknown): string {
  try {
    find()
  } catch (error) {
    if (error instanceof AppError) return `${error.code} ${error.detail}`
    throw error
  }
  return 'found'
}

describe('the line of a session', () => {
  it('is its own where it has laps enough, whatever is known', () => {
    const other = qualifyingHour(circuit, 3, { cars: 5 })
    const { line, origin, warnings } = findSessionLine(other.samples, other.laps, known)
    expect({ origin, warnings }).toEqual({ origin: 'session', warnings: [] })
    expect(line).toEqual(buildTrackLine(other.samples, other.laps))
  })

  it('is the known one where the session has few laps and its cars drove on it', () => {
    const { line, origin, warnings } = findSessionLine(short.samples, short.laps, known)
    expect(origin).toBe('circuit')
    expect(line).toBe(known.line)
    expect(warnings).toEqual([expect.stringMatching(/FP1, round 20.*has only \d laps? for a line/) as string])
  })

  it('is the known one where no lap is whole, as when a recording begins late', () => {
    const { origin, warnings } = findSessionLine(short.samples, [], known)
    expect(origin).toBe('circuit')
    expect(warnings[0]).toMatch(/too few laps/)
  })

  it('is the known one, unchecked, where there are no positions at all', () => {
    const blind = mapCars(short.samples, ({ car, position }) => ({
      car,
      position: keepTimes({ car, position }, () => false).position,
    }))
    const { origin, warnings } = findSessionLine(blind, short.laps, known)
    expect(origin).toBe('circuit')
    expect(warnings[0]).toMatch(/could not be checked/)
  })

  it('is never a known one beside which the cars drove', () => {
    const moved = inFrame(short.samples, (x, y) => [x + 0.3, y - 0.3])
    expect(findSessionLine(moved, short.laps, known).origin).toBe('session')
    const elsewhere = inFrame(short.samples, (x, y) => [y + 800, x])
    expect(findSessionLine(elsewhere, short.laps, known).origin).toBe('session')
    expect(refusalOf(() => findSessionLine(elsewhere, [], known))).toMatch(/^session\/no-line/)
  })

  it('is refused, with the numbers of laps and positions, where there is neither', () => {
    expect(refusalOf(() => findSessionLine(short.samples, [], null))).toMatch(
      /^session\/no-line no complete quick lap among 0 timed ones with \d{3,} positions$/,
    )
  })
})

describe('a stored line', () => {
  const packed = encodeCircuitLine(known)

  it('comes back with all that is known of it, its curvature to 10^-5 1/m', () => {
    const { line, ...made } = decodeCircuitLine(packed)
    expect(made).toEqual({ season: 2025, round: 20, session: 'FP1' })
    const { x: _x, y: _y, z: _z, ...facts } = line
    const { x: _xx, y: _yy, z: _zz, ...before } = known.line
    expect(facts).toEqual(before)
    for (let s = 0; s < line.lengthM; s += 3)
      expect(Math.abs(curvatureAt(line, s) - curvatureAt(known.line, s))).toBeLessThan(1e-5)
    for (const axis of ['x', 'y', 'z'] as const)
      line[axis].forEach((c, i) => expect(Math.abs(c - known.line[axis][i]!)).toBeLessThanOrEqual(5.1e-6))
  })

  it('takes less than 20 KB', () => {
    expect(packed.byteLength).toBeLessThan(20_000)
  })

  it('is refused when it is damaged, cut short or of another version', () => {
    const damaged = [new Uint8Array(), packed.slice(0, 500), Uint8Array.from(packed, (b) => b ^ 0x55)]
    for (const bytes of damaged) expect(() => decodeCircuitLine(bytes)).toThrow(AppError)
  })
})
