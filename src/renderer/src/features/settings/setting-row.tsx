// One setting: its name and what it means on the left, its control on the right, and a way back to the default where it
// is another one.

import { useId, type ReactNode } from 'react'
import { WORDS } from '../../ui/words'

interface SettingRowProps {
  readonly label: string
  readonly hint?: ReactNode
  readonly isDefault: boolean
  readonly onReset: () => void
  /** @param noteId of the explanation, for `aria-describedby`; undefined where there is none. */
  readonly children: (noteId: string | undefined) => ReactNode
}

export function SettingRow({ label, hint, isDefault, onReset, children }: SettingRowProps) {
  const id = useId()
  const noteId = hint === undefined ? undefined : id
  return (
    <div className="setting">
      <div className="setting-what">
        {/* The control has the same name of its own. */}
        <span className="setting-label" aria-hidden="true">
          {label}
        </span>
        {hint !== undefined && (
          <p id={id} className="quiet small">
            {hint}
          </p>
        )}
      </div>
      <div className="setting-control">
        {children(noteId)}
        {!isDefault && (
          <button
            type="button"
            className="text-button small"
            aria-label={WORDS.settings.resetOf(label)}
            onClick={onReset}
          >
            {WORDS.settings.reset}
          </button>
        )}
      </div>
    </div>
  )
}
