// Which trouble lies on the way to the archive: asking something that is here, or simulated, gets round it. Pure.

import type { ErrorCode } from '@contract/errors'

const OUT_OF_REACH: ReadonlySet<ErrorCode> = new Set([
  'source/offline',
  'source/unreachable',
  'source/rate-limited',
  'task/timed-out',
])

export function isOutOfReach(code: ErrorCode): boolean {
  return OUT_OF_REACH.has(code)
}
