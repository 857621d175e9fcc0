// The settings as views see and change them. A rule that cannot be understood is refused before anything is stored.

import { languageOf } from '@contract/language'
import type { MendedSettings, Settings, ShownSettings } from '@contract/settings'
import { nextRuns, parseRule } from '../core/warming/cron-rule'
import { ruleInWords } from '../adapters/rule-words'
import type { SettingsHandlers } from '../ipc/settings-handlers'
import { desktopLocale } from './desktop-locale'

/** What is used of electron-store. */
export interface SettingsStore {
  get<K extends keyof Settings>(name: K): Settings[K]
  set(change: Partial<Settings>): void
}

export type SettingsDesk = Pick<SettingsHandlers, 'get' | 'change' | 'takeMended' | 'previewRule'>

export interface SettingsDeskOptions {
  readonly store: SettingsStore
  /** What of the file could not be read at this start. */
  readonly mended: MendedSettings | null
  /** Epoch ms. */
  readonly now: () => number
  /** Told after every change what was changed. */
  readonly onChange: (change: Partial<ShownSettings>) => void
}

/** As many as anybody reads. */
const RUNS_PREVIEWED = 5

export function createSettingsDesk({ store, mended, now, onChange }: SettingsDeskOptions): SettingsDesk {
  let untold = mended
  const get = (): ShownSettings => shownSettings((name) => store.get(name))
  return {
    get,
    change: (change) => {
      if (change.schedule !== undefined) parseRule(change.schedule.rule, change.schedule.zone)
      store.set(toStore(change, store.get('cache').folder))
      onChange(change)
      return get()
    },
    takeMended: () => {
      const told = untold
      untold = null
      return told
    },
    previewRule: async ({ rule, zone, clock }) => {
      const parsed = parseRule(rule, zone)
      const locale = desktopLocale()
      const words = await ruleInWords(rule.trim(), { clock, locale, language: languageOf(locale) })
      return { words, next: nextRuns(parsed, now(), RUNS_PREVIEWED) }
    },
  }
}

/** A change as it is stored. @param folder of the cache, which no such change knows and none may lose. */
export function toStore(
  { cache, ...rest }: Partial<ShownSettings>,
  folder: Settings['cache']['folder'],
): Partial<Settings> {
  return { ...rest, ...(cache && { cache: { ...cache, folder } }) }
}

export function shownSettings(get: <K extends keyof Settings>(name: K) => Settings[K]): ShownSettings {
  const { folder: _, ...cache } = get('cache')
  return {
    source: get('source'),
    strategy: get('strategy'),
    schedule: get('schedule'),
    alertAfterMs: get('alertAfterMs'),
    cache,
    desktop: get('desktop'),
    appearance: get('appearance'),
    accessibility: get('accessibility'),
    isSpoilerFree: get('isSpoilerFree'),
    revealed: get('revealed'),
  }
}
