import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { DEFAULT_PRINT, PRINT_LIMITS } from '@contract/export'
import { SCULPTURE_FORM } from '@contract/sculpture-form'
import { DEFAULT_LOOK, STYLES } from '@contract/sculpture-look'
import { onBed, planPrint } from '@main/core/export/print-plan'
import { stationsOf } from '@main/core/export/stations'
import { circle, lapAlong } from '../../../helpers/lap-shapes'

const stations = (sculpture = circle()) => stationsOf(sculpture.channels, 6, DEFAULT_LOOK)

describe('the plan of a print', () => {
  it('fits a circle of 1000 m between the margins of the bed, to scale', () => {
    const plan = planPrint(stations(), DEFAULT_PRINT, 'wall', 0)
    // 220 less 2 × 5 of clearance; of that 2 × 6 of base and a wall of 1.6 lie outside the line.
    expect(plan.widthMm).toBeCloseTo(210, 1)
    expect(plan.mmPerM).toBeCloseTo((210 - 12 - 1.6) / 1000, 4)
    expect(plan.size.scaleDenominator).toBeCloseTo(1000 / plan.mmPerM, 6)
    expect(plan.size.mmPerG).toBeCloseTo(SCULPTURE_FORM.metresPerG * plan.mmPerM, 6)
    expect(plan.size.heightMm).toBeCloseTo(2.4 + (7 + 2 * 38) * plan.mmPerM, 4)
  })

  it('turns a long circuit along the bed’s diagonal or side, whichever makes it larger, and keeps it from being mirrored', () => {
    const plan = planPrint(
      stations(lapAlong((angle) => ({ x: 20 * Math.cos(angle), y: 900 * Math.sin(angle) }))),
      DEFAULT_PRINT,
      'wall',
      20,
    )
    expect(plan.mmPerM).toBeGreaterThan((210 - 13.6) / 1800)
    const a = onBed(plan, 0, 0)
    const b = onBed(plan, 1, 0)
    const c = onBed(plan, 0, 1)
    expect((b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x)).toBeCloseTo(plan.mmPerM ** 2, 9)
  })

  it('keeps base and every point of the lap on the bed for all options within their limits', () => {
    const within = (range: { least: number; most: number }) =>
      fc.double({ min: range.least, max: range.most, noNaN: true })
    fc.assert(
      fc.property(
        fc.record({
          bedMm: within(PRINT_LIMITS.bedMm),
          heightScale: within(PRINT_LIMITS.heightScale),
          baseMm: within(PRINT_LIMITS.baseMm),
          wallMm: within(PRINT_LIMITS.wallMm),
        }),
        fc.double({ min: 0.02, max: 50, noNaN: true }),
        fc.constantFrom(...STYLES),
        (options, flatness, style) => {
          const lap = stations(
            lapAlong((t) => ({ x: 400 * Math.cos(t), y: 400 * flatness * Math.sin(t) }), 60),
          )
          const plan = planPrint(lap, { ...options, lettering: 'full' }, style, 22)
          expect(Math.max(plan.widthMm, plan.depthMm)).toBeLessThanOrEqual(options.bedMm - 10 + 1e-6)
          for (let i = 0; i < lap.xM.length; i++) {
            const { x, y } = onBed(plan, lap.xM[i]!, lap.yM[i]!)
            expect(Math.abs(x)).toBeLessThan(plan.widthMm / 2 - 6)
            expect(y).toBeGreaterThan(-plan.depthMm / 2 + 22 + 6 - 1e-6)
          }
        },
      ),
      { numRuns: 60 },
    )
  })
})
