// The fields about this computer's desktop: what closing means, starting with the session, notifications.

import { Tick } from '../../ui/tick'
import { WORDS } from '../../ui/words'
import type { SettingsFields } from './settings-form'

interface DesktopFieldsProps {
  readonly fields: SettingsFields
  readonly onChange: (change: Partial<SettingsFields>) => void
}

export function DesktopFields({ fields, onChange }: DesktopFieldsProps) {
  const words = WORDS.warming.desktop
  return (
    <fieldset className="settings-group">
      <legend>{words.title}</legend>
      <div className="ticks one">
        <Tick
          text={words.closeToTray}
          isTicked={fields.closeToTray}
          onChange={(closeToTray) => onChange({ closeToTray })}
        />
        <Tick
          text={words.startAtLogin}
          isTicked={fields.startAtLogin}
          onChange={(startAtLogin) => onChange({ startAtLogin })}
        />
        <Tick
          text={words.notifications}
          isTicked={fields.notifications}
          onChange={(notifications) => onChange({ notifications })}
        />
      </div>
      <p className="quiet small">{words.hint}</p>
    </fieldset>
  )
}
