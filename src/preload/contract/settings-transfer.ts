// Settings on their way from one computer to another: as a file the person saves and opens. The page never sees a path
// or the file itself, only what it would change.

import type { ShownSettings } from './settings'

/** Names the file that was looked at, while the person decides. */
export type SettingsToken = string

/** A value as JSON has it: what it means is known by its name. */
export type SettingValue =
  string | number | boolean | null | readonly SettingValue[] | { readonly [name: string]: SettingValue }

/** What a file says: settings that are one field as they are, sections with the fields that it has. */
export type GivenSettings = {
  readonly [N in keyof ShownSettings]?: ShownSettings[N] extends object
    ? Partial<ShownSettings[N]>
    : ShownSettings[N]
}

export interface SettingChange {
  /** Section and field, `appearance.theme`, or the setting alone. */
  readonly path: string
  readonly before: SettingValue
  readonly after: SettingValue
}

/** What a file would change; nothing has been changed yet. */
export interface SettingsOffer {
  readonly token: SettingsToken
  /** Of the file, without its folder. */
  readonly name: string
  /** Empty: everything is so already. */
  readonly changes: readonly SettingChange[]
}

export type SettingsSaving =
  { readonly state: 'saved'; readonly name: string } | { readonly state: 'dismissed' }
