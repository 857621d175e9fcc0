// The fields of the strategy: what is kept warm.

import { TextField } from '../../ui/text-field'
import { WORDS } from '../../ui/words'
import { DriverPicker, SessionPicker } from '../warming/choice-pickers'
import type { WarmingFields, WarmingProblems } from './warming-form'

interface StrategyFieldsProps {
  readonly fields: WarmingFields
  readonly problems: WarmingProblems
  readonly seasons: readonly number[]
  readonly onChange: (change: Partial<WarmingFields>) => void
}

export function StrategyFields({ fields, problems, seasons, onChange }: StrategyFieldsProps) {
  const words = WORDS.warming.schedule
  return (
    <fieldset className="settings-group">
      <legend>{words.strategy}</legend>
      <div className="field-row">
        <label className="field">
          <span>{words.season}</span>
          <select value={fields.season} onChange={(event) => onChange({ season: event.target.value })}>
            <option value="current">{words.currentSeason}</option>
            {seasonsToChoose(seasons, fields.season).map((season) => (
              <option key={season} value={season}>
                {season}
              </option>
            ))}
          </select>
        </label>
        <TextField
          label={WORDS.warming.form.rounds}
          kind="whole"
          value={fields.recentRounds}
          problem={problems.recentRounds}
          onChange={(recentRounds) => onChange({ recentRounds })}
        />
        <TextField
          label={words.maxConcurrent}
          kind="whole"
          value={fields.maxConcurrent}
          problem={problems.maxConcurrent}
          onChange={(maxConcurrent) => onChange({ maxConcurrent })}
        />
      </div>
      <SessionPicker
        chosen={fields.sessions}
        problem={problems.sessions}
        onChange={(sessions) => onChange({ sessions })}
      />
      <DriverPicker
        name="strategy-drivers"
        fields={fields.drivers}
        problem={problems.drivers}
        onChange={(drivers) => onChange({ drivers })}
      />
      <TextField
        label={words.favourites}
        hint={WORDS.warming.form.codesHint}
        value={fields.favourites}
        problem={problems.favourites}
        onChange={(favourites) => onChange({ favourites })}
      />
    </fieldset>
  )
}

/** Newest first, with the one that is set even where the source on show does not have it. */
function seasonsToChoose(seasons: readonly number[], chosen: string): readonly number[] {
  const set = chosen === 'current' ? [] : [Number(chosen)]
  return [...new Set([...seasons, ...set])].sort((a, b) => b - a)
}
