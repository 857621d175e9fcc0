// The settings as views see and change them. A rule that cannot be understood is refused before anything is stored.

import type { OpenSettings, Settings } from '@contract/settings'
import { parseRule } from '../core/warming/cron-rule'
import type { SettingsHandlers } from '../ipc/handlers'

/** What is used of electron-store. */
export interface SettingsStore {
  get<K extends keyof Settings>(name: K): Settings[K]
  set(change: Partial<Settings>): void
}

export type SettingsDesk = SettingsHandlers

/** @param onChange told after every change what was changed. */
export function createSettingsDesk(
  store: SettingsStore,
  onChange: (change: Partial<OpenSettings>) => void,
): SettingsDesk {
  const get = (): OpenSettings => {
    const { folder: _, ...cache } = store.get('cache')
    return {
      strategy: store.get('strategy'),
      schedule: store.get('schedule'),
      alertAfterMs: store.get('alertAfterMs'),
      desktop: store.get('desktop'),
      cache,
    }
  }
  return {
    get,
    change: (change) => {
      if (change.schedule !== undefined) parseRule(change.schedule.rule, change.schedule.zone)
      const { cache, ...rest } = change
      store.set({ ...rest, ...(cache && { cache: { ...cache, folder: store.get('cache').folder } }) })
      onChange(change)
      return get()
    },
  }
}
