// What a run will do, before it does it: a pure function of calendar, championship, stock, settings and the wish.

import type { CalendarRound, CalendarSession, DriverStandings, Season } from '@contract/calendar'
import { sculptureKey, sessionKey, type SessionCode, type SessionId } from '@contract/ids'
import type { DriverChoice, WarmingStrategy } from '@contract/settings'
import type { PlanGap, PlannedSession, Warmth, WarmPlan, WarmRequest } from '@contract/warming'
import { say } from '@contract/phrases'
import { AppError, toReport } from '../app-error'
import { expectedCost, type OwnRecord } from './own-record'
import { recentRounds } from './season-choice'
import { driverStock, wantedDrivers, type SessionStock } from '../gallery/session-stock'

export interface PlanInput {
  readonly request: WarmRequest
  readonly strategy: WarmingStrategy
  readonly season: Season
  /** Null when they cannot be had and were never had: then all drivers are warmed rather than none. */
  readonly standings: DriverStandings | null
  readonly stockOf: (id: SessionId) => SessionStock
  readonly record: OwnRecord
}

/** Drivers of a session that has not been read: the field has had twenty since 2017. Estimates only. */
const USUAL_FIELD = 20

/** A check of a session that has not changed: a dozen requests answered without a body. */
const CHECK_MS = 600

/** Sessions the wish could mean, before asking whether they can be had. */
interface Wish {
  readonly rounds: readonly CalendarRound[]
  readonly codes: readonly SessionCode[]
  readonly areSessionsNamed: boolean
}

export function planWarming(input: PlanInput): WarmPlan {
  const { request, season, strategy, record } = input
  const wish = wishOf(input)
  const gaps: PlanGap[] = []
  if (wish.rounds.length === 0) gaps.push(gapOf(noRounds(input), String(season.season), true))
  const choice = request.drivers ?? strategy.drivers
  const drivers = chosenDrivers(choice, strategy.favourites, input.standings)
  const areNamed = request.drivers?.kind === 'list'
  const sessions: PlannedSession[] = []
  let isFromOwnRecord = true
  for (const round of wish.rounds) {
    for (const code of wish.codes) {
      const id = { source: request.source, season: season.season, round: round.round, session: code }
      const session = round.sessions.find((each) => each.code === code)
      const missing = whyNot(session, id, round)
      if (session === undefined || missing !== null) {
        if (missing !== null) gaps.push(gapOf(missing, sessionKey(id), wish.areSessionsNamed))
        continue
      }
      const stock = input.stockOf(id)
      const planned = planSession(id, round, session, drivers, stock, record)
      gaps.push(...driverGaps(id, planned, stock, areNamed))
      sessions.push(planned)
      if (planned.warmth === 'cold' && !expectedCost(record, id.source, code).isOwn) isFromOwnRecord = false
    }
  }
  return {
    request,
    season: season.season,
    rounds: wish.rounds.map(({ round }) => round),
    sessions,
    gaps,
    totals: totalsOf(sessions),
    isFromOwnRecord,
  }
}

/** `No completed events for 2026`. */
export function noEvents(season: number): AppError {
  return new AppError('calendar/no-events', String(season))
}

function noRounds({ request, season }: PlanInput): AppError {
  return request.kind === 'race'
    ? new AppError('session/unknown', say('of-round', { season: season.season, round: request.round }))
    : noEvents(season.season)
}

function wishOf({ request, strategy, season }: PlanInput): Wish {
  const codes = request.sessions ?? strategy.sessions
  const areSessionsNamed = request.sessions !== undefined
  switch (request.kind) {
    case 'recent':
      return {
        rounds: recentRounds(season, request.rounds ?? strategy.recentRounds),
        codes,
        areSessionsNamed,
      }
    case 'race':
      return {
        rounds: season.rounds.filter(({ round }) => round === request.round),
        codes,
        areSessionsNamed,
      }
    case 'season':
      // Every round with a session to be had, the race run or not: whoever asks for a season wants it all.
      return {
        rounds: season.rounds
          .filter(({ sessions }) => sessions.some(({ state }) => state === 'completed'))
          .sort((a, b) => b.round - a.round),
        codes,
        areSessionsNamed,
      }
  }
}

/**
 * @returns codes, each once; null for all who set a time.
 */
