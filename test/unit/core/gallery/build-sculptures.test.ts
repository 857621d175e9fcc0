// From bytes to packed sculptures, on the simulated qualifying: whole, without positions, and in both computations.
import { beforeAll, describe, expect, it } from 'vitest'
import type { SessionLaps } from '@contract/laps'
import { SAMPLE_FLAGS, type Sculpture } from '@contract/sculpture'
import { decodeSculptureFrame } from '@contract/sculpture-frame'
import { AppError } from '@main/core/app-error'
import { buildSculptures, type BuildOrder, type BuiltSession } from '@main/core/gallery/build-sculptures'
import { unpackFrame } from '@main/core/sculpture/codec'
import { decodeLaps } from '@main/core/session/decode-laps'
import type { TopicBytes } from '@main/core/session/topics'
import { decodeCircuitLine } from '@main/core/track/line-codec'
import { aSession, bytesOf } from '../sources/demo/demo-fixture'

let topics: TopicBytes
let laps: SessionLaps
let whole: BuiltSession

function build(change: Partial<BuildOrder> = {}): BuiltSession {
  const wanted = laps.drivers
    .filter(({ fastest }) => fastest !== null)
    .slice(0, 3)
    .map(({ code, fastest }) => ({ driver: code, lap: fastest!.lap, choice: 'fastest' as const }))
  return buildSculptures({ topics, laps, wanted, circuitLine: null, tier: 2, ...change }, () => {})
}

function sculpturesOf(built: BuiltSession): readonly Sculpture[] {
  return built.laps.map((lap) => {
    if (!lap.ok) throw lap.error
    return decodeSculptureFrame(unpackFrame(lap.bytes))
  })
}

beforeAll(() => {
  topics = bytesOf(aSession())
  laps = decodeLaps(topics, { source: 'demo', season: 2026, round: 1, session: 'Q' })
  whole = build()
}, 60_000)

describe('building the sculptures of a session', () => {
  it('gives every wanted lap its facts and marks, in at most 16 KB', () => {
    for (const [i, { header }] of sculpturesOf(whole).entries()) {
      const driver = laps.drivers[i]!
      const lap = driver.laps.find((each) => each.lap === driver.fastest!.lap)!
      expect(header).toMatchObject({
        driver: driver.code,
        lap: lap.lap,
        lapTimeMs: lap.lapTimeMs,
        sectorsMs: lap.sectorsMs,
        compound: lap.compound,
        tyreLife: lap.tyreLife,
        deleted: false,
        accurate: lap.accurate,
        placedBy: 'positions',
        lineOrigin: 'session',
        tier: 2,
        isFinalTier: false,
      })
      expect(header.sectorEndsM).not.toBeNull()
    }
    for (const lap of whole.laps) if (lap.ok) expect(lap.bytes.byteLength).toBeLessThan(16 * 1024)
  })

  it('finds corners and ends of sectors where the circuit has them', () => {
    const { sectorEndsM, corners } = aSession().circuit.plan
    const [sculpture] = sculpturesOf(whole)
    expect(sculpture!.header.corners).toHaveLength(corners.length)
    sculpture!.header.corners.forEach(({ radiusM }, i) =>
      expect(Math.abs(radiusM / corners[i]!.radiusM - 1)).toBeLessThan(0.06),
    )
    sculpture!.header.sectorEndsM!.forEach((m, i) => expect(Math.abs(m - sectorEndsM[i]!)).toBeLessThan(8))
  })

  it('repairs the clocks when asked, and says that it gets no better', () => {
    for (const { header } of sculpturesOf(build({ tier: 3 })))
      expect(header).toMatchObject({ tier: 3, isFinalTier: true, lineOrigin: 'session' })
  })

  it('leaves a line that is better than the one it was given, and only then', () => {
    const left = decodeCircuitLine(whole.circuitLine!)
    expect(left).toMatchObject({ season: 2026, round: 1, session: 'Q' })
    expect(build({ circuitLine: whole.circuitLine }).circuitLine).toBeNull()
    expect(build({ circuitLine: Uint8Array.of(1, 2, 3) }).circuitLine).not.toBeNull()
  })
})

describe('a session without positions', () => {
  const blind = () => new Map([...topics].filter(([name]) => name !== 'Position.z'))

  it('gets sculptures on the circuit’s line, placed by speed, and marked as such', () => {
    const seeing = sculpturesOf(whole)
    const built = build({ topics: blind(), circuitLine: whole.circuitLine })
    for (const [i, { header, channels }] of sculpturesOf(built).entries()) {
      expect(header).toMatchObject({ lineOrigin: 'circuit', placedBy: 'speed' })
      expect(header.warnings.join(' ')).toMatch(
        /line is that of Q, round 1.*placed on the circuit by its speed/,
      )
      expect(channels.flags.every((f) => (f & SAMPLE_FLAGS.placedBySpeed) !== 0)).toBe(true)
      const { lateralG } = seeing[i]!.channels
      const squares = channels.lateralG.map((g, k) => (g - lateralG[k]!) ** 2)
      expect(Math.sqrt(squares.reduce((a, b) => a + b, 0) / squares.length)).toBeLessThan(0.35)
    }
    expect(built.circuitLine).toBeNull()
  })

  it('is refused, with a code, where no line is known', () => {
    expect(() => build({ topics: blind() })).toThrow(AppError)
    expect(() => build({ topics: blind() })).toThrow(
      /line of the circuit cannot be found.*no complete quick lap among \d+ timed ones with 0 positions/,
    )
  })
})
