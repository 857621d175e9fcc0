// Everything one chooses from: source, season, Grand Prix, session, driver. Holds no choice itself.

import { dayRange } from '../../ui/format'
import { SourceSwitch } from '../../ui/source-switch'
import { WORDS } from '../../ui/words'
import { besideOf, fastestLapOf } from '../gallery/beside'
import { chosenRound, type GalleryState } from '../gallery/gallery-state'
import type { GalleryStore } from '../gallery/gallery-store'
import { DriverList } from './driver-list'
import { SessionList } from './session-list'
import { TroubleNote } from '../../ui/trouble-card'
import { inWords } from '../../ui/trouble-text'

interface CatalogueProps {
  readonly state: GalleryState
  readonly store: GalleryStore
}

export function Catalogue({ state, store }: CatalogueProps) {
  const words = WORDS.catalogue
  const round = chosenRound(state)
  const { session } = state
  return (
    <nav className="catalogue" aria-label={words.landmark}>
      <header className="masthead">
        <h1>{WORDS.title}</h1>
        <p>{WORDS.subtitle}</p>
      </header>
      <button type="button" className="button back" onClick={() => store.show('wall')}>
        <span aria-hidden="true">←</span> {WORDS.wall.back}
      </button>

      <SourceSwitch
        name="source"
        source={state.source}
        onChoose={(source) => void store.chooseSource(source)}
      />

      <label className="field">
        <span>{words.season}</span>
        <select
          value={state.season ?? ''}
          disabled={state.seasons.length === 0}
          onChange={(event) => void store.chooseSeason(Number(event.target.value))}
        >
          {state.season === null && <option value="">{words.unchosen}</option>}
          {state.seasons.map((season) => (
            <option key={season} value={season}>
              {season}
            </option>
          ))}
        </select>
      </label>

      <label className="field">
        <span>{words.event}</span>
        <select
          value={state.round ?? ''}
          disabled={state.calendar === null}
          onChange={(event) => store.chooseRound(Number(event.target.value))}
        >
          {state.round === null && <option value="">{words.unchosen}</option>}
          {state.calendar?.rounds.map(({ round: number, name }) => (
            <option key={number} value={number}>
              {words.eventOption(number, name)}
            </option>
          ))}
        </select>
      </label>

      {state.waiting.calendar !== null && <output className="quiet">{words.loading}</output>}
      {state.trouble.calendar !== null && state.exhibit !== null && (
        <TroubleNote
          report={state.trouble.calendar.report}
          onRetry={() => void store.retry('calendar')}
          onClose={() => store.closeTrouble('calendar')}
        />
      )}
      {state.calendar?.warnings.map((warning) => (
        <p key={warning} className="quiet">
          {inWords(warning)}
        </p>
      ))}

      {round !== null && (
        <p className="quiet event-place">
          {words.eventPlace(round.location, round.country, eventDays(round.sessions))}
        </p>
      )}

      {round !== null && (
        <SessionList
          sessions={round.sessions}
          chosen={isChosen(state) ? (state.place?.id.session ?? null) : null}
          onOpen={(code) => void store.openSession(code)}
        />
      )}

      <DriverList
        session={session?.laps ?? null}
        heading={state.place}
        chosen={state.driver}
        isWaiting={state.waiting.piece?.step === 'session'}
        onOpen={(driver) => void store.openDriver(driver)}
        beside={{
          laps: state.beside,
          lapOf: (driver) =>
            state.place === null ? undefined : besideOf(state.beside, fastestLapOf(state.place, driver)),
          set: (driver) => void store.setBeside(driver),
          setAll: () => void store.setAllBeside(),
          takeAway: (id) => store.takeAway(id),
          clear: () => store.clearBeside(),
        }}
      />
    </nav>
  )
}

/** Whether the session asked for last belongs to the round on show. */
function isChosen(state: GalleryState): boolean {
  const id = state.place?.id
  return id?.source === state.source && id.season === state.season && id.round === state.round
}

function eventDays(sessions: readonly { readonly startAt: number }[]): string {
  const starts = sessions.map((session) => session.startAt)
  return starts.length === 0 ? '' : dayRange(Math.min(...starts), Math.max(...starts))
}
