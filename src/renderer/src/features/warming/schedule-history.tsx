// The next runs by the rule as it is saved, and what became of those that were due.

import type { ScheduleEntry, ScheduleStatus } from '@contract/warming'
import { dateTimeInZone, relativeTime } from '../../ui/format'
import { useValue } from '../../ui/use-value'
import { WORDS } from '../../ui/words'
import { TroubleLine } from '../../ui/trouble-line'
import type { WarmingRoomStore } from './warming-room-store'

/** Of the history: a season of Mondays. */
const MOST_ENTRIES = 30

const words = WORDS.warming.schedule

interface ScheduleHistoryProps {
  readonly schedule: ScheduleStatus
  readonly room: WarmingRoomStore
  /** Epoch ms. */
  readonly now: number
}

export function ScheduleHistory({ schedule, room, now }: ScheduleHistoryProps) {
  const tasks = useValue(room.feed.tasks) ?? []
  const isKnown = (id: string): boolean => tasks.some((task) => task.id === id)
  return (
    <div className="schedule-side">
      <section aria-labelledby="next-runs-title">
        <h2 id="next-runs-title">{WORDS.warming.next.list}</h2>
        {schedule.problem !== null && <TroubleLine report={schedule.problem} />}
        {schedule.next.length === 0 ? (
          <p className="quiet">{schedule.isOn ? WORDS.warming.next.none : WORDS.warming.next.off}</p>
        ) : (
          <ol className="next-list">
            {schedule.next.map((at) => (
              <li key={at}>
                <span>{dateTimeInZone(at)}</span>{' '}
                <span className="quiet">{relativeTime(Math.max(at, now), now)}</span>
              </li>
            ))}
          </ol>
        )}
      </section>
      <section aria-labelledby="history-title">
        <h2 id="history-title">{words.history}</h2>
        {schedule.history.length === 0 ? (
          <p className="quiet">{words.historyNone}</p>
        ) : (
          <table>
            <caption className="unseen">{words.history}</caption>
            <thead>
              <tr>
                <th scope="col">{words.due}</th>
                <th scope="col">{words.why}</th>
                <th scope="col">{words.outcome}</th>
              </tr>
            </thead>
            <tbody>
              {schedule.history.slice(0, MOST_ENTRIES).map((entry) => (
                <tr key={`${entry.dueAt} ${entry.trigger} ${entry.decidedAt}`}>
                  <th scope="row">{dateTimeInZone(entry.dueAt)}</th>
                  <td>{WORDS.warming.now.triggers[entry.trigger]}</td>
                  <td>
                    <Outcome entry={entry} isKnown={isKnown} onShow={room.showTask} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </section>
    </div>
  )
}

interface OutcomeProps {
  readonly entry: ScheduleEntry
  readonly isKnown: (id: string) => boolean
  readonly onShow: (id: string) => void
}

function Outcome({ entry: { reason, runId }, isKnown, onShow }: OutcomeProps) {
  if (reason !== null) return words.skipped(words.skips[reason])
  if (runId === null || !isKnown(runId)) return words.ran
  return (
    <button type="button" className="text-button" onClick={() => onShow(runId)}>
      {words.ran}
    </button>
  )
}
