// When the warming begins by itself: the rule in words, the next runs, and what became of those that were due. It is
// changed in the settings.

import { useNow, useValue } from '../../ui/use-value'
import { WORDS } from '../../ui/words'
import { useRulePreview } from '../settings/use-rule-preview'
import { ScheduleHistory } from './schedule-history'
import type { WarmingRoomStore } from './warming-room-store'

interface SchedulePageProps {
  readonly room: WarmingRoomStore
  readonly onSettings: () => void
}

export function SchedulePage({ room, onSettings }: SchedulePageProps) {
  const warming = useValue(room.feed.status)
  const now = useNow(20_000)
  if (warming === null) return <p className="quiet">{WORDS.warming.line.unknown}</p>
  return (
    <div className="schedule-page">
      <TheRule
        room={room}
        rule={warming.schedule.rule}
        zone={warming.schedule.zone}
        onSettings={onSettings}
      />
      <ScheduleHistory schedule={warming.schedule} room={room} now={now} />
    </div>
  )
}

interface TheRuleProps extends SchedulePageProps {
  readonly rule: string
  readonly zone: string
}

function TheRule({ room, rule, zone, onSettings }: TheRuleProps) {
  const words = WORDS.warming.next
  const { preview } = useRulePreview(room.previewRule, { rule, zone })
  return (
    <section className="the-rule" aria-labelledby="rule-title">
      <h2 id="rule-title">{words.ruleTitle}</h2>
      {/* What cannot be read is told beside it, with the next runs. */}
      <p className="next-when">{words.rule(preview?.words ?? rule, zone)}</p>
      <button type="button" className="button" onClick={onSettings}>
        {words.change}
      </button>
    </section>
  )
}
