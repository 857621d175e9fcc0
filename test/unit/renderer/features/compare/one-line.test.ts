import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { alignLaps } from '@renderer/features/compare/one-line'
import { aCircuitLap } from '../../../../helpers/circuit-laps'

describe('laps of one circuit', () => {
  it('have the same stations where they are of one session', () => {
    const alignment = alignLaps(aCircuitLap({ samples: 301 }), aCircuitLap({ samples: 301 }))
    expect(alignment).toEqual({ kind: 'aligned', stations: Float64Array.from({ length: 301 }, (_, i) => i) })
  })

  it('are found on each other’s line in driving order, whatever its samples and its wiggles', () => {
    const wiggle = fc.record({
      samples: fc.integer({ min: 380, max: 620 }),
      sizeM: fc.double({ min: 0, max: 2, noNaN: true }),
      waves: fc.integer({ min: 1, max: 12 }),
    })
    const reference = aCircuitLap({ samples: 501 })
    const { xM, yM } = reference.channels
    fc.assert(
      fc.property(wiggle, ({ samples, sizeM, waves }) => {
        const other = aCircuitLap({
          samples,
          asideM: (ratio) => sizeM * Math.sin(2 * Math.PI * waves * ratio),
        })
        const alignment = alignLaps(reference, other)
        if (alignment.kind === 'refused') throw new Error(alignment.reason)
        const { stations } = alignment
        expect(stations[0]).toBe(0)
        expect(stations.at(-1)).toBe(samples - 1)
        for (let i = 1; i < stations.length; i++) {
          expect(stations[i]!).toBeGreaterThanOrEqual(stations[i - 1]!)
          const near = Math.round(stations[i]!)
          const apartM = Math.hypot(other.channels.xM[near]! - xM[i]!, other.channels.yM[near]! - yM[i]!)
          // Half a sample along, and the wiggle across.
          expect(apartM).toBeLessThan(other.header.stepM / 2 + 3)
        }
      }),
      { numRuns: 25 },
    )
  })

  it('are refused where one is longer by more than a layout can be measured wrong', () => {
    const alignment = alignLaps(aCircuitLap(), aCircuitLap({ scale: 1.02 }))
    expect(alignment).toEqual({ kind: 'refused', reason: 'length' })
  })

  it('are refused where a corner was moved, though the length is the same', () => {
    const chicane = (ratio: number): number => 25 * Math.exp(-(((ratio - 0.4) / 0.02) ** 2))
    const alignment = alignLaps(aCircuitLap(), aCircuitLap({ asideM: chicane }))
    expect(alignment).toEqual({ kind: 'refused', reason: 'apart' })
  })
})
