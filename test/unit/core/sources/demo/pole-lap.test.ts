import { describe, expect, it } from 'vitest'
import { buildSculptures } from '@main/core/gallery/build-sculptures'
import { unpackFrame } from '@main/core/sculpture/codec'
import { decodeLaps } from '@main/core/session/decode-laps'
import { simulatePoleLap } from '@main/core/sources/demo/demo-session'
import { grandsPrixOf } from '@main/core/sources/demo/grand-prix'
import { decodeSculptureFrame } from '@contract/sculpture-frame'
import { aSession, bytesOf, END_AT, fastestOf, START_AT, world } from './demo-fixture'

const date = { startAt: START_AT, endAt: END_AT, path: '2026/somewhere/' }

describe('a qualifying cut down to its best lap', () => {
  it('has the lap time of the whole session’s best lap', () => {
    const { programme } = aSession('Q', 7)
    const times = programme.result.flatMap(({ code }) => fastestOf(programme, code)?.lapTimeMs ?? [])
    const pole = simulatePoleLap(world, grandsPrixOf(2026)[6]!, date)
    const [run] = pole.programme.runs
    expect(pole.programme.runs).toHaveLength(1)
    expect(run!.endMs).toBeLessThan(pole.programme.finalisedMs)
    expect(run!.laps[1]!.lapTimeMs).toBe(Math.min(...times))
  })

  it('makes a sculpture of each of the season’s circuits, each from a twentieth of a session’s bytes', () => {
    const circuits = new Set<number>()
    for (const grandPrix of grandsPrixOf(2026).slice(0, 7)) {
      const pole = simulatePoleLap(world, grandPrix, date)
      const topics = bytesOf(pole)
      const laps = decodeLaps(topics, { source: 'demo', season: 2026, round: grandPrix.round, session: 'Q' })
      const [driver] = laps.drivers
      expect(laps.drivers).toHaveLength(1)
      const wanted = [{ driver: driver!.code, lap: driver!.fastest!.lap, choice: 'fastest' }] as const
      const order = { topics, laps, wanted, circuitLine: null, tier: 2 } as const
      const [built] = buildSculptures(order, () => {}).laps
      if (built?.ok !== true) throw new Error(`no sculpture of ${grandPrix.place}: ${built?.error.message}`)
      const { header } = decodeSculptureFrame(unpackFrame(built.bytes))
      expect(header.lapTimeMs).toBe(driver!.fastest!.lapTimeMs)
      expect(Math.abs(header.stats.distanceM - pole.circuit.lengthM)).toBeLessThan(15)
      expect(topics.get('CarData.z')!.byteLength).toBeLessThan(150_000)
      circuits.add(Math.round(header.stats.distanceM))
    }
    expect(circuits.size).toBe(7)
  }, 30_000)
})
