// Export and import of settings. As the page may ask for them: the person picks the file in the system's dialog, is shown
// what it would change, and agrees or not. No path ever crosses to the page or comes from it. The command line reads the
// file itself, and hands over what it says.

import { say } from '@contract/phrases'
import type { ShownSettings, SourceChoice } from '@contract/settings'
import type {
  GivenSettings,
  SettingChange,
  SettingsOffer,
  SettingsSaving,
  SettingsToken,
} from '@contract/settings-transfer'
import { readSmallFile } from '../adapters/small-file'
import { AppError } from '../core/app-error'
import type { FileWriter } from '../core/export/exporter'
import {
  mergeSettings,
  readSettingsText,
  settingChanges,
  SETTINGS_TEXT_BYTES,
  writeSettingsText,
} from '../core/settings/settings-text'
import { parseRule } from '../core/warming/cron-rule'

/** What the desktop does for us. */
export interface SettingsFileTools {
  /** @returns an absolute path with this ending, or null when the person thought better of it. */
  chooseFile(suggestedName: string, ending: 'json'): Promise<string | null>
  /** @returns an absolute path of a file that is there, or null. */
  chooseFileToOpen(ending: 'json'): Promise<string | null>
}

export interface SettingsTransferParts {
  readonly get: () => ShownSettings
  /** @throws AppError `schedule/unreadable`; then nothing has changed. */
  readonly change: (change: Partial<ShownSettings>) => ShownSettings
  /** Told after a file has brought another source. */
  readonly onSource: (source: SourceChoice) => void
  readonly tools: SettingsFileTools
  readonly files: FileWriter
}

const SUGGESTED_NAME = 'sculpture-gallery-settings.json'

export class SettingsTransfer {
  /** The last file looked at, and no other: who picks another one has thought better of the first. */
  private offered: { readonly token: SettingsToken; readonly given: GivenSettings } | null = null
  private lastNumber = 0

  constructor(private readonly parts: SettingsTransferParts) {}

  /** @throws AppError `export/disk-full`, `export/unwritable`. */
  async save(): Promise<SettingsSaving> {
    const { tools, files, get } = this.parts
    const path = await tools.chooseFile(SUGGESTED_NAME, 'json')
    if (path === null) return { state: 'dismissed' }
    return { state: 'saved', name: await files.write(path, Buffer.from(writeSettingsText(get()))) }
  }

  /** @throws AppError as `readSettingsFile`. */
  async choose(): Promise<SettingsOffer | null> {
    const path = await this.parts.tools.chooseFileToOpen('json')
    if (path === null) return null
    const { name, given } = await readSettingsFile(path)
    const { changes } = planTaking(this.parts.get(), given)
    this.lastNumber += 1
    const token = `s${this.lastNumber}`
    this.offered = { token, given }
    return { token, name, changes }
  }

  /** Takes all of it or nothing. @throws AppError `settings/offer-gone` for a token that is not the last one's. */
  take(token: SettingsToken): ShownSettings {
    const { offered, parts } = this
    if (offered?.token !== token) throw new AppError('settings/offer-gone', token)
    this.takeGiven(offered.given)
    this.offered = null
    return parts.get()
  }

  /** @returns what that has changed. @throws AppError `schedule/unreadable`; then nothing has. */
  takeGiven(given: GivenSettings): readonly SettingChange[] {
    const { parts } = this
    const { change, changes } = planTaking(parts.get(), given)
    const { source } = parts.change(change)
    if (changes.some(({ path }) => path === 'source')) parts.onSource(source)
    return changes
  }
}

/** @throws AppError `settings/unreadable`, `settings/not-ours`, `settings/later-version`, `settings/bad-fields`. */
export async function readSettingsFile(
  path: string,
): Promise<{ readonly name: string; readonly given: GivenSettings }> {
  const { name, text } = await readSmallFile(path, SETTINGS_TEXT_BYTES).catch((cause: unknown) => {
    const detail = cause instanceof Error && 'code' in cause ? String(cause.code) : 'unknown'
    throw new AppError('settings/unreadable', '', { cause, detail })
  })
  if (text === null) throw new AppError('settings/not-ours', name, { detail: say('settings-too-large') })
  return { name, given: readSettingsText(text, name) }
}

interface Taking {
  /** Ready to be stored. */
  readonly change: Partial<ShownSettings>
  /** Empty: everything is so already. */
  readonly changes: readonly SettingChange[]
}

/** @throws AppError `schedule/unreadable`: a rule is text to its check, and only its parser knows whether it is one. */
export function planTaking(current: ShownSettings, given: GivenSettings): Taking {
  const change = mergeSettings(current, given)
  if (change.schedule !== undefined) parseRule(change.schedule.rule, change.schedule.zone)
  return { change, changes: settingChanges(current, change) }
}
