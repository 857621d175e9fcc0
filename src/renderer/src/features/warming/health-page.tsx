// How the parts of the application are, and what it has written down.

import { useEffect } from 'react'
import type { PartHealth } from '@contract/health'
import { clockTime, dateTimeInZone } from '../../ui/format'
import { TroubleLine } from '../../ui/trouble-line'
import { useValue } from '../../ui/use-value'
import { WORDS } from '../../ui/words'
import type { HealthStore } from './health-store'
import { LogView } from './log-view'
import type { WarmingRoomStore } from './warming-room-store'
import { inWords, troubleMessage } from '../../ui/trouble-text'

const words = WORDS.health

export function HealthPage({ room }: { readonly room: WarmingRoomStore }) {
  const [nextAt] = useValue(room.feed.status)?.schedule.next ?? []
  return (
    <div className="health-page">
      <Health store={room.health} nextAt={nextAt ?? null} />
      <LogView store={room.log} />
    </div>
  )
}

interface HealthProps {
  readonly store: HealthStore
  /** Epoch ms of the next run; null where none is planned. */
  readonly nextAt: number | null
}

function Health({ store, nextAt }: HealthProps) {
  const { report, checkedAt, isChecking, trouble } = useValue(store.state)
  useEffect(() => {
    if (store.state.get().report === null) void store.check()
  }, [store])
  return (
    <section className="health" aria-labelledby="health-title">
      <h2 id="health-title">{words.title}</h2>
      <p className="health-status" data-status={report?.status} role="status">
        {report === null ? words.checking : words.statuses[report.status]}
      </p>
      {trouble !== null && <TroubleLine report={trouble} />}
      {report !== null && (
        <table>
          <caption className="unseen">{words.caption}</caption>
          <thead className="unseen">
            <tr>
              <th scope="col">{words.part}</th>
              <th scope="col">{words.state}</th>
              <th scope="col">{words.detail}</th>
            </tr>
          </thead>
          <tbody>
            {report.parts.map((part) => (
              <tr key={part.part}>
                <th scope="row">{words.parts[part.part]}</th>
                <td>
                  <span className="health-state" data-state={part.state}>
                    {words.states[part.state]}
                  </span>
                </td>
                <td className="quiet health-detail">{detailOf(part, nextAt)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <div className="buttons">
        <button
          type="button"
          className="button"
          aria-disabled={isChecking}
          onClick={() => void store.check()}
        >
          {isChecking ? words.checking : words.check}
        </button>
        {checkedAt !== null && (
          <span className="quiet small">{words.checkedAt(clockTime(checkedAt, 'seconds'))}</span>
        )}
      </div>
    </section>
  )
}

/** The schedule's own detail is an instant for programs. */
function detailOf({ part, state, detail, error }: PartHealth, nextAt: number | null): string {
  if (error !== undefined) return troubleMessage(error)
  if (part !== 'scheduler' || state !== 'ok') return inWords(detail)
  return nextAt === null ? '' : words.next(dateTimeInZone(nextAt))
}
