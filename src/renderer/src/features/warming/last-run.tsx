// What came of the last run, as the label of a piece on show.

import { outcomeOf, type RunTask } from '@contract/runs'
import { bytes, dateTimeInZone, relativeTime, span, whole } from '../../ui/format'
import { Fact, Facts } from '../../ui/facts'
import { WORDS } from '../../ui/words'
import { nameOfTask, type Calendars } from './names'
import { troubleMessage } from '../../ui/trouble-text'

interface LastRunProps {
  readonly run: RunTask | null
  readonly calendars: Calendars
  /** Epoch ms. */
  readonly now: number
  readonly onDetails: (id: string) => void
}

export function LastRun({ run, calendars, now, onDetails }: LastRunProps) {
  const words = WORDS.warming.last
  return (
    <section className="label last-run" aria-labelledby="last-run-title">
      <h2 id="last-run-title">{words.title}</h2>
      {run === null ? (
        <p className="label-work">{words.never}</p>
      ) : (
        <>
          <p className="label-time" data-outcome={outcomeOf(run)}>
            {words.outcomes[outcomeOf(run)]}
          </p>
          <p className="label-work">{nameOfTask(run, calendars)}</p>
          <p className="label-line">
            {words.ended(relativeTime(run.finishedAt ?? now, now), dateTimeInZone(run.finishedAt ?? now))}
          </p>
          {run.error !== null && <p className="label-line">{troubleMessage(run.error)}</p>}
          <RunFacts run={run} />
          <button type="button" className="label-link" onClick={() => onDetails(run.id)}>
            {words.details}
          </button>
        </>
      )}
    </section>
  )
}

function RunFacts({ run }: { readonly run: RunTask }) {
  const words = WORDS.warming.last
  const { summary, isOverdue } = run.run
  return (
    <Facts>
      <Fact term={words.rounds}>{whole(summary.rounds)}</Fact>
      <Fact term={words.warmed}>{whole(summary.warmed)}</Fact>
      <Fact term={words.alreadyWarm}>{whole(summary.alreadyWarm)}</Fact>
      {summary.skipped > 0 && <Fact term={words.skipped}>{whole(summary.skipped)}</Fact>}
      {summary.failed > 0 && <Fact term={words.failed}>{whole(summary.failed)}</Fact>}
      <Fact term={words.received}>{bytes(summary.bytes)}</Fact>
      <Fact term={words.took} note={isOverdue ? words.overdue : undefined}>
        {span(summary.durationMs)}
      </Fact>
    </Facts>
  )
}
