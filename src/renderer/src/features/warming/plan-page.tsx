// A run that is put together and looked at before it is begun.

import { useEffect } from 'react'
import type { CalendarRound } from '@contract/calendar'
import { Choice } from '../../ui/choice'
import { TextField } from '../../ui/text-field'
import { TroubleLine } from '../../ui/trouble-line'
import { useValue } from '../../ui/use-value'
import { WORDS } from '../../ui/words'
import type { GalleryState } from '../gallery/gallery-state'
import { DriverPicker, PresetPicker, SessionPicker } from './choice-pickers'
import { calendarKey } from './names'
import { planProblems, readWish, withPreset, type PlanFields } from './plan-form'
import { PlanTable, spokenTotals } from './plan-table'
import type { WarmingRoomStore } from './warming-room-store'

const words = WORDS.warming.plan
const SCOPES = (['recent', 'race', 'season'] as const).map((value) => ({ value, text: words.scopes[value] }))

interface PlanPageProps {
  readonly room: WarmingRoomStore
  readonly gallery: Pick<GalleryState, 'source' | 'seasons'>
}

export function PlanPage({ room, gallery }: PlanPageProps) {
  const { fields, plan, isAsking, trouble } = useValue(room.plan.state)
  const place = usePlace(room, gallery, fields)
  if (fields === null) return <p className="quiet">{WORDS.warming.line.unknown}</p>
  const problems = planProblems(fields)
  const wish = readWish(fields, gallery.source, place)
  const choose = (change: Partial<PlanFields>): void => room.plan.choose({ ...fields, ...change })
  return (
    <div className="plan-page">
      <form
        className="plan-form"
        aria-labelledby="plan-title"
        onSubmit={(event) => {
          event.preventDefault()
          if (wish !== null) void room.plan.look(wish)
        }}
      >
        <h2 id="plan-title">{words.title}</h2>
        <p className="quiet">{words.hint}</p>
        <PresetPicker onTake={(name) => room.plan.choose(withPreset(fields, name))} />
        <Choice
          label={words.scope}
          name="plan-scope"
          options={SCOPES}
          chosen={fields.scope}
          onChoose={(scope) => choose({ scope })}
        />
        {fields.scope === 'recent' ? (
          <TextField
            label={WORDS.warming.form.rounds}
            kind="whole"
            value={fields.rounds}
            problem={problems.rounds}
            onChange={(rounds) => choose({ rounds })}
          />
        ) : (
          <PlaceFields
            seasons={gallery.seasons}
            place={place}
            hasRound={fields.scope === 'race'}
            onChange={choose}
          />
        )}
        <SessionPicker
          chosen={fields.sessions}
          problem={problems.sessions}
          onChange={(sessions) => choose({ sessions })}
        />
        <DriverPicker
          name="plan-drivers"
          fields={fields.drivers}
          problem={problems.drivers}
          onChange={(drivers) => choose({ drivers })}
        />
        <div className="buttons">
          <button type="submit" className="button primary" disabled={wish === null || isAsking}>
            {isAsking ? words.looking : words.look}
          </button>
        </div>
      </form>
      <div className="plan-outcome" aria-busy={isAsking}>
        {/* The table is there to be read; that it is there, and what it comes to, is said. */}
        <output className="unseen">{plan === null ? '' : spokenTotals(plan)}</output>
        {trouble !== null && <TroubleLine report={trouble} />}
        {plan !== null && <PlanTable plan={plan} onStart={() => void start(room)} />}
      </div>
    </div>
  )
}

/** What has been begun is watched from the page of what goes on. */
async function start(room: WarmingRoomStore): Promise<void> {
  if (await room.plan.start()) room.page.change(() => 'now')
}

interface Place {
  readonly season: number | null
  readonly round: number | null
  /** Those of the season with something to warm, newest first. */
  readonly rounds: readonly CalendarRound[]
}

/** The season and the round that the form shows: what was chosen, else the newest there is. */
function usePlace(
  { names }: WarmingRoomStore,
  { source, seasons }: PlanPageProps['gallery'],
  fields: PlanFields | null,
): Place {
  const calendars = useValue(names.calendars)
  const chosen = fields?.season ?? null
  const season = chosen !== null && seasons.includes(chosen) ? chosen : newest(seasons)
  const isWanted = fields !== null && fields.scope === 'race'
  useEffect(() => {
    if (isWanted && season !== null) void names.want(source, season)
  }, [names, isWanted, source, season])
  const calendar = season === null ? undefined : calendars.get(calendarKey(source, season))
  const rounds = (calendar?.rounds ?? [])
    .filter(({ sessions }) => sessions.some(({ state }) => state === 'completed'))
    .reverse()
  const round = rounds.some((each) => each.round === fields?.round) ? fields?.round : rounds[0]?.round
  return { season, round: round ?? null, rounds }
}

function newest(seasons: readonly number[]): number | null {
  return seasons.length === 0 ? null : Math.max(...seasons)
}

interface PlaceFieldsProps {
  readonly seasons: readonly number[]
  readonly place: Place
  readonly hasRound: boolean
  readonly onChange: (change: Pick<PlanFields, 'season' | 'round'>) => void
}

function PlaceFields({ seasons, place, hasRound, onChange }: PlaceFieldsProps) {
  const form = WORDS.warming.form
  return (
    <div className="place-fields">
      <label className="field">
        <span>{form.season}</span>
        <select
          value={place.season ?? ''}
          disabled={seasons.length === 0}
          onChange={(event) => onChange({ season: Number(event.target.value), round: null })}
        >
          {[...seasons]
            .sort((a, b) => b - a)
            .map((season) => (
              <option key={season} value={season}>
                {season}
              </option>
            ))}
        </select>
      </label>
      {hasRound && (
        <label className="field">
          <span>{form.event}</span>
          <select
            value={place.round ?? ''}
            disabled={place.rounds.length === 0}
            onChange={(event) => onChange({ season: place.season, round: Number(event.target.value) })}
          >
            {place.rounds.map(({ round, name }) => (
              <option key={round} value={round}>
                {WORDS.catalogue.eventOption(round, name)}
              </option>
            ))}
          </select>
        </label>
      )}
    </div>
  )
}
