// What a person can ask of the gallery. Makes the calls, numbers the questions and feeds the answers to the reducer.
// No React, no three.js: a test drives it with a client of its own.

import type { OpenedSession, StartPlan } from '@contract/calls'
import type { Season } from '@contract/calendar'
import type { ErrorCode } from '@contract/errors'
import {
  sculpturePath,
  type LapChoice,
  type SculptureId,
  type SessionCode,
  type SessionId,
} from '@contract/ids'
import type { Sculpture } from '@contract/sculpture'
import type { SourceChoice } from '@contract/settings'
import type { WallItem } from '@contract/wall'
import { toReport, type GalleryClient } from '../../ipc/client'
import { WORDS } from '../../ui/words'
import { firstSessions } from '../calendar/first-sessions'
import { veiledLaps } from '../spoilers/veil'
import { candidates, fastestLapOf, standingExhibits } from './beside'
import { createBesideBringer } from './bring-beside'
import {
  EMPTY_GALLERY,
  reduceGallery,
  type GalleryEvent,
  type GalleryState,
  type GalleryView,
  type Track,
} from './gallery-state'
import type { Place } from './exhibit'
import { createImprover } from './improver'

/** When the first session has no recording, how many further ones to try before leaving the choice to the person. */
const FIRST_ATTEMPTS = 4

/**
 * How long the wall stays while a sculpture is on its way, ms. A warm one is there before that, so one goes over to a
 * plinth that already has it; for a cold one the plinth shows how far it is.
 */
const PATIENCE_MS = 120

/** Reasons to try the next session by ourselves: the archive answers, it only has nothing for this one. */
const NOTHING_RECORDED: ReadonlySet<ErrorCode> = new Set([
  'source/not-available',
  'source/no-data',
  'session/no-telemetry',
  'session/no-line',
  'session/not-run',
  'sculpture/too-few-samples',
])

export interface GalleryStore {
  readonly getState: () => GalleryState
  readonly subscribe: (listener: () => void) => () => void
  /** Fills the plinth without being asked: newest season, newest completed session, fastest driver. */
  start(): Promise<void>
  /** Goes over to the other source, remembers it, and starts there. */
  chooseSource(source: SourceChoice): Promise<void>
  chooseSeason(season: number): Promise<void>
  chooseRound(round: number): void
  /** Opens a session of the round on show and puts up its fastest lap. */
  openSession(session: SessionCode): Promise<void>
  openDriver(driver: string): Promise<void>
  /** Puts another lap of the open session on the plinth. */
  openLap(driver: string, lap: LapChoice): Promise<void>
  /** Goes from the wall to the plinth, with the sculpture of that card on it. */
  openItem(item: WallItem): Promise<void>
  /** The same for one that is known by its id alone, of whichever source and season. */
  openById(id: SculptureId): Promise<void>
  /** Goes to the other room; the plinth only while something is on it or on its way. */
  readonly show: (view: GalleryView) => void
  /** Sets the fastest lap of a driver of the open session beside the one on the plinth; a failed one once more. */
  setBeside(driver: string): Promise<void>
  /** Sets the fastest laps of all drivers beside it, as many as there is room for, fastest first. */
  setAllBeside(): Promise<void>
  /** The same for any lap of the open session. */
  setLapBeside(driver: string, lap: LapChoice): Promise<void>
  /** The same for a lap of another session of the circuit; one of another circuit fails with the reason. */
  setItemBeside(item: WallItem): Promise<void>
  takeAway(id: SculptureId): void
  clearBeside(): void
  /** Asks the failed question again; nothing that was chosen is lost. */
  retry(track: Track): Promise<void>
  /** Stops making what the piece waits for, if its task is known; else stops waiting for it. */
  cancel(taskId: string | null): Promise<void>
  closeTrouble(track: Track): void
}

type AskPlan = () => Promise<StartPlan>

