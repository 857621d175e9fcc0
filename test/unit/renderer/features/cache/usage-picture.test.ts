import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { UsedBytes } from '@contract/cache'
import { drawUsage, type Box } from '@renderer/features/cache/usage-picture'
import { aSeasonUsage, aSessionUsage } from '../../../../helpers/cache-fixtures'

const BOX: Box = { left: 50, top: 10, width: 800, height: 300 }
const bytes = fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 2 ** 40 }))
const used: fc.Arbitrary<UsedBytes> = fc.record({ sculptures: bytes, laps: bytes, raw: bytes })
const seasons = fc
  .array(fc.record({ own: used, sessions: fc.array(used, { maxLength: 30 }) }), { maxLength: 6 })
  .map((all) =>
    all.map(({ own, sessions }, i) =>
      aSeasonUsage(
        2026 - i,
        sessions.map((each, round) => aSessionUsage(round + 1, each)),
        own,
      ),
    ),
  )

const areaOf = ({ width, height }: Box) => width * height
const total = (boxes: readonly Box[]) => boxes.reduce((sum, box) => sum + areaOf(box), 0)
const TOLERANCE = 1e-6 * areaOf(BOX)

describe('the picture of what uses the space', () => {
  it('gives every season, session and kind an area in proportion to its bytes', () => {
    fc.assert(
      fc.property(seasons, (all) => {
        const strips = drawUsage({ seasons: all }, BOX)
        const kept = strips.reduce((sum, strip) => sum + strip.bytes, 0)
        if (kept === 0) {
          expect(strips).toEqual([])
          return
        }
        const scale = areaOf(BOX) / kept
        for (const strip of strips) {
          expect(Math.abs(areaOf(strip) - strip.bytes * scale)).toBeLessThan(TOLERANCE)
          for (const cell of strip.cells) {
            expect(Math.abs(areaOf(cell) - cell.bytes * scale)).toBeLessThan(TOLERANCE)
            for (const band of cell.bands)
              expect(Math.abs(areaOf(band) - band.bytes * scale)).toBeLessThan(TOLERANCE)
          }
        }
      }),
    )
  })

  it('fills the box and nothing beside it, without an area below nothing', () => {
    fc.assert(
      fc.property(seasons, (all) => {
        const strips = drawUsage({ seasons: all }, BOX)
        if (strips.length === 0) return
        const cells = strips.flatMap((strip) => strip.cells)
        const bands = cells.flatMap((cell) => cell.bands)
        for (const boxes of [strips, cells, bands]) {
          expect(Math.abs(total(boxes) - areaOf(BOX))).toBeLessThan(TOLERANCE)
          for (const box of boxes) {
            expect(Math.min(box.width, box.height)).toBeGreaterThanOrEqual(0)
            expect(box.left).toBeGreaterThanOrEqual(BOX.left - 1e-6)
            expect(box.top).toBeGreaterThanOrEqual(BOX.top - 1e-6)
            expect(box.left + box.width).toBeLessThanOrEqual(BOX.left + BOX.width + 1e-6)
            expect(box.top + box.height).toBeLessThanOrEqual(BOX.top + BOX.height + 1e-6)
          }
        }
      }),
    )
  })

  it('draws all that is kept, what belongs to no session of its season included', () => {
    fc.assert(
      fc.property(seasons, (all) => {
        const bands = drawUsage({ seasons: all }, BOX).flatMap(({ cells }) =>
          cells.flatMap((cell) => cell.bands),
        )
        for (const kind of ['sculptures', 'laps', 'raw'] as const) {
          const drawn = bands.filter((band) => band.kind === kind).reduce((sum, band) => sum + band.bytes, 0)
          expect(drawn).toBe(all.reduce((sum, season) => sum + season.bytes[kind], 0))
        }
      }),
    )
  })

  it('keeps cells of one size near to squares', () => {
    const even = { sculptures: 1, laps: 0, raw: 0 }
    const sessions = Array.from({ length: 12 }, (_, i) => aSessionUsage(i + 1, even))
    const [strip] = drawUsage({ seasons: [aSeasonUsage(2026, sessions)] }, BOX)
    for (const { width, height } of strip?.cells ?? [])
      expect(Math.max(width / height, height / width)).toBeLessThan(2)
  })
})
