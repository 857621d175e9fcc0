import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { DEFAULT_PRINT, type PrintOptions } from '@contract/export'
import type { Sculpture } from '@contract/sculpture'
import { DEFAULT_LOOK } from '@contract/sculpture-look'
import { inspectSurface } from '@main/core/export/closed-surface'
import { planFor } from '@main/core/export/plan-for'
import { layNameplate } from '@main/core/export/nameplate'
import { mmPerG, roadMm } from '@main/core/export/print-heights'
import { buildPrintSolid, PARTS } from '@main/core/export/print-solid'
import { readTypeface } from '@main/core/export/typeface'
import { judge } from '../../../helpers/independent-mesh-check'
import { circle, figureOfEight, FONTS, LABELS, lapAlong, welded } from '../../../helpers/lap-shapes'

const typeface = readTypeface(FONTS)
const bare: PrintOptions = { ...DEFAULT_PRINT, lettering: 'simulated-mark' }

async function solidOf(lap: Sculpture, print: PrintOptions = bare, rows = 1) {
  const { stations, plan } = planFor(lap, LABELS, print, DEFAULT_LOOK)
  const { texts } = layNameplate(LABELS, print, plan, typeface)
  return { plan, solid: await buildPrintSolid(stations, plan, DEFAULT_LOOK, texts, rows) }
}

