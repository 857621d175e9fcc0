// Presets, sessions and drivers to choose from: in the plan and in the strategy.

import type { SessionCode } from '@contract/ids'
import { SESSION_CODES } from '@contract/ids'
import { PRESET_NAMES, type PresetName } from '@contract/settings'
import { Choice } from '../../ui/choice'
import { TextField } from '../../ui/text-field'
import { WORDS } from '../../ui/words'
import { toggled, type DriverFields } from './choice-fields'

const words = WORDS.warming.form

export function PresetPicker({ onTake }: { readonly onTake: (name: PresetName) => void }) {
  return (
    <div className="presets" role="group" aria-label={words.presets}>
      <span className="quiet small">{words.presets}</span>
      {PRESET_NAMES.map((name) => (
        <button key={name} type="button" className="button small" onClick={() => onTake(name)}>
          {words.presetNames[name]}
        </button>
      ))}
    </div>
  )
}

interface SessionPickerProps {
  readonly chosen: readonly SessionCode[]
  readonly problem: string | undefined
  readonly onChange: (chosen: readonly SessionCode[]) => void
}

export function SessionPicker({ chosen, problem, onChange }: SessionPickerProps) {
  return (
    <fieldset className="session-picker">
      <legend>{words.sessions}</legend>
      <div className="ticks">
        {SESSION_CODES.map((code) => (
          <label key={code} className="tick">
            <input
              type="checkbox"
              checked={chosen.includes(code)}
              onChange={() => onChange(toggled(chosen, code))}
            />
            {words.sessionNames[code]}
          </label>
        ))}
      </div>
      {problem !== undefined && (
        <p className="wrong small" role="alert">
          {problem}
        </p>
      )}
    </fieldset>
  )
}

interface DriverPickerProps {
  /** Tells its radio buttons from those of another picker. */
  readonly name: string
  readonly fields: DriverFields
  readonly problem: string | undefined
  readonly onChange: (fields: DriverFields) => void
}

export function DriverPicker({ name, fields, problem, onChange }: DriverPickerProps) {
  const options = (['top', 'list', 'all'] as const).map((value) => ({
    value,
    text: words.driverKinds[value],
  }))
  return (
    <div className="driver-picker">
      <span className="legend-like" aria-hidden="true">
        {words.drivers}
      </span>
      <Choice
        label={words.drivers}
        name={name}
        options={options}
        chosen={fields.kind}
        onChoose={(kind) => onChange({ ...fields, kind })}
      />
      {fields.kind === 'top' && (
        <TextField
          label={words.topCount}
          kind="whole"
          value={fields.count}
          problem={problem}
          onChange={(count) => onChange({ ...fields, count })}
        />
      )}
      {fields.kind === 'list' && (
        <TextField
          label={words.codes}
          hint={words.codesHint}
          value={fields.codes}
          problem={problem}
          onChange={(codes) => onChange({ ...fields, codes })}
        />
      )}
    </div>
  )
}
