// The laps on show, by the line and the body each has, with the choice of the one that is compared.

import type { SculptureId } from '@contract/ids'
import { signed } from '../../ui/format'
import { toldTime } from '../../ui/told-time'
import { troubleHint, troubleMessage } from '../../ui/trouble-text'
import { WORDS } from '../../ui/words'
import type { BesideLap, BesideLaps } from '../gallery/beside'
import { exhibitId } from '../gallery/exhibit'
import type { ComparedLap, Comparison } from './comparison'
import { LapKey } from './lap-key'
import { keyOf } from './use-comparison'

interface LapListProps {
  /** Null while only one lap stands. */
  readonly comparison: Comparison | null
  readonly chosen: ComparedLap | null
  readonly choose: (lap: ComparedLap) => void
  readonly beside: BesideLaps
  readonly onTakeAway: (id: SculptureId) => void
}

export function LapList({ comparison, chosen, choose, beside, onTakeAway }: LapListProps) {
  const words = WORDS.compare.list
  return (
    <fieldset className="lap-list">
      <legend>
        <h3>{words.title}</h3>
      </legend>
      {comparison !== null && (
        <>
          <p className="lap-line">
            <span className="lap-pick" />
            <LapKey style={comparison.reference.style} isReference />
            <b>{comparison.reference.style.tag}</b>
            <span className="lap-figure">{timeOf(comparison.reference)}</span>
            <span className="quiet small">{words.reference}</span>
          </p>
          {comparison.others.map((lap) => (
            <LapLine
              key={keyOf(lap)}
              lap={lap}
              isChosen={lap === chosen}
              onChoose={() => choose(lap)}
              onTakeAway={() => onTakeAway(exhibitId(lap.exhibit))}
            />
          ))}
        </>
      )}
      {beside.map((lap) => (
        <Pending key={lap.ask} lap={lap} onTakeAway={() => onTakeAway(lap.id)} />
      ))}
      {comparison !== null && comparison.others.length > 1 && <p className="quiet small">{words.hint}</p>}
    </fieldset>
  )
}

interface LapLineProps {
  readonly lap: ComparedLap
  readonly isChosen: boolean
  readonly onChoose: () => void
  readonly onTakeAway: () => void
}

function LapLine({ lap, isChosen, onChoose, onTakeAway }: LapLineProps) {
  const words = WORDS.compare.list
  const { style, exhibit, gap } = lap
  const { season, lap: number } = exhibit.ticket.header
  const { eventName, sessionName } = exhibit.place
  return (
    <p className="lap-line">
      <label title={words.place(eventName, sessionName, season, number)}>
        <input
          type="radio"
          className="lap-pick"
          name="compared-lap"
          aria-label={words.choose(style.tag)}
          checked={isChosen}
          onChange={onChoose}
        />
        <LapKey style={style} />
        <b>{style.tag}</b>
        <span className="lap-figure">{timeOf(lap)}</span>
        <span className="lap-figure">{WORDS.compare.seconds(signed(gap.gapS.at(-1)!, 3))}</span>
      </label>
      <button type="button" className="link" aria-label={words.takeAway(style.tag)} onClick={onTakeAway}>
        ×
      </button>
    </p>
  )
}

/** What is on its way, or has failed: its reason, and the way to be rid of it. */
function Pending({ lap, onTakeAway }: { readonly lap: BesideLap; readonly onTakeAway: () => void }) {
  const words = WORDS.compare.list
  const { status, id } = lap
  if (status.kind === 'standing') return null
  if (status.kind === 'waiting') return <p className="quiet small">{words.waiting(id.driver)}</p>
  return (
    <p className="beside-trouble small" role="alert" title={troubleHint(status.report)}>
      {words.failed(id.driver, troubleMessage(status.report))}{' '}
      <button type="button" className="link" aria-label={words.takeAway(id.driver)} onClick={onTakeAway}>
        ×
      </button>
    </p>
  )
}

function timeOf({ exhibit }: ComparedLap): string {
  return toldTime(exhibit.ticket.header.lapTimeMs)
}