export interface StoreDependencies {
  readonly client: GalleryClient
  /** Milliseconds from an arbitrary start, as performance.now(). */
  readonly nowMs: () => number
  /** Leaves a mark in the browser's timeline. */
  readonly mark: (name: string) => void
  readonly pause: (ms: number) => Promise<void>
  /** A sculpture of the wall that is in the page already, or on its way to it; null for any other. */
  readonly atHand?: (item: WallItem) => Promise<Sculpture> | null
}

export function createGalleryStore(parts: StoreDependencies): GalleryStore {
  const { client, nowMs, mark, pause, atHand } = parts
  let state = EMPTY_GALLERY
  let questions = 0
  /** Counts what the person asked for: a start that is still trying sessions gives way to it. */
  let wishes = 0
  /** The plan asked for last, to be asked for again. */
  let askAgain: AskPlan = () => client.call('app:getStartPlan')
  /** The plan asked for last; settles in any case. */
  let planned: Promise<unknown> = Promise.resolve()
  const listeners = new Set<() => void>()

  const dispatch = (event: GalleryEvent): void => {
    state = reduceGallery(state, event)
    for (const listener of listeners) listener()
  }
  const question = (): { readonly ask: number; readonly atMs: number } => ({
    ask: ++questions,
    atMs: nowMs(),
  })

  /** @returns the answer while it is still wanted; null when it failed (the state says so) or came too late. */
  const answered = async <T>(track: Track, ask: number, call: () => Promise<T>): Promise<T | null> => {
    try {
      const value = await call()
      return state.asked[track] === ask ? value : null
    } catch (error) {
      dispatch({ type: 'failed', track, ask, report: toReport(error) })
      return null
    }
  }

  const askPlan = async (call: AskPlan): Promise<StartPlan | null> => {
    askAgain = call
    const { ask, atMs } = question()
    dispatch({ type: 'plan-asked', ask, atMs })
    const answer = answered('calendar', ask, call)
    planned = answer
    const plan = await answer
    if (plan !== null) dispatch({ type: 'plan-answered', ask, plan })
    return plan
  }

  const begin = async (call: AskPlan): Promise<void> => {
    const wish = ++wishes
    const plan = await askPlan(call)
    if (plan === null || wishes !== wish) return
    // The newest season may not have begun; then the one before it has what we want.
    const newestFirst = [...plan.seasons].sort((a, b) => b - a).slice(0, 2)
    for (const season of newestFirst) {
      const calendar = await loadSeason(season)
      if (calendar === null || wishes !== wish) return
      if (await openFirst(calendar, wish)) return
    }
  }

  /** @returns whether the search is over: something is on show, or somebody wants something else. */
  const openFirst = async (calendar: Season, wish: number): Promise<boolean> => {
    const choices = firstSessions(calendar).slice(0, FIRST_ATTEMPTS)
    for (const { round, session } of choices) {
      dispatch({ type: 'round-chosen', round })
      await openSessionAt(
        placeOf({ source: state.source, season: calendar.season, round, session }, calendar),
      )
      const trouble = state.trouble.piece
      if (trouble === null || wishes !== wish || !NOTHING_RECORDED.has(trouble.report.code)) return true
    }
    return choices.length > 0
  }

  const loadSeason = async (season: number): Promise<Season | null> => {
    const { ask, atMs } = question()
    dispatch({ type: 'season-asked', ask, atMs, season })
    const input = { source: state.source, season }
    const calendar = await answered('calendar', ask, () => client.call('calendar:getSeason', input))
    if (calendar !== null) dispatch({ type: 'season-answered', ask, calendar })
    return calendar
  }

  const openSessionAt = async (place: Place): Promise<void> => {
    const { ask, atMs } = question()
    dispatch({ type: 'session-asked', ask, atMs, place })
    const session = await answered('piece', ask, () => client.call('sessions:open', place.id))
    if (session === null) return
    dispatch({ type: 'session-answered', ask, session })
    const driver = firstDriver(session)
    if (driver !== null) await openSculptureOf(driver, 'fastest')
  }

  const openSculptureOf = async (driver: string, lap: LapChoice): Promise<void> => {
    const { place } = state
    if (place === null) return
    const { ask, atMs } = question()
    mark('sculpture:asked')
    dispatch({ type: 'sculpture-asked', ask, atMs, driver, lap })
    await bring(place, driver, lap, { ask, atMs })
  }

  const bring = async (
    place: Place,
    driver: string,
    lap: LapChoice,
    { ask, atMs }: { readonly ask: number; readonly atMs: number },
    early: Promise<Sculpture | null> = Promise.resolve(null),
  ): Promise<void> => {
    const exhibit = await answered('piece', ask, async () => {
      const ticket = await client.call('sculptures:open', { ...place.id, driver, lap })
      const known = await early
      // Made anew since it was read: the ticket is of the better one.
      const isSame = known !== null && JSON.stringify(known.header) === JSON.stringify(ticket.header)
      const sculpture = isSame ? known : await client.fetchSculpture(ticket.path)
      return { ticket, sculpture, place, askedAtMs: atMs }
    })
    if (exhibit !== null) dispatch({ type: 'sculpture-answered', ask, exhibit })
  }

  const openItem = async (
    place: Place,
    driver: string,
    lap: LapChoice,
    early?: Promise<Sculpture | null>,
  ): Promise<void> => {
    const { ask, atMs } = question()
    mark('sculpture:asked')
    dispatch({ type: 'item-asked', ask, atMs, place, driver, lap })
    const brought = bring(place, driver, lap, { ask, atMs }, early)
    await Promise.race([brought, pause(PATIENCE_MS)])
    // Whoever has chosen something else meanwhile stays where that led.
    if (state.asked.piece === ask) dispatch({ type: 'view-chosen', view: 'plinth' })
    await Promise.all([brought, turnCatalogueTo(place.id)])
  }

  /** The catalogue beside the plinth opens where the sculpture belongs. What fails here is said when it is asked for. */
  const turnCatalogueTo = async (id: SessionId): Promise<void> => {
    if (state.calendar?.season !== id.season) await loadSeason(id.season)
    if (state.calendar?.season === id.season) dispatch({ type: 'round-chosen', round: id.round })
    if (state.session !== null) return
    const session = await client.call('sessions:open', id).catch(() => null)
    if (session !== null) dispatch({ type: 'session-found', id, session })
  }

  const takeImproved = createImprover({
    client,
    nowMs,
    onShow: () => [...(state.exhibit === null ? [] : [state.exhibit]), ...standingExhibits(state.beside)],
    dispatch,
  })
  const bringBeside = createBesideBringer({
    client,
    nowMs,
    mark,
    laps: () => state.beside,
    main: () => state.exhibit,
    nextAsk: () => ++questions,
    dispatch,
  })
  const setBeside = async (drivers: readonly string[]): Promise<void> => {
    const { place } = state
    if (place === null) return
    const ids = drivers.map((driver) => fastestLapOf(place, driver))
    await bringBeside(place, ids)
  }
  /** A driver's fastest lap has one name only, or it could stand beside itself. */
  const choiceOf = (driver: string, lap: LapChoice): LapChoice => {
    const fastest = state.session?.laps.drivers.find(({ code }) => code === driver)?.fastest
    return fastest?.lap === lap ? 'fastest' : lap
  }
  client.subscribe('sculptures:improved', (improved) => void takeImproved(improved))
  const start = (): Promise<void> => begin(() => client.call('app:getStartPlan'))
  client.subscribe('source:chosen', () => void start())

  return {
    getState: () => state,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    start,
    chooseSource: (source) => begin(() => client.call('settings:chooseSource', source)),
    async chooseSeason(season) {
      wishes++
      await loadSeason(season)
    },
    chooseRound(round) {
      wishes++
      dispatch({ type: 'round-chosen', round })
    },
    async openSession(session) {
      wishes++
      const { source, calendar, round } = state
      if (calendar === null || round === null) return
      await openSessionAt(placeOf({ source, season: calendar.season, round, session }, calendar))
    },
    async openDriver(driver) {
      wishes++
      await openSculptureOf(driver, 'fastest')
    },
    async openLap(driver, lap) {
      wishes++
      await openSculptureOf(driver, choiceOf(driver, lap))
    },
    async openItem(item) {
      wishes++
      const { id, eventName, sessionName } = item
      const { driver, lap, ...session } = id
      // What hangs is here: its bytes need not wait for its ticket. Evicted meanwhile, it is made anew and read then.
      const early = (atHand?.(item) ?? client.fetchSculpture(sculpturePath(id))).catch(() => null)
      await openItem({ id: session, eventName, sessionName }, driver, lap, early)
    },
    async openById({ driver, lap, ...session }) {
      const wish = ++wishes
      // A plan that is answered later would take the sculpture away again.
      await planned
      if (wishes !== wish) return
      // A visit: whoever followed a link has not chosen another source for good.
      if (state.source !== session.source) await askPlan(() => client.call('app:visitSource', session.source))
      if (wishes !== wish || state.source !== session.source) return
      // For the names of event and session; without them it opens all the same.
      const known = state.calendar?.season === session.season ? state.calendar : null
      const calendar = known ?? (await loadSeason(session.season))
      if (wishes === wish) await openItem(placeOf(session, calendar), driver, lap)
    },
    show(view) {
      if (view === 'plinth' && state.exhibit === null && state.waiting.piece === null) return
      dispatch({ type: 'view-chosen', view })
    },
    setBeside: (driver) => setBeside([driver]),
    async setAllBeside() {
      const { session, driver } = state
      if (session !== null)
        await setBeside(candidates(veiledLaps(session.laps), driver).map(({ code }) => code))
    },
    async setLapBeside(driver, lap) {
      const { place } = state
      if (place === null) return
      await bringBeside(place, [{ ...place.id, driver, lap: choiceOf(driver, lap) }])
    },
    async setItemBeside({ id, eventName, sessionName }) {
      const { driver: _driver, lap: _lap, ...session } = id
      await bringBeside({ id: session, eventName, sessionName }, [id])
    },
    takeAway(id) {
      dispatch({ type: 'beside-taken-away', id })
    },
    clearBeside() {
      dispatch({ type: 'beside-cleared' })
    },
    async retry(track) {
      const wish = ++wishes
      const { season, place, driver, lap } = state
      switch (state.trouble[track]?.step) {
        case 'plan':
          return begin(askAgain)
        case 'calendar': {
          if (season === null) return
          const calendar = await loadSeason(season)
          // Nothing chosen yet: it was the start that failed, so it goes on from here.
          if (calendar !== null && state.place === null && wishes === wish) await openFirst(calendar, wish)
          return
        }
        case 'session':
          if (place !== null) await openSessionAt(place)
          return
        case 'sculpture':
          if (driver !== null && place !== null) await openItem(place, driver, lap)
          return
        case undefined:
          return
      }
    },
    async cancel(taskId) {
      wishes++
      const { piece } = state.asked
      // A refusal is the same to us as a task that has just ended.
      const stopped = taskId !== null && (await client.call('tasks:cancel', taskId).catch(() => false))
      // Stopped work answers its own question, with `task/cancelled`. Otherwise nobody will: stop waiting.
      if (!stopped && state.asked.piece === piece) dispatch({ type: 'abandoned', ask: ++questions })
    },
    closeTrouble(track) {
      dispatch({ type: 'trouble-closed', track })
    },
  }
}

/** Drivers arrive fastest first; the first with a time is the fastest. In a hidden weekend it is the first by number. */
function firstDriver(session: OpenedSession): string | null {
  return veiledLaps(session.laps).drivers.find((driver) => driver.fastest !== null)?.code ?? null
}

function placeOf(id: SessionId, calendar: Season | null): Place {
  const round = calendar?.rounds.find((each) => each.round === id.round)
  const session = round?.sessions.find(({ code }) => code === id.session)
  return {
    id,
    eventName: round?.name ?? '',
    sessionName: WORDS.sessionName(id.session, session?.name ?? id.session),
  }
}
