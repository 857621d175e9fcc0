// Strategy and schedule as they are stored and as they are being changed. What is not saved is kept while one looks
// elsewhere.

import type { ErrorReport } from '@contract/errors'
import type { WarmingSettings } from '@contract/settings'
import { toReport, type GalleryClient } from '../../ipc/client'
import { createValue, type Value } from '../../ui/value'
import { readSettings, writeSettings, type SettingsFields } from './settings-form'

export interface SettingsState {
  /** Null until they have been read. */
  readonly stored: WarmingSettings | null
  /** What the form shows. */
  readonly fields: SettingsFields | null
  readonly status: 'reading' | 'unchanged' | 'changed' | 'saving' | 'saved'
  readonly trouble: ErrorReport | null
}

export interface SettingsStore {
  readonly state: Value<SettingsState>
  /** Reads them unless they are here. */
  load(): Promise<void>
  change(fields: SettingsFields): void
  discard(): void
  /** Does nothing while a field cannot be read. */
  save(): Promise<void>
}

export function createSettingsStore(client: GalleryClient): SettingsStore {
  const state = createValue<SettingsState>({ stored: null, fields: null, status: 'reading', trouble: null })
  const take = (stored: WarmingSettings, status: SettingsState['status']): void =>
    state.change(() => ({ stored, fields: writeSettings(stored), status, trouble: null }))
  return {
    state,
    load: async () => {
      if (state.get().stored !== null) return
      try {
        const stored = await client.call('settings:get')
        if (state.get().stored === null) take(stored, 'unchanged')
      } catch (error) {
        state.change((known) => ({ ...known, trouble: toReport(error) }))
      }
    },
    change: (fields) =>
      state.change((known) => ({
        ...known,
        fields,
        status: isSame(fields, known.stored) ? 'unchanged' : 'changed',
        trouble: null,
      })),
    discard: () => {
      const { stored } = state.get()
      if (stored !== null) take(stored, 'unchanged')
    },
    save: async () => {
      const { stored, fields } = state.get()
      if (stored === null || fields === null) return
      const wanted = readSettings(fields, stored)
      if (wanted === null) return
      state.change((known) => ({ ...known, status: 'saving', trouble: null }))
      try {
        const answer = await client.call('settings:change', wanted)
        // What was typed meanwhile is not to be lost to the answer.
        if (state.get().fields === fields) take(answer, 'saved')
        else state.change((known) => ({ ...known, stored: answer, status: 'changed' }))
      } catch (error) {
        state.change((known) => ({ ...known, status: 'changed', trouble: toReport(error) }))
      }
    },
  }
}

function isSame(fields: SettingsFields, stored: WarmingSettings | null): boolean {
  return stored !== null && JSON.stringify(writeSettings(stored)) === JSON.stringify(fields)
}
