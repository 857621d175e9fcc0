// The choices for a print, each with its unit and its limits.

import { useId } from 'react'
import { PRINT_LIMITS } from '@contract/export'
import { WORDS } from '../../ui/words'
import { readField, type PrintFieldName, type PrintFields } from './share-state'
import { typed } from '../../ui/format'

interface PrintFormProps {
  readonly fields: PrintFields
  /** Then the mark stays on the base, whatever is chosen. */
  readonly isSimulated: boolean
  readonly isDisabled: boolean
  readonly onChange: (fields: PrintFields) => void
}

export function PrintForm({ fields, isSimulated, isDisabled, onChange }: PrintFormProps) {
  const words = WORDS.share
  const field = (name: PrintFieldName, label: string, unit: string) => (
    <NumberField
      name={name}
      label={label}
      unit={unit}
      value={fields[name]}
      onChange={(value) => onChange({ ...fields, [name]: value })}
    />
  )
  return (
    <fieldset className="export-print" disabled={isDisabled}>
      <legend>{words.print}</legend>
      <div className="export-numbers">
        {field('bedMm', words.bed, words.millimetres)}
        {field('heightScale', words.height, words.times)}
        {field('baseMm', words.base, words.millimetres)}
        {field('wallMm', words.wall, words.millimetres)}
      </div>
      <label className="export-lettering">
        <input
          type="checkbox"
          checked={fields.hasLettering}
          onChange={(event) => onChange({ ...fields, hasLettering: event.target.checked })}
        />
        {words.lettering}
      </label>
      {isSimulated && !fields.hasLettering && <p className="quiet small">{words.letteringSimulated}</p>}
    </fieldset>
  )
}

interface NumberFieldProps {
  readonly name: PrintFieldName
  readonly label: string
  readonly unit: string
  readonly value: string
  readonly onChange: (value: string) => void
}

function NumberField({ name, label, unit, value, onChange }: NumberFieldProps) {
  const hintId = useId()
  const { least, most } = PRINT_LIMITS[name]
  const isWrong = readField(name, value) === null
  return (
    <label className="field">
      <span>{label}</span>
      <span className="number">
        <input
          inputMode="decimal"
          value={value}
          aria-invalid={isWrong}
          aria-describedby={hintId}
          onChange={(event) => onChange(event.target.value)}
        />
        {unit}
      </span>
      <span id={hintId} className={isWrong ? 'wrong small' : 'quiet small'}>
        {WORDS.share.outOfRange(typed(least), typed(most))}
      </span>
    </label>
  )
}
