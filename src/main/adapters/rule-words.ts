// A rule of the schedule in words, by cronstrue. Loaded when first asked for: nothing of it is needed at the start.

import type { ClockChoice } from '@contract/appearance'

/**
 * @param rule one that `parseRule` accepts.
 * @returns `At 03:00, only on Monday`; null where the library has no words for it.
 */
export async function ruleInWords(rule: string, clock: ClockChoice): Promise<string | null> {
  const { default: cronstrue } = await import('cronstrue')
  try {
    return cronstrue.toString(rule, { use24HourTimeFormat: is24Hour(clock), verbose: false })
  } catch {
    // It throws texts for what it does not know; the rule itself is still there to be read.
    return null
  }
}

function is24Hour(clock: ClockChoice): boolean {
  if (clock !== 'system') return clock === 'h24'
  return new Intl.DateTimeFormat(undefined, { hour: 'numeric' }).resolvedOptions().hour12 !== true
}
