// `gallery warm` and what belongs to it, as it ships: alone, and beside an application that runs.
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { DEFAULT_SETTINGS } from '@contract/settings'
import type { WarmPlan } from '@contract/warming'
import { controlAddress, serveControl } from '@main/adapters/control-socket'
import { gallery, json, NOWHERE } from '../helpers/run-command'
import { temporaryFolder } from '../helpers/temporary-folder'

const demo = ['--source', 'demo']
/** In the simulated season of that year ten rounds are over by then. */
const JUNE = { F1_NOW: '2026-06-15T12:00:00Z' }

describe('gallery warm, without the application', () => {
  it('says what it would do, and what it would cost, and does nothing', async () => {
    const folder = await temporaryFolder()
    const args = ['warm', 'race', '2026', '1', '--plan', '--json', ...demo]
    const plan = json(await gallery(args, folder, NOWHERE, JUNE)) as unknown as WarmPlan
    expect(plan.sessions.map(({ id, warmth }) => [id.session, warmth])).toEqual([
      ['Q', 'cold'],
      ['R', 'cold'],
    ])
    const stats = json(await gallery(['cache', 'stats', '--json', ...demo], folder, NOWHERE, JUNE))
    expect(stats).toMatchObject({ sculpture_keys: 0 })
  })

  it('warms what is asked for, tells how far it is on stderr, and does nothing the second time', async () => {
    const folder = await temporaryFolder()
    const args = ['warm', 'race', '2026', '1', '--sessions', 'Q', '--drivers', 'YAR,IXT', '--json', ...demo]
    const first = await gallery(args, folder, NOWHERE, JUNE)
    expect(first.code).toBe(0)
    expect(json(first)).toMatchObject({
      state: 'completed',
      summary: { warmed: 2, alreadyWarm: 0, failed: 0 },
    })
    expect(first.stderr).toMatch(/t1: warming/)
    const second = await gallery(args, folder, NOWHERE, JUNE)
    expect(json(second)).toMatchObject({ summary: { warmed: 0, alreadyWarm: 2 } })
  })

  it('exits with 3 where something that was named is not there, and says what', async () => {
    const args = ['warm', 'race', '2026', '1', '--sessions', 'Q,SQ', '--drivers', 'YAR,XXX', ...demo]
    const outcome = await gallery(args, await temporaryFolder(), NOWHERE, JUNE)
    expect(outcome.code).toBe(3)
    expect(outcome.stdout).toMatch(/partly failed: 1 rounds, 1 warmed, 0 already warm, 0 skipped, 2 failed/)
    expect(outcome.stdout).toMatch(/Driver not found: XXX in 2026/)
    expect(outcome.stdout).toMatch(/Session not available: 2026 .*SQ/)
  })

  it('exits with 1 where there is nothing at all', async () => {
    const args = ['warm', 'season', '2026', '--json', ...demo]
    const outcome = await gallery(args, await temporaryFolder(), NOWHERE, { F1_NOW: '2026-01-02T00:00:00Z' })
    expect(outcome.code).toBe(1)
    expect(outcome.stdout).toMatch(/No completed events for 2026/)
  })

  it.each([
    ['warm', 'recent', '--sessions', 'FP9'],
    ['warm', 'recent', '--drivers', 'VER', '--all-drivers'],
    ['warm', 'recent', '--detach'],
    ['warm', 'race', '2026'],
    ['tasks', '--state', 'lazy'],
  ])('says how "%s %s %s" is wrong and exits with 2', async (...args) => {
    const outcome = await gallery(args, await temporaryFolder())
    expect([outcome.code, outcome.stdout]).toEqual([2, ''])
    expect(outcome.stderr).not.toBe('')
  })

  it('shows the schedule of the settings, and that there is no such task', async () => {
    const folder = await temporaryFolder()
    const schedule = { ...DEFAULT_SETTINGS.schedule, rule: '30 5 * * 2', zone: 'Europe/Paris' }
    await mkdir(folder, { recursive: true })
    await writeFile(join(folder, 'settings.json'), JSON.stringify({ schedule }))
    const shown = await gallery(['schedule', '--next', '2'], folder, NOWHERE, JUNE)
    expect(shown.stdout).toContain('"30 5 * * 2" in Europe/Paris')
    expect(shown.stdout).toMatch(/05:30.*only on Tuesday/)
    expect(shown.stdout).toMatch(/next runs \(UTC\): 2026-06-16 03:3\d/)
    const task = await gallery(['task', 't9', '--json'], folder)
    expect([task.code, task.stdout]).toEqual([1, expect.stringContaining('task/unknown')])
  })

  it('shows the settings by name, and saves those that may go to another computer', async () => {
    const folder = await temporaryFolder()
    const out = join(folder, 'mine.json')
    const appearance = { ...DEFAULT_SETTINGS.appearance, units: 'imperial' }
    await writeFile(join(folder, 'settings.json'), JSON.stringify({ appearance }))
    const shown = await gallery(['settings', 'show'], folder)
    expect(shown.stdout).toMatch(/appearance\.units +imperial/)
    const saved = await gallery(['settings', 'export', '--out', out, '--json'], folder)
    expect(JSON.parse(saved.stdout)).toEqual({ file: out })
    expect(JSON.parse(await readFile(out, 'utf8'))).toMatchObject({ settings: { appearance } })
  })

  it('prints the log of a source, newest last', async () => {
    const folder = await temporaryFolder()
    const line = (area: string, message: string) =>
      JSON.stringify({ at: '2026-11-23T03:00:01.000Z', level: 'info', area, message })
    await mkdir(join(folder, 'logs'), { recursive: true })
    const lines = [
      line('warming', 'a run begins'),
      line('ipc', 'something else'),
      line('warming', 'a run has ended'),
    ]
    await writeFile(join(folder, 'logs', 'gallery.log'), `${lines.join('\n')}\n`)
    const outcome = await gallery(['logs', '--source', 'warming'], folder)
    expect(outcome.stdout).toBe(
      '2026-11-23 03:00:01 info warming: a run begins\n2026-11-23 03:00:01 info warming: a run has ended\n',
    )
  })
})

