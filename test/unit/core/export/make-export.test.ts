import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { strFromU8, unzipSync } from 'fflate'
import type { Mesh } from 'three'
import { GLTFLoader } from 'three/addons/loaders/GLTFLoader.js'
import { describe, expect, it } from 'vitest'
import { colourAt, linearRgb } from '@contract/colour-scale'
import { DEFAULT_PRINT, type ExportFormat } from '@contract/export'
import { DEFAULT_LOOK } from '@contract/sculpture-look'
import { exhibitLabels } from '@main/core/export/exhibit-labels'
import { makeExport } from '@main/core/export/make-export'
import { paletteOf } from '@main/core/export/paint'
import { aSculpture } from '../../../helpers/builders'
import { admeshReport, judge, judgeStl, withoutAdmesh } from '../../../helpers/independent-mesh-check'
import { figureOfEight, FONTS, LABELS } from '../../../helpers/lap-shapes'
import { temporaryFolder } from '../../../helpers/temporary-folder'

const simulated = { ...LABELS, isSimulated: true }
const { paints } = paletteOf(DEFAULT_LOOK)
const make = (format: ExportFormat, change: Partial<Parameters<typeof makeExport>[0]> = {}) =>
  makeExport({
    sculpture: figureOfEight(),
    labels: LABELS,
    format,
    print: DEFAULT_PRINT,
    look: DEFAULT_LOOK,
    fonts: FONTS,
    ...change,
  })
const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes)
const modelOf = (bytes: Uint8Array) => strFromU8(unzipSync(bytes)['3D/3dmodel.model']!)

describe('a binary STL', () => {
  it('is one closed solid in the judgement of another reader, of the size that was announced', async () => {
    const { bytes, solid } = await make('stl')
    expect(bytes.length).toBe(84 + 50 * solid!.triangles)
    const verdict = await judgeStl(bytes)
    expect(verdict).toMatchObject({ status: 'NoError', genus: 0, bodies: 1 })
    expect(verdict.volume / 1000).toBeCloseTo(solid!.volumeCm3, 2)
  })

  it.skipIf(withoutAdmesh !== null)(
    `is faultless for admesh${withoutAdmesh === null ? '' : ` (${withoutAdmesh})`}`,
    async () => {
      const file = join(await temporaryFolder(), 'figure-of-eight.stl')
      await writeFile(file, (await make('stl')).bytes)
      expect(admeshReport(file)).toEqual({ disconnected: 0, degenerate: 0, repaired: 0 })
    },
  )

  it('says in its header that it is simulated, and never begins with the word of the text form', async () => {
    const header = text((await make('stl', { labels: simulated })).bytes.slice(0, 80))
    expect(header).toMatch(/^mm; F1 Sculpture Gallery; SIMULATED; f1:sculpture:/)
    expect(text((await make('stl')).bytes.slice(0, 80))).not.toMatch(/SIMULATED/)
  })
})

