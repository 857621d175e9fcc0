// Limits and times to live, each with its unit and its range.

import { useId, useState } from 'react'
import { CACHE_WORDS } from '../../ui/words'
import type { CacheSettings } from './cache-state'
import type { CacheStore } from './cache-store'
import { limitRange, readLimit, readLimits, writeLimits, type LimitName } from './limits-fields'

interface LimitsFormProps {
  readonly settings: CacheSettings
  readonly store: CacheStore
}

export function LimitsForm({ settings, store }: LimitsFormProps) {
  const words = CACHE_WORDS.settings
  const stored = writeLimits(settings)
  const [fields, setFields] = useState(stored)
  const wanted = readLimits(fields)
  const isChanged = JSON.stringify(fields) !== JSON.stringify(stored)
  const field = (name: LimitName, label: string, unit: string) => (
    <LimitField
      name={name}
      label={label}
      unit={unit}
      value={fields[name]}
      onChange={(value) => setFields({ ...fields, [name]: value })}
    />
  )
  return (
    <form
      className="limits"
      aria-label={words.title}
      onSubmit={(event) => {
        event.preventDefault()
        if (wanted !== null) void store.saveSettings(wanted)
      }}
    >
      <h2>{words.title}</h2>
      <p className="quiet small">{words.hint}</p>
      <div className="limit-fields">
        {field('memoryMaxBytes', words.memory, words.mib)}
        {field('resultsMaxBytes', words.results, words.mib)}
        {field('rawMaxBytes', words.raw, words.mib)}
        {field('sculptureTtlMs', words.sculptureTtl, words.hours)}
        {field('sessionTtlMs', words.sessionTtl, words.hours)}
      </div>
      <div className="buttons">
        <button type="submit" className="button" disabled={!isChanged || wanted === null}>
          {words.save}
        </button>
        {isChanged && (
          <button type="button" className="button" onClick={() => setFields(stored)}>
            {words.discard}
          </button>
        )}
      </div>
    </form>
  )
}

interface LimitFieldProps {
  readonly name: LimitName
  readonly label: string
  readonly unit: string
  readonly value: string
  readonly onChange: (value: string) => void
}

function LimitField({ name, label, unit, value, onChange }: LimitFieldProps) {
  const id = useId()
  const rangeId = useId()
  const isWrong = readLimit(name, value) === null
  const { least, most } = limitRange(name)
  return (
    <div className="limit-field">
      <label htmlFor={id}>{label}</label>
      <span className="limit-number">
        <input
          id={id}
          inputMode="numeric"
          value={value}
          aria-invalid={isWrong}
          aria-describedby={rangeId}
          onChange={(event) => onChange(event.target.value)}
        />
        <span className="quiet">{unit}</span>
      </span>
      <span id={rangeId} className={isWrong ? 'wrong small' : 'unseen'}>
        {CACHE_WORDS.settings.range(least, most)}
      </span>
    </div>
  )
}
