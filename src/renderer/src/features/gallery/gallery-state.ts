// What the gallery knows at one moment, and how each event changes it. Pure: no calls, no clock.
//
// Two tracks run side by side: `calendar` (plan, then a season) and `piece` (a session, then a sculpture). Each has
// one question open at most, with a number; an answer that carries an older number is dropped, so a slow answer can
// never replace what was chosen after it. The laps beside the main one have a module of their own.

import type { OpenedSession, StartPlan } from '@contract/calls'
import type { CalendarRound, Season } from '@contract/calendar'
import type { ErrorReport } from '@contract/errors'
import { sculptureKey, sessionKey, type LapChoice, type SessionId, type SourceKind } from '@contract/ids'
import type { Exhibit, Place } from './exhibit'
import { changePlaces, exchange, reduceBeside, type BesideEvent, type BesideLaps } from './beside'
import { isSameSession } from './same-session'

export type Track = 'calendar' | 'piece'
/** Which room the visitor is in: the plinth is the one with a sculpture. */
export type GalleryView = 'wall' | 'plinth' | 'warming' | 'cache' | 'settings' | 'help'
export type Step = 'plan' | 'calendar' | 'session' | 'sculpture'

export interface Waiting {
  readonly step: Step
  /** Cache keys a task for this question may be named after. */
  readonly subjects: readonly string[]
  /** performance.now() when asked, ms. */
  readonly askedAtMs: number
}

export interface Trouble {
  readonly step: Step
  readonly report: ErrorReport
}

export interface GalleryState {
  readonly view: GalleryView
  readonly source: SourceKind
  readonly reason: StartPlan['reason'] | null
  readonly seasons: readonly number[]
  readonly season: number | null
  readonly calendar: Season | null
  readonly round: number | null
  /** The session asked for last. */
  readonly place: Place | null
  /** Its laps, once it is open. */
  readonly session: OpenedSession | null
  readonly driver: string | null
  readonly lap: LapChoice
  readonly exhibit: Exhibit | null
  /** Further laps, in the order in which they were set beside the one on the plinth. */
  readonly beside: BesideLaps
  readonly asked: Readonly<Record<Track, number>>
  readonly waiting: Readonly<Record<Track, Waiting | null>>
  readonly trouble: Readonly<Record<Track, Trouble | null>>
}

interface Asked {
  readonly ask: number
  readonly atMs: number
}

export type GalleryEvent =
  | BesideEvent
  | ({ readonly type: 'plan-asked' } & Asked)
  | ({ readonly type: 'season-asked'; readonly season: number } & Asked)
  | ({ readonly type: 'session-asked'; readonly place: Place } & Asked)
  | ({ readonly type: 'sculpture-asked'; readonly driver: string; readonly lap: LapChoice } & Asked)
  /** From the wall: the sculpture is asked for at once, the session it belongs to beside it. */
  | ({
      readonly type: 'item-asked'
      readonly place: Place
      readonly driver: string
      readonly lap: LapChoice
    } & Asked)
  | { readonly type: 'plan-answered'; readonly ask: number; readonly plan: StartPlan }
  | { readonly type: 'season-answered'; readonly ask: number; readonly calendar: Season }
  | { readonly type: 'session-answered'; readonly ask: number; readonly session: OpenedSession }
  | { readonly type: 'session-found'; readonly id: SessionId; readonly session: OpenedSession }
  | { readonly type: 'sculpture-answered'; readonly ask: number; readonly exhibit: Exhibit }
  | { readonly type: 'failed'; readonly track: Track; readonly ask: number; readonly report: ErrorReport }
  /** A piece on show, made better behind the scenes. */
  | { readonly type: 'sculpture-improved'; readonly replaced: Exhibit; readonly exhibit: Exhibit }
  /** The person no longer waits for the piece; the work itself may go on. */
  | { readonly type: 'abandoned'; readonly ask: number }
  | { readonly type: 'round-chosen'; readonly round: number }
  | { readonly type: 'trouble-closed'; readonly track: Track }
  | { readonly type: 'view-chosen'; readonly view: GalleryView }

export const EMPTY_GALLERY: GalleryState = {
  view: 'wall',
  source: 'archive',
  reason: null,
  seasons: [],
  season: null,
  calendar: null,
  round: null,
  place: null,
  session: null,
  driver: null,
  lap: 'fastest',
  exhibit: null,
  beside: [],
  asked: { calendar: 0, piece: 0 },
  waiting: { calendar: null, piece: null },
  trouble: { calendar: null, piece: null },
}

