// A rule of the schedule in words, by cronstrue. Loaded when first asked for: nothing of it is needed at the start.

import type { ClockChoice } from '@contract/appearance'
import type { Language } from '@contract/language'

export interface RuleReader {
  readonly clock: ClockChoice
  readonly language: Language
  /** BCP 47: whose habit the hours follow where the clock is the system's; the system's own where there is none. */
  readonly locale?: string
}

/**
 * @param rule one that `parseRule` accepts.
 * @returns `At 03:00, only on Monday`; null where the library has no words for it.
 */
export async function ruleInWords(rule: string, reader: RuleReader): Promise<string | null> {
  const { default: cronstrue } = await import('cronstrue/i18n')
  try {
    return cronstrue.toString(rule, {
      use24HourTimeFormat: is24Hour(reader),
      verbose: false,
      locale: reader.language,
    })
  } catch {
    // It throws texts for what it does not know; the rule itself is still there to be read.
    return null
  }
}

function is24Hour({ clock, locale }: RuleReader): boolean {
  if (clock !== 'system') return clock === 'h24'
  return new Intl.DateTimeFormat(locale, { hour: 'numeric' }).resolvedOptions().hour12 !== true
}
