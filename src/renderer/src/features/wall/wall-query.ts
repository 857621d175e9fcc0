// What somebody looks for on the wall, and which sculptures answer to it. Pure.

import { SESSION_CODES, type SessionCode } from '@contract/ids'
import type { WallItem } from '@contract/wall'
import { foldedTerms, foldText } from './fold-text'

/** `newest` hangs by session, `fastest` by circuit, the others by what they are called after. */
export const WALL_SORTS = ['newest', 'fastest', 'driver', 'event'] as const
export type WallSort = (typeof WALL_SORTS)[number]

export interface WallQuery {
  /** As it was typed. */
  readonly text: string
  /** Null: any. */
  readonly season: number | null
  readonly event: string | null
  readonly session: SessionCode | null
  /** A code. */
  readonly driver: string | null
  readonly team: string | null
  readonly whose: 'all' | 'favourites'
  readonly sort: WallSort
}

export const WHOLE_WALL: WallQuery = {
  text: '',
  season: null,
  event: null,
  session: null,
  driver: null,
  team: null,
  whose: 'all',
  sort: 'newest',
}

/** What one of several is chosen of. */
export const FACETS = ['season', 'event', 'session', 'driver', 'team'] as const
export type Facet = (typeof FACETS)[number]

export interface FacetOption {
  /** As `WallQuery` holds it, as text. */
  readonly value: string
  readonly name: string
  /** How many answer to it and to all that is chosen elsewhere. */
  readonly count: number
}

type Part = Facet | 'text' | 'whose'

/** Whether anything is left out; an order leaves nothing out. */
export function isNarrow(query: WallQuery): boolean {
  const isChosen = FACETS.some((facet) => query[facet] !== null)
  return isChosen || query.whose !== 'all' || foldedTerms(query.text).length > 0
}

/** Those that answer to the query, in the order in which they came. @param favourites codes of drivers. */
export function answering(
  items: readonly WallItem[],
  query: WallQuery,
  favourites: readonly string[],
): readonly WallItem[] {
  if (!isNarrow(query)) return items
  const terms = foldedTerms(query.text)
  return items.filter((item) => misses(item, query, terms, favourites).length === 0)
}

/**
 * What each facet offers: all values there are of what is chosen elsewhere, with their counts, in reading order. What
 * is chosen is always among them, or it could not be seen.
 */
export function facetOptions(
  items: readonly WallItem[],
  query: WallQuery,
  favourites: readonly string[],
): Readonly<Record<Facet, readonly FacetOption[]>> {
  const terms = foldedTerms(query.text)
  const found: Record<Facet, Map<string, { readonly name: string; count: number }>> = {
    season: new Map(),
    event: new Map(),
    session: new Map(),
    driver: new Map(),
    team: new Map(),
  }
  for (const item of items) {
    const missed = misses(item, query, terms, favourites)
    for (const facet of FACETS) {
      const isCounted = missed.length === 0 || (missed.length === 1 && missed[0] === facet)
      const value = valueOf(item, facet)
      if (!isCounted && value !== chosenOf(query, facet)) continue
      const option = found[facet].get(value) ?? { name: nameOf(item, facet), count: 0 }
      if (isCounted) option.count++
      found[facet].set(value, option)
    }
  }
  const options = (facet: Facet): readonly FacetOption[] =>
    [...found[facet]]
      .map(([value, { name, count }]) => ({ value, name, count }))
      .sort((a, b) => byReading(facet, a, b))
  return {
    season: options('season'),
    event: options('event'),
    session: options('session'),
    driver: options('driver'),
    team: options('team'),
  }
}

/** The facets in which what hangs differs: of one season, or one team, there is nothing to choose. */
export function facetsOf(items: readonly WallItem[]): readonly Facet[] {
  return FACETS.filter((facet) => new Set(items.map((item) => valueOf(item, facet))).size > 1)
}

/** The query with a facet chosen. @param value one of its options', or null for any. */
export function choose(query: WallQuery, facet: Facet, value: string | null): WallQuery {
  if (facet === 'season') return { ...query, season: value === null ? null : Number(value) }
  if (facet === 'session') {
    const session = SESSION_CODES.find((code) => code === value) ?? null
    return { ...query, session }
  }
  return { ...query, [facet]: value }
}

/** As an option's value; null where any will do. */
export function chosenOf(query: WallQuery, facet: Facet): string | null {
  const value = query[facet]
  return value === null ? null : String(value)
}

/** Which parts of the query an item does not answer to. */
function misses(
  item: WallItem,
  query: WallQuery,
  terms: readonly string[],
  favourites: readonly string[],
): readonly Part[] {
  const missed: Part[] = FACETS.filter((facet) => {
    const chosen = chosenOf(query, facet)
    return chosen !== null && valueOf(item, facet) !== chosen
  })
  if (query.whose === 'favourites' && !favourites.includes(item.id.driver)) missed.push('whose')
  if (terms.length > 0) {
    const text = searchedText(item)
    if (!terms.every((term) => text.includes(term))) missed.push('text')
  }
  return missed
}

/** Folding a name takes longer than looking for one in it, and items stay the same from key to key. */
const searched = new WeakMap<WallItem, string>()

function searchedText(item: WallItem): string {
  const known = searched.get(item)
  if (known !== undefined) return known
  const { driverName, team, eventName, circuit, sessionName, id } = item
  const text = foldText(
    [driverName, id.driver, team, eventName, circuit, sessionName, String(id.season)].join('\n'),
  )
  searched.set(item, text)
  return text
}

function valueOf({ id, eventName, team }: WallItem, facet: Facet): string {
  switch (facet) {
    case 'season':
      return String(id.season)
    case 'event':
      return eventName
    case 'session':
      return id.session
    case 'driver':
      return id.driver
    case 'team':
      return team
  }
}

/** Drivers and sessions are told apart by codes and called by names. */
function nameOf(item: WallItem, facet: Facet): string {
  if (facet === 'driver') return item.driverName
  return facet === 'session' ? item.sessionName : valueOf(item, facet)
}

function byReading(facet: Facet, a: FacetOption, b: FacetOption): number {
  if (facet === 'season') return Number(b.value) - Number(a.value)
  if (facet === 'session') return orderOfSession(a.value) - orderOfSession(b.value)
  return byName(a.name, b.name)
}

function orderOfSession(code: string): number {
  return SESSION_CODES.findIndex((each) => each === code)
}

const collator = new Intl.Collator(undefined, { sensitivity: 'base', numeric: true })
export const byName = (a: string, b: string): number => collator.compare(a, b)
