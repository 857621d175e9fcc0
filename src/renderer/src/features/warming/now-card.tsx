// What is going on: a run with its progress, a pause, or rest; and the buttons that change it.

import { useEffect, useRef } from 'react'
import type { SourceKind } from '@contract/ids'
import { holdOf, runRatio, taskOf } from '@contract/runs'
import type { TaskSnapshot } from '@contract/tasks'
import type { WarmingStatus } from '@contract/warming'
import { bytes, percent, relativeTime, span, timeLeft, whole } from '../../ui/format'
import { TroubleLine } from '../../ui/trouble-line'
import { useValue } from '../../ui/use-value'
import { WORDS } from '../../ui/words'
import { nameOfTask, type Calendars } from './names'
import { queuedRuns } from './runs'
import { tookMs } from './task-list'
import { clockOrDay } from './warming-line'
import type { WarmingRoomStore } from './warming-room-store'

const words = WORDS.warming.now
const HOUR_MS = 3_600_000

interface NowCardProps {
  readonly room: WarmingRoomStore
  readonly source: SourceKind
  readonly status: WarmingStatus
  readonly tasks: readonly TaskSnapshot[]
  readonly calendars: Calendars
  /** Epoch ms. */
  readonly now: number
}

export function NowCard({ room, source, status, tasks, calendars, now }: NowCardProps) {
  const trouble = useValue(room.trouble)
  const title = useRef<HTMLHeadingElement>(null)
  const run = taskOf(tasks, status.runId)
  useFocusWhenGone(title, status.runId)
  const hold = run === null ? null : holdOf(run, status.paused, tasks)
  const queued = queuedRuns(tasks, status.runId)
  return (
    <section className="now-card" aria-labelledby="now-title">
      <h2 className="unseen">{words.title}</h2>
      <h3 id="now-title" ref={title} tabIndex={-1}>
        {titleOf(status, run, hold)}
      </h3>
      {run === null ? (
        <p className="quiet">{restText(status, now)}</p>
      ) : (
        <Run run={run} hold={hold} calendars={calendars} now={now} />
      )}
      {queued > 0 && <p className="quiet">{words.queued(queued, whole(queued))}</p>}
      {trouble !== null && <TroubleLine report={trouble} />}
      <div className="buttons">
        <button type="button" className="button primary" onClick={() => void room.warmNow(source)}>
          {words.warmNow}
        </button>
        {/* One button for both, so that the keyboard stays on it. */}
        <button
          type="button"
          className="button"
          onClick={() => void (status.paused === null ? room.pause(HOUR_MS) : room.resume())}
        >
          {status.paused === null ? words.pauseHour : words.resume}
        </button>
        {status.paused !== 'until-resumed' && (
          <button type="button" className="button" onClick={() => void room.pause(null)}>
            {words.pause}
          </button>
        )}
        {run !== null && (
          <button type="button" className="button" onClick={() => void room.tasks.cancel(run.id)}>
            {words.cancel}
          </button>
        )}
        {run === null && (
          <button type="button" className="button" onClick={() => room.page.change(() => 'plan')}>
            {words.lookFirst}
          </button>
        )}
      </div>
    </section>
  )
}

type Hold = ReturnType<typeof holdOf>

interface RunProps extends Pick<NowCardProps, 'calendars' | 'now'> {
  readonly run: TaskSnapshot
  readonly hold: Hold
}

function Run({ run, hold, calendars, now }: RunProps) {
  const { progress } = run
  const ratio = runRatio(run)
  const summary = run.run?.summary
  const took = tookMs(run, now)
  return (
    <>
      <p className="now-subject">
        <span>{nameOfTask(run, calendars)}</span>
        {run.run !== null && <span className="quiet">{words.triggers[run.run.trigger]}</span>}
      </p>
      {hold !== null && <p className="now-held">{heldText(hold, now)}</p>}
      <p className="now-progress">
        {ratio === null ? (
          <progress aria-label={words.planning} />
        ) : (
          <progress aria-label={words.warming} value={ratio} max={1} aria-valuetext={percent(ratio)} />
        )}
        {ratio !== null && <span>{percent(ratio)}</span>}
      </p>
      <ul className="now-numbers">
        {ratio !== null && <li>{words.progress(whole(progress.done), whole(progress.total))}</li>}
        {summary !== undefined && summary.bytes > 0 && <li>{words.received(bytes(summary.bytes))}</li>}
        {took !== null && <li>{span(Math.floor(took / 1000) * 1000)}</li>}
        {progress.remainingMs !== null && hold === null && (
          <li>{words.left(timeLeft(progress.remainingMs))}</li>
        )}
      </ul>
    </>
  )
}

function titleOf({ paused, runId }: WarmingStatus, run: TaskSnapshot | null, hold: Hold): string {
  if (runId === null) return paused === null ? words.idle : words.pausedTitle
  if (run === null) return words.planning
  if (hold === 'ending') return words.pausing
  if (hold !== null) return hold.reason === 'paused' ? words.pausedTitle : words.warming
  return runRatio(run) === null ? words.planning : words.warming
}

function restText({ paused, schedule }: WarmingStatus, now: number): string {
  if (paused === 'until-resumed') return words.pausedHint
  if (paused !== null) return words.pausedUntil(clockOrDay(paused, now))
  const { held } = schedule
  return held === null
    ? words.idleHint
    : words.due(relativeTime(held.dueAt, now), WORDS.warming.holds[held.reason])
}

function heldText(hold: NonNullable<Hold>, now: number): string {
  if (hold === 'ending') return words.pausingHint
  const { reason, untilAt } = hold
  const why = WORDS.warming.holds[reason]
  return untilAt === null ? words.held(why) : words.heldUntil(clockOrDay(untilAt, now), why)
}

/** The button that stops a run goes away with it: the keyboard goes on from the title. */
function useFocusWhenGone(title: React.RefObject<HTMLElement | null>, runId: string | null): void {
  const former = useRef(runId)
  useEffect(() => {
    const hasEnded = former.current !== null && runId === null
    former.current = runId
    if (hasEnded && document.activeElement === document.body) title.current?.focus({ preventScroll: true })
  }, [title, runId])
}
