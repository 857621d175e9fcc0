// Whether two names are of one session. Pure.

import { sessionKey, type SessionId } from '@contract/ids'

export function isSameSession(a: SessionId, b: SessionId): boolean {
  return a.source === b.source && sessionKey(a) === sessionKey(b)
}
