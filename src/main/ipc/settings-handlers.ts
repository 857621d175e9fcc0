// The calls about settings: the page's, and the one by which the command line leaves a file's settings to who runs.

import type { RulePreview, RuleText } from '@contract/warming'
import type { MendedSettings, OpenSettings, ShownSettings } from '@contract/settings'
import type { Handlers } from './answer'
import type { SettingsTransfer } from './settings-transfer'

export interface SettingsHandlers {
  get(): ShownSettings
  /** @throws AppError `schedule/unreadable`; then nothing has changed. */
  change(change: Partial<ShownSettings>): ShownSettings
  /** What of the file could not be read, to who asks first. */
  takeMended(): MendedSettings | null
  /** @throws AppError `schedule/unreadable`, saying why. */
  previewRule(text: RuleText): Promise<RulePreview>
  readonly transfer: Pick<SettingsTransfer, 'save' | 'choose' | 'take' | 'takeGiven'>
}

type SettingsCall = Exclude<Extract<keyof Handlers, `settings:${string}`>, 'settings:chooseSource'>

export function createSettingsHandlers(
  parts: SettingsHandlers,
): Pick<Handlers, SettingsCall | 'schedule:preview'> {
  return {
    'settings:get': () => parts.get(),
    'settings:change': (change: Partial<OpenSettings>) => parts.change(change),
    'settings:takeMended': () => parts.takeMended(),
    'settings:save': () => parts.transfer.save(),
    'settings:chooseFile': () => parts.transfer.choose(),
    'settings:takeFile': (token) => parts.transfer.take(token),
    'settings:takeGiven': (given) => parts.transfer.takeGiven(given),
    'schedule:preview': (text) => parts.previewRule(text),
  }
}
