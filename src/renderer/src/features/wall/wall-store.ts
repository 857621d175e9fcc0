// The wall's list, kept up to date: asked for when a source is shown and again whenever the main process says that
// something else hangs there. No React: a test drives it with a client of its own.

import type { SourceKind } from '@contract/ids'
import type { WallItem } from '@contract/wall'
import { toReport, type GalleryClient } from '../../ipc/client'
import { WORDS } from '../../ui/words'
import { EMPTY_WALL, reduceWall, type WallEvent, type WallState } from './wall-state'

export interface WallStore {
  readonly getState: () => WallState
  readonly subscribe: (listener: () => void) => () => void
  /** Shows what hangs of this source; does nothing while it is the one on show. */
  show(source: SourceKind): Promise<void>
  /** Asks for older sculptures as well. */
  showMore(): Promise<void>
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
    const { source, limit } = state
    if (source === null) return
    const number = state.asked + 1
    dispatch({ type: 'list-asked', ask: number })
    try {
      const list = await client.call('wall:list', { source, limit })
      dispatch({ type: 'list-answered', ask: number, list: { ...list, items: list.items.map(named) } })
      // Something else was hung while this answer was under way.
      if (state.asked === number && pushedRevision > list.revision) await ask()
    } catch (error) {
      dispatch({ type: 'list-failed', ask: number, report: toReport(error) })
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
    async showMore() {
      dispatch({ type: 'more-wanted' })
      await ask()
    },
    retry: ask,
    close: unsubscribe,
  }
}

/** With its session in the page's language. */
function named(item: WallItem): WallItem {
  return { ...item, sessionName: WORDS.sessionName(item.id.session, item.sessionName) }
}
