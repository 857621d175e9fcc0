import { afterAll, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Bridge } from '@contract/bridge'
import { PAGE_CALLS } from '@contract/calls'
import { PUSH_NAMES } from '@contract/pushes'

const electron = vi.hoisted(() => ({
  exposed: new Map<string, unknown>(),
  invoked: [] as unknown[][],
  listeners: new Map<string, Set<(...values: unknown[]) => void>>(),
}))

// What was loaded with this Electron is nothing for other files, which share the process.
afterAll(() => void vi.resetModules())

vi.mock('electron', () => ({
  contextBridge: {
    exposeInMainWorld: (key: string, value: unknown) => electron.exposed.set(key, value),
  },
  ipcRenderer: {
    invoke: (...message: unknown[]) => {
      electron.invoked.push(message)
      return Promise.resolve({ ok: true, value: 'answered' })
    },
    on: (channel: string, listener: () => void) => {
      const all = electron.listeners.get(channel) ?? new Set()
      electron.listeners.set(channel, all.add(listener))
    },
    off: (channel: string, listener: () => void) => electron.listeners.get(channel)?.delete(listener),
  },
}))

function push(name: string, value: unknown): void {
  for (const listener of electron.listeners.get('gallery:push') ?? [])
    listener({ sender: 'secret' }, { name, value })
}

async function bridge(): Promise<Bridge> {
  await import('../../../src/preload/index')
  return electron.exposed.get('api') as Bridge
}

beforeEach(() => {
  electron.invoked.length = 0
  electron.listeners.clear()
})

describe('the preload', () => {
  it('exposes one thing, with two functions', async () => {
    expect(Object.keys(await bridge()).toSorted()).toEqual(['call', 'subscribe'])
    expect([...electron.exposed.keys()]).toEqual(['api'])
  })

  it.each(PAGE_CALLS)('passes %s on, in the one envelope on the one channel', async (name) => {
    const api = await bridge()
    await expect(api.call(name, 'input')).resolves.toEqual({ ok: true, value: 'answered' })
    expect(electron.invoked).toEqual([['gallery:call', { name, input: 'input' }]])
  })

  it.each(['shell:openExternal', '__proto__', 'constructor', ''])(
    'answers %j itself, as bad input, and lets nothing out',
    async (name) => {
      const api = await bridge()
      const answer = await api.call(name as never, undefined as never)
      expect(answer).toMatchObject({ ok: false, error: { code: 'ipc/bad-input' } })
      expect(electron.invoked).toEqual([])
    },
  )

  it.each(PUSH_NAMES)(
    'hands over the value of %s without the Electron event, until unsubscribed',
    async (name) => {
      const api = await bridge()
      const received: unknown[][] = []
      const unsubscribe = api.subscribe(name, (...values: unknown[]) => received.push(values))
      push(name, 'news')
      push('something:else', 'noise')
      unsubscribe()
      push(name, 'too late')
      expect(received).toEqual([['news']])
      expect(electron.listeners.get('gallery:push')?.size).toBe(0)
    },
  )

  it('refuses to subscribe to what is not in the contract', async () => {
    const api = await bridge()
    expect(() => api.subscribe('app:quit' as never, () => undefined)).toThrow(TypeError)
    expect(electron.listeners.size).toBe(0)
  })
})
