import { describe, expect, it } from 'vitest'
import type { IpcMainInvokeEvent } from 'electron'
import type { Result } from '@contract/errors'
import { AppError } from '@main/core/app-error'
import type { Handlers } from '@main/ipc/answer'
import { CALL_CHANNEL, startRouter } from '@main/ipc/router'
import { silentLogger } from '../../helpers/silent-logger'

type Listener = (event: IpcMainInvokeEvent, message: unknown) => Promise<Result<unknown>>

function setUp(handlers: Partial<Handlers> | Promise<Handlers>, isTrusted = true) {
  let listener: Listener | null = null
  const ipcMain = {
    handle: (channel: string, heard: Listener) => {
      expect(channel).toBe(CALL_CHANNEL)
      listener = heard
    },
  }
  const logger = silentLogger()
  startRouter({
    ipcMain,
    handlers: Promise.resolve(handlers as Handlers),
    isTrusted: () => isTrusted,
    logger,
  })
  const event = { senderFrame: { url: 'https://evil.example/' } } as IpcMainInvokeEvent
  return { logger, send: (message: unknown) => listener!(event, message) }
}

describe('the router', () => {
  it('hands a valid call to its handler and its answer back', async () => {
    const { send } = setUp({ 'tasks:cancel': (id) => id === 't1' })
    expect(await send({ name: 'tasks:cancel', input: 't1' })).toEqual({ ok: true, value: true })
  })

  it('lets calls wait for what answers them, and tells each of a start that came to nothing', async () => {
    let bring: (handlers: Handlers) => void = () => {}
    const early = setUp(new Promise<Handlers>((resolve) => (bring = resolve)))
    const waiting = early.send({ name: 'tasks:list' })
    bring({ 'tasks:list': () => [] } as unknown as Handlers)
    expect(await waiting).toEqual({ ok: true, value: [] })
    const stopped = setUp(Promise.reject(new AppError('task/cancelled', 'the gallery')))
    expect(await stopped.send({ name: 'tasks:list' })).toMatchObject({ error: { code: 'task/cancelled' } })
  })

  it('refuses a stranger before there is anything to answer', async () => {
    const { send } = setUp(new Promise<Handlers>(() => {}), false)
    expect(await send({ name: 'tasks:list' })).toMatchObject({ error: { code: 'ipc/untrusted-sender' } })
  })

  it('answers a stranger with an error, not with nothing, and does not call the handler', async () => {
    let called = false
    const { send } = setUp({ 'tasks:list': () => ((called = true), []) }, false)
    expect(await send({ name: 'tasks:list' })).toMatchObject({
      ok: false,
      error: { code: 'ipc/untrusted-sender', message: expect.stringContaining('evil.example') as string },
    })
    expect(called).toBe(false)
  })

  it.each([
    ['a call that does not exist', { name: 'shell:run', input: 'rm' }],
    ['an inherited name', { name: 'toString', input: undefined }],
    ['no name', { input: 1 }],
    ['no object', 'tasks:list'],
    ['nothing', undefined],
    [
      'a session that cannot be',
      { name: 'sessions:open', input: { source: 'archive', season: 1900, round: 1, session: 'Q' } },
    ],
    [
      'a path in the place of a driver',
      {
        name: 'sculptures:open',
        input: { source: 'archive', season: 2025, round: 1, session: 'Q', driver: '../x', lap: 'fastest' },
      },
    ],
    [
      'fields that nobody asked for',
      {
        name: 'sessions:open',
        input: { source: 'demo', season: 2025, round: 1, session: 'Q', path: '/etc' },
      },
    ],
    [
      'a clearing of nobody knows what',
      { name: 'cache:clear', input: { source: 'demo', scope: { kind: 'everything' } } },
    ],
    [
      'a pin on what cannot be pinned',
      { name: 'cache:pin', input: { source: 'demo', scope: { kind: 'all' } } },
    ],
    ['input where none belongs', { name: 'tasks:list', input: 'all' }],
  ])('refuses %s', async (_what, message) => {
    const { send } = setUp({})
    expect(await send(message)).toMatchObject({ ok: false, error: { code: 'ipc/bad-input' } })
  })

  it('hands on expected trouble with its code, words and a number that finds it in the log', async () => {
    const { send } = setUp({
      'cache:getStatus': () => Promise.reject(new AppError('cache/unwritable', '/somewhere')),
    })
    expect(await send({ name: 'cache:getStatus', input: { source: 'demo' } })).toMatchObject({
      ok: false,
      error: { code: 'cache/unwritable', retry: 'later', correlationId: expect.any(String) as string },
    })
  })

  it('keeps the stack of a bug in the log and out of the answer', async () => {
    const { send, logger } = setUp({
      'tasks:list': () => {
        throw new TypeError('undefined is not a lap')
      },
    })
    const answer = await send({ name: 'tasks:list' })
    expect(answer).toMatchObject({ ok: false, error: { code: 'internal/bug' } })
    expect(JSON.stringify(answer)).not.toMatch(/router\.test/)
    expect(logger.lines.map((line) => line.level)).toEqual(['error'])
  })
})
