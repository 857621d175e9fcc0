// What the page knows of the wall, and how each event changes it. Pure: no calls, no clock.

import type { ErrorReport } from '@contract/errors'
import type { SourceKind } from '@contract/ids'
import type { WallFilling, WallItem, WallList, WallStatus } from '@contract/wall'

/** How many sculptures are asked for at a time: one answer of all would hold the page up for longer than a frame. */
export const WALL_PAGE = 500

export interface WallState {
  /** Null until the gallery knows which source it shows. */
  readonly source: SourceKind | null
  /** Null until the first answer for this source. */
  readonly items: readonly WallItem[] | null
  readonly total: number
  /** Of the list that is here; null before it. */
  readonly revision: number | null
  readonly filling: WallFilling | null
  readonly trouble: ErrorReport | null
  /** Number of the newest question; older answers are dropped. */
  readonly asked: number
  readonly isAsking: boolean
}

export type WallEvent =
  | { readonly type: 'source-chosen'; readonly source: SourceKind }
  | { readonly type: 'list-asked'; readonly ask: number }
  /** The newest of many: something to look at while the rest is on its way. */
  | { readonly type: 'list-begun'; readonly ask: number; readonly list: WallList }
  /** All of it. */
  | { readonly type: 'list-answered'; readonly ask: number; readonly list: WallList }
  | { readonly type: 'list-failed'; readonly ask: number; readonly report: ErrorReport }
  | { readonly type: 'status-pushed'; readonly status: WallStatus }

export const EMPTY_WALL: WallState = {
  source: null,
  items: null,
  total: 0,
  revision: null,
  filling: null,
  trouble: null,
  asked: 0,
  isAsking: false,
}

export function reduceWall(state: WallState, event: WallEvent): WallState {
  switch (event.type) {
    case 'source-chosen':
      return event.source === state.source
        ? state
        : { ...EMPTY_WALL, source: event.source, asked: state.asked }
    case 'list-asked':
      return { ...state, asked: event.ask, isAsking: true }
    case 'list-begun':
      // What hangs there stays until all of its successor is here.
      return event.ask === state.asked && state.items === null
        ? { ...state, items: event.list.items, total: event.list.total }
        : state
    case 'list-answered': {
      const { total, revision, filling } = event.list
      if (event.ask !== state.asked) return state
      const items = withKnown(event.list.items, state.items ?? [])
      return { ...state, items, total, revision, filling, trouble: null, isAsking: false }
    }
    case 'list-failed':
      return event.ask === state.asked ? { ...state, trouble: event.report, isAsking: false } : state
    case 'status-pushed':
      // A push about the other source is late: the person has gone over.
      if (event.status.source !== state.source) return state
      return { ...state, filling: event.status.filling }
  }
}

/** Cards are drawn anew for items that are others, and every answer brings all of them: what has not changed stays. */
function withKnown(items: readonly WallItem[], known: readonly WallItem[]): readonly WallItem[] {
  const byKey = new Map(known.map((item) => [item.key, item]))
  return items.map((item) => {
    const before = byKey.get(item.key)
    return before !== undefined && isUnchanged(before, item) ? before : item
  })
}

function isUnchanged(a: WallItem, b: WallItem): boolean {
  return (
    a.madeAt === b.madeAt &&
    a.isStale === b.isStale &&
    a.lap === b.lap &&
    a.lapTimeMs === b.lapTimeMs &&
    a.id.source === b.id.source
  )
}
