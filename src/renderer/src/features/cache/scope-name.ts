// What is cleared or pinned, in words.

import type { ClearScope } from '@contract/cache'
import { CACHE_WORDS } from '../../ui/words-cache'
import type { NameOf } from './cache-room'

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
