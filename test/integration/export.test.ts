// Exports as they ship: the command line writes a file in every format, and readers that are not ours read it.
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { strFromU8, unzipSync } from 'fflate'
import { GLTFLoader } from 'three/addons/loaders/GLTFLoader.js'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { DEFAULT_PRINT } from '@contract/export'
import { DEFAULT_LOOK } from '@contract/sculpture-look'
import { atomicFiles } from '@main/adapters/atomic-file'
import { composeForTest } from '../helpers/composed-gallery'
import { judgeStl } from '../helpers/independent-mesh-check'
import { gallery as runCommand, NOWHERE } from '../helpers/run-command'
import { temporaryFolder } from '../helpers/temporary-folder'

const NOW = '2026-06-15T12:00:00Z'
const SESSION = ['2026', '1', 'Q'] as const

const gallery = (args: readonly string[], userData: string) =>
  runCommand([...args, '--source', 'demo'], userData, NOWHERE, { F1_NOW: NOW })

describe('gallery sculpture --out', () => {
  let profile = ''
  let driver = ''
  beforeAll(async () => {
    // One profile for all: the session is simulated once.
    profile = await mkdtemp(join(tmpdir(), 'f1-export-test-'))
    const { stdout } = await gallery(['drivers', ...SESSION, '--json'], profile)
    const { drivers } = JSON.parse(stdout) as { drivers: { code: string; fastest: object | null }[] }
    driver = drivers.find(({ fastest }) => fastest !== null)?.code ?? ''
  })

  afterAll(() => rm(profile, { recursive: true, force: true }))

  const exportTo = async (file: string, ...options: string[]) => {
    const outcome = await gallery(
      ['sculpture', ...SESSION, driver, '--out', file, '--json', ...options],
      profile,
    )
    return {
      ...outcome,
      answer: JSON.parse(outcome.stdout) as { export: Record<string, unknown>; error?: object },
    }
  }

  it('writes an STL that another reader takes for one closed solid, of the size it printed', async () => {
    const file = join(await temporaryFolder(), 'lap.stl')
    const { code, answer } = await exportTo(file, '--bed-mm', '120', '--base-mm', '3')
    expect(code).toBe(0)
    const bytes = await readFile(file)
    expect(answer.export).toMatchObject({ file, format: 'stl', bytes: bytes.length, warnings: [] })
    expect(Math.max(Number(answer.export['widthMm']), Number(answer.export['depthMm']))).toBe(110)
    expect(bytes.subarray(0, 80).toString('latin1')).toMatch(/SIMULATED/)
    const verdict = await judgeStl(bytes)
    expect(verdict).toMatchObject({ status: 'NoError', genus: 0, bodies: 1 })
    expect(verdict.volume / 1000).toBeCloseTo(Number(answer.export['volumeCm3']), 0)
  })

  it('writes 3MF, GLB, CSV and JSON that say they are simulated', async () => {
    const folder = await temporaryFolder()
    const file = (ending: string) => join(folder, `lap.${ending}`)
    for (const ending of ['3mf', 'glb', 'csv', 'json']) expect((await exportTo(file(ending))).code).toBe(0)
    const model = strFromU8(unzipSync(await readFile(file('3mf')))['3D/3dmodel.model']!)
    expect(model).toMatch(/<metadata name="gallery:Simulated">true<\/metadata>/)
    const glb = await new GLTFLoader().parseAsync(Uint8Array.from(await readFile(file('glb'))).buffer, '')
    expect(glb.asset.extras).toMatchObject({ isSimulated: true })
    const [titles, first] = (await readFile(file('csv'), 'utf8')).split('\r\n')
    expect(first!.split(',')[titles!.split(',').indexOf('simulated')]).toBe('1')
    expect(JSON.parse(await readFile(file('json'), 'utf8'))).toMatchObject({
      simulated: true,
      source: 'demo',
    })
    // Nothing that was only passing is left behind.
    expect((await readdir(folder)).sort()).toEqual(['lap.3mf', 'lap.csv', 'lap.glb', 'lap.json'])
  })

  it('makes the model in the look that was asked for, and says which it is', async () => {
    const folder = await temporaryFolder()
    const asked = ['--style', 'ribbon', '--height', 'lateral', '--colour', 'speed', '--map', 'turbo']
    const look = { style: 'ribbon', height: 'lateralG', colour: 'speedKmh', map: 'turbo' }
    const threeMf = await exportTo(join(folder, 'lap.3mf'), ...asked)
    expect(threeMf.answer.export).toMatchObject({ look, warnings: [] })
    const model = strFromU8(unzipSync(await readFile(join(folder, 'lap.3mf')))['3D/3dmodel.model']!)
    expect(model).toMatch(/a ribbon raised by lateral G, coloured by speed/)
    // The slow end of turbo, as in its published table.
    expect(model).toMatch(/<base name="50 km\/h" displaycolor="#30123B"\/>/)
    await exportTo(join(folder, 'lap.glb'), ...asked)
    const glb = await new GLTFLoader().parseAsync(
      Uint8Array.from(await readFile(join(folder, 'lap.glb'))).buffer,
      '',
    )
    expect(glb.asset.extras).toMatchObject({ look })
  })

  it.each(['ribbon', 'tube'])(
    'writes an STL of a %s that is one closed solid to another reader',
    async (style) => {
      const file = join(await temporaryFolder(), 'lap.stl')
      const { answer } = await exportTo(file, '--style', style, '--height', 'lateral')
      expect(answer.export).toMatchObject({
        warnings: [expect.stringMatching(/without colours nothing tells left from right/)],
      })
      expect(await judgeStl(await readFile(file))).toMatchObject({ status: 'NoError', bodies: 1 })
    },
  )

  it('tells people what was written, with sizes', async () => {
    const file = join(await temporaryFolder(), 'lap.stl')
    const { code, stdout } = await gallery(
      ['sculpture', ...SESSION, driver, '--out', file, '--no-text'],
      profile,
    )
    expect(code).toBe(0)
    expect(stdout).toMatch(
      /written +.+lap\.stl, \d+ bytes, in \d+ ms\nsize +[\d.]+ × [\d.]+ × [\d.]+ mm, plan 1 : \d+\nsolid +\d+ triangles/,
    )
  })

  it.each([
    [['--out', 'lap.obj']],
    [['--out', 'lap']],
    [['--out', 'lap.stl', '--bed-mm', '10']],
    [['--out', 'lap.stl', '--height-scale', 'high']],
    [['--out', 'lap.stl', '--wall-mm', '']],
    [['--out', 'lap.stl', '--style', 'cloud']],
    [['--out', 'lap.stl', '--height', 'speed']],
    [['--out', 'lap.stl', '--colour', 'speed']],
    [['--out', 'lap.glb', '--colour', 'lateral', '--map', 'turbo']],
    [['--out', 'lap.csv', '--style', 'tube']],
    [['--style', 'tube']],
  ])('refuses %j as wrong use', async (options) => {
    const { code, stdout } = await gallery(['sculpture', ...SESSION, driver, ...options, '--json'], profile)
    expect(code).toBe(2)
    expect(JSON.parse(stdout)).toMatchObject({
      error: { code: 'cli/wrong-use', message: expect.stringContaining(options.at(-2)!) as string },
    })
  })

  it('says in words where it cannot write', async () => {
    const { code, answer } = await exportTo(join(await temporaryFolder(), 'no', 'such', 'folder.csv'))
    expect(code).toBe(1)
    expect(answer.error).toMatchObject({
      code: 'export/unwritable',
      message: expect.stringMatching(/folder\.csv.*ENOENT/) as string,
    })
  })
})

