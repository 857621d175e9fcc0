// What somebody looks for on the wall. Kept for the page that takes this one's place after a crash; a new start of the
// application shows the whole wall.

import { SESSION_CODES } from '@contract/ids'
import { createValue, type ChangeableValue } from '../../ui/value'
import { WALL_SORTS, WHOLE_WALL, type WallQuery } from './wall-query'

/** What is used of sessionStorage. */
type Drawer = Pick<Storage, 'getItem' | 'setItem'>

const KEPT_AS = 'wall query'

export function createQueryStore(drawer: Drawer): ChangeableValue<WallQuery> {
  const query = createValue(readQuery(drawer.getItem(KEPT_AS)))
  query.subscribe(() => {
    try {
      drawer.setItem(KEPT_AS, JSON.stringify(query.get()))
    } catch {
      // QuotaExceededError: the next page begins with the whole wall.
    }
  })
  return query
}

/** @returns the whole wall for anything that is no query: another version may have written it. */
export function readQuery(text: string | null): WallQuery {
  try {
    const kept: unknown = JSON.parse(text ?? 'null')
    return isQuery(kept) ? kept : WHOLE_WALL
  } catch {
    // SyntaxError: not ours.
    return WHOLE_WALL
  }
}

function isQuery(kept: unknown): kept is WallQuery {
  if (typeof kept !== 'object' || kept === null) return false
  const known = kept as Readonly<Record<keyof WallQuery, unknown>>
  const isTextOrNull = (value: unknown): boolean => value === null || typeof value === 'string'
  return (
    typeof known.text === 'string' &&
    (known.season === null || Number.isInteger(known.season)) &&
    isTextOrNull(known.event) &&
    (known.session === null || SESSION_CODES.some((code) => code === known.session)) &&
    isTextOrNull(known.driver) &&
    isTextOrNull(known.team) &&
    (known.whose === 'all' || known.whose === 'favourites') &&
    WALL_SORTS.some((sort) => sort === known.sort)
  )
}
