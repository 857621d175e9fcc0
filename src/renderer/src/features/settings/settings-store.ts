// The settings as the page knows them. A change shows at once and is taken back where the main process refuses it; what
// somebody else changes (a menu, a file) arrives as a push. No React.

import type { AccessibilitySettings, AppearanceSettings } from '@contract/appearance'
import type { ErrorReport } from '@contract/errors'
import type { MendedSettings, OpenSettings, ShownSettings } from '@contract/settings'
import type { RulePreview, RuleText } from '@contract/warming'
import { toReport, type GalleryClient } from '../../ipc/client'
import { pageSettings, takePageSettings } from '../../ui/page-settings'
import { createValue, type Value } from '../../ui/value'

export interface SettingsState {
  /** Null until they have been read. */
  readonly shown: ShownSettings | null
  /** What of their file could not be read, until the person has seen it. */
  readonly mended: MendedSettings | null
  readonly trouble: ErrorReport | null
}

export interface SettingsStore {
  readonly state: Value<SettingsState>
  /** Asks what of the file was lost. After the first paint: it is seldom anything. */
  start(): Promise<void>
  /** Reads them unless they are here. @returns null when they cannot be read; then `trouble` says why. */
  load(): Promise<ShownSettings | null>
  change(change: Partial<OpenSettings>): Promise<void>
  changeAppearance(part: Partial<AppearanceSettings>): Promise<void>
  changeAccessibility(part: Partial<AccessibilitySettings>): Promise<void>
  /** What is there now, from whoever knows. */
  take(settings: ShownSettings): void
  /** @throws GalleryError `schedule/unreadable`, saying why. */
  readonly previewRule: (text: RuleText) => Promise<RulePreview>
  closeMended(): void
  close(): void
}

export function createSettingsStore(client: GalleryClient): SettingsStore {
  const state = createValue<SettingsState>({ shown: null, mended: null, trouble: null })
  /** Changes on their way. What is told meanwhile may be of before them; the answer to the last one is not. */
  let underway = 0

  const show = (shown: ShownSettings): void => {
    state.change((known) => ({ ...known, shown }))
    takePageSettings(shown)
  }
  const read = async (): Promise<void> => {
    try {
      show(await client.call('settings:get'))
    } catch (error) {
      state.change((known) => ({ ...known, trouble: toReport(error) }))
    }
  }
  const change = async (part: Partial<OpenSettings>): Promise<void> => {
    const { shown } = state.get()
    takePageSettings({ ...pageSettings.get(), ...part })
    state.change((known) => ({ ...known, trouble: null, shown: shown && { ...shown, ...part } }))
    underway += 1
    let answer: ShownSettings | null = null
    try {
      answer = await client.call('settings:change', part)
    } catch (error) {
      state.change((known) => ({ ...known, trouble: toReport(error) }))
    } finally {
      underway -= 1
    }
    if (underway > 0) return
    if (answer === null) await read()
    else show(answer)
  }
  const unsubscribe = client.subscribe('settings:changed', (settings) => {
    if (underway === 0) show(settings)
  })

  return {
    state,
    start: async () => {
      const mended = await client.call('settings:takeMended').catch(() => null)
      if (mended !== null) state.change((known) => ({ ...known, mended }))
    },
    load: async () => {
      if (state.get().shown === null) await read()
      return state.get().shown
    },
    change,
    changeAppearance: (part) => change({ appearance: { ...pageSettings.get().appearance, ...part } }),
    changeAccessibility: (part) =>
      change({ accessibility: { ...pageSettings.get().accessibility, ...part } }),
    take: show,
    previewRule: (text) => client.call('schedule:preview', text),
    closeMended: () => state.change((known) => ({ ...known, mended: null })),
    close: unsubscribe,
  }
}
