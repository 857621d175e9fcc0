// Prints in every look: style, height and colour as on screen.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { CHANNEL_SCALES, channelColour, linearChannelColour, NO_VALUE } from '@contract/channel-scale'
import { channelValues } from '@contract/channel-values'
import { hexOf } from '@contract/colour-scale'
import { DEFAULT_PRINT, PRINT_LIMITS, type PrintOptions } from '@contract/export'
import type { Sculpture } from '@contract/sculpture'
import {
  COLOUR_CHANNELS,
  COLOUR_MAPS,
  DEFAULT_LOOK,
  HEIGHT_CHANNELS,
  STYLES,
  type SculptureLook,
} from '@contract/sculpture-look'
import { inspectSurface } from '@main/core/export/closed-surface'
import { planFor } from '@main/core/export/plan-for'
import { paletteOf } from '@main/core/export/paint'
import { onBed } from '@main/core/export/print-plan'
import { buildPrintSolid, PARTS, type PrintSolid } from '@main/core/export/print-solid'
import { buildSculptureMesh } from '@renderer/three/sculpture-mesh'
import { planFrame } from '@renderer/three/plan-frame'
import { judge } from '../../../helpers/independent-mesh-check'
import { circle, figureOfEight, LABELS, lapAlong, welded } from '../../../helpers/lap-shapes'

const bare: PrintOptions = { ...DEFAULT_PRINT, lettering: 'simulated-mark' }

async function solidOf(lap: Sculpture, look: SculptureLook, print: PrintOptions = bare, rows = 1) {
  const { stations, plan } = planFor(lap, LABELS, print, look)
  return { stations, plan, solid: await buildPrintSolid(stations, plan, look, [], rows) }
}

function withForces(lap: Sculpture, force: (part: number) => { along: number; across: number }): Sculpture {
  const n = lap.channels.xM.length
  const at = (i: number) => force(i / (n - 1))
  return {
    ...lap,
    channels: {
      ...lap.channels,
      longitudinalG: Float64Array.from({ length: n }, (_, i) => at(i).along),
      lateralG: Float64Array.from({ length: n }, (_, i) => at(i).across),
      speedKmh: Float64Array.from({ length: n }, (_, i) => 200 + 120 * Math.sin((4 * Math.PI * i) / n)),
      gear: Uint8Array.from({ length: n }, (_, i) => (i % 97 === 0 ? 255 : 1 + (Math.floor(i / 30) % 8))),
    },
  }
}

const signed = (lap: Sculpture) =>
  withForces(lap, (part) => ({
    along: 4 * Math.sin(9 * 2 * Math.PI * part),
    across: 5 * Math.cos(5 * 2 * Math.PI * part),
  }))

const SHAPES: readonly (readonly [string, Sculpture])[] = [
  ['is a circle', circle()],
  ['crosses itself at one height', figureOfEight()],
  ['turns back on itself', lapAlong((t) => ({ x: 800 * Math.cos(t), y: 3 * Math.sin(t) }))],
  [
    'has bends tighter than the body',
    lapAlong((t) => ({
      x: 500 * Math.cos(t) + 30 * Math.cos(25 * t),
      y: 500 * Math.sin(t) + 30 * Math.sin(25 * t),
    })),
  ],
  ['climbs 300 m', lapAlong((t) => ({ x: 400 * Math.cos(t), y: 300 * Math.sin(t), z: 150 * Math.sin(t) }))],
]

const cases = STYLES.flatMap((style) => HEIGHT_CHANNELS.map((height) => [style, height] as const))