describe('the printed solid', () => {
  it('of a circle has the volume of its base, its ring and its mark', async () => {
    const { plan, solid } = await solidOf(circle())
    const base = (plan.widthMm * plan.depthMm - (4 - Math.PI) * 25) * 2.4
    const ring = 2 * Math.PI * 500 * plan.mmPerM * 1.6 * (plan.size.heightMm - 2.4)
    expect(solid.volumeMm3).toBeGreaterThan(base + ring)
    expect(solid.volumeMm3).toBeLessThan((base + ring) * 1.001)
    expect(inspectSurface(welded(solid))).toMatchObject({ openEdges: 0, eulerCharacteristic: 2, bodies: 1 })
  })

  it('with lettering is one closed body in the judgement of another tool', async () => {
    const { solid } = await solidOf(circle(), DEFAULT_PRINT, 4)
    expect(inspectSurface(welded(solid))).toMatchObject({ openEdges: 0, eulerCharacteristic: 2, bodies: 1 })
    const verdict = await judge(solid.positions, solid.indices)
    expect(verdict).toMatchObject({ status: 'NoError', genus: 0, bodies: 1 })
    expect(verdict.volume).toBeCloseTo(solid.volumeMm3, 0)
  })

  it.each([
    ['crosses itself at one height', figureOfEight()],
    ['turns back on itself', lapAlong((t) => ({ x: 800 * Math.cos(t), y: 3 * Math.sin(t) }))],
    [
      'runs beside itself, nearer than the wall is wide',
      lapAlong((t) => ({ x: 500 * Math.cos(t), y: 6 * Math.sin(t) + 100 * Math.cos(2 * t) })),
    ],
    [
      'has bends tighter than the wall',
      lapAlong((t) => ({
        x: 500 * Math.cos(t) + 30 * Math.cos(25 * t),
        y: 500 * Math.sin(t) + 30 * Math.sin(25 * t),
      })),
    ],
    [
      'is driven twice over',
      lapAlong((t) => ({ x: 300 * Math.cos(2 * t), y: 300 * Math.sin(2 * t), g: 2 + Math.sin(t) })),
    ],
    ['has no forces at all', lapAlong((t) => ({ x: 400 * Math.cos(t), y: 300 * Math.sin(t), g: 0 }))],
    ['climbs 300 m', lapAlong((t) => ({ x: 400 * Math.cos(t), y: 300 * Math.sin(t), z: 150 * Math.sin(t) }))],
  ])('is closed where the lap %s', async (_what, lap) => {
    const { solid } = await solidOf(lap)
    expect(inspectSurface(welded(solid))).toMatchObject({ openEdges: 0, eulerCharacteristic: 2, bodies: 1 })
    expect(await judge(solid.positions, solid.indices)).toMatchObject({ status: 'NoError', bodies: 1 })
  })

  it('shows the higher of two walls where they cross', async () => {
    const { plan, solid } = await solidOf(
      lapAlong((t) => ({
        x: 700 * Math.sin(t),
        y: 350 * Math.sin(2 * t),
        g: Math.abs(t - Math.PI) < 0.5 ? 5 : 1,
      })),
    )
    const tops = heightsNear(solid.positions, plan.middleYMm)
    expect(Math.max(...tops)).toBeCloseTo(plan.size.heightMm, 1)
  })

  it('paints each height of the wall with the G that stands there, and only the wall', async () => {
    const lap = lapAlong((t) => ({
      x: 500 * Math.cos(t),
      y: 400 * Math.sin(t),
      z: 10 * Math.sin(t),
      g: 3 + 2 * Math.sin(3 * t),
    }))
    const { plan, solid } = await solidOf(lap, DEFAULT_PRINT, 6)
    const counts = PARTS.map((_, part) => solid.parts.filter((each) => each === part).length)
    for (const count of counts) expect(count).toBeGreaterThan(100)
    const road = { low: roadMm(plan, -10), high: roadMm(plan, 10) }
    let highest = 0
    solid.values.forEach((levelG, corner) => {
      const z = solid.positions[solid.indices[corner]! * 3 + 2]!
      if (PARTS[solid.parts[Math.floor(corner / 3)]!] !== 'body') return expect(levelG).toBe(0)
      highest = Math.max(highest, levelG)
      expect(z - levelG * mmPerG(plan)).toBeGreaterThan(road.low - 0.02)
      expect(z - levelG * mmPerG(plan)).toBeLessThan(road.high + 0.02)
    })
    expect(highest).toBeCloseTo(5, 1)
  })

  it('is refused before the work when it would be too large, and when there is nothing to stand on the base', async () => {
    await expect(solidOf(circle(), bare, 10_000)).rejects.toMatchObject({ code: 'export/too-complex' })
    const point = lapAlong(() => ({ x: 1, y: 1 }))
    await expect(solidOf(point)).rejects.toMatchObject({ code: 'export/not-closed' })
  })

  it(
    'is closed for any closed curve, self-crossing or not, and any options',
    { timeout: 120_000 },
    async () => {
      const wave = fc.record({
        k: fc.integer({ min: 1, max: 6 }),
        a: fc.double({ min: -400, max: 400, noNaN: true }),
        b: fc.double({ min: -400, max: 400, noNaN: true }),
        phase: fc.double({ min: 0, max: 6.3, noNaN: true }),
      })
      const options = fc.record({
        bedMm: fc.integer({ min: 80, max: 400 }),
        heightScale: fc.double({ min: 0.25, max: 3, noNaN: true }),
        baseMm: fc.double({ min: 0.8, max: 20, noNaN: true }),
        wallMm: fc.double({ min: 0.8, max: 6, noNaN: true }),
        lettering: fc.constant('simulated-mark' as const),
      })
      await fc.assert(
        fc.asyncProperty(fc.array(wave, { minLength: 1, maxLength: 4 }), options, async (waves, print) => {
          const lap = lapAlong(
            (t) =>
              waves.reduce(
                (sum, { k, a, b, phase }) => ({
                  x: sum.x + a * Math.cos(k * t + phase),
                  y: sum.y + b * Math.sin(k * t),
                  z: sum.z + (a / 40) * Math.sin(k * t + phase),
                  g: Math.abs(sum.g + 2 * Math.sin(k * t + phase)),
                }),
                { x: 300 * Math.cos(t), y: 200 * Math.sin(t), z: 0, g: 1 },
              ),
            300,
          )
          const { solid } = await solidOf(lap, print)
          expect(inspectSurface(welded(solid))).toMatchObject({ openEdges: 0, bodies: 1 })
          expect((await judge(solid.positions, solid.indices)).status).toBe('NoError')
        }),
        { numRuns: 40 },
      )
    },
  )
})

/** Heights of vertices within 3 mm of the middle of the circuit. */
function heightsNear(positions: Float32Array, middleYMm: number): readonly number[] {
  const heights: number[] = []
  for (let i = 0; i < positions.length; i += 3)
    if (Math.hypot(positions[i]!, positions[i + 1]! - middleYMm) < 3) heights.push(positions[i + 2]!)
  return heights
}
