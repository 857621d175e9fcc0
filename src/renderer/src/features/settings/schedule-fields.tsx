// The fields of the schedule: when it warms by itself, and what it waits for.

import { useId, type ReactNode } from 'react'
import type { ErrorReport } from '@contract/errors'
import { TextField } from '../../ui/text-field'
import { Tick } from '../../ui/tick'
import { WORDS } from '../../ui/words'
import type { WarmingFields, WarmingProblems } from './warming-form'
import { zonesToChoose } from './zones'
import { troubleHint, troubleMessage } from '../../ui/trouble-text'

interface ScheduleFieldsProps {
  readonly fields: WarmingFields
  readonly problems: WarmingProblems
  /** Why the rule was not taken. */
  readonly refusedRule: ErrorReport | null
  /** What the rule comes to. */
  readonly inWords: ReactNode
  readonly onChange: (change: Partial<WarmingFields>) => void
}

export function ScheduleFields({ fields, problems, refusedRule, inWords, onChange }: ScheduleFieldsProps) {
  const words = WORDS.warming.schedule
  return (
    <fieldset className="settings-group">
      <legend>{words.schedule}</legend>
      <Tick text={words.isOn} isTicked={fields.isOn} onChange={(isOn) => onChange({ isOn })} />
      <div className="field-row">
        <TextField
          label={words.rule}
          isCode
          hint={words.ruleHint}
          problem={refusedRule === null ? undefined : troubleMessage(refusedRule)}
          value={fields.rule}
          onChange={(rule) => onChange({ rule })}
        />
        <ZoneField zone={fields.zone} onChange={(zone) => onChange({ zone })} />
      </div>
      {refusedRule !== null && <p className="quiet small">{troubleHint(refusedRule)}</p>}
      {inWords}
      <div className="ticks one">
        <Tick text={words.catchUp} isTicked={fields.catchUp} onChange={(catchUp) => onChange({ catchUp })} />
        <Tick
          text={words.afterSessions}
          isTicked={fields.afterSessions}
          onChange={(afterSessions) => onChange({ afterSessions })}
        />
        <Tick
          text={words.onBattery}
          isTicked={fields.onBattery === 'wait'}
          onChange={(waits) => onChange({ onBattery: waits ? 'wait' : 'run' })}
        />
        <Tick
          text={words.onMetered}
          isTicked={fields.onMetered === 'wait'}
          onChange={(waits) => onChange({ onMetered: waits ? 'wait' : 'run' })}
        />
      </div>
      <div className="field-row">
        <TextField
          label={words.maxDelay}
          kind="whole"
          hint={words.maxDelayHint}
          value={fields.maxDelayMinutes}
          problem={problems.maxDelayMinutes}
          onChange={(maxDelayMinutes) => onChange({ maxDelayMinutes })}
        />
        <TextField
          label={words.alertAfter}
          kind="whole"
          value={fields.alertAfterMinutes}
          problem={problems.alertAfterMinutes}
          onChange={(alertAfterMinutes) => onChange({ alertAfterMinutes })}
        />
      </div>
    </fieldset>
  )
}

function ZoneField({ zone, onChange }: { readonly zone: string; readonly onChange: (zone: string) => void }) {
  const id = useId()
  return (
    <div className="field">
      <label htmlFor={id}>{WORDS.warming.schedule.zone}</label>
      <select id={id} value={zone} onChange={(event) => onChange(event.target.value)}>
        {zonesToChoose(zone).map((each) => (
          <option key={each} value={each}>
            {each}
          </option>
        ))}
      </select>
    </div>
  )
}
