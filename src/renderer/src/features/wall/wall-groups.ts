// How the sculptures are hung: in groups, the first of each large, so many of the others as fill the rows. Pure.

import { sessionKey } from '@contract/ids'
import { FIRST_HANG, type WallItem } from '@contract/wall'
import { isVeiled } from '../../ui/told-time'
import { byName, type WallSort } from './wall-query'

/** What the sculptures of a group have in common. */
export type GroupSubject =
  | {
      readonly kind: 'session'
      readonly eventName: string
      readonly sessionName: string
      /** Epoch ms, UTC. */
      readonly sessionAt: number
    }
  | { readonly kind: 'season'; readonly season: number }
  | { readonly kind: 'driver'; readonly driverName: string; readonly team: string }
  | { readonly kind: 'event'; readonly eventName: string }
  /** The fastest lap first. */
  | { readonly kind: 'circuit'; readonly circuit: string }

export interface WallGroup {
  readonly key: string
  readonly subject: GroupSubject
  readonly items: readonly WallItem[]
}

/** With fewer than so many of a session the wall would be mostly headings. */
const LEAST_MEAN_GROUP = 2

/** @param items in the order of the wall: newest session first, in it the fastest lap. */
export function groupWall(items: readonly WallItem[], sort: WallSort): readonly WallGroup[] {
  switch (sort) {
    case 'newest': {
      const sessions = gather(items, (item) => sessionKey(item.id), sessionOf)
      // One driver all through the years: one group a year, not one card a heading.
      return items.length < LEAST_MEAN_GROUP * sessions.length
        ? gather(
            items,
            ({ id }) => `season ${id.season}`,
            ({ id }) => ({ kind: 'season', season: id.season }),
          )
        : sessions
    }
    case 'driver':
      return gather(
        items,
        ({ id }) => `driver ${id.driver}`,
        ({ driverName, team }) => ({ kind: 'driver', driverName, team }),
      ).toSorted(byTitle)
    case 'event':
      return gather(
        items,
        ({ eventName }) => `event ${eventName}`,
        ({ eventName }) => ({ kind: 'event', eventName }),
      ).toSorted(byTitle)
    case 'fastest':
      return gather(
        items,
        (item) => `circuit ${circuitOf(item)}`,
        (item) => ({ kind: 'circuit', circuit: circuitOf(item) }),
      )
        .map((group) => ({ ...group, items: group.items.toSorted(byLapTime) }))
        .toSorted(byTitle)
  }
}

/** Labels of older entries do not name the circuit; their event stands for it. */
function circuitOf({ circuit, eventName }: WallItem): string {
  return circuit === '' ? eventName : circuit
}

function sessionOf({ eventName, sessionName, sessionAt }: WallItem): GroupSubject {
  return { kind: 'session', eventName, sessionName, sessionAt }
}

function gather(
  items: readonly WallItem[],
  keyOf: (item: WallItem) => string,
  subjectOf: (item: WallItem) => GroupSubject,
): readonly WallGroup[] {
  const groups = new Map<string, WallItem[]>()
  for (const item of items) {
    const key = keyOf(item)
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [item])
    else group.push(item)
  }
  return [...groups].map(([key, members]) => ({ key, subject: subjectOf(members[0]!), items: members }))
}

/** What a group is called after. */
function titleOf(subject: GroupSubject): string {
  switch (subject.kind) {
    case 'session':
    case 'event':
      return subject.eventName
    case 'season':
      return String(subject.season)
    case 'driver':
      return subject.driverName
    case 'circuit':
      return subject.circuit
  }
}

function byTitle(a: WallGroup, b: WallGroup): number {
  return byName(titleOf(a.subject), titleOf(b.subject))
}

function byLapTime(a: WallItem, b: WallItem): number {
  return placingMs(a) - placingMs(b) || 0
}

/** What has no time, or a hidden one, hangs after what has one, in the order in which it came. */
function placingMs({ lapTimeMs }: WallItem): number {
  return lapTimeMs === null || isVeiled(lapTimeMs) ? Number.POSITIVE_INFINITY : lapTimeMs
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

/** Cards of a group's first block: the large one, which takes two columns and, from three on, two rows, and those beside it. */
export function blockOf(columns: number): number {
  return columns >= 3 ? 1 + (columns - 2) * 2 : 1
}

/**
 * How many cards of a group are hung before it is unfolded: full rows beside and under the large first one.
 * @param place of the group on the wall: the first shows a first hang at least.
 */
export function cardsShown(columns: number, place: 'first' | 'later'): number {
  const block = columns >= 3 ? blockOf(columns) : 3
  if (place === 'later') return block
  const rowsMore = Math.ceil(Math.max(0, FIRST_HANG - block) / columns)
  return block + rowsMore * columns
}
