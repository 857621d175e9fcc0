// A gallery that warms nothing but its own books: which sessions exist, who drove them, and what was asked of it.
import type {
  CalendarRound,
  CalendarSession,
  DriverStandings,
  Season,
  SessionState,
} from '@contract/calendar'
import type { OpenedSession, SculptureTicket } from '@contract/calls'
import type { ErrorReport } from '@contract/errors'
import { sessionKey, type SessionCode, type SessionId } from '@contract/ids'
import { AppError, toReport } from '@main/core/app-error'
import type { SessionStock } from '@main/core/gallery/session-stock'
import type { WarmableGallery } from '@main/core/warming/warm-session'

const DAY_MS = 24 * 3_600_000

function aSession(code: SessionCode, change: Partial<CalendarSession> = {}): CalendarSession {
  const startAt = change.startAt ?? Date.UTC(2026, 5, 7, 13)
  return {
    code,
    name: `Session ${code}`,
    startAt,
    endAt: startAt + 2 * 3_600_000,
    gmtOffsetMs: 0,
    state: 'completed',
    ...change,
  }
}

/** A round in week `round` of the season with the given sessions. */
export function aRound(
  round: number,
  sessions: Partial<Record<SessionCode, SessionState>>,
  season = 2026,
): CalendarRound {
  const raceAt = Date.UTC(season, 2, 1, 13) + round * 7 * DAY_MS
  return {
    round,
    name: `Grand Prix ${round}`,
    country: 'Nowhere',
    location: `Town ${round}`,
    format: 'conventional',
    sessions: Object.entries(sessions).map(([code, state]) =>
      aSession(code as SessionCode, { state, startAt: code === 'R' ? raceAt : raceAt - DAY_MS }),
    ),
  }
}

export function aSeason(rounds: readonly CalendarRound[], season = 2026): Season {
  return { season, rounds, warnings: [] }
}

export function standingsOf(codes: readonly string[], season = 2026): DriverStandings {
  return {
    season,
    round: 1,
    warnings: [],
    drivers: codes.map((code, i) => ({
      position: i + 1,
      code,
      driverId: code.toLowerCase(),
      number: null,
      name: code,
      team: null,
      points: 100 - i,
      wins: 0,
    })),
  }
}

interface Shelf {
  laps: 'warm' | 'stale' | 'cold'
  readonly sculptures: Map<string, 'warm' | 'stale'>
}

export class WarmGallery implements WarmableGallery {
  /** Everything that was asked for, e.g. `load 2026:1:Q`. */
  readonly asked: string[] = []
  readonly drivers: Map<string, readonly string[]> = new Map()
  readonly untimed = new Set<string>()
  readonly refused = new Map<string, ErrorReport>()
  standings: DriverStandings | null = null
  /** Thrown, one after another, by what loads the session of this key. */
  readonly troubles = new Map<string, unknown[]>()
  /** Awaited by every loading, for tests that look in the middle. */
  during: (id: SessionId) => Promise<void> = async () => {}
  private readonly shelves = new Map<string, Shelf>()

  constructor(
    private readonly seasons: readonly Season[],
    private readonly field: readonly string[] = ['AAA', 'BBB', 'CCC'],
  ) {}

  /** As a day later: everything that is here wants to be checked. */
  age(): void {
    for (const shelf of this.shelves.values()) {
      if (shelf.laps === 'warm') shelf.laps = 'stale'
      for (const driver of shelf.sculptures.keys()) shelf.sculptures.set(driver, 'stale')
    }
  }

  async loadSeason(year: number): Promise<Season> {
    const season = this.seasons.find((each) => each.season === year)
    if (season === undefined) throw new AppError('source/not-available', String(year))
    return await Promise.resolve(season)
  }

  async loadStandings(season: number): Promise<DriverStandings> {
    if (this.standings === null) throw new AppError('source/unreachable', String(season))
    return await Promise.resolve(this.standings)
  }

  async stockOf(id: SessionId): Promise<SessionStock> {
    const { laps, sculptures } = this.shelf(id)
    const drivers = this.fieldOf(id)
    return await Promise.resolve({
      laps,
      drivers: laps === 'cold' ? null : drivers,
      timed: new Set(laps === 'cold' ? [] : drivers.filter((code) => !this.untimed.has(code))),
      sculptures: new Map(sculptures),
      refused: laps === 'cold' ? new Map() : this.refused,
    })
  }

  async checkSession(id: SessionId): Promise<void> {
    await this.work('check', id)
    const shelf = this.shelf(id)
    shelf.laps = 'warm'
    for (const driver of shelf.sculptures.keys()) shelf.sculptures.set(driver, 'warm')
  }

  async openSession(id: SessionId): Promise<OpenedSession> {
    await this.work('load', id)
    this.shelf(id).laps = 'warm'
    return {} as OpenedSession
  }

  async openSculpture(id: SessionId & { readonly driver: string }): Promise<SculptureTicket> {
    await this.work('build', id)
    const { sculptures } = this.shelf(id)
    for (const driver of this.fieldOf(id))
      if (!this.untimed.has(driver) && !this.refused.has(driver)) sculptures.set(driver, 'warm')
    if (!sculptures.has(id.driver)) throw new AppError('sculpture/too-few-samples', id.driver)
    return {} as SculptureTicket
  }

  /** How often that was asked, e.g. `load`. */
  count(what: string): number {
    return this.asked.filter((each) => each.startsWith(`${what} `)).length
  }

  refuse(driver: string): void {
    this.refused.set(driver, toReport(new AppError('sculpture/too-few-samples', driver)))
  }

  private async work(what: string, id: SessionId): Promise<void> {
    this.asked.push(`${what} ${sessionKey(id)}`)
    await this.during(id)
    const trouble = this.troubles.get(sessionKey(id))?.shift()
    if (trouble !== undefined) throw trouble
  }

  private fieldOf(id: SessionId): readonly string[] {
    return this.drivers.get(sessionKey(id)) ?? this.field
  }

  private shelf(id: SessionId): Shelf {
    const key = sessionKey(id)
    const shelf = this.shelves.get(key) ?? { laps: 'cold' as const, sculptures: new Map() }
    this.shelves.set(key, shelf)
    return shelf
  }
}
