// When the warming begins by itself: in the reader's own time, and how far off that is.

import type { ScheduleStatus } from '@contract/warming'
import { dateTimeInZone, relativeTime } from '../../ui/format'
import { TroubleLine } from '../../ui/trouble-line'
import { WORDS } from '../../ui/words'

interface NextRunProps {
  readonly schedule: ScheduleStatus
  /** Epoch ms. */
  readonly now: number
  readonly onChange: () => void
}

export function NextRun({ schedule, now, onChange }: NextRunProps) {
  const words = WORDS.warming.next
  const [next] = schedule.next
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
        </>
      )}
      <button type="button" className="text-button" onClick={onChange}>
        {words.change}
      </button>
    </section>
  )
}
