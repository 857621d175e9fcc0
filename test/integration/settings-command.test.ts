// `gallery settings import` as it ships: alone, and beside an application that runs.
import { existsSync } from 'node:fs'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { DEFAULT_SETTINGS } from '@contract/settings'
import { controlAddress, serveControl } from '@main/adapters/control-socket'
import { gallery, json } from '../helpers/run-command'
import { temporaryFolder } from '../helpers/temporary-folder'

const FORMAT = 'f1-sculpture-gallery-settings'
const IMPERIAL = { appearance: { units: 'imperial' } }
const UNITS = { path: 'appearance.units', before: 'metric', after: 'imperial' }

/** A user's folder with a file of settings in it, and what is stored there after a command. */
async function aFile(settings: unknown, text = JSON.stringify({ format: FORMAT, version: 1, settings })) {
  const folder = await temporaryFolder()
  const file = join(folder, 'mine.json')
  await writeFile(file, text)
  const store = join(folder, 'settings.json')
  return {
    folder,
    file,
    store,
    run: (...args: readonly string[]) => gallery(['settings', 'import', file, ...args], folder),
    stored: async () => JSON.parse(await readFile(store, 'utf8')) as Record<string, unknown>,
  }
}

describe('gallery settings import, without the application', () => {
  it('takes what the file says and leaves everything else as it was', async () => {
    const { store, run, stored } = await aFile({ ...IMPERIAL, cache: { memoryMaxBytes: 2 ** 25 } })
    const cache = { ...DEFAULT_SETTINGS.cache, folder: '/another/disk' }
    const appearance = { ...DEFAULT_SETTINGS.appearance, theme: 'dark' }
    const window = { x: 1, y: 2, width: 1280, height: 800, isMaximized: false }
    await writeFile(store, JSON.stringify({ cache, appearance, window, kept: 'from a later version' }))
    const outcome = await run('--yes', '--json')
    expect([outcome.code, outcome.stderr]).toEqual([0, ''])
    expect(json(outcome)).toMatchObject({ isTaken: true, changes: [{ path: 'cache.memoryMaxBytes' }, UNITS] })
    expect(await stored()).toEqual({
      cache: { ...cache, memoryMaxBytes: 2 ** 25 },
      appearance: { ...appearance, units: 'imperial' },
      window,
      kept: 'from a later version',
    })
  })

  it('takes what `settings export` has saved on another computer', async () => {
    const { folder, file, run, stored } = await aFile(null)
    const other = await temporaryFolder()
    const appearance = { ...DEFAULT_SETTINGS.appearance, clock: 'h12' }
    await writeFile(join(other, 'settings.json'), JSON.stringify({ appearance, isSpoilerFree: true }))
    await gallery(['settings', 'export', '--out', file], other)
    const outcome = await run('--yes')
    expect(outcome.stdout).toMatch(
      /^taken:\n.*\nappearance\.clock +system +h12\nisSpoilerFree +false +true\n$/,
    )
    expect(await stored()).toMatchObject({ appearance, isSpoilerFree: true })
    const again = await gallery(['settings', 'import', file, '--yes'], folder)
    expect([again.code, again.stdout]).toEqual([0, 'all of it is set so already\n'])
  })

  it('only says what it would change with --plan', async () => {
    const { store, run } = await aFile(IMPERIAL)
    const outcome = await run('--plan')
    expect([outcome.code, outcome.stdout]).toEqual([0, expect.stringMatching(/units +metric +imperial/)])
    expect(existsSync(store)).toBe(false)
  })

  it('changes nothing without asking, and nobody can be asked here', async () => {
    const { store, run } = await aFile(IMPERIAL)
    const outcome = await run()
    expect([outcome.code, outcome.stdout]).toEqual([2, ''])
    expect(outcome.stderr).toMatch(/--yes/)
    expect(existsSync(store)).toBe(false)
  })

  it.each([
    ['another form', { text: '{"theme":"dark"}' }, 'settings/not-ours'],
    ['a later version', { text: `{"format":"${FORMAT}","version":2,"settings":{}}` }, 'settings/later-version'],
    ['one bad field among good ones', { settings: { isSpoilerFree: true, appearance: { units: 'furlongs' } } }, 'settings/bad-fields'],
    ['a rule that is none', { settings: { isSpoilerFree: true, schedule: { rule: 'now and then' } } }, 'schedule/unreadable'],
  ])('refuses a file with %s whole, by the code that the window has for it', async (_what, { settings, text }: { settings?: unknown; text?: string }, code) => {
    const { store, run } = await aFile(settings, text)
    const outcome = await run('--yes', '--json')
    expect([outcome.code, json(outcome)]).toMatchObject([1, { error: { code } }])
    expect(existsSync(store)).toBe(false)
  }) // prettier-ignore

  it('says that there is no such file', async () => {
    const { folder } = await aFile(null)
    const outcome = await gallery(
      ['settings', 'import', join(folder, 'none.json'), '--yes', '--json'],
      folder,
    )
    expect([outcome.code, json(outcome)]).toMatchObject([1, { error: { code: 'settings/unreadable' } }])
  })

  it('keeps what it cannot read of the present settings beside them before it writes', async () => {
    const { store, run, stored } = await aFile(IMPERIAL)
    await writeFile(store, '{"appearance":')
    expect((await run('--yes')).code).toBe(0)
    expect(await readFile(`${store}.unreadable`, 'utf8')).toBe('{"appearance":')
    expect(await stored()).toMatchObject(IMPERIAL)
  })
})

describe('gallery settings import, beside the application', () => {
  it('leaves it to the application, and does not write its file', async () => {
    const { folder, store, run } = await aFile(IMPERIAL)
    const asked: unknown[] = []
    const server = await serveControl(controlAddress(folder, process.platform), (text) => {
      const { name, input } = JSON.parse(text) as { name: string; input: unknown }
      asked.push({ name, input })
      return Promise.resolve(JSON.stringify({ ok: true, value: [UNITS] }))
    })
    onTestFinished(() => server.close())
    const outcome = await run('--yes', '--json')
    expect(json(outcome)).toMatchObject({ isTaken: true, changes: [UNITS] })
    expect(asked).toEqual([{ name: 'settings:takeGiven', input: IMPERIAL }])
    expect(existsSync(store)).toBe(false)
  })
})