describe('a print in a look', () => {
  it.each(cases)('as a %s raised by %s is one closed body, whatever the lap does', async (style, height) => {
    for (const [what, shape] of SHAPES) {
      const { solid } = await solidOf(signed(shape), { ...DEFAULT_LOOK, style, height })
      expect(inspectSurface(welded(solid)), what).toMatchObject({ openEdges: 0, bodies: 1 })
      expect(await judge(solid.positions, solid.indices), what).toMatchObject({
        status: 'NoError',
        bodies: 1,
      })
    }
  })

  it.each(STYLES)('as a %s without any force stands on its road, closed', async (style) => {
    const still = withForces(circle(), () => ({ along: 0, across: 0 }))
    const { solid } = await solidOf(still, { ...DEFAULT_LOOK, style })
    expect(inspectSurface(welded(solid))).toMatchObject({ openEdges: 0, bodies: 1 })
  })

  it.each(cases)(
    'as a %s raised by %s is as high as the size of that force, as on screen',
    async (style, height) => {
      const lap = signed(circle())
      const look = { ...DEFAULT_LOOK, style, height }
      const { plan, solid } = await solidOf(lap, look)
      expect(boundsOf(solid).highest).toBeCloseTo(plan.size.heightMm, 3)
      const { xM, yM, zM } = lap.channels
      const { crest } = buildSculptureMesh(lap.channels, planFrame(xM, yM, zM), look)
      const onScreenM = crest.reduce((most, y, i) => (i % 3 === 1 ? Math.max(most, y) : most), 0)
      // Above the force a ribbon and a tube have their own thickness, which a print takes from the wall's.
      const own = style === 'wall' ? 0.01 : style === 'ribbon' ? 1.5 : 2.5
      expect(Math.abs(plan.size.heightMm - plan.options.baseMm - onScreenM * plan.mmPerM)).toBeLessThan(own)
    },
  )

  it('holds a tube from below along the whole lap: it is the tube that is seen, and stone under it', async () => {
    const { plan, solid } = await solidOf(signed(circle()), { ...DEFAULT_LOOK, style: 'tube' })
    const { stone, body } = heightsByPart(solid)
    expect(body.highest).toBeCloseTo(plan.size.heightMm, 3)
    expect(stone.highest).toBeLessThan(body.highest)
    expect(stone.lowest).toBeCloseTo(plan.options.baseMm, 3)
  })

  it('lets no tube through the bed where it climbs steeply from a thin base', async () => {
    const steep = withForces(circle(80), (part) => ({ along: 0, across: 5 * Math.cos(20 * Math.PI * part) }))
    const print = { ...bare, bedMm: 80, baseMm: PRINT_LIMITS.baseMm.least, wallMm: PRINT_LIMITS.wallMm.most }
    const { solid } = await solidOf(steep, { ...DEFAULT_LOOK, style: 'tube' }, print)
    expect(boundsOf(solid).lowest).toBeCloseTo(0, 4)
  })

  it('carries a ribbon on piers at most 10 mm apart, with air between them', async () => {
    const lap = withForces(circle(), () => ({ along: 0, across: 4 }))
    const look = { ...DEFAULT_LOOK, style: 'ribbon' } as const
    for (const bedMm of [120, 600]) {
      const print = { ...bare, bedMm }
      const { plan, solid } = await solidOf(lap, look, print)
      // The undersides of the ribbon between the piers: seen from below, one hollow each.
      const { eulerCharacteristic } = inspectSurface(welded(solid))
      const openings = (2 - eulerCharacteristic) / 2
      const aroundMm = 1000 * Math.PI * plan.mmPerM
      expect(openings).toBeGreaterThan(aroundMm / (10 + 3 * print.wallMm))
      const wall = await solidOf(lap, DEFAULT_LOOK, print)
      expect(inspectSurface(welded(wall.solid)).eulerCharacteristic).toBe(2)
    }
  })

  it.each(STYLES)('as a %s wears at each station the colour the screen has there', async (style) => {
    const lap = signed(lapAlong((t) => ({ x: 500 * Math.cos(t), y: 400 * Math.sin(t) })))
    for (const colour of ['speedKmh', 'lateralG', 'gear'] as const) {
      const look: SculptureLook = { ...DEFAULT_LOOK, style, colour, map: 'turbo' }
      const { stations, plan, solid } = await solidOf(lap, look)
      const screen = channelValues(lap.channels, colour)
      const [before, at, after] = [39, 40, 41].map((k) => onBed(plan, stations.xM[k]!, stations.yM[k]!))
      const i = lap.channels.xM.indexOf(stations.xM[40]!)
      const seen = valuesAcross(solid, at!, { x: after!.x - before!.x, y: after!.y - before!.y })
      expect(seen.length).toBeGreaterThan(0)
      const wanted = linearChannelColour(look, screen[i]!)
      for (const value of seen)
        linearChannelColour(look, value).forEach((part, k) => expect(part).toBeCloseTo(wanted[k]!, 3))
    }
  })

  it('rises in colour from nothing at the road to its value on top, towards either end of a signed scale', async () => {
    const look: SculptureLook = { ...DEFAULT_LOOK, height: 'lateralG', colour: 'lateralG' }
    const lap = withForces(circle(), (part) => ({ along: 0, across: part < 0.5 ? 4 : -4 }))
    const { solid } = await solidOf(lap, look, bare, 4)
    const values = bodyValues(solid)
    expect(Math.max(...values)).toBeCloseTo(4, 4)
    expect(Math.min(...values)).toBeCloseTo(-4, 4)
    expect(values.some((value) => Math.abs(value) < 0.01)).toBe(true)
  })

  it('is grey where the lap has no value, and nowhere else', async () => {
    const look: SculptureLook = { ...DEFAULT_LOOK, style: 'ribbon', colour: 'gear' }
    const lap = signed(circle())
    const { stations, solid } = await solidOf(lap, look)
    const { paints, paintOf } = paletteOf(look)
    const worn = Array.from(solid.parts, (_, triangle) => paints[paintOf(solid, triangle)]!)
    const grey = worn.filter(({ hex }) => hex === hexOf(NO_VALUE)).length
    const gaps = stations.colour.filter(Number.isNaN).length
    expect(gaps).toBeGreaterThan(0)
    expect(grey).toBeGreaterThan(0)
    expect(grey).toBeLessThan(worn.length * 0.2)
    expect(new Set(worn.map(({ name }) => name)).size).toBeGreaterThanOrEqual(3 + 8)
  })

  it('lists paints whose colours are those of the screen’s tables, for any channel and map', () => {
    for (const colour of COLOUR_CHANNELS)
      for (const map of COLOUR_MAPS) {
        const look = { ...DEFAULT_LOOK, colour, map }
        const { paints } = paletteOf(look)
        const { low, high } = CHANNEL_SCALES[colour]
        const steps = paints.slice(4)
        steps.forEach(({ name, hex }, step) => {
          const value = low + ((high - low) * step) / (steps.length - 1)
          expect(hex, name).toBe(hexOf(channelColour(look, value)))
          expect(Number.parseFloat(name)).toBeCloseTo(value, 1)
        })
      }
  })

  it('is closed and stays on its bed for any lap, look and options', { timeout: 180_000 }, async () => {
    const wave = fc.record({
      k: fc.integer({ min: 1, max: 6 }),
      a: fc.double({ min: -400, max: 400, noNaN: true }),
      b: fc.double({ min: -400, max: 400, noNaN: true }),
      phase: fc.double({ min: 0, max: 6.3, noNaN: true }),
    })
    const look = fc.record({
      style: fc.constantFrom(...STYLES),
      height: fc.constantFrom(...HEIGHT_CHANNELS),
      colour: fc.constantFrom(...COLOUR_CHANNELS),
      map: fc.constantFrom(...COLOUR_MAPS),
    })
    const within = ({ least, most }: { least: number; most: number }) =>
      fc.double({ min: least, max: most, noNaN: true })
    const options = fc.record({
      bedMm: fc.integer({ min: 80, max: 300 }),
      heightScale: within(PRINT_LIMITS.heightScale),
      baseMm: within(PRINT_LIMITS.baseMm),
      wallMm: within(PRINT_LIMITS.wallMm),
      lettering: fc.constant('simulated-mark' as const),
    })
    await fc.assert(
      fc.asyncProperty(
        fc.array(wave, { minLength: 1, maxLength: 4 }),
        look,
        options,
        async (waves, chosen, print) => {
          const shape = lapAlong(
            (t) =>
              waves.reduce(
                (sum, { k, a, b, phase }) => ({
                  x: sum.x + a * Math.cos(k * t + phase),
                  y: sum.y + b * Math.sin(k * t),
                  z: sum.z + (a / 40) * Math.sin(k * t + phase),
                }),
                { x: 300 * Math.cos(t), y: 200 * Math.sin(t), z: 0 },
              ),
            240,
          )
          const { plan, solid } = await solidOf(signed(shape), chosen, print)
          expect(inspectSurface(welded(solid))).toMatchObject({ openEdges: 0, bodies: 1 })
          expect((await judge(solid.positions, solid.indices)).status).toBe('NoError')
          const { widest, highest, lowest } = boundsOf(solid)
          expect(widest).toBeLessThanOrEqual((print.bedMm - 10) / 2 + 1e-3)
          // To the rounding of a 32-bit float as large as a bed.
          expect(Math.abs(lowest)).toBeLessThanOrEqual(2e-5)
          // The finish mark is all there is where the lap stays lower than it.
          expect(highest).toBeLessThanOrEqual(Math.max(plan.size.heightMm, print.baseMm + 0.8) + 1e-3)
        },
      ),
      // As many as fit: on a busy machine one alone has been seen to take most of a minute.
      { numRuns: 10, interruptAfterTimeLimit: 60_000 },
    )
  })
})

