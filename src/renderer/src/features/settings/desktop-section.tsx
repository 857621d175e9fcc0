// What goes on beside the window: closing to the tray, starting with the session, notifications.

import { DEFAULT_SETTINGS, type DesktopSettings } from '@contract/settings'
import { WORDS } from '../../ui/words'
import { Section } from './section'
import { TickRow } from './tick-row'

const DEFAULTS = DEFAULT_SETTINGS.desktop

interface DesktopSectionProps {
  readonly desktop: DesktopSettings
  /** Then there are no notifications, whatever is ticked. */
  readonly isSpoilerFree: boolean
  readonly onChange: (desktop: DesktopSettings) => void
}

export function DesktopSection({ desktop, isSpoilerFree, onChange }: DesktopSectionProps) {
  const words = WORDS.settings.desktop
  return (
    <Section
      section="desktop"
      hint={WORDS.settings.atOnce}
      reset={{
        isDefault: (Object.keys(DEFAULTS) as (keyof DesktopSettings)[]).every(
          (name) => desktop[name] === DEFAULTS[name],
        ),
        onReset: () => onChange(DEFAULTS),
      }}
    >
      <TickRow
        text={words.notifications}
        hint={isSpoilerFree ? words.notificationsOff : words.notificationsHint}
        isTicked={desktop.notifications}
        onChange={(notifications) => onChange({ ...desktop, notifications })}
      />
      <TickRow
        text={words.closeToTray}
        hint={words.closeToTrayHint}
        isTicked={desktop.closeToTray}
        onChange={(closeToTray) => onChange({ ...desktop, closeToTray })}
      />
      <TickRow
        text={words.startAtLogin}
        hint={words.startAtLoginHint}
        isTicked={desktop.startAtLogin}
        onChange={(startAtLogin) => onChange({ ...desktop, startAtLogin })}
      />
    </Section>
  )
}
