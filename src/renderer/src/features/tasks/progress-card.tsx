// What the gallery is doing while one waits: stage in words, real bytes, elapsed time, and a way out.

import { useEffect, useState } from 'react'
import type { TaskSnapshot } from '@contract/tasks'
import { bytes, elapsed, percent, timeLeft } from '../../ui/format'
import { WORDS } from '../../ui/words'
import { SHOWN_STAGES, stageRatio, stageState } from './task-feed'

interface ProgressCardProps {
  readonly title: string
  /** performance.now() when it was asked for, ms. */
  readonly askedAtMs: number
  /** Null while no task is known: the answer may come from the cache at any moment. */
  readonly task: TaskSnapshot | null
  readonly onCancel: () => void
}

export function ProgressCard({ title, askedAtMs, task, onCancel }: ProgressCardProps) {
  const words = WORDS.waiting
  const [isCancelling, setCancelling] = useState(false)
  const waitedMs = useElapsed(askedAtMs)
  const stage = task?.progress.stage ?? 'waiting'
  const stageWords = task === null ? words.looking : words.stages[stage]
  const ratio = task === null ? null : stageRatio(task.progress)
  return (
    <section className="card progress" aria-label={title}>
      <h2>{title}</h2>
      {/* Only the stage is announced; numbers that change ten times a second are there for who looks. */}
      <p className="progress-stage">
        <output>{stageWords}</output>
        <span className="progress-percent">{ratio === null ? '' : percent(ratio)}</span>
      </p>
      {ratio === null ? (
        <progress aria-label={stageWords} />
      ) : (
        <progress aria-label={stageWords} value={ratio} max={1} />
      )}
      <ol className="stages" aria-hidden="true">
        {SHOWN_STAGES.map((each) => (
          <li key={each} data-state={task === null ? 'after' : stageState(each, stage)}>
            {words.stages[each]}
          </li>
        ))}
      </ol>
      <dl className="progress-facts">
        {task !== null && receivedBytes(task) > 0 && (
          <div>
            <dt>{words.received}</dt>
            <dd>{receivedText(task)}</dd>
          </div>
        )}
        {task !== null && task.progress.remainingMs !== null && (
          <div>
            <dt>{words.remaining}</dt>
            <dd>{words.about(timeLeft(task.progress.remainingMs))}</dd>
          </div>
        )}
        <div>
          <dt>{words.elapsed}</dt>
          <dd>{elapsed(waitedMs)}</dd>
        </div>
      </dl>
      <div className="buttons">
        <button
          type="button"
          className="button"
          disabled={isCancelling}
          onClick={() => {
            setCancelling(true)
            onCancel()
          }}
        >
          {isCancelling ? words.cancelling : words.cancel}
        </button>
      </div>
    </section>
  )
}

/** Those of the download that is going on, else those of the task's downloads so far. */
function receivedBytes({ progress }: TaskSnapshot): number {
  return progress.stage === 'downloading' ? progress.done : progress.bytes
}

function receivedText(task: TaskSnapshot): string {
  const { stage, total } = task.progress
  const received = bytes(receivedBytes(task))
  return stage === 'downloading' && total > 0 ? WORDS.waiting.ofBytes(received, bytes(total)) : received
}

/** Milliseconds since `sinceMs`, renewed each second while the card is up. */
function useElapsed(sinceMs: number): number {
  const [nowMs, setNowMs] = useState(() => performance.now())
  useEffect(() => {
    const timer = setInterval(() => setNowMs(performance.now()), 1000)
    return () => clearInterval(timer)
  }, [])
  return Math.max(0, nowMs - sinceMs)
}
