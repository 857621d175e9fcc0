// The cache of the source on show, kept up to date, and everything that can be done to it. What frees or moves something
// is planned first, shown, and done when the person agrees. No React: a test drives it with a client of its own.

import type { ClearScope, PinScope } from '@contract/cache'
import type { SourceKind } from '@contract/ids'
import type { TaskId, TaskSnapshot } from '@contract/tasks'
import { toReport, type GalleryClient } from '../../ipc/client'
import { createValue, type Value } from '../../ui/value'
import { UNKNOWN_CACHE, type CacheSettings, type CacheState } from './cache-state'

/** While laps are warmed the cache changes ten times a second; a list of all entries is read this often. */
const USAGE_PAUSE_MS = 700

export interface CacheStore {
  readonly state: Value<CacheState>
  /** Shows the cache of this source; does nothing while it is the one on show. */
  show(source: SourceKind): Promise<void>
  /** The room is visited: from now on what uses the space is known too. */
  enter(): Promise<void>
  leave(): void
  /** Asks the person, with the size that would be freed. */
  planClear(scope: ClearScope): Promise<void>
  pin(scope: PinScope): Promise<void>
  unpin(scope: PinScope): Promise<void>
  /** The system's dialog, and then what moving there would come to. */
  chooseFolder(): Promise<void>
  /** Does what the person is being asked. */
  agree(): Promise<void>
  /** The person thought better of it. */
  decline(): void
  returnToUsualFolder(): Promise<void>
  cancelMove(): Promise<void>
  showFolder(): Promise<void>
  saveSettings(settings: CacheSettings): Promise<void>
  closeOutcome(): void
  /** Ends the subscriptions to the main process. */
  close(): void
}

interface CacheStoreParts {
  readonly client: GalleryClient
  readonly pause: (ms: number) => Promise<void>
}

export function createCacheStore({ client, pause }: CacheStoreParts): CacheStore {
  const state = createValue(UNKNOWN_CACHE)
  const room = { isVisited: false }
  /** What uses the space has changed since it was asked for; null: nobody is asking. */
  let hasChanged: boolean | null = null
  /** The move that was begun from here. */
  let moveId: TaskId | null = null

  const change = (part: Partial<CacheState>): void => state.change((known) => ({ ...known, ...part }))
  const attempt = async (work: () => Promise<Partial<CacheState> | null>): Promise<void> => {
    try {
      const part = await work()
      if (part !== null) change(part)
    } catch (error) {
      change({ asking: null, outcome: { kind: 'failed', report: toReport(error) } })
    }
  }

  const readStatus = async (): Promise<void> => {
    const { source } = state.get()
    if (source === null) return
    const status = await client.call('cache:getStatus', { source })
    // A push that overtook it is newer.
    if (state.get().source === source && state.get().status === null) change({ status })
  }
  const readUsageOnce = async (): Promise<void> => {
    const { source } = state.get()
    if (source === null) return
    const usage = await client.call('cache:getUsage', { source })
    if (state.get().source === source) change({ usage })
  }
  const readUsage = async (): Promise<void> => {
    if (hasChanged !== null) {
      hasChanged = true
      return
    }
    try {
      do {
        hasChanged = false
        await readUsageOnce()
        await pause(USAGE_PAUSE_MS)
      } while (hasChanged && room.isVisited)
    } finally {
      hasChanged = null
    }
  }
  const refresh = (): Promise<void> =>
    attempt(async () => {
      await readUsage()
      return null
    })
  const readFolder = async (): Promise<void> => change({ folder: await client.call('cache:getFolder') })

  const followMove = (tasks: readonly TaskSnapshot[]): void => {
    const move = tasks.findLast(({ kind }) => kind === 'move-cache')
    if (move === undefined) return
    if (move.finishedAt === null) {
      moveId = move.id
      change({ move })
      return
    }
    if (move.id !== moveId) return
    moveId = null
    change({ move: null })
    void attempt(async () => {
      await readFolder()
      if (move.error !== null && move.state === 'failed')
        return { outcome: { kind: 'failed', report: move.error } }
      if (move.state === 'cancelled') return { outcome: { kind: 'move-cancelled' } }
      return { outcome: { kind: 'moved', folder: state.get().folder?.path ?? '' } }
    })
  }

  const subscriptions = [
    client.subscribe('cache:changed', ({ source, status }) => {
      if (source !== state.get().source) return
      change({ status })
      if (room.isVisited) void refresh()
    }),
    client.subscribe('tasks:changed', followMove),
    client.subscribe('settings:changed', ({ cache }) => {
      if (state.get().settings !== null) change({ settings: cache })
    }),
  ]

  return {
    state,
    async show(source) {
      if (source === state.get().source) return
      change({ source, status: null, usage: null, asking: null, outcome: null })
      await attempt(async () => {
        await readStatus()
        return null
      })
      if (room.isVisited) await refresh()
    },
    async enter() {
      room.isVisited = true
      change({ outcome: null })
      await attempt(async () => {
        await readFolder()
        if (state.get().settings === null) change({ settings: (await client.call('settings:get')).cache })
        followMove(await client.call('tasks:list'))
        return null
      })
      await refresh()
    },
    leave() {
      room.isVisited = false
      change({ asking: null })
    },
    planClear: (scope) =>
      attempt(async () => {
        const { source } = state.get()
        if (source === null) return null
        const clearing = await client.call('cache:planClear', { source, scope })
        return { asking: { kind: 'clear', scope, clearing }, outcome: null }
      }),
    pin: (scope) =>
      attempt(async () => {
        const { source } = state.get()
        if (source === null) return null
        await client.call('cache:pin', { source, scope })
        await readUsageOnce()
        return { outcome: { kind: 'pinned', scope } }
      }),
    unpin: (scope) =>
      attempt(async () => {
        const { source } = state.get()
        if (source === null) return null
        await client.call('cache:unpin', { source, scope })
        await readUsageOnce()
        return { outcome: { kind: 'unpinned', scope } }
      }),
    chooseFolder: () =>
      attempt(async () => {
        const chosen = await client.call('cache:chooseFolder')
        return chosen === null ? null : { asking: { kind: 'move', chosen }, outcome: null }
      }),
    agree: () =>
      attempt(async () => {
        const { asking, source } = state.get()
        if (asking === null || source === null) return null
        change({ asking: null })
        if (asking.kind === 'move') {
          moveId = await client.call('cache:moveTo', asking.chosen.token)
          return null
        }
        const clearing = await client.call('cache:clear', { source, scope: asking.scope })
        await readUsageOnce()
        return { outcome: { kind: 'cleared', clearing } }
      }),
    decline: () => change({ asking: null }),
    returnToUsualFolder: () =>
      attempt(async () => {
        moveId = await client.call('cache:useUsualFolder')
        if (moveId !== null) return null
        await readFolder()
        await readUsageOnce()
        return { outcome: { kind: 'moved', folder: state.get().folder?.path ?? '' } }
      }),
    cancelMove: () =>
      attempt(async () => {
        const { move } = state.get()
        if (move !== null) await client.call('tasks:cancel', move.id)
        return null
      }),
    showFolder: () =>
      attempt(async () => {
        await client.call('cache:showFolder')
        return null
      }),
    saveSettings: (settings) =>
      attempt(async () => {
        const { cache } = await client.call('settings:change', { cache: settings })
        return { settings: cache, outcome: { kind: 'settings-saved' } }
      }),
    closeOutcome: () => change({ outcome: null }),
    close() {
      for (const unsubscribe of subscriptions) unsubscribe()
    },
  }
}
