// The calls about tasks on their whole way: router, validators, handlers, queue.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { IpcMainInvokeEvent } from 'electron'
import type { Result } from '@contract/errors'
import { AppError } from '@main/core/app-error'
import { createHandlers, type HandlerParts } from '@main/ipc/handlers'
import { startRouter } from '@main/ipc/router'
import { silentLogger } from '../../helpers/silent-logger'
import { aTaskQueue } from '../../helpers/task-fixtures'
import { anOrder } from '../core/tasks/held-work'

function setUp() {
  const tasks = aTaskQueue()
  let listener: ((event: IpcMainInvokeEvent, message: unknown) => Promise<Result<unknown>>) | null = null
  startRouter({
    ipcMain: { handle: (_channel, heard) => (listener = heard) },
    handlers: Promise.resolve(createHandlers({ warming: { tasks } } as unknown as HandlerParts)),
    isTrusted: () => true,
    logger: silentLogger(),
  })
  const send = (name: string, input?: unknown) => listener!({} as IpcMainInvokeEvent, { name, input })
  const fail = () =>
    tasks
      .run(anOrder(() => Promise.reject(new AppError('source/unreachable', 'host'))))
      .catch(() => undefined)
  return { tasks, send, fail }
}

describe('the calls about tasks', () => {
  it('list them, tell of one, and say so when there is none', async () => {
    const { send, fail, tasks } = setUp()
    await fail()
    expect(await send('tasks:list')).toEqual({ ok: true, value: tasks.list() })
    expect(await send('tasks:get', 't1')).toEqual({ ok: true, value: tasks.details('t1') })
    expect(await send('tasks:get', 't2')).toEqual({ ok: true, value: null })
  })

  it('do one or all failed ones once more', async () => {
    const { send, fail, tasks } = setUp()
    await fail()
    expect(await send('tasks:retry', 't1')).toEqual({ ok: true, value: true })
    await tasks.idle()
    expect(await send('tasks:retryFailed')).toEqual({ ok: true, value: 1 })
    await tasks.idle()
    expect(tasks.list().map(({ state }) => state)).toEqual(['failed', 'failed', 'failed'])
    expect(await send('tasks:retry', 't9')).toEqual({ ok: true, value: false })
  })

  it('cancel one that has not ended, and no other', async () => {
    const { send, tasks } = setUp()
    tasks.run(anOrder(() => new Promise(() => {}))).catch(() => undefined)
    expect(await send('tasks:cancel', 't1')).toEqual({ ok: true, value: true })
    await tasks.idle()
    expect(await send('tasks:cancel', 't1')).toEqual({ ok: true, value: false })
  })

  it('refuse whatever is not the id of a task, and do nothing then', async () => {
    const { send, fail, tasks } = setUp()
    await fail()
    const before = tasks.list()
    const notAnId = fc.anything().filter((input) => typeof input !== 'string' || !/^t\d{1,9}$/.test(input))
    const withId = fc.constantFrom('tasks:get', 'tasks:cancel', 'tasks:retry')
    await fc.assert(
      fc.asyncProperty(withId, notAnId, async (name, input) => {
        expect(await send(name, input)).toMatchObject({ ok: false, error: { code: 'ipc/bad-input' } })
      }),
    )
    const something = fc.anything().filter((input) => input !== undefined)
    await fc.assert(
      fc.asyncProperty(fc.constantFrom('tasks:list', 'tasks:retryFailed'), something, async (name, input) => {
        expect(await send(name, input)).toMatchObject({ ok: false, error: { code: 'ipc/bad-input' } })
      }),
    )
    expect(tasks.list()).toEqual(before)
  })
})
