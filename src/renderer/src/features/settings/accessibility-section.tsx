// Motion, and the size of everything.

import { DEFAULT_PAGE_SETTINGS, MOTIONS, TEXT_SCALES, type AccessibilitySettings } from '@contract/appearance'
import { Choice } from '../../ui/choice'
import { percent } from '../../ui/format'
import { WORDS } from '../../ui/words'
import { Section } from './section'
import { SettingRow } from './setting-row'

const DEFAULTS = DEFAULT_PAGE_SETTINGS.accessibility

interface AccessibilitySectionProps {
  readonly accessibility: AccessibilitySettings
  readonly onChange: (part: Partial<AccessibilitySettings>) => void
}

export function AccessibilitySection({ accessibility, onChange }: AccessibilitySectionProps) {
  const words = WORDS.settings.accessibility
  const { motion, textScale } = accessibility
  return (
    <Section
      section="accessibility"
      hint={words.also}
      reset={{
        isDefault: motion === DEFAULTS.motion && textScale === DEFAULTS.textScale,
        onReset: () => onChange(DEFAULTS),
      }}
    >
      <SettingRow
        label={words.motion.label}
        hint={words.motion.hint}
        isDefault={motion === DEFAULTS.motion}
        onReset={() => onChange({ motion: DEFAULTS.motion })}
      >
        {() => (
          <Choice
            label={words.motion.label}
            name="motion"
            options={MOTIONS.map((value) => ({ value, text: words.motion.names[value] }))}
            chosen={motion}
            onChoose={(chosen) => onChange({ motion: chosen })}
          />
        )}
      </SettingRow>
      <SettingRow
        label={words.textScale.label}
        hint={words.textScale.hint}
        isDefault={textScale === DEFAULTS.textScale}
        onReset={() => onChange({ textScale: DEFAULTS.textScale })}
      >
        {(noteId) => (
          <div className="field">
            <select
              aria-label={words.textScale.label}
              aria-describedby={noteId}
              value={textScale}
              onChange={(event) => onChange({ textScale: Number(event.target.value) })}
            >
              {TEXT_SCALES.map((scale) => (
                <option key={scale} value={scale}>
                  {percent(scale)}
                </option>
              ))}
            </select>
          </div>
        )}
      </SettingRow>
    </Section>
  )
}