describe('files a person asked for', () => {
  it('replace an older one, whole', async () => {
    const path = join(await temporaryFolder(), 'a.csv')
    await writeFile(path, 'older and longer')
    expect(await atomicFiles.write(path, Buffer.from('new'))).toBe('a.csv')
    expect(await readFile(path, 'utf8')).toBe('new')
  })

  it('leave nothing behind, and the older thing as it was, when they cannot be put there', async () => {
    const folder = await temporaryFolder()
    await mkdir(join(folder, 'a.csv', 'inside'), { recursive: true })
    await expect(atomicFiles.write(join(folder, 'a.csv'), Buffer.from('new'))).rejects.toMatchObject({
      code: 'export/unwritable',
    })
    expect(await readdir(folder)).toEqual(['a.csv'])
  })
})

describe('the exporter', () => {
  it('shows its work as a task, and stops when that is cancelled, without a file', async () => {
    const parts = composeForTest(await temporaryFolder(), NOWHERE, Date.parse(NOW))
    const opened = await parts.galleries.demo.openSession({
      source: 'demo',
      season: 2026,
      round: 1,
      session: 'Q',
    })
    const code = opened.laps.drivers.find(({ fastest }) => fastest !== null)!.code
    const id = { source: 'demo', season: 2026, round: 1, session: 'Q', driver: code, lap: 'fastest' } as const
    const size = await parts.exporter.planPrint(id, DEFAULT_PRINT, DEFAULT_LOOK, new AbortController().signal)
    expect(Math.max(size.widthMm, size.depthMm)).toBeCloseTo(210, 6)
    const folder = await temporaryFolder()
    const saving = parts.exporter.save(
      { id, format: 'stl', print: DEFAULT_PRINT, look: DEFAULT_LOOK },
      join(folder, 'a.stl'),
    )
    await expect.poll(() => parts.tasks.list().at(-1)?.progress.stage).toBe('shaping')
    const task = parts.tasks.list().at(-1)!
    expect(task).toMatchObject({
      kind: 'export',
      subject: `f1:sculpture:2026:1:Q:${code} as stl`,
      state: 'active',
    })
    parts.tasks.cancel(task.id)
    await expect(saving).rejects.toMatchObject({ code: 'task/cancelled' })
    expect(await readdir(folder)).toEqual([])
  })
})
