// One session of a run: check what is stale, make what is cold, and say of each sculpture what became of it. Decides
// nothing about retrying or waiting; what concerns the whole session is thrown.

import type { Season, DriverStandings } from '@contract/calendar'
import type { OpenedSession, SculptureTicket } from '@contract/calls'
import type { ErrorCode, ErrorReport } from '@contract/errors'
import { sculptureKey, sessionKey, type SculptureId, type SessionId } from '@contract/ids'
import type { TaskId } from '@contract/tasks'
import type { PlannedSession, WarmItem } from '@contract/warming'
import { say } from '@contract/phrases'
import { AppError, toReport } from '../app-error'
import type { Attempts } from '../tasks/attempts'
import { driverTrouble } from './plan'
import { driverStock, wantedDrivers, type SessionStock } from '../gallery/session-stock'

/** On whose behalf the gallery works. */
export interface WarmingCaller {
  readonly urgency: 'warming'
  readonly runId: TaskId
  readonly attempts: Attempts
}

/** What warming needs of a gallery. */
export interface WarmableGallery {
  loadSeason(season: number, signal: AbortSignal): Promise<Season>
  loadStandings(season: number, round: 'latest', signal: AbortSignal): Promise<DriverStandings>
  stockOf(id: SessionId): Promise<SessionStock>
  /** Asks the source whether what is stale has changed, and makes anew what has. */
  checkSession(id: SessionId, caller: WarmingCaller): Promise<void>
  openSession(id: SessionId, caller: WarmingCaller): Promise<OpenedSession>
  openSculpture(id: SculptureId, caller: WarmingCaller): Promise<SculptureTicket>
}

/** Troubles of one lap: the work went through, and what it made of the others is stored. */
const OF_ONE_LAP: ReadonlySet<ErrorCode> = new Set([
  'driver/unknown',
  'lap/unknown',
  'sculpture/too-few-samples',
  'cache/corrupt',
])

export interface WarmOrder {
  readonly planned: PlannedSession
  /** Whether the drivers were asked for by name: then one who is not there is a failure. */
  readonly areDriversNamed: boolean
}

/** @throws AppError as `Gallery.openSession` and `openSculpture`, for what concerns all sculptures of the session. */
export async function warmSession(
  { planned, areDriversNamed }: WarmOrder,
  gallery: WarmableGallery,
  caller: WarmingCaller,
): Promise<readonly WarmItem[]> {
  const { id, drivers } = planned
  const before = await gallery.stockOf(id)
  let stock = before
  if (isStale(stock, drivers)) {
    await gallery.checkSession(id, caller)
    stock = await gallery.stockOf(id)
  }
  if (stock.laps === 'cold') {
    await gallery.openSession(id, caller)
    stock = await gallery.stockOf(id)
  }
  const cold = wantedDrivers(stock, drivers).find((driver) => driverStock(stock, driver).kind === 'cold')
  let refusal: AppError | null = null
  if (cold !== undefined) {
    // The first of a session makes those of all its drivers.
    const opening = gallery.openSculpture({ ...id, driver: cold, lap: 'fastest' }, caller)
    refusal = await opening.then(() => null, ofOneLap)
    stock = await gallery.stockOf(id)
  }
  const name = say('of-session', {
    season: id.season,
    event: planned.eventName,
    session: planned.sessionName,
  })
  return wantedDrivers(stock, drivers).map((driver) => {
    const key = sculptureKey({ ...id, driver, lap: 'fastest' })
    const trouble = driverTrouble(driver, stock, name)
    if (trouble !== null) return { key, state: areDriversNamed ? 'failed' : 'skipped', error: trouble }
    if (driverStock(stock, driver).kind === 'cold') {
      const error = refusal ?? new AppError('internal/bug', `${key} was not stored`)
      return { key, state: 'failed', error: toReport(error) }
    }
    const wasWarm = driverStock(before, driver).kind === 'warm'
    return { key, state: wasWarm ? 'already-warm' : 'warmed', error: null }
  })
}

/** All sculptures wanted of a session, in one state: while it waits or is made, and when it failed as a whole. */
export function itemsInState(
  { id, drivers }: PlannedSession,
  stock: SessionStock,
  state: WarmItem['state'],
  error: ErrorReport | null = null,
): readonly WarmItem[] {
  const wanted = wantedDrivers(stock, drivers)
  if (wanted.length === 0) return [{ key: sessionKey(id), state, error }]
  return wanted.map((driver) => ({ key: sculptureKey({ ...id, driver, lap: 'fastest' }), state, error }))
}

function isStale(stock: SessionStock, drivers: readonly string[] | null): boolean {
  if (stock.laps === 'cold') return false
  if (stock.laps === 'stale') return true
  return wantedDrivers(stock, drivers).some((driver) => driverStock(stock, driver).kind === 'stale')
}

/** @returns the trouble of one lap. @throws all other troubles. */
function ofOneLap(error: unknown): AppError {
  if (error instanceof AppError && OF_ONE_LAP.has(error.code)) return error
  throw error
}
