// How often a piece of work is tried, and how long is waited in between. Pure.

import { ERROR_WORDS } from '@contract/errors'
import type { Urgency } from '@contract/tasks'
import { isAbort, toReport } from '../app-error'

export interface Attempts {
  /** 1 or more. */
  readonly max: number
  /** Waited before the second attempt, the third, and so on; the last one stands for all that follow. */
  readonly delaysMs: readonly number[]
}

/** Long enough for a new thread or a network that has just come back, short enough not to hold up a run. */
const WARMING_DELAY_MS = 2_000

/**
 * Of orders that do not say. A person who waits is told at once and can ask again: what passes by itself was tried
 * again within the request already (see `core/network/retry-policy`). The warming has nobody to ask.
 */
export const DEFAULT_ATTEMPTS: Readonly<Record<Urgency, Attempts>> = {
  interactive: { max: 1, delaysMs: [] },
  warming: { max: 2, delaysMs: [WARMING_DELAY_MS] },
  background: { max: 1, delaysMs: [] },
}

/** Whether asking again may help: not for what was cancelled, nor for what will stay as it is. */
export function isWorthAnother(error: unknown): boolean {
  return !isAbort(error) && ERROR_WORDS[toReport(error).code].retry !== 'never'
}

/** @param attempt the one that failed, 1 or more. */
export function delayAfter(attempt: number, { delaysMs }: Attempts): number {
  return delaysMs[attempt - 1] ?? delaysMs.at(-1) ?? 0
}
