// What the room of the settings is made of.

/** The sections of the room, in their order there. */
export const SETTINGS_SECTIONS = [
  'schedule',
  'sources',
  'cache',
  'appearance',
  'accessibility',
  'spoilers',
  'desktop',
  'transfer',
] as const
export type SettingsSection = (typeof SETTINGS_SECTIONS)[number]

/** The id of a section's head: where the list at the side leads. */
export function sectionHeadId(section: SettingsSection): string {
  return `settings-${section}`
}
