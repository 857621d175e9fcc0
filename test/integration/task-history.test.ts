// The file in which tasks outlast the process, on a real disk.
import { readdir, readFile, writeFile, mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { SessionId } from '@contract/ids'
import { keepTaskHistory, openTaskHistory } from '@main/adapters/task-history-file'
import type { Composition } from '@main/app/compose'
import type { TaskHistory } from '@main/core/tasks/task-history'
import { composeForTest } from '../helpers/composed-gallery'
import { silentLogger } from '../helpers/silent-logger'
import { aTask } from '../helpers/task-fixtures'
import { temporaryFolder } from '../helpers/temporary-folder'

const history = (change: Partial<TaskHistory> = {}): TaskHistory => ({
  lastNumber: 1,
  savedAt: 5,
  tasks: [aTask({ state: 'completed', finishedAt: 4 })],
  items: {},
  ...change,
})

async function setUp(access: 'keep' | 'read' = 'keep') {
  const folder = await temporaryFolder()
  const path = join(folder, 'user', 'tasks.json')
  const logger = silentLogger()
  return { path, logger, file: openTaskHistory(path, access, logger), folder: join(folder, 'user') }
}

describe('the file of tasks', () => {
  it('is nothing to speak of as long as there is none', async () => {
    const { file, logger } = await setUp()
    expect(file.read()).toBeNull()
    expect(logger.lines).toEqual([])
  })

  it('hands the next start what was written last, and leaves nothing else in the folder', async () => {
    const { file, folder } = await setUp()
    await file.write(history())
    await file.write(history({ lastNumber: 2 }))
    expect(file.read()).toEqual(history({ lastNumber: 2 }))
    expect(await readdir(folder)).toEqual(['tasks.json'])
  })

  it('shows what the process was at when it was killed as cancelled', async () => {
    const { file } = await setUp()
    await file.write(history({ tasks: [aTask({ state: 'active' })] }))
    expect(file.read()?.tasks).toMatchObject([{ state: 'cancelled', error: { code: 'task/cancelled' } }])
  })

  it.each(['{"version":1,"tasks":[', '', '{"version":9}', '\u0000\u0001'])(
    'is set aside when it holds %j, and named in the log',
    async (text) => {
      const { file, path, folder, logger } = await setUp()
      await mkdir(folder, { recursive: true })
      await writeFile(path, text)
      expect(file.read()).toBeNull()
      expect(await readFile(`${path}.unreadable`, 'utf8')).toBe(text)
      expect(logger.lines.map(({ message }) => message).join()).toContain('tasks.json.unreadable')
      await file.write(history())
      expect(file.read()).toEqual(history())
    },
  )

  it('stays where it is when it is another process that keeps it', async () => {
    const { file, path, folder, logger } = await setUp('read')
    await mkdir(folder, { recursive: true })
    await writeFile(path, 'damaged')
    expect(file.read()).toBeNull()
    expect(await readdir(folder)).toEqual(['tasks.json'])
    expect(logger.lines.length).toBe(1)
  })
})

describe('the keeping of tasks', () => {
  it('writes at once, then how things stand at the end, and nothing after it was closed', async () => {
    const { file } = await setUp()
    let lastNumber = 1
    const kept = keepTaskHistory(file, () => history({ lastNumber }))
    kept.request()
    await expect.poll(() => file.read()?.lastNumber).toBe(1)
    for (lastNumber = 2; lastNumber < 9; lastNumber++) kept.request()
    await kept.close()
    expect(file.read()?.lastNumber).toBe(9)
    lastNumber = 10
    kept.request()
    await kept.close()
    expect(file.read()?.lastNumber).toBe(9)
  })
})

describe('an application with a list of tasks', () => {
  const startAt = Date.UTC(2026, 10, 25)
  const never = () => new AbortController().signal

  async function setUpApplication() {
    const folder = await temporaryFolder()
    const path = join(folder, 'tasks.json')
    const start = (access: 'keep' | 'read') =>
      composeForTest(folder, 'http://127.0.0.1:9', startAt, undefined, {
        taskHistory: { file: path, access },
      })
    return { start, path }
  }

  async function lastSession({ galleries }: Composition): Promise<SessionId> {
    const { season, rounds } = await galleries.demo.loadSeason(2026, never())
    const last = rounds.findLast(({ sessions }) => sessions.every(({ state }) => state === 'completed'))
    return { source: 'demo', season, round: last!.round, session: 'FP1' }
  }

  it('knows at its next start what it did, what it was at, and how to do that once more', async () => {
    const { start } = await setUpApplication()
    const first = start('keep')
    const id = await lastSession(first)
    const cutOff = first.galleries.demo.openSession(id, { urgency: 'warming' })
    const outcome = cutOff.catch((error: unknown) => error)
    await expect.poll(() => first.tasks.list().map(({ state }) => state)).toEqual(['active'])
    await first.close()
    expect(await outcome).toMatchObject({ code: 'task/cancelled' })

    const second = start('keep')
    expect(second.tasks.list()).toMatchObject([
      {
        id: 't1',
        state: 'cancelled',
        error: { message: expect.stringContaining('application ended') as string },
      },
    ])
    expect(second.tasks.retry('t1')).toBe(true)
    // Asked as anyone would, it joins what was begun once more.
    expect((await second.galleries.demo.openSession(id)).laps.session).toBe('FP1')
    expect(second.tasks.list().map((task) => [task.id, task.state])).toEqual([
      ['t1', 'cancelled'],
      ['t2', 'completed'],
    ])
  })

  it('is read by a second process, which writes nothing', async () => {
    const { start, path } = await setUpApplication()
    const window = start('keep')
    const id = await lastSession(window)
    await window.galleries.demo.openSession(id)
    await window.close()
    const before = await readFile(path, 'utf8')
    const commandLine = start('read')
    expect(commandLine.tasks.list()).toMatchObject([{ id: 't1', state: 'completed' }])
    await commandLine.galleries.demo.openSession({ ...id, session: 'Q' })
    await commandLine.close()
    expect(await readFile(path, 'utf8')).toBe(before)
  })
})
