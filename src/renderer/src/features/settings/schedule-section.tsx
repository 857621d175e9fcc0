// Strategy and schedule: the one form of this room that is saved as a whole, because half of a rule is none.

import { DEFAULT_SETTINGS, type WarmingSettings } from '@contract/settings'
import { TroubleLine } from '../../ui/trouble-line'
import { useValue } from '../../ui/use-value'
import { WORDS } from '../../ui/words'
import { PresetPicker } from '../warming/choice-pickers'
import { RuleInWords } from './rule-in-words'
import { ScheduleFields } from './schedule-fields'
import { Section } from './section'
import type { SettingsRoomStore } from './settings-room-store'
import { StrategyFields } from './strategy-fields'
import { useRulePreview } from './use-rule-preview'
import { warmingProblems, withWarmingPreset, type WarmingFields } from './warming-form'
import type { WarmingFormState, WarmingFormStore } from './warming-form-store'

interface ScheduleSectionProps {
  readonly room: SettingsRoomStore
  readonly seasons: readonly number[]
  readonly onWarming: () => void
}

const DEFAULTS: WarmingSettings = {
  strategy: DEFAULT_SETTINGS.strategy,
  schedule: DEFAULT_SETTINGS.schedule,
  alertAfterMs: DEFAULT_SETTINGS.alertAfterMs,
}

export function ScheduleSection({ room, seasons, onWarming }: ScheduleSectionProps) {
  const state = useValue(room.warming.state)
  const words = WORDS.settings.schedule
  return (
    <Section
      section="schedule"
      hint={words.hint}
      reset={{
        isDefault: state.stored === null || JSON.stringify(state.stored) === JSON.stringify(DEFAULTS),
        onReset: () => {
          // What is typed goes too, or it would stay where the rest goes back.
          room.warming.discard()
          void room.settings.change(DEFAULTS)
        },
      }}
    >
      {state.fields !== null && (
        <WarmingForm state={state} fields={state.fields} room={room} seasons={seasons} />
      )}
      <p className="quiet small">
        {words.history}{' '}
        <button type="button" className="text-button" onClick={onWarming}>
          {words.toWarming}
        </button>
      </p>
    </Section>
  )
}

interface WarmingFormProps extends Pick<ScheduleSectionProps, 'room' | 'seasons'> {
  readonly state: WarmingFormState
  readonly fields: WarmingFields
}

function WarmingForm({ state, fields, room, seasons }: WarmingFormProps) {
  const form = room.warming
  const { trouble } = state
  const problems = warmingProblems(fields)
  const reading = useRulePreview(room.settings.previewRule, { rule: fields.rule, zone: fields.zone })
  const change = (changed: Partial<WarmingFields>): void => form.change({ ...fields, ...changed })
  // Whether a rule can be read only the main process knows; it says so while one types, and once more when saving.
  const refusedRule = reading.problem ?? (trouble?.code === 'schedule/unreadable' ? trouble : null)
  return (
    <form
      className="settings-form"
      onSubmit={(event) => {
        event.preventDefault()
        void form.save()
      }}
    >
      <PresetPicker onTake={(name) => form.change(withWarmingPreset(fields, name))} />
      <ScheduleFields
        fields={fields}
        problems={problems}
        refusedRule={refusedRule}
        inWords={<RuleInWords reading={reading} zone={fields.zone} isOn={fields.isOn} />}
        onChange={change}
      />
      <StrategyFields fields={fields} problems={problems} seasons={seasons} onChange={change} />
      {trouble !== null && trouble.code !== 'schedule/unreadable' && <TroubleLine report={trouble} />}
      <SaveBar form={form} state={state} isReadable={Object.keys(problems).length === 0} />
    </form>
  )
}

interface SaveBarProps {
  readonly form: WarmingFormStore
  readonly state: WarmingFormState
  readonly isReadable: boolean
}

function SaveBar({ form, state: { status }, isReadable }: SaveBarProps) {
  const words = WORDS.warming.schedule
  return (
    <div className="buttons save-bar">
      <button type="submit" className="button primary" disabled={!isReadable || status !== 'changed'}>
        {status === 'saving' ? words.saving : words.save}
      </button>
      <button type="button" className="button" disabled={status !== 'changed'} onClick={() => form.discard()}>
        {words.discard}
      </button>
      <output className="quiet">
        {status === 'changed' ? words.changed : status === 'saved' ? words.saved : ''}
      </output>
    </div>
  )
}
