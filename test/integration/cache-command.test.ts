// `gallery cache` as it ships: alone, and beside an application that runs.
import { existsSync } from 'node:fs'
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import type { CacheStatus, CacheUsage, Clearing } from '@contract/cache'
import { controlAddress, serveControl } from '@main/adapters/control-socket'
import { preparedFolder } from '../helpers/prepared-folder'
import { gallery, json, NOWHERE } from '../helpers/run-command'
import { temporaryFolder } from '../helpers/temporary-folder'

const demo = ['--source', 'demo']
/** In the simulated season of that year ten rounds are over by then. */
const JUNE = { F1_NOW: '2026-06-15T12:00:00Z' }
const cache = (folder: string, ...args: readonly string[]) =>
  gallery(['cache', ...args], folder, NOWHERE, JUNE)
const stats = async (folder: string) =>
  json(await cache(folder, 'stats', '--json', ...demo)) as unknown as CacheStatus
const usage = async (folder: string) =>
  json(await cache(folder, 'usage', '--json', ...demo)) as unknown as CacheUsage

/** With one session of twenty drivers in its cache. */
const aWarmFolder = preparedFolder(async (folder) => {
  const made = await gallery(['sculpture', '2026', '1', 'Q', 'YAR', ...demo], folder, NOWHERE, JUNE)
  if (made.code !== 0) throw new Error(made.stderr)
})

describe('gallery cache, without the application', () => {
  it('names its numbers as the original does, and shows what uses the space', async () => {
    const folder = await aWarmFolder()
    const status = await stats(folder)
    expect(status.total_keys).toBe(status.sculpture_keys + status.session_keys)
    expect(status).toMatchObject({ session_keys: 1, memory_used: 0, lookups: { hit: 0 }, hitRate: 0 })
    expect(status.sculpture_keys).toBeGreaterThan(15)
    const { seasons } = await usage(folder)
    expect(seasons).toMatchObject([{ season: 2026, isPinned: false, sessions: [{ round: 1, session: 'Q' }] }])
    const text = await cache(folder, 'usage', ...demo)
    expect(text.stdout).toMatch(/^2026 .*MiB/m)
    expect(text.stdout).toMatch(/^ {2}1 Q .*MiB/m)
  })

  it('clears what it is told to with --yes, and says what that freed', async () => {
    const folder = await aWarmFolder()
    const session = ['clear', 'session', '2026', '1', 'Q', '--yes', '--json', ...demo]
    const { sessions } = (await usage(folder)).seasons[0]!
    const { cleared } = json(await cache(folder, ...session)) as unknown as { cleared: Clearing }
    const { sculptures, laps, raw } = sessions[0]!.bytes
    expect(cleared.bytes).toEqual({ results: sculptures + laps, raw })
    expect((await stats(folder)).total_keys).toBe(0)
    const again = await cache(folder, 'clear', 'all', '--yes', ...demo)
    expect(again.code).toBe(0)
    const nothing = await cache(folder, 'clear', 'all', '--yes', ...demo)
    expect(nothing.stdout).toBe('there was nothing to clear\n')
  })

  it('clears one lap, and the other source not at all', async () => {
    const folder = await aWarmFolder()
    const before = (await stats(folder)).sculpture_keys
    await cache(folder, 'clear', 'all', '--yes')
    expect((await stats(folder)).sculpture_keys).toBe(before)
    const one = await cache(folder, 'clear', 'sculpture', '2026', '1', 'Q', 'yar', '--yes', '--json', ...demo)
    expect(json(one)).toMatchObject({
      scope: { kind: 'key', key: 'f1:sculpture:2026:1:Q:YAR' },
      cleared: { entries: 1 },
    })
    expect((await stats(folder)).sculpture_keys).toBe(before - 1)
  })

  it('does not clear without asking, and nobody can be asked here', async () => {
    const folder = await aWarmFolder()
    const outcome = await cache(folder, 'clear', 'sculptures', ...demo)
    expect([outcome.code, outcome.stdout]).toEqual([2, ''])
    expect(outcome.stderr).toMatch(/--yes/)
    expect((await stats(folder)).sculpture_keys).toBeGreaterThan(0)
  })

  it('pins and unpins, for the next start too', async () => {
    const folder = await aWarmFolder()
    const session = ['session', '2026', '1', 'Q', ...demo]
    expect((await cache(folder, 'pin', ...session)).stdout).toBe('pinned\n')
    await cache(folder, 'pin', 'season', '2025', ...demo)
    expect((await usage(folder)).pins).toEqual([
      { kind: 'session', season: 2026, round: 1, session: 'Q' },
      { kind: 'season', season: 2025 },
    ])
    const plan = await cache(folder, 'clear', ...session, '--yes')
    expect(plan.stdout).toMatch(/^cleared: (\d+) entries, [\d.]+ MiB, \1 of them pinned\.$/m)
    expect((await cache(folder, 'unpin', ...session)).stdout).toBe('unpinned\n')
    expect((await usage(folder)).pins).toEqual([{ kind: 'season', season: 2025 }])
  })

  it('moves with everything in it, finds it there the next time, and moves back', async () => {
    const folder = await aWarmFolder()
    const before = await stats(folder)
    const settings = join(folder, 'settings.json')
    await writeFile(settings, JSON.stringify({ source: 'demo', kept: 'from a later version' }))
    const target = join(folder, 'another disk')
    const moved = await cache(folder, 'move', target, '--json')
    expect(json(moved)).toEqual({ path: target, usualPath: join(folder, 'cache') })
    expect(await readdir(join(folder, 'cache'))).toEqual([])
    expect((await cache(folder, 'folder')).stdout).toBe(`${target}\n`)
    const after = await stats(folder)
    expect([after.total_keys, after.folder]).toEqual([before.total_keys, join(target, 'demo')])
    expect(JSON.parse(await readFile(settings, 'utf8'))).toMatchObject({
      source: 'demo',
      kept: 'from a later version',
      cache: { folder: target },
    })
    // Other things of the application may lie in the usual folder.
    await writeFile(join(folder, 'cache', 'something else'), '')
    expect((await cache(folder, 'move', '--usual')).code).toBe(0)
    expect((await stats(folder)).total_keys).toBe(before.total_keys)
    expect(JSON.parse(await readFile(settings, 'utf8'))).toMatchObject({ cache: { folder: null } })
  })

  it('says why it cannot be moved there, and leaves it where it is', async () => {
    const folder = await aWarmFolder()
    const target = join(folder, 'full')
    await mkdir(target)
    await writeFile(join(target, 'letter.txt'), 'dear')
    const refused = await cache(folder, 'move', target)
    expect(refused.code).toBe(1)
    expect(refused.stderr).toMatch(/cannot be moved there: .*not empty/)
    expect(await readdir(target)).toEqual(['letter.txt'])
    expect((await stats(folder)).total_keys).toBeGreaterThan(0)
  })

  it('neither makes nor forgets a folder whose disk is not there, says so once, and goes on without it', async () => {
    const folder = await aWarmFolder()
    const disk = join(folder, 'disk')
    await cache(folder, 'move', disk)
    await rename(disk, join(folder, 'unplugged'))
    const status = await cache(folder, 'stats', '--json', ...demo)
    expect(json(status)).toMatchObject({ total_keys: 0, health: { state: 'missing' } })
    expect(status.stderr.match(/The cache folder is gone/g)).toHaveLength(1)
    const made = await gallery(['sculpture', '2026', '1', 'Q', 'YAR', ...demo], folder, NOWHERE, JUNE)
    expect(made.code).toBe(0)
    expect((await cache(folder, 'pin', 'season', '2026', ...demo)).code).toBe(1)
    expect(existsSync(disk)).toBe(false)
    const health = await gallery(['health', '--json'], folder, NOWHERE, JUNE)
    expect(json(health)).toMatchObject({ status: 'failing', cache: { writable: false } })
    expect(existsSync(disk)).toBe(false)

    await rename(join(folder, 'unplugged'), disk)
    expect((await stats(folder)).total_keys).toBeGreaterThan(15)

    await rm(disk, { recursive: true })
    const back = await cache(folder, 'move', '--usual', '--json')
    expect(json(back)).toMatchObject({ path: join(folder, 'cache') })
    expect(await stats(folder)).toMatchObject({ total_keys: 0, health: { state: 'ok' } })
  })

  it.each([
    ['clear', 'everything', '--yes'],
    ['clear', 'season', '1900', '--yes'],
    ['pin', 'all'],
    ['move'],
    ['move', '/somewhere', '--usual'],
  ])('says how "cache %s %s" is wrong and exits with 2', async (...args) => {
    const outcome = await cache(await temporaryFolder(), ...args)
    expect([outcome.code, outcome.stdout]).toEqual([2, ''])
    expect(outcome.stderr).not.toBe('')
  })
})

