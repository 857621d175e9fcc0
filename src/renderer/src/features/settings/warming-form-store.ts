// Strategy and schedule as they are stored and as they are being changed. What is not saved is kept while one looks
// elsewhere.

import type { ErrorReport } from '@contract/errors'
import type { WarmingSettings } from '@contract/settings'
import { toReport, type GalleryClient } from '../../ipc/client'
import { createValue, type Value } from '../../ui/value'
import type { SettingsStore } from './settings-store'
import { readWarming, writeWarming, type WarmingFields } from './warming-form'

export interface WarmingFormState {
  /** Null until they have been read. */
  readonly stored: WarmingSettings | null
  /** What the form shows. */
  readonly fields: WarmingFields | null
  readonly status: 'reading' | 'unchanged' | 'changed' | 'saving' | 'saved'
  readonly trouble: ErrorReport | null
}

export interface WarmingFormStore {
  readonly state: Value<WarmingFormState>
  change(fields: WarmingFields): void
  discard(): void
  /** Does nothing while a field cannot be read. */
  save(): Promise<void>
  close(): void
}

export function createWarmingFormStore(
  client: GalleryClient,
  settings: Pick<SettingsStore, 'state' | 'take'>,
): WarmingFormStore {
  const state = createValue<WarmingFormState>({
    stored: null,
    fields: null,
    status: 'reading',
    trouble: null,
  })
  const follow = (): void => {
    const { shown } = settings.state.get()
    if (shown === null) return
    const { strategy, schedule, alertAfterMs } = shown
    const stored = { strategy, schedule, alertAfterMs }
    state.change((known) => {
      if (JSON.stringify(known.stored) === JSON.stringify(stored)) return known
      // What somebody types is theirs, whoever else changes the settings meanwhile.
      const isTyped = known.status === 'changed' || known.status === 'saving'
      if (isTyped) return { ...known, stored }
      return { stored, fields: writeWarming(stored), status: 'unchanged', trouble: null }
    })
  }
  follow()
  const unsubscribe = settings.state.subscribe(follow)
  return {
    state,
    change: (fields) =>
      state.change((known) => ({
        ...known,
        fields,
        status: isSame(fields, known.stored) ? 'unchanged' : 'changed',
        trouble: null,
      })),
    discard: () =>
      state.change((known) =>
        known.stored === null
          ? known
          : { ...known, fields: writeWarming(known.stored), status: 'unchanged', trouble: null },
      ),
    save: async () => {
      const { stored, fields } = state.get()
      if (stored === null || fields === null) return
      const wanted = readWarming(fields, stored)
      if (wanted === null) return
      state.change((known) => ({ ...known, status: 'saving', trouble: null }))
      try {
        settings.take(await client.call('settings:change', wanted))
        state.change((known) => {
          // What was typed meanwhile is not to be lost to the answer.
          if (known.fields !== fields || known.stored === null) return { ...known, status: 'changed' }
          return { ...known, fields: writeWarming(known.stored), status: 'saved' }
        })
      } catch (error) {
        state.change((known) => ({ ...known, status: 'changed', trouble: toReport(error) }))
      }
    },
    close: unsubscribe,
  }
}

function isSame(fields: WarmingFields, stored: WarmingSettings | null): boolean {
  return stored !== null && JSON.stringify(writeWarming(stored)) === JSON.stringify(fields)
}
