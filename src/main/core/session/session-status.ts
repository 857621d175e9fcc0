// When a session ran: started, was aborted by a red flag, finished. Read from its status topic.

import { MAX_STATUS_CHANGES } from './limits'
import { asRecord, textAt } from './patch'
import type { StreamMessage } from './stream'

export interface StatusChange {
  /** Session time, ms. */
  readonly timeMs: number
  /** `Inactive`, `Started`, `Aborted` (red flag), `Finished`, `Finalised`, `Ends`. */
  readonly status: string
}

/** The first `MAX_STATUS_CHANGES` changes of a topic whose payloads carry a `Status`: SessionStatus and TrackStatus. */
export function readStatusChanges(messages: readonly StreamMessage[]): readonly StatusChange[] {
  const changes = messages.flatMap(({ timeMs, payload }) => {
    const status = textAt(asRecord(payload), 'Status')
    return status === null ? [] : [{ timeMs, status }]
  })
  return changes.slice(0, MAX_STATUS_CHANGES)
}

/** When the session first started; null where the recording does not say. */
export function sessionStartMs(statuses: readonly StatusChange[]): number | null {
  return statuses.find(({ status }) => status === 'Started')?.timeMs ?? null
}

/** Every restart after a red flag. Races go from Aborted to Started directly, other sessions by way of Inactive. */
export function restartsMs(statuses: readonly StatusChange[]): readonly number[] {
  const restarts: number[] = []
  let isAborted = false
  for (const { timeMs, status } of statuses) {
    if (status === 'Aborted') isAborted = true
    if (status !== 'Started' || !isAborted) continue
    isAborted = false
    restarts.push(timeMs)
  }
  return restarts
}