describe('gallery cache, beside the application', () => {
  async function anApplication(folder: string, answers: Readonly<Record<string, unknown>>) {
    const asked: { name: string; input: unknown }[] = []
    const server = await serveControl(controlAddress(folder, process.platform), (text) => {
      const { name, input } = JSON.parse(text) as { name: string; input: unknown }
      asked.push({ name, input })
      return Promise.resolve(JSON.stringify({ ok: true, value: answers[name] ?? null }))
    })
    onTestFinished(() => server.close())
    return asked
  }
  const CLEARING: Clearing = { entries: 3, bytes: { results: 1024, raw: 0 }, pinned: 0 }

  it('asks it about the source that was named, and leaves its folder alone', async () => {
    const folder = await temporaryFolder()
    const asked = await anApplication(folder, { 'cache:planClear': CLEARING, 'cache:clear': CLEARING })
    const outcome = await cache(folder, 'clear', 'season', '2026', '--yes', ...demo)
    expect(outcome.stdout).toBe('cleared: 3 entries, 0.0 MiB.\n')
    const input = { source: 'demo', scope: { kind: 'season', season: 2026 } }
    expect(asked).toEqual([
      { name: 'cache:planClear', input },
      { name: 'cache:clear', input },
    ])
    expect(existsSync(join(folder, 'cache'))).toBe(false)
  })

  it('has it move, follows the task, and does not write its settings', async () => {
    const folder = await temporaryFolder()
    const task = { id: 't3', state: 'completed', error: null, progress: { stage: 'done', done: 1, total: 1 } }
    const asked = await anApplication(folder, {
      'cache:moveToFolder': 't3',
      'tasks:get': { task, items: [], parts: [] },
      'cache:getFolder': { path: '/disk', usualPath: '/usual' },
    })
    const outcome = await cache(folder, 'move', '/disk')
    expect(outcome.stdout).toBe('the cache lies in /disk\n')
    expect(asked[0]).toEqual({ name: 'cache:moveToFolder', input: { folder: '/disk' } })
    expect(existsSync(join(folder, 'settings.json'))).toBe(false)
  })
})
