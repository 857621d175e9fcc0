// Reads what a plan is a function of, and makes the plan.

import type { DriverStandings, Season } from '@contract/calendar'
import { sessionKey, type SessionId } from '@contract/ids'
import type { WarmingStrategy } from '@contract/settings'
import type { WarmPlan, WarmRequest } from '@contract/warming'
import { AppError, isAbort } from '../app-error'
import type { Logger } from '../ports'
import type { OwnRecord } from './own-record'
import { noEvents, planWarming } from './plan'
import { hasBegun } from './season-choice'
import { EMPTY_STOCK, type SessionStock } from '../gallery/session-stock'
import type { WarmableGallery } from './warm-session'

export interface PlanSources {
  readonly gallery: WarmableGallery
  readonly strategy: WarmingStrategy
  readonly record: OwnRecord
  /** Epoch ms: says which year this is. */
  readonly now: number
  readonly logger: Logger
}

/** @throws AppError `source/*` when a calendar cannot be had; `calendar/no-events` when there is none at all. */
export async function gatherPlan(
  request: WarmRequest,
  sources: PlanSources,
  signal: AbortSignal,
): Promise<WarmPlan> {
  const { gallery, strategy, record } = sources
  const season = await seasonFor(request, sources, signal)
  const standings = await standingsFor(request, season.season, sources, signal)
  const input = { request, strategy, season, standings, record }
  // Which sessions it is about does not depend on what is here of them.
  const { sessions } = planWarming({ ...input, stockOf: () => EMPTY_STOCK })
  const stocks = new Map<string, SessionStock>()
  for (const { id } of sessions) {
    signal.throwIfAborted()
    stocks.set(sessionKey(id), await gallery.stockOf(id))
  }
  const stockOf = (id: SessionId): SessionStock => stocks.get(sessionKey(id)) ?? EMPTY_STOCK
  return planWarming({ ...input, stockOf })
}

async function seasonFor(
  request: WarmRequest,
  { gallery, strategy, now }: PlanSources,
  signal: AbortSignal,
): Promise<Season> {
  const wanted = request.season ?? strategy.season
  if (wanted !== 'current') {
    const named = await published(gallery.loadSeason(wanted, signal))
    if (named === null) throw noEvents(wanted)
    return named
  }
  const year = new Date(now).getUTCFullYear()
  const thisYears = await published(gallery.loadSeason(year, signal))
  if (thisYears !== null && hasBegun(thisYears)) return thisYears
  const season = (await published(gallery.loadSeason(year - 1, signal))) ?? thisYears
  if (season === null) throw noEvents(year)
  return season
}

/** Null for a season that the source does not have (yet). */
async function published(loading: Promise<Season>): Promise<Season | null> {
  try {
    return await loading
  } catch (error) {
    if (error instanceof AppError && error.code === 'source/not-available') return null
    throw error
  }
}

/** Null where they are not needed, and where they cannot be had and were never had. */
async function standingsFor(
  request: WarmRequest,
  season: number,
  { gallery, strategy, logger }: PlanSources,
  signal: AbortSignal,
): Promise<DriverStandings | null> {
  if ((request.drivers ?? strategy.drivers).kind !== 'top') return null
  try {
    return await gallery.loadStandings(season, 'latest', signal)
  } catch (error) {
    if (isAbort(error) || !(error instanceof AppError)) throw error
    logger.log('warn', 'warming', 'the championship cannot be had, so all drivers are warmed', {
      season,
      code: error.code,
    })
    return null
  }
}
