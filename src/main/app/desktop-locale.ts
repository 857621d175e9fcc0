// The locale of the main process: one for the whole application, as the tray, the menu and the page speak alike. Set at
// the start and when the setting changes; whatever is said asks for it at that moment.

import { FALLBACK_LOCALE } from '@contract/language'

interface Formats {
  readonly number: Intl.NumberFormat
  readonly percent: Intl.NumberFormat
  readonly when: Intl.DateTimeFormat
  readonly plurals: Intl.PluralRules
}

let chosen: string = FALLBACK_LOCALE
/** Made when something is said: that takes some 20 ms, which a command that prints numbers need not wait for. */
let made: Formats | null = null

export function desktopLocale(): string {
  return chosen
}

/** @param locale as `chooseLocale` returns it. */
export function setDesktopLocale(locale: string): void {
  chosen = locale
  made = null
}

function formats(): Formats {
  made ??= formatsOf(chosen)
  return made
}

export function number(value: number): string {
  return formats().number.format(value)
}

/** `1 lap`, `1,204 laps`. */
export function counted(value: number, one: string, many: string): string {
  return `${number(value)} ${plural(value, one, many)}`
}

/** Where the whole text differs with the number. */
export function plural(value: number, one: string, many: string): string {
  return formats().plurals.select(value) === 'one' ? one : many
}

/** @param ratio 0..1; rounded down, so that 100 % is said of nothing unfinished. */
export function percent(ratio: number): string {
  return formats().percent.format(Math.floor(ratio * 100) / 100)
}

/** Day and time of an instant, epoch ms. */
export function when(at: number): string {
  return formats().when.format(at)
}

function formatsOf(locale: string): Formats {
  return {
    number: new Intl.NumberFormat(locale),
    plurals: new Intl.PluralRules(locale),
    percent: new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 }),
    when: new Intl.DateTimeFormat(locale, {
      weekday: 'short',
      day: 'numeric',
      month: 'short',
      hour: '2-digit',
      minute: '2-digit',
    }),
  }
}