describe('gallery warm, beside the application', () => {
  async function anApplication(folder: string, answer: (name: string, input: unknown) => unknown) {
    const asked: string[] = []
    const server = await serveControl(controlAddress(folder, process.platform), (text) => {
      const { name, input } = JSON.parse(text) as { name: string; input: unknown }
      asked.push(name)
      return Promise.resolve(JSON.stringify({ ok: true, value: answer(name, input) }))
    })
    onTestFinished(() => server.close())
    return asked
  }

  it('leaves the work to it, and ends at once with --detach', async () => {
    const folder = await temporaryFolder()
    const wishes: unknown[] = []
    const asked = await anApplication(folder, (_name, input) => {
      wishes.push(input)
      return 't12'
    })
    const outcome = await gallery(
      ['warm', 'recent', '--rounds', '10', '--drivers', 'NOR,VER,HAM', '--detach'],
      folder,
    )
    expect([outcome.code, outcome.stdout]).toEqual([0, 't12\n'])
    expect(asked).toEqual(['warming:start'])
    const drivers = { kind: 'list', codes: ['NOR', 'VER', 'HAM'] }
    expect(wishes).toEqual([{ kind: 'recent', source: 'archive', rounds: 10, drivers }])
  })

  it('says when it was closed in the middle', async () => {
    const folder = await temporaryFolder()
    let end = () => {}
    const server = await serveControl(controlAddress(folder, process.platform), () => {
      end()
      return new Promise(() => {})
    })
    end = () => void server.close()
    const outcome = await gallery(['tasks', '--json'], folder)
    expect(outcome.code).toBe(1)
    expect(json(outcome)).toMatchObject({ error: { code: 'cli/application-gone', retry: 'now' } })
  })
})
