// How the sculptures are hung: one group a session, its fastest lap large, so many of the others as fill the rows.
// Pure.

import { sessionKey } from '@contract/ids'
import { FIRST_HANG, type WallItem } from '@contract/wall'

export interface WallGroup {
  readonly key: string
  readonly eventName: string
  readonly sessionName: string
  readonly season: number
  /** Epoch ms, UTC. */
  readonly sessionAt: number
  readonly items: readonly WallItem[]
}

/** @param items in the order of the wall: those of one session stand together. */
export function groupWall(items: readonly WallItem[]): readonly WallGroup[] {
  const groups = new Map<string, WallItem[]>()
  for (const item of items) {
    const key = sessionKey(item.id)
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [item])
    else group.push(item)
  }
  return [...groups].map(([key, members]) => {
    const { eventName, sessionName, sessionAt, id } = members[0]!
    return { key, eventName, sessionName, sessionAt, season: id.season, items: members }
  })
}

/** Narrowest a card gets, the space between cards, and the most columns, in rem and as wall.css draws them. */
const CARD_REM = 15.5
const GAP_REM = 1.6
const MOST_COLUMNS = 6

/** @param widthRem what the hang has for itself. */
export function columnsFor(widthRem: number): number {
  const fitting = Math.floor((widthRem + GAP_REM) / (CARD_REM + GAP_REM))
  return Math.min(MOST_COLUMNS, Math.max(1, fitting))
}

/**
 * How many cards of a group are hung before it is unfolded: full rows beside and under the large first one, which
 * takes two columns and, from three columns on, two rows.
 * @param place of the group on the wall: the first shows a first hang at least.
 */
export function cardsShown(columns: number, place: 'first' | 'later'): number {
  const block = columns >= 3 ? 1 + (columns - 2) * 2 : 3
  if (place === 'later') return block
  const rowsMore = Math.ceil(Math.max(0, FIRST_HANG - block) / columns)
  return block + rowsMore * columns
}
