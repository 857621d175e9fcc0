// What a run has done so far: its items and the summary, which is counted from them and from nothing else. Pure.

import type { RunReport, WarmItem, WarmItemState, WarmSummary } from '@contract/warming'

export interface RunLedger {
  readonly rounds: number
  readonly sessions: number
  /** By key, in the order of the plan. */
  readonly items: ReadonlyMap<string, WarmItem>
}

export const EMPTY_LEDGER: RunLedger = { rounds: 0, sessions: 0, items: new Map() }

/** @param replaced keys that these items take the place of, e.g. a session whose drivers have become known. */
export function withItems(
  ledger: RunLedger,
  items: readonly WarmItem[],
  replaced: readonly string[] = [],
): RunLedger {
  const all = new Map(ledger.items)
  const known = new Set(items.map(({ key }) => key))
  for (const key of replaced) if (!known.has(key)) all.delete(key)
  for (const item of items) all.set(item.key, item)
  return { ...ledger, items: all }
}

export function summaryOf(ledger: RunLedger, bytes: number, durationMs: number): WarmSummary {
  const count = (state: WarmItemState): number => {
    let found = 0
    for (const item of ledger.items.values()) if (item.state === state) found += 1
    return found
  }
  return {
    rounds: ledger.rounds,
    sessions: ledger.sessions,
    warmed: count('warmed'),
    alreadyWarm: count('already-warm'),
    skipped: count('skipped'),
    failed: count('failed'),
    bytes,
    durationMs: Math.round(durationMs),
  }
}

/** Failed only if nothing that was asked for is there. */
export function outcomeOf({ warmed, alreadyWarm, failed }: WarmSummary): RunReport['outcome'] {
  if (failed === 0) return 'complete'
  return warmed + alreadyWarm > 0 ? 'partly-failed' : 'failed'
}

/**
 * How long the rest will take, ms: as the part that is done compares with what was expected of it; before the first
 * session is done, as expected. Null where nothing is left to expect.
 */
export function remainingMs(
  expectedMs: { readonly done: number; readonly total: number },
  tookMs: number,
): number | null {
  const left = expectedMs.total - expectedMs.done
  if (left <= 0) return null
  return expectedMs.done <= 0 ? left : (left * tookMs) / expectedMs.done
}
