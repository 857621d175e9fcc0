// What is kept warm and when, to be changed and saved; beside it what comes of that: the next runs and what became of
// the last ones that were due.

import type { GalleryState } from '../gallery/gallery-state'
import { TroubleLine } from '../../ui/trouble-line'
import { useNow, useValue } from '../../ui/use-value'
import { WORDS } from '../../ui/words'
import { PresetPicker } from './choice-pickers'
import { DesktopFields } from './desktop-fields'
import { ScheduleFields } from './schedule-fields'
import { ScheduleHistory } from './schedule-history'
import { settingsProblems, withSettingsPreset, type SettingsFields } from './settings-form'
import { StrategyFields } from './strategy-fields'
import type { WarmingRoomStore } from './warming-room-store'

const words = WORDS.warming.schedule

interface SchedulePageProps {
  readonly room: WarmingRoomStore
  readonly gallery: Pick<GalleryState, 'seasons'>
}

export function SchedulePage({ room, gallery }: SchedulePageProps) {
  const { settings, feed } = room
  const { fields, status, trouble } = useValue(settings.state)
  const warming = useValue(feed.status)
  const now = useNow(20_000)
  if (fields === null)
    return trouble === null ? (
      <p className="quiet">{WORDS.warming.line.unknown}</p>
    ) : (
      <TroubleLine report={trouble} />
    )
  const problems = settingsProblems(fields)
  const isReadable = Object.keys(problems).length === 0
  const change = (changed: Partial<SettingsFields>): void => settings.change({ ...fields, ...changed })
  // The one thing a form cannot tell by itself is whether the main process can read the rule.
  const refusedRule = trouble?.code === 'schedule/unreadable' ? trouble : null
  return (
    <div className="schedule-page">
      <form
        className="settings-form"
        onSubmit={(event) => {
          event.preventDefault()
          void settings.save()
        }}
      >
        <PresetPicker onTake={(name) => settings.change(withSettingsPreset(fields, name))} />
        <StrategyFields fields={fields} problems={problems} seasons={gallery.seasons} onChange={change} />
        <ScheduleFields fields={fields} problems={problems} refusedRule={refusedRule} onChange={change} />
        <DesktopFields fields={fields} onChange={change} />
        {trouble !== null && refusedRule === null && <TroubleLine report={trouble} />}
        <div className="buttons save-bar">
          <button type="submit" className="button primary" disabled={!isReadable || status !== 'changed'}>
            {status === 'saving' ? words.saving : words.save}
          </button>
          <button
            type="button"
            className="button"
            disabled={status !== 'changed'}
            onClick={() => settings.discard()}
          >
            {words.discard}
          </button>
          <output className="quiet">
            {status === 'changed' ? words.changed : status === 'saved' ? words.saved : ''}
          </output>
        </div>
      </form>
      {warming !== null && <ScheduleHistory schedule={warming.schedule} room={room} now={now} />}
    </div>
  )
}