describe('a 3MF', () => {
  it('is a package of the core specification: content types, relationship, one model in millimetres', async () => {
    const files = unzipSync((await make('3mf')).bytes)
    expect(Object.keys(files)).toEqual(['[Content_Types].xml', '_rels/.rels', '3D/3dmodel.model'])
    expect(strFromU8(files['_rels/.rels']!)).toMatch(/Target="\/3D\/3dmodel.model"/)
    const model = strFromU8(files['3D/3dmodel.model']!)
    expect(model).toMatch(
      /<model unit="millimeter" [^>]*xmlns="http:\/\/schemas.microsoft.com\/3dmanufacturing\/core\/2015\/02"/,
    )
    expect(model.match(/<object /g)?.length).toBe(1)
    expect(model).toMatch(/<build>\s*<item objectid="2" transform="[-0-9. ]+"\/><\/build><\/model>$/)
  })

  it('holds a closed mesh whose every triangle has a colour that is listed', async () => {
    const { bytes, solid } = await make('3mf')
    const model = modelOf(bytes)
    const vertices = [...model.matchAll(/<vertex x="(\S+)" y="(\S+)" z="(\S+)"\/>/g)]
    const triangles = [...model.matchAll(/<triangle v1="(\d+)" v2="(\d+)" v3="(\d+)" pid="1" p1="(\d+)"\/>/g)]
    expect(triangles.length).toBe(solid!.triangles)
    const positions = Float32Array.from(vertices.flatMap(([, ...xyz]) => xyz.map(Number)))
    expect(positions.some(Number.isNaN)).toBe(false)
    const indices = Uint32Array.from(triangles.flatMap(([, ...abc]) => abc.slice(0, 3).map(Number)))
    expect(await judge(positions, indices)).toMatchObject({ status: 'NoError', genus: 0, bodies: 1 })
    const used = new Set(triangles.map((match) => Number(match[4])))
    expect(Math.max(...used)).toBeLessThan(paints.length)
    // Base, stone, lettering, and the body's steps up to its 3 G.
    expect(used.size).toBeGreaterThan(3 + 8)
    expect([...model.matchAll(/<base name="[^"]+" displaycolor="(#[0-9A-F]{6})"\/>/g)].length).toBe(
      paints.length,
    )
  })

  it('wears the gallery’s colours: a step has the colour of its value', () => {
    const [r, g, b] = colourAt(2.5).map((value) => Math.round(value * 255))
    const hex = paints.find(({ name }) => name === '2.5 G')!.hex
    expect([1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16))).toEqual([r, g, b])
  })

  it('says that it is simulated, and writes names as text, not as XML', async () => {
    const labels = { ...simulated, driverName: 'A <b> & "c"\u0000' }
    const model = modelOf((await make('3mf', { labels })).bytes)
    expect(model).toMatch(/<metadata name="gallery:Simulated">true</)
    expect(model).toMatch(/<metadata name="Description">SIMULATED/)
    expect(model).toMatch(/A &lt;b&gt; &amp; &quot;c&quot; , /)
  })

  it('of the same lap has the same bytes', async () => {
    expect((await make('3mf')).bytes).toEqual((await make('3mf')).bytes)
  })
})

describe('a GLB', () => {
  it('opens in another reader, in metres, upright, with the colours of the scale', async () => {
    const { bytes, solid } = await make('glb', { labels: simulated })
    const gltf = await new GLTFLoader().parseAsync(Uint8Array.from(bytes).buffer, '')
    const mesh = gltf.scene.getObjectByProperty('type', 'Mesh') as Mesh
    const geometry = mesh.geometry
    geometry.computeBoundingBox()
    const { min, max } = geometry.boundingBox!
    expect(max.x - min.x).toBeCloseTo(solid!.size.widthMm / 1000, 4)
    expect(max.y - min.y).toBeCloseTo(solid!.size.heightMm / 1000, 4)
    expect(max.z - min.z).toBeCloseTo(solid!.size.depthMm / 1000, 4)
    expect(geometry.index!.count / 3).toBe(solid!.triangles)
    const colours = geometry.getAttribute('color')
    const [r, g, b] = linearRgb(colourAt(0))
    const first = Array.from({ length: colours.count }, (_, i) => i).some(
      (i) => Math.hypot(colours.getX(i) - r, colours.getY(i) - g, colours.getZ(i) - b) < 0.02,
    )
    expect(first).toBe(true)
    expect(gltf.asset.extras).toMatchObject({
      isSimulated: true,
      note: expect.stringMatching(/SIMULATED/) as string,
    })
  })
})

describe('the tables', () => {
  it('have one row a station, units in their titles, and empty cells where nothing was measured', async () => {
    const lines = text((await make('csv', { sculpture: aSculpture() })).bytes)
      .trimEnd()
      .split('\r\n')
    expect(lines.length).toBe(1 + 211)
    expect(lines[0]).toBe(
      'distance_m,time_ms,x_m,y_m,z_m,speed_kmh,throttle_pct,brake,gear,drs,longitudinal_g,lateral_g,vertical_g,' +
        'combined_g,longitudinal_sigma_g,lateral_sigma_g,vertical_sigma_g,uncertainty_g,sector,corner,flags,' +
        'bridged_gap,line_too_tight,simulated,season,round,event,session,driver,driver_name,team,lap,lap_time_ms',
    )
    expect(new Set(lines.map((line) => line.split(',').length)).size).toBe(1)
    expect(lines[8]!.split(',')[6]).toBe('')
    expect(lines[1]!.split(',')[9]).toBe('')
    expect(lines[1]).toMatch(/^0,0,100,0,200,180,60,0,6,,0,2\.5493,/)
  })

  it.each(['=HYPERLINK("x")', '+1', '-1+2', '@SUM(A1)', ' =1', '\t=1', '\r=1'])(
    'give %j to a spreadsheet as text, not as a formula',
    async (driverName) => {
      const { bytes } = await make('csv', { sculpture: aSculpture({ driverName }) })
      const row = text(bytes).split('\r\n')[1]!
      expect(row).toMatch(/,AAA,"?'/)
      expect(text(bytes).trimEnd().split('\r\n').length).toBe(212)
    },
  )

  it('say whether the lap is simulated', async () => {
    const csv = async (labels: typeof LABELS) => text((await make('csv', { labels })).bytes).split('\r\n')[1]
    expect(await csv(simulated)).toMatch(/,1,2026,1,Grand Prix of São Paulo,Q,/)
    expect(await csv(LABELS)).toMatch(/,0,2026,1,Grand Prix of São Paulo,Q,/)
    expect(JSON.parse(text((await make('json', { labels: simulated })).bytes))).toMatchObject({
      simulated: true,
    })
  })

  it('are one JSON document with channels of one length and null for what is missing', async () => {
    const document = JSON.parse(text((await make('json', { sculpture: aSculpture() })).bytes)) as {
      channels: Record<string, (number | null)[]>
    }
    expect(document).toMatchObject({
      format: 'f1-sculpture',
      version: 1,
      driver: 'AAA',
      stats: { topSpeedKmh: 180 },
    })
    expect(new Set(Object.values(document.channels).map(({ length }) => length))).toEqual(new Set([211]))
    expect(document.channels['throttlePct']![7]).toBeNull()
  })
})

describe('labels without a calendar', () => {
  it('name round and session by number and code', () => {
    const { header } = aSculpture()
    const id = {
      source: 'demo',
      season: 2026,
      round: 4,
      session: 'Q',
      driver: 'AAA',
      lap: 'fastest',
    } as const
    expect(exhibitLabels(id, header, null)).toMatchObject({
      occasion: '2026 Round 4, Q',
      lapTime: '1:02.832',
      isSimulated: true,
    })
    expect(exhibitLabels(id, { ...header, lapTimeMs: null }, null).lapTime).toBe('no lap time')
  })
})
