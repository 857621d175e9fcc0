// Who goes first.

import type { Urgency } from '@contract/tasks'

/** Larger goes first; only the order matters. A click overtakes the warming, the warming what nobody asked for. */
export const PRIORITY: Readonly<Record<Urgency, number>> = { interactive: 20, warming: 10, background: 0 }

export function isMoreUrgent(urgency: Urgency, than: Urgency): boolean {
  return PRIORITY[urgency] > PRIORITY[than]
}
