import { decodeSculptureFrame } from '@contract/sculpture-frame'
import { buildSculptures } from '@main/core/gallery/build-sculptures'
import { unpackFrame } from '@main/core/sculpture/codec'
import { decodeLaps } from '@main/core/session/decode-laps'
import { grandsPrixOf } from '@main/core/sources/demo/grand-prix'
import { describe, expect, it } from 'vitest'
import { aSession, bytesOf } from './demo-fixture'

describe('the pole lap of a qualifying', { timeout: 120_000 }, () => {
  it.each(grandsPrixOf(2026).slice(0, 7))(
    'becomes a sculpture of the length of the circuit: $circuit.name',
    (grandPrix) => {
      const session = aSession('Q', grandPrix.round)
      const topics = bytesOf(session)
      const laps = decodeLaps(topics, { source: 'demo', season: 2026, round: grandPrix.round, session: 'Q' })
      const pole = laps.drivers[0]!
      const wanted = [{ driver: pole.code, lap: pole.fastest!.lap, choice: 'fastest' }] as const
      const order = { topics, laps, wanted, circuitLine: null, tier: 2 } as const
      const [built] = buildSculptures(order, () => {}).laps
      if (built?.ok !== true) throw new Error(`no sculpture of ${grandPrix.place}: ${built?.error.message}`)
      const { header } = decodeSculptureFrame(unpackFrame(built.bytes))
      expect(header.lapTimeMs).toBe(pole.fastest!.lapTimeMs)
      expect(Math.abs(header.stats.distanceM - session.circuit.lengthM)).toBeLessThan(15)
    },
  )

  it('is driven on seven different circuits before one comes again', () => {
    const names = grandsPrixOf(2026).map(({ circuit }) => circuit.name)
    expect(new Set(names.slice(0, 7)).size).toBe(7)
    expect(new Set(names).size).toBe(7)
  })
})
