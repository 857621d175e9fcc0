// The wall's list, kept up to date: asked for when a source is shown and again whenever the main process says that
// something else hangs there. No React: a test drives it with a client of its own.

import type { SourceKind } from '@contract/ids'
import { WALL_LIMIT, type WallItem, type WallList } from '@contract/wall'
import { toReport, type GalleryClient } from '../../ipc/client'
import { namedItem } from './named-item'
import { EMPTY_WALL, reduceWall, WALL_PAGE, type WallEvent, type WallState } from './wall-state'

export interface WallStore {
  readonly getState: () => WallState
  readonly subscribe: (listener: () => void) => () => void
  /** Shows what hangs of this source; does nothing while it is the one on show. */
  show(source: SourceKind): Promise<void>
  retry(): Promise<void>
  /** Ends the subscription to the main process. */
  close(): void
}

export function createWallStore(client: GalleryClient): WallStore {
  let state = EMPTY_WALL
  /** The newest revision the main process has spoken of, for the source on show. */
  let pushedRevision = -1
  const listeners = new Set<() => void>()

  const dispatch = (event: WallEvent): void => {
    const next = reduceWall(state, event)
    if (next === state) return
    state = next
    for (const listener of listeners) listener()
  }

  const ask = async (): Promise<void> => {
    const { source } = state
    if (source === null) return
    const number = state.asked + 1
    dispatch({ type: 'list-asked', ask: number })
    try {
      const list = await readAll(source, number)
      if (list === null) return
      dispatch({ type: 'list-answered', ask: number, list: { ...list, items: list.items.map(namedItem) } })
      // Something else was hung while this answer was under way.
      if (state.asked === number && pushedRevision > list.revision) await ask()
    } catch (error) {
      dispatch({ type: 'list-failed', ask: number, report: toReport(error) })
    }
  }

  /**
   * Part after part. What is hung meanwhile moves what comes after it, so a sculpture may come twice or not at all; the
   * revision of the first part tells that the whole has to be asked for again.
   * @returns null when another question has been asked meanwhile.
   */
  const readAll = async (source: SourceKind, number: number): Promise<WallList | null> => {
    const items = new Map<string, WallItem>()
    let first: WallList | null = null
    for (let from = 0; ; from += WALL_PAGE) {
      const list = await client.call('wall:list', { source, from, limit: WALL_PAGE })
      if (state.asked !== number) return null
      for (const item of list.items) items.set(item.key, item)
      const isLast = from + WALL_PAGE >= Math.min(list.total, WALL_LIMIT)
      if (first === null && !isLast) dispatch({ type: 'list-begun', ask: number, list })
      first ??= list
      if (isLast) return { ...first, items: [...items.values()] }
    }
  }

  const unsubscribe = client.subscribe('wall:changed', (status) => {
    if (status.source !== state.source) return
    pushedRevision = status.revision
    dispatch({ type: 'status-pushed', status })
    if (!state.isAsking && status.revision !== state.revision) void ask()
  })

  return {
    getState: () => state,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    async show(source) {
      if (source === state.source) return
      pushedRevision = -1
      dispatch({ type: 'source-chosen', source })
      await ask()
    },
    retry: ask,
    close: unsubscribe,
  }
}
