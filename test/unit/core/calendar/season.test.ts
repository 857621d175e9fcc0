import { describe, expect, it } from 'vitest'
import { findSession, isFinal, needsConfirmation, seasonAt, sessionState } from '@main/core/calendar/season'
import type { SourceSeason, SourceSession } from '@main/core/sources/session-source'

const HOUR_MS = 3_600_000
const startAt = Date.UTC(2025, 9, 25, 21)
const qualifying: SourceSession = {
  code: 'Q',
  name: 'Qualifying',
  startAt,
  endAt: startAt + HOUR_MS,
  gmtOffsetMs: -6 * HOUR_MS,
  path: '2025/2025-10-26_Mexico_City_Grand_Prix/2025-10-25_Qualifying/',
  cancelled: false,
}
const season: SourceSeason = {
  season: 2025,
  warnings: [],
  rounds: [
    { round: 20, name: 'Mexico City Grand Prix', country: 'Mexico', location: 'Mexico City', format: 'conventional', sessions: [qualifying] },
  ],
} // prettier-ignore

describe('a session in the calendar', () => {
  it('is to come before its start, live until the archive can have it, and completed after', () => {
    expect(sessionState(qualifying, startAt - 1)).toBe('future')
    expect(sessionState(qualifying, startAt)).toBe('live')
    expect(sessionState(qualifying, startAt + HOUR_MS)).toBe('live')
    expect(sessionState(qualifying, startAt + 2 * HOUR_MS)).toBe('completed')
  })

  it('is live until the archive has it, where the archive was asked', () => {
    const over = startAt + 3 * HOUR_MS
    expect(sessionState({ ...qualifying, archived: 'not-yet' }, over)).toBe('live')
    expect(sessionState({ ...qualifying, archived: 'yes' }, over)).toBe('completed')
  })

  it('needs the word of the archive between its end and two days later', () => {
    expect(needsConfirmation(qualifying, qualifying.endAt)).toBe(false)
    expect(needsConfirmation(qualifying, qualifying.endAt + HOUR_MS)).toBe(true)
    expect(needsConfirmation(qualifying, qualifying.endAt + 49 * HOUR_MS)).toBe(false)
    expect(needsConfirmation({ ...qualifying, cancelled: true }, qualifying.endAt + HOUR_MS)).toBe(false)
    expect(needsConfirmation({ ...qualifying, path: null }, qualifying.endAt + HOUR_MS)).toBe(false)
  })

  it('counts as cancelled when nothing was recorded of it two days after its end', () => {
    const unrecorded = { ...qualifying, path: null }
    expect(sessionState(unrecorded, startAt - 1)).toBe('future')
    expect(sessionState(unrecorded, startAt + 3 * HOUR_MS)).toBe('live')
    expect(sessionState(unrecorded, startAt + 72 * HOUR_MS)).toBe('cancelled')
  })

  it('is final a week after its end', () => {
    expect(isFinal(qualifying, qualifying.endAt + 6 * 24 * HOUR_MS)).toBe(false)
    expect(isFinal(qualifying, qualifying.endAt + 8 * 24 * HOUR_MS)).toBe(true)
  })

  it('is found by round and code, and its absence is told with what there is', () => {
    const id = { source: 'archive', season: 2025, round: 20, session: 'Q' } as const
    expect(findSession(season, id).session).toBe(qualifying)
    expect(() => findSession(season, { ...id, session: 'R' })).toThrow(/it has Q/)
    expect(() => findSession(season, { ...id, round: 3 })).toThrow(/2025 round 3/)
  })

  it('shows each session of the season in its state', () => {
    const states = seasonAt(season, startAt + 3 * HOUR_MS).rounds.map((round) =>
      round.sessions.map((s) => s.state),
    )
    expect(states).toEqual([['completed']])
  })
})
