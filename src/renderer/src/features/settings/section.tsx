// A section of the settings: its name, what it is about, its controls, and the way back to how they were at first.

import type { ReactNode } from 'react'
import { WORDS } from '../../ui/words'
import { sectionHeadId, type SettingsSection } from './sections'

interface SectionProps {
  readonly section: SettingsSection
  readonly hint?: ReactNode
  /** Null where there is nothing to go back to. */
  readonly reset: { readonly isDefault: boolean; readonly onReset: () => void } | null
  readonly children: ReactNode
}

export function Section({ section, hint, reset, children }: SectionProps) {
  const words = WORDS.settings
  const headId = sectionHeadId(section)
  const name = words.sections[section]
  return (
    <section className="settings-section" data-section={section} aria-labelledby={headId}>
      <header>
        <h2 id={headId} tabIndex={-1}>
          {name}
        </h2>
        {reset !== null && (
          <button
            type="button"
            className="button small"
            aria-label={words.resetSectionOf(name)}
            disabled={reset.isDefault}
            onClick={reset.onReset}
          >
            {words.resetSection}
          </button>
        )}
      </header>
      {hint !== undefined && <p className="section-hint quiet">{hint}</p>}
      {children}
    </section>
  )
}
