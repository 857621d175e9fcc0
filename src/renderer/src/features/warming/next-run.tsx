// When the warming begins by itself: how far off that is, in the reader's own time, and by which rule.

import type { ScheduleStatus } from '@contract/warming'
import { dateTimeInZone, relativeTime } from '../../ui/format'
import { TroubleLine } from '../../ui/trouble-line'
import { WORDS } from '../../ui/words'
import { useRulePreview } from '../settings/use-rule-preview'
import type { WarmingRoomStore } from './warming-room-store'

interface NextRunProps {
  readonly schedule: ScheduleStatus
  /** Epoch ms. */
  readonly now: number
  readonly previewRule: WarmingRoomStore['previewRule']
  readonly onChange: () => void
}

export function NextRun({ schedule, now, previewRule, onChange }: NextRunProps) {
  const words = WORDS.warming.next
  const [next] = schedule.next
  const { preview } = useRulePreview(previewRule, schedule)
  const said = preview?.words ?? null
  return (
    <section className="next-run" aria-labelledby="next-run-title">
      <h2 id="next-run-title">{words.title}</h2>
      {schedule.problem !== null && <TroubleLine report={schedule.problem} />}
      {next === undefined ? (
        <p className="next-when">{schedule.isOn ? words.none : words.off}</p>
      ) : (
        <>
          <p className="next-when">{relativeTime(Math.max(next, now), now)}</p>
          <p className="quiet">{dateTimeInZone(next)}</p>
          {said !== null && <p className="quiet small">{words.rule(said, schedule.zone)}</p>}
        </>
      )}
      <button type="button" className="text-button" onClick={onChange}>
        {words.change}
      </button>
    </section>
  )
}
