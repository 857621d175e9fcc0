// What is cleared or pinned, in words. Pure.

import type { ClearScope, SessionUsage } from '@contract/cache'
import { sessionKey } from '@contract/ids'
import { CACHE_WORDS } from '../../ui/words'

/** A season's session, in words. */
export type NameOf = (season: number, session: Pick<SessionUsage, 'round' | 'session'>) => string

/** @param names by `sessionKey`; what is not among them is named by its round. */
export function sessionNames(names: ReadonlyMap<string, string>): NameOf {
  return (season, { round, session }) =>
    names.get(sessionKey({ season, round, session })) ?? CACHE_WORDS.round(round, session)
}

export function scopeName(scope: ClearScope, nameOf: NameOf): string {
  switch (scope.kind) {
    case 'season':
      return String(scope.season)
    case 'session':
      return CACHE_WORDS.picture.ofSession(String(scope.season), nameOf(scope.season, scope))
    case 'key':
      return scope.key
    case 'all':
    case 'sculptures':
    case 'sessions':
    case 'raw':
      return CACHE_WORDS.clear.subject[scope.kind]
  }
}