function chosenDrivers(
  choice: DriverChoice,
  favourites: readonly string[],
  standings: DriverStandings | null,
): readonly string[] | null {
  switch (choice.kind) {
    case 'all':
      return null
    case 'list':
      return [...new Set([...choice.codes, ...favourites])]
    case 'top': {
      if (standings === null) return null
      const highest = standings.drivers.flatMap(({ code }) => (code === null ? [] : [code]))
      return [...new Set([...highest.slice(0, choice.count), ...favourites])]
    }
  }
}

/** `Session not available`, in the case at hand; null when it can be had. */
function whyNot(session: CalendarSession | undefined, id: SessionId, round: CalendarRound): AppError | null {
  const name = say('of-session', {
    season: id.season,
    event: round.name,
    session: session?.name ?? id.session,
  })
  if (session === undefined)
    return new AppError('session/not-available', name, {
      detail: say('weekend-has', { list: round.sessions.map(({ code }) => code).join(' ') }),
    })
  switch (session.state) {
    case 'completed':
      return null
    case 'cancelled':
      return new AppError('session/not-available', name, { detail: say('was-called-off') })
    case 'live':
      return new AppError('session/not-available', name, { detail: say('not-in-archive-yet') })
    case 'future':
      return new AppError('session/not-run', name)
  }
}

function planSession(
  id: SessionId,
  round: CalendarRound,
  session: CalendarSession,
  drivers: readonly string[] | null,
  stock: SessionStock,
  record: OwnRecord,
): PlannedSession {
  const wanted = wantedDrivers(stock, drivers)
  const kinds = wanted.map((driver) => driverStock(stock, driver).kind)
  const warm = kinds.filter((kind) => kind === 'warm').length
  const known = kinds.filter((kind) => kind === 'stale' || kind === 'cold').length
  const toDo = stock.drivers === null && drivers === null ? USUAL_FIELD : known
  const warmth = coldest([stock.laps, ...kinds.filter(isWarmth)])
  const cost = expectedCost(record, id.source, id.session)
  return {
    id,
    eventName: round.name,
    sessionName: session.name,
    warmth,
    drivers,
    warm,
    toDo,
    bytes: warmth === 'cold' ? Math.round(cost.bytes) : 0,
    durationMs: warmth === 'cold' ? Math.round(cost.durationMs) : warmth === 'stale' ? CHECK_MS : 0,
  }
}

function driverGaps(
  id: SessionId,
  { drivers, eventName, sessionName }: PlannedSession,
  stock: SessionStock,
  wasNamed: boolean,
): readonly PlanGap[] {
  return wantedDrivers(stock, drivers).flatMap((driver) => {
    const error = driverTrouble(
      driver,
      stock,
      say('of-session', { season: id.season, event: eventName, session: sessionName }),
    )
    return error === null
      ? []
      : [{ subject: sculptureKey({ ...id, driver, lap: 'fastest' }), error, wasNamed }]
  })
}

/** Why there can be no sculpture of this driver, as far as the session's stock tells; null while there can. */
export function driverTrouble(
  driver: string,
  stock: SessionStock,
  sessionName: string,
): PlanGap['error'] | null {
  const known = driverStock(stock, driver)
  switch (known.kind) {
    case 'absent':
      return toReport(new AppError('driver/unknown', say('of-driver-in', { driver, place: sessionName })))
    case 'no-time':
      return toReport(
        new AppError('lap/unknown', say('of-driver-in', { driver, place: sessionName }), {
          detail: say('no-lap-counted'),
        }),
      )
    case 'refused':
      return known.error
    case 'warm':
    case 'stale':
    case 'cold':
      return null
  }
}

function gapOf(error: AppError, subject: string, wasNamed: boolean): PlanGap {
  return { subject, error: toReport(error), wasNamed }
}

function isWarmth(kind: ReturnType<typeof driverStock>['kind']): kind is Warmth {
  return kind === 'warm' || kind === 'stale' || kind === 'cold'
}

function coldest(all: readonly Warmth[]): Warmth {
  if (all.includes('cold')) return 'cold'
  return all.includes('stale') ? 'stale' : 'warm'
}

function totalsOf(sessions: readonly PlannedSession[]): WarmPlan['totals'] {
  const sum = (of: (session: PlannedSession) => number): number =>
    sessions.reduce((total, session) => total + of(session), 0)
  const warm = sum((session) => session.warm)
  const toDo = sum((session) => session.toDo)
  return {
    sculptures: warm + toDo,
    warm,
    toDo,
    bytes: sum(({ bytes }) => bytes),
    durationMs: sum(({ durationMs }) => durationMs),
  }
}
