// A plan as a table: what is warm, what would be fetched and made, and what cannot be had.

import type { PlannedSession, WarmPlan } from '@contract/warming'
import { bytes, span, whole } from '../../ui/format'
import { WhatIsThis } from '../../ui/what-is-this'
import { WORDS } from '../../ui/words'
import { troubleMessage } from '../../ui/trouble-text'

const words = WORDS.warming.plan

interface PlanTableProps {
  readonly plan: WarmPlan
  readonly onStart: () => void
}

export function PlanTable({ plan, onStart }: PlanTableProps) {
  const { totals, sessions } = plan
  const isWarm = totals.toDo === 0 && sessions.every(({ warmth }) => warmth === 'warm')
  return (
    <>
      {sessions.length > 0 && (
        <table className="plan-table">
          <caption>{words.caption}</caption>
          <thead>
            <tr>
              <th scope="col">{words.event}</th>
              <th scope="col">{words.session}</th>
              <th scope="col">{words.state}</th>
              <th scope="col" className="number">
                {words.warm}
              </th>
              <th scope="col" className="number">
                {words.size}
              </th>
              <th scope="col" className="number">
                {words.time}
              </th>
            </tr>
          </thead>
          <tbody>
            {sessions.map((session, index) => (
              <Row
                key={`${session.id.round} ${session.id.session}`}
                session={session}
                isFirst={session.id.round !== sessions[index - 1]?.id.round}
              />
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row" colSpan={3}>
                {words.total}
              </th>
              <td className="number">{words.ofWanted(whole(totals.warm), whole(totals.sculptures))}</td>
              <td className="number">{sizeText(totals.bytes)}</td>
              <td className="number">{timeText(totals.durationMs)}</td>
            </tr>
          </tfoot>
        </table>
      )}
      <Gaps plan={plan} />
      {sessions.length > 0 && <p className="quiet small">{plan.isFromOwnRecord ? words.own : words.usual}</p>}
      {isWarm && sessions.length > 0 ? (
        <p className="plan-warm">{words.nothingToDo}</p>
      ) : (
        sessions.length > 0 && (
          <div className="buttons">
            <button type="button" className="button primary" onClick={onStart}>
              {words.start}
            </button>
          </div>
        )
      )}
    </>
  )
}

/** @param isFirst of its round: the others below it need not say it again to the eye. */
function Row({ session, isFirst }: { readonly session: PlannedSession; readonly isFirst: boolean }) {
  const { id, eventName, sessionName, warmth, warm, toDo } = session
  const event = WORDS.catalogue.eventOption(id.round, eventName)
  return (
    <tr className={isFirst ? 'round-first' : undefined}>
      <th scope="row">{isFirst ? event : <span className="unseen">{event}</span>}</th>
      <td>{WORDS.sessionName(id.session, sessionName)}</td>
      <td>
        <span className="warmth" data-warmth={warmth}>
          {words.states[warmth]}
        </span>
      </td>
      <td className="number">{words.ofWanted(whole(warm), whole(warm + toDo))}</td>
      <td className="number">{sizeText(session.bytes)}</td>
      <td className="number">{timeText(session.durationMs)}</td>
    </tr>
  )
}

/** The plan in a sentence, for who cannot see the table appear. */
export function spokenTotals({ totals }: WarmPlan): string {
  return words.spoken(whole(totals.toDo), whole(totals.warm), bytes(totals.bytes), span(totals.durationMs))
}

function sizeText(size: number): string {
  return size === 0 ? words.nothing : bytes(size)
}

function timeText(ms: number): string {
  return ms === 0 ? words.nothing : span(ms)
}

function Gaps({ plan }: { readonly plan: WarmPlan }) {
  if (plan.gaps.length === 0) return null
  return (
    <section className="plan-gaps" aria-labelledby="gaps-title">
      <h3 id="gaps-title">{words.gaps}</h3>
      <ul>
        {plan.gaps.map(({ subject, error, wasNamed }) => (
          <li key={`${subject} ${error.code}`} data-named={wasNamed}>
            {troubleMessage(error)}{' '}
            <span className="quiet">{wasNamed ? words.willFail : words.willSkip}</span>{' '}
            <WhatIsThis code={error.code} />
          </li>
        ))}
      </ul>
    </section>
  )
}
