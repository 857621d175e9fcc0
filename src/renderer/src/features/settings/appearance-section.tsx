// How everything looks and is written. Each change holds at once, and the examples show it.

import {
  CLOCKS,
  CONTRASTS,
  DEFAULT_PAGE_SETTINGS,
  SPECIAL_ZONES,
  THEMES,
  UNIT_SYSTEMS,
  type AppearanceSettings,
} from '@contract/appearance'
import { LANGUAGES } from '@contract/language'
import { COLOUR_MAPS } from '@contract/sculpture-look'
import { Choice } from '../../ui/choice'
import { clockTime } from '../../ui/format'
import { distance, lapLength, speed } from '../../ui/units'
import { useNow } from '../../ui/use-value'
import { WORDS } from '../../ui/words'
import { Section } from './section'
import { SettingRow } from './setting-row'
import { zonesToChoose } from './zones'

const DEFAULTS = DEFAULT_PAGE_SETTINGS.appearance

/** A fast lap as they are: what the units make of it. */
const EXAMPLE = { topKmh: 341, lapM: 5_301, riseM: 36 } as const

interface AppearanceSectionProps {
  readonly appearance: AppearanceSettings
  readonly onChange: (part: Partial<AppearanceSettings>) => void
}

export function AppearanceSection({ appearance, onChange }: AppearanceSectionProps) {
  const words = WORDS.settings.appearance
  const now = useNow(10_000)
  const isDefault = (name: keyof AppearanceSettings): boolean => appearance[name] === DEFAULTS[name]
  const row = (name: keyof AppearanceSettings) => ({
    isDefault: isDefault(name),
    onReset: () => onChange({ [name]: DEFAULTS[name] }),
  })
  return (
    <Section
      section="appearance"
      hint={WORDS.settings.atOnce}
      reset={{
        isDefault: (Object.keys(DEFAULTS) as (keyof AppearanceSettings)[]).every(isDefault),
        onReset: () => onChange(DEFAULTS),
      }}
    >
      <SettingRow label={words.theme.label} hint={words.theme.hint} {...row('theme')}>
        {() => (
          <Choice
            label={words.theme.label}
            name="theme"
            options={optionsOf(THEMES, words.theme.names)}
            chosen={appearance.theme}
            onChoose={(theme) => onChange({ theme })}
          />
        )}
      </SettingRow>
      <SettingRow label={words.contrast.label} hint={words.contrast.hint} {...row('contrast')}>
        {() => (
          <Choice
            label={words.contrast.label}
            name="contrast"
            options={optionsOf(CONTRASTS, words.contrast.names)}
            chosen={appearance.contrast}
            onChoose={(contrast) => onChange({ contrast })}
          />
        )}
      </SettingRow>
      <SettingRow label={words.language.label} hint={words.language.hint} {...row('language')}>
        {() => (
          <Choice
            label={words.language.label}
            name="language"
            options={optionsOf<AppearanceSettings['language']>(
              ['system', ...LANGUAGES],
              words.language.names,
            )}
            chosen={appearance.language}
            onChoose={(language) => onChange({ language })}
          />
        )}
      </SettingRow>
      <SettingRow
        label={words.units.label}
        hint={
          <>
            {words.units.example(
              speed(EXAMPLE.topKmh).text,
              lapLength(EXAMPLE.lapM).text,
              distance(EXAMPLE.riseM).text,
            )}
            <br />
            {words.units.hint}
          </>
        }
        {...row('units')}
      >
        {() => (
          <Choice
            label={words.units.label}
            name="units"
            options={optionsOf(UNIT_SYSTEMS, words.units.names)}
            chosen={appearance.units}
            onChoose={(units) => onChange({ units })}
          />
        )}
      </SettingRow>
      <SettingRow label={words.clock.label} hint={words.clock.example(clockTime(now))} {...row('clock')}>
        {() => (
          <Choice
            label={words.clock.label}
            name="clock"
            options={optionsOf(CLOCKS, words.clock.names)}
            chosen={appearance.clock}
            onChoose={(clock) => onChange({ clock })}
          />
        )}
      </SettingRow>
      <SettingRow label={words.timeZone.label} hint={words.timeZone.hint} {...row('timeZone')}>
        {(noteId) => (
          <ZoneSelect
            zone={appearance.timeZone}
            noteId={noteId}
            onChange={(timeZone) => onChange({ timeZone })}
          />
        )}
      </SettingRow>
      <SettingRow label={words.colourMap.label} hint={words.colourMap.hint} {...row('colourMap')}>
        {() => (
          <Choice
            label={words.colourMap.label}
            name="colour-map"
            options={optionsOf(COLOUR_MAPS, WORDS.look.maps)}
            chosen={appearance.colourMap}
            onChoose={(colourMap) => onChange({ colourMap })}
          />
        )}
      </SettingRow>
    </Section>
  )
}

function optionsOf<T extends string>(values: readonly T[], names: Readonly<Record<T, string>>) {
  return values.map((value) => ({ value, text: names[value] }))
}

interface ZoneSelectProps {
  readonly zone: string
  readonly noteId: string | undefined
  readonly onChange: (zone: string) => void
}

function ZoneSelect({ zone, noteId, onChange }: ZoneSelectProps) {
  const words = WORDS.settings.appearance.timeZone
  const isSpecial = SPECIAL_ZONES.some((special) => special === zone)
  return (
    <div className="field">
      <select
        aria-label={words.label}
        aria-describedby={noteId}
        value={zone}
        onChange={(event) => onChange(event.target.value)}
      >
        {SPECIAL_ZONES.map((special) => (
          <option key={special} value={special}>
            {words.special[special]}
          </option>
        ))}
        <optgroup label={words.group}>
          {zonesToChoose(isSpecial ? null : zone).map((each) => (
            <option key={each} value={each}>
              {each}
            </option>
          ))}
        </optgroup>
      </select>
    </div>
  )
}
