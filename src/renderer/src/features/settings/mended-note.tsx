// Said once, wherever one is: that the file of the settings could not be read in part, and what became of it.

import type { MendedSettings } from '@contract/settings'
import { listed } from '../../ui/format'
import { WORDS } from '../../ui/words'
import { settingName } from './setting-value'

interface MendedNoteProps {
  readonly mended: MendedSettings
  readonly onOpen: () => void
  readonly onClose: () => void
}

export function MendedNote({ mended, onOpen, onClose }: MendedNoteProps) {
  const words = WORDS.settings.mended
  const { fields, keptAs } = mended
  return (
    <aside className="mended-note" role="alert">
      <p>
        <strong>{words.title}</strong>
      </p>
      <p>{fields.length === 0 ? words.whole : words.fields(listed(fields.map(settingName)))}</p>
      <p className="quiet small">{words.keptAs(keptAs)}</p>
      <div className="buttons">
        <button type="button" className="button small" onClick={onOpen}>
          {words.open}
        </button>
        <button type="button" className="button small" onClick={onClose}>
          {words.close}
        </button>
      </div>
    </aside>
  )
}
