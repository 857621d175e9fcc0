// The year index of the live-timing host, `/static/{year}/Index.json`: meetings, sessions and their folders.
// Parsing only. The host's own oddities are passed over in silence: sessions without a path, phantom sessions
// (Key -1), foreign sessions (another season, or a path that climbs out), testing. An entry that cannot be read at
// all costs itself and adds a warning.

import { z } from 'zod'
import type { SessionCode } from '@contract/ids'
import { say } from '@contract/phrases'
import { AppError } from '../../app-error'
import { isFolder } from './folder-names'

const indexSession = z.object({
  Key: z.number(),
  Type: z.string(),
  Number: z.number().nullish(),
  Name: z.string().nullish(),
  StartDate: z.string().nullish(),
  EndDate: z.string().nullish(),
  GmtOffset: z.string().nullish(),
  Path: z.string().nullish(),
})

const indexMeeting = z.object({
  Sessions: z.array(z.unknown()),
  Location: z.string(),
  Name: z.string(),
  Country: z.object({ Name: z.string() }),
})

const indexJson = z.object({ Meetings: z.array(z.unknown()) })

export interface IndexedSession {
  readonly code: SessionCode
  readonly name: string
  /** Epoch ms, UTC. */
  readonly startAt: number
  /** Epoch ms, UTC, after `startAt`; null where the index does not say or cannot be right. */
  readonly endAt: number | null
  readonly gmtOffsetMs: number
  /** Null: listed, but nothing was recorded, or not yet. */
  readonly path: string | null
}

export interface IndexedMeeting {
  readonly name: string
  readonly country: string
  readonly location: string
  /** At least one; each code at most once. */
  readonly sessions: readonly IndexedSession[]
}

export interface SeasonIndex {
  /** The championship's, in the order in which they took place; testing left out. */
  readonly meetings: readonly IndexedMeeting[]
  readonly warnings: readonly string[]
}

/** The longest a session was ever scheduled for is two hours; an end later than this is a slip of the index. */
const LONGEST_MS = 6 * 3_600_000

/** @throws AppError `source/unparsable` when the document as a whole is no index; nothing else. */
export function parseIndex(bytes: Uint8Array, season: number): SeasonIndex {
  let unreadable = 0
  const meetings = readJson(bytes, season).flatMap((entry): readonly IndexedMeeting[] => {
    const meeting = indexMeeting.safeParse(entry)
    if (!meeting.success) {
      unreadable++
      return []
    }
    const { Name: name, Country, Location: location, Sessions } = meeting.data
    if (isTesting(name)) return []
    const sessions = Sessions.flatMap((each) => {
      const session = indexSession.safeParse(each)
      const read = session.success ? readSession(session.data, season) : 'unreadable'
      if (read === 'unreadable') unreadable++
      return typeof read === 'string' ? [] : [read]
    })
    const once = oncePerCode(sessions)
    return once.length === 0 ? [] : [{ name, country: Country.Name, location, sessions: once }]
  })
  return {
    meetings: meetings.toSorted((a, b) => firstStart(a) - firstStart(b)),
    warnings: unreadable === 0 ? [] : [say('index-unreadable', { count: unreadable })],
  }
}

function readJson(bytes: Uint8Array, season: number): readonly unknown[] {
  try {
    // TextDecoder drops the byte order mark that the host sends.
    return indexJson.parse(JSON.parse(new TextDecoder().decode(bytes))).Meetings
  } catch (cause) {
    throw new AppError('source/unparsable', say('of-index', { season }), { cause })
  }
}

/** "Pre-Season Test", "Pre-Season Testing", and the "Pre-Season Track Session" of 2022. */
function isTesting(meetingName: string): boolean {
  return /\b(test|testing|pre-season)\b/i.test(meetingName)
}

/** `foreign`: no session of this championship, to be passed over. `unreadable`: it ought to be one. */
function readSession(
  session: z.infer<typeof indexSession>,
  season: number,
): IndexedSession | 'foreign' | 'unreadable' {
  const { Name: name, StartDate: start, EndDate: end, GmtOffset: offset, Path: path } = session
  // Phantom entries have Key -1 and no name; "High Speed Track Test" and its like have a name of no session.
  if (session.Key === -1 || typeof name !== 'string') return 'foreign'
  const code = codeOf(session.Type, name, session.Number ?? null, season)
  if (code === null) return 'foreign'
  const gmtOffsetMs = parseGmtOffset(offset ?? '00:00:00')
  const localStart = parseLocal(start ?? '')
  if (gmtOffsetMs === null || localStart === null) return 'unreadable'
  if (new Date(localStart).getUTCFullYear() !== season) return 'foreign'
  const startAt = localStart - gmtOffsetMs
  const localEnd = parseLocal(end ?? '')
  const isPlausibleEnd = localEnd !== null && localEnd > localStart && localEnd - localStart <= LONGEST_MS
  return {
    code,
    name,
    startAt,
    endAt: isPlausibleEnd ? localEnd - gmtOffsetMs : null,
    gmtOffsetMs,
    path: typeof path === 'string' && isFolder(path) ? path : null,
  }
}

/** Of two entries for one session the one with a recording, else the first. */
function oncePerCode(sessions: readonly IndexedSession[]): readonly IndexedSession[] {
  const byCode = new Map<SessionCode, IndexedSession>()
  for (const session of sessions) {
    const known = byCode.get(session.code)
    if (known === undefined || (known.path === null && session.path !== null))
      byCode.set(session.code, session)
  }
  return [...byCode.values()]
}

function firstStart({ sessions }: IndexedMeeting): number {
  return Math.min(...sessions.map(({ startAt }) => startAt))
}

/**
 * The session's code, by type first and name second: "Sprint Qualifying" was the sprint itself in 2021 and is a
 * qualifying from 2024. Null for anything that is no session of a weekend.
 */
function codeOf(type: string, name: string, number: number | null, season: number): SessionCode | null {
  if (type === 'Practice') {
    // A weekend with one practice calls it "Practice" (2020 Emilia Romagna).
    const digit = /\d/.exec(name)?.[0]
    const n = digit !== undefined ? Number(digit) : (number ?? 1)
    return n === 1 ? 'FP1' : n === 2 ? 'FP2' : n === 3 ? 'FP3' : null
  }
  if (name === 'Sprint' || (name === 'Sprint Qualifying' && type === 'Race')) return 'S'
  if (name === 'Sprint Shootout') return 'SS'
  if (name === 'Sprint Qualifying') return season >= 2023 ? 'SQ' : 'S'
  if (name === 'Qualifying') return 'Q'
  return name === 'Race' ? 'R' : null
}

/** `2025-10-25T15:00:00`, the circuit's clock, as if it were UTC; null if it is no such text. */
function parseLocal(text: string): number | null {
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2})?$/.test(text)) return null
  const at = Date.parse(`${text}Z`)
  return Number.isNaN(at) ? null : at
}

/** `-06:00:00` or `03:00:00` in ms; null if it is neither. */
function parseGmtOffset(text: string): number | null {
  const match = /^([+-]?)(\d{1,2}):(\d{2})(?::(\d{2}))?$/.exec(text)
  if (match === null) return null
  const [, sign, hours, minutes, seconds] = match
  const size = (Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds ?? 0)) * 1000
  // The earth has no clock further from UTC than 14 hours.
  if (size > 14 * 3_600_000) return null
  return sign === '-' ? -size : size
}
