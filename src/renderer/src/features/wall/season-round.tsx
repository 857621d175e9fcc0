// The season below the wall: one row a Grand Prix, in it every session that has been run, with its mark and what one can
// do about it.

import { day } from '../../ui/format'
import { WORDS } from '../../ui/words'
import { Mark } from './mark'
import type { MarkedSession, SeasonRound } from './season-marks'

export interface SeasonActions {
  /** Opens a session that is not here: it is fetched. */
  open(round: number, session: MarkedSession['session']['code']): void
  /** Has it warmed behind the scenes. */
  warm(round: SeasonRound, session: MarkedSession): void
  /** Shows on the wall what hangs of it. */
  find(round: SeasonRound, session: MarkedSession): void
  /** Seasons there are, newest first. */
  readonly seasons: readonly number[]
  /** Lists another one below the wall; what hangs on it stays. */
  choose(season: number): void
}

interface SeasonHeadProps {
  readonly season: number
  readonly actions: SeasonActions
  readonly said: string
}

export function SeasonHead({ season, actions, said }: SeasonHeadProps) {
  const words = WORDS.hang.season
  return (
    <header className="hang-head season-head">
      <h2>{words.title(season)}</h2>
      <p className="quiet">{words.hint}</p>
      {[season - 1, season + 1].map((other, i) =>
        actions.seasons.includes(other) ? (
          // By its side, not by its year: who goes on from year to year keeps the button under the finger.
          <button
            key={i === 0 ? 'before' : 'after'}
            type="button"
            className="button small"
            onClick={() => actions.choose(other)}
          >
            {words.other(other)}
          </button>
        ) : null,
      )}
      <output className="quiet">{said}</output>
    </header>
  )
}

interface SeasonRoundViewProps {
  readonly round: SeasonRound
  readonly actions: SeasonActions
}

export function SeasonRoundView({ round, actions }: SeasonRoundViewProps) {
  const first = round.sessions[0]
  return (
    <section className="season-round" aria-label={round.name}>
      <h3>{round.name}</h3>
      <p className="quiet small">{first === undefined ? '' : day(first.session.startAt)}</p>
      <ul>
        {round.sessions.map((session) => (
          <li key={session.key} className="season-slot" data-mark={session.mark}>
            <Slot round={round} session={session} actions={actions} />
          </li>
        ))}
      </ul>
    </section>
  )
}

interface SlotProps extends SeasonRoundViewProps {
  readonly session: MarkedSession
}

function Slot({ round, session, actions }: SlotProps) {
  const { season: words, marks, hints } = WORDS.hang
  const { mark, count } = session
  const { code } = session.session
  const name = WORDS.sessionName(code, session.session.name)
  return (
    <>
      <span className="slot-name">{name}</span>
      <span className="slot-mark" title={hints[mark]}>
        <Mark kind={mark} />
        {marks[mark]}
      </span>
      {count > 0 ? (
        <button
          type="button"
          className="slot-action"
          aria-label={words.showName(count, name, round.name)}
          onClick={() => actions.find(round, session)}
        >
          {words.count(count)}
        </button>
      ) : (
        <span className="slot-actions">
          <button
            type="button"
            className="slot-action"
            aria-label={words.openName(name, round.name)}
            onClick={() => actions.open(round.round, code)}
          >
            {words.open}
          </button>
          {mark === 'cold' && (
            <button
              type="button"
              className="slot-action"
              aria-label={words.warmName(name, round.name)}
              onClick={() => actions.warm(round, session)}
            >
              {words.warm}
            </button>
          )}
        </span>
      )}
    </>
  )
}