export function reduceGallery(state: GalleryState, event: GalleryEvent): GalleryState {
  switch (event.type) {
    case 'plan-asked': {
      // A new source: whatever is still being made of the old one is no longer wanted, so both tracks move on.
      const asked = ask(ask(state, 'piece', event, null), 'calendar', event, { step: 'plan', subjects: [] })
      return { ...asked, ...NOTHING_CHOSEN }
    }
    case 'season-asked': {
      const asked = ask(state, 'calendar', event, { step: 'calendar', subjects: [] })
      return { ...asked, season: event.season, calendar: null, round: null }
    }
    case 'session-asked': {
      const waiting = { step: 'session', subjects: [sessionKey(event.place.id)] } as const
      const asked = ask(state, 'piece', event, waiting)
      return { ...asked, place: event.place, session: null, driver: null, beside: [] }
    }
    case 'sculpture-asked': {
      if (state.place === null) return state
      const { driver, lap } = event
      return { ...ask(state, 'piece', event, waitingForSculpture(state.place, driver, lap)), driver, lap }
    }
    case 'item-asked': {
      const { place, driver, lap } = event
      const isOpen = state.place !== null && isSameSession(state.place.id, place.id)
      const asked = ask(state, 'piece', event, waitingForSculpture(place, driver, lap))
      const kept = isOpen ? { session: state.session, beside: state.beside } : { session: null, beside: [] }
      return { ...asked, place, driver, lap, ...kept }
    }
    case 'plan-answered': {
      if (event.ask !== state.asked.calendar) return state
      const { source, reason, seasons } = event.plan
      return { ...settle(state, 'calendar'), source, reason, seasons }
    }
    case 'season-answered': {
      if (event.ask !== state.asked.calendar) return state
      return {
        ...settle(state, 'calendar'),
        calendar: event.calendar,
        round: firstRoundToShow(event.calendar),
      }
    }
    case 'session-answered':
      if (event.ask !== state.asked.piece) return state
      return { ...settle(state, 'piece'), session: event.session }
    case 'session-found':
      if (state.place === null || !isSameSession(state.place.id, event.id)) return state
      return { ...state, session: event.session }
    case 'sculpture-answered':
      if (event.ask !== state.asked.piece) return state
      return {
        ...settle(state, 'piece'),
        exhibit: event.exhibit,
        beside: changePlaces(state.beside, state.exhibit, event.exhibit),
      }
    case 'sculpture-improved': {
      // Not what was asked for last, perhaps; whatever is on show by now stays there.
      if (state.exhibit === event.replaced) return { ...state, exhibit: event.exhibit }
      return withBeside(state, exchange(state.beside, event.replaced, event.exhibit))
    }
    case 'beside-asked':
    case 'beside-answered':
    case 'beside-failed':
    case 'beside-taken-away':
    case 'beside-cleared':
      return withBeside(state, reduceBeside(state.beside, event, state.place))
    case 'failed': {
      const { track, report } = event
      const step = state.waiting[track]?.step
      if (event.ask !== state.asked[track] || step === undefined) return state
      return { ...settle(state, track), trouble: { ...state.trouble, [track]: { step, report } } }
    }
    case 'abandoned':
      return { ...settle(state, 'piece'), asked: { ...state.asked, piece: event.ask } }
    case 'round-chosen':
      return { ...state, round: event.round }
    case 'trouble-closed':
      return { ...state, trouble: { ...state.trouble, [event.track]: null } }
    case 'view-chosen':
      return event.view === state.view ? state : { ...state, view: event.view }
  }
}

/** @returns the round on show in the catalogue, or null while no calendar is there. */
export function chosenRound(state: GalleryState): CalendarRound | null {
  return state.calendar?.rounds.find((round) => round.round === state.round) ?? null
}

function withBeside(state: GalleryState, beside: BesideLaps): GalleryState {
  return beside === state.beside ? state : { ...state, beside }
}

function waitingForSculpture(
  { id }: Place,
  driver: string,
  lap: LapChoice,
): Pick<Waiting, 'step' | 'subjects'> {
  return { step: 'sculpture', subjects: [sculptureKey({ ...id, driver, lap }), sessionKey(id)] }
}

const NOTHING_CHOSEN = {
  season: null,
  calendar: null,
  round: null,
  place: null,
  session: null,
  driver: null,
  lap: 'fastest',
  beside: [],
} as const

function ask(
  state: GalleryState,
  track: Track,
  { ask: number, atMs }: Asked,
  question: Omit<Waiting, 'askedAtMs'> | null,
): GalleryState {
  const waiting = question === null ? null : { ...question, askedAtMs: atMs }
  return {
    ...state,
    asked: { ...state.asked, [track]: number },
    waiting: { ...state.waiting, [track]: waiting },
    trouble: { ...state.trouble, [track]: null },
  }
}

function settle(state: GalleryState, track: Track): GalleryState {
  return { ...state, waiting: { ...state.waiting, [track]: null } }
}

/** The newest round with something to open, or the first of a season that has not begun. */
function firstRoundToShow(calendar: Season): number | null {
  const begun = calendar.rounds.filter((round) => round.sessions.some(({ state }) => state === 'completed'))
  return (begun.at(-1) ?? calendar.rounds[0])?.round ?? null
}