function boundsOf({ positions }: PrintSolid) {
  let widest = 0
  let highest = 0
  let lowest = Infinity
  for (let i = 0; i < positions.length; i += 3) {
    widest = Math.max(widest, Math.abs(positions[i]!), Math.abs(positions[i + 1]!))
    highest = Math.max(highest, positions[i + 2]!)
    lowest = Math.min(lowest, positions[i + 2]!)
  }
  return { widest, highest, lowest }
}

function heightsByPart({ positions, indices, parts }: PrintSolid) {
  const range = { highest: 0, lowest: Infinity }
  const found = { stone: { ...range }, body: { ...range } }
  parts.forEach((part, triangle) => {
    const name = PARTS[part]!
    if (name !== 'stone' && name !== 'body') return
    for (let corner = 0; corner < 3; corner++) {
      const z = positions[indices[triangle * 3 + corner]! * 3 + 2]!
      found[name].highest = Math.max(found[name].highest, z)
      found[name].lowest = Math.min(found[name].lowest, z)
    }
  })
  return found
}

function bodyValues({ parts, values }: PrintSolid): readonly number[] {
  return Array.from(values).filter((_, corner) => PARTS[parts[Math.floor(corner / 3)]!] === 'body')
}

/** Values on the body at the corners of one station: those on the line across it. */
function valuesAcross(
  { positions, indices, parts, values }: PrintSolid,
  { x, y }: { readonly x: number; readonly y: number },
  along: { readonly x: number; readonly y: number },
): readonly number[] {
  const run = Math.hypot(along.x, along.y)
  return Array.from(values).filter((_, corner) => {
    if (PARTS[parts[Math.floor(corner / 3)]!] !== 'body') return false
    const dx = positions[indices[corner]! * 3]! - x
    const dy = positions[indices[corner]! * 3 + 1]! - y
    return Math.hypot(dx, dy) < 3 && Math.abs(dx * along.x + dy * along.y) / run < 1e-3
  })
}
