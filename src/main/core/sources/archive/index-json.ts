// The year index of the live-timing host, `/static/{year}/Index.json`: meetings, sessions and their folders.
// Parsing only. Edge cases are numbered after the format notes: sessions without a path, phantom sessions
// (Key -1), foreign sessions (a path that climbs out), cancelled and testing meetings.

import { z } from 'zod'
import type { SessionCode } from '@contract/ids'
import { AppError } from '../../app-error'

const indexSession = z.object({
  Key: z.number(),
  Type: z.string(),
  Number: z.number().optional(),
  Name: z.string().optional(),
  StartDate: z.string().optional(),
  EndDate: z.string().optional(),
  GmtOffset: z.string().optional(),
  Path: z.string().optional(),
})

const indexJson = z.object({
  Meetings: z.array(
    z.object({
      Sessions: z.array(indexSession),
      Key: z.number(),
      Location: z.string(),
      Name: z.string(),
      Country: z.object({ Name: z.string() }),
    }),
  ),
})

export interface IndexedSession {
  readonly code: SessionCode
  readonly name: string
  /** Epoch ms, UTC. */
  readonly startAt: number
  readonly endAt: number | null
  readonly gmtOffsetMs: number
  /** Null: listed, but nothing was recorded. */
  readonly path: string | null
}

export interface IndexedMeeting {
  readonly name: string
  readonly country: string
  readonly location: string
  readonly sessions: readonly IndexedSession[]
}

/** @returns the meetings that belong to the championship, testing left out. @throws AppError `source/unparsable`. */
export function parseIndex(bytes: Uint8Array, season: number): readonly IndexedMeeting[] {
  const meetings = readJson(bytes, season).Meetings
  return meetings
    .filter((meeting) => !/\btest(ing)?\b/i.test(meeting.Name))
    .map((meeting) => ({
      name: meeting.Name,
      country: meeting.Country.Name,
      location: meeting.Location,
      sessions: meeting.Sessions.flatMap((session) => readSession(session, season)),
    }))
    .filter((meeting) => meeting.sessions.length > 0)
}

function readJson(bytes: Uint8Array, season: number): z.infer<typeof indexJson> {
  try {
    // TextDecoder drops the byte order mark that the host sends.
    return indexJson.parse(JSON.parse(new TextDecoder().decode(bytes)))
  } catch (cause) {
    throw new AppError('source/unparsable', `the archive's index of ${season}`, { cause })
  }
}

function readSession(session: z.infer<typeof indexSession>, season: number): IndexedSession[] {
  const { Name: name, StartDate: start, GmtOffset: offset } = session
  // Phantom entries have Key -1 and no name; "High Speed Track Test" and its like have a name of no session.
  if (session.Key === -1 || name === undefined || start === undefined) return []
  const code = codeOf(session.Type, name, session.Number, season)
  if (code === null) return []
  const gmtOffsetMs = offset === undefined ? 0 : parseGmtOffset(offset)
  if (gmtOffsetMs === null) return []
  const startAt = Date.parse(`${start}Z`) - gmtOffsetMs
  if (Number.isNaN(startAt)) return []
  const endAt = session.EndDate === undefined ? Number.NaN : Date.parse(`${session.EndDate}Z`) - gmtOffsetMs
  return [
    {
      code,
      name,
      startAt,
      endAt: Number.isNaN(endAt) ? null : endAt,
      gmtOffsetMs,
      path: session.Path !== undefined && isInside(session.Path) ? session.Path : null,
    },
  ]
}

/**
 * The session's code, by type first and name second: "Sprint Qualifying" was the sprint itself in 2021 and is a
 * qualifying from 2024. Null for anything that is no session of a weekend.
 */
function codeOf(type: string, name: string, number: number | undefined, season: number): SessionCode | null {
  if (type === 'Practice') {
    const n = number ?? Number(/\d/.exec(name)?.[0] ?? 1)
    return n === 1 ? 'FP1' : n === 2 ? 'FP2' : n === 3 ? 'FP3' : null
  }
  if (name === 'Sprint' || (name === 'Sprint Qualifying' && type === 'Race')) return 'S'
  if (name === 'Sprint Shootout') return 'SS'
  if (name === 'Sprint Qualifying') return season >= 2023 ? 'SQ' : 'S'
  if (name === 'Qualifying') return 'Q'
  return name === 'Race' ? 'R' : null
}

/** `-06:00:00` or `03:00:00` in ms; null if it is neither. */
function parseGmtOffset(text: string): number | null {
  const match = /^([+-]?)(\d{1,2}):(\d{2})(?::(\d{2}))?$/.exec(text)
  if (match === null) return null
  const [, sign, hours, minutes, seconds] = match
  const size = (Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds ?? 0)) * 1000
  return sign === '-' ? -size : size
}

/** A folder below the archive's root: no climbing out, no scheme, no leading slash. */
function isInside(path: string): boolean {
  return (
    /^\d{4}\//.test(path) && path.endsWith('/') && !path.split('/').includes('..') && !path.includes('\\')
  )
}
