// What a sculpture's label says, kept beside its bytes, so that a wall of thousands is listed without reading one
// of them. What was stored is not trusted: another version may have written it.

import { z } from 'zod'
import { parseKey, type SculptureId, type SourceKind } from '@contract/ids'
import { COMPOUNDS, type SessionLaps } from '@contract/laps'
import { sculptureIdSchema } from '@contract/validators'
import type { WallItem } from '@contract/wall'
import type { BlobEntry, BlobMetadata } from '../ports'
import type { SourceRound, SourceSession } from '../sources/session-source'
import type { WantedLap } from './build-sculptures'

/** Far above any real name; keeps a damaged entry from filling a card. */
const NAME_LENGTH = 120
const name = z.string().max(NAME_LENGTH)

const labelSchema = z.object({
  driverName: name,
  team: name,
  teamColour: z
    .string()
    .regex(/^#[0-9a-f]{6}$/i)
    .nullable(),
  eventName: name,
  sessionName: name,
  sessionAt: z.int(),
  lap: z.int().min(1),
  lapTimeMs: z.int().min(0).nullable(),
  compound: z.enum(COMPOUNDS).nullable(),
  plan: z
    .string()
    .max(2_000)
    .regex(/^\d{1,3},\d{1,3}( \d{1,3},\d{1,3})*$/)
    .nullable(),
})

export type WallLabel = Readonly<z.infer<typeof labelSchema>>

/** @returns null when the session's laps do not know the driver or the lap. @param plan see `planOutline`. */
export function labelOf(
  laps: SessionLaps,
  wanted: WantedLap,
  { round, session }: { readonly round: SourceRound; readonly session: SourceSession },
  plan: string | null,
): WallLabel | null {
  const driver = laps.drivers.find(({ code }) => code === wanted.driver)
  const lap = driver?.laps.find((each) => each.lap === wanted.lap)
  if (driver === undefined || lap === undefined) return null
  return {
    driverName: driver.name,
    team: driver.team,
    teamColour: driver.teamColour,
    eventName: round.name,
    sessionName: session.name,
    sessionAt: session.startAt,
    lap: lap.lap,
    lapTimeMs: lap.lapTimeMs,
    compound: lap.compound,
    plan,
  }
}

type LabelledEntry = Pick<BlobEntry, 'key' | 'metadata'>

/**
 * The wall: newest session first, within a session the fastest lap first, laps without a time last.
 * Entries that are no sculptures, or whose label is missing or not understood, are left out.
 */
export function wallItems(entries: readonly LabelledEntry[], source: SourceKind): readonly WallItem[] {
  return entries.flatMap((entry) => itemOf(entry, source) ?? []).sort(byHanging)
}

/**
 * What has been understood once: a wall is listed again after every store, and checking two thousand labels takes
 * some 50 ms where looking them up takes two. Metadata are never changed in place, so nothing here can be out of date.
 */
const understood = new WeakMap<BlobMetadata, WallItem | null>()

function itemOf({ key, metadata }: LabelledEntry, source: SourceKind): WallItem | null {
  const known = understood.get(metadata)
  if (known !== undefined && (known === null || (known.key === key && known.id.source === source)))
    return known
  const id = sculptureIdOf(key, source)
  const label = id === null ? null : labelSchema.safeParse(metadata.label)
  const item = id === null || label?.success !== true ? null : { key, id, ...label.data }
  understood.set(metadata, item)
  return item
}

/** @returns null for a key that is not a sculpture's. */
function sculptureIdOf(key: string, source: SourceKind): SculptureId | null {
  const parsed = parseKey(key)
  if (parsed?.kind !== 'sculpture') return null
  const { kind: _kind, ...parts } = parsed
  const id = sculptureIdSchema.safeParse({ source, ...parts })
  return id.success ? id.data : null
}

function byHanging(a: WallItem, b: WallItem): number {
  const ofSessions = b.sessionAt - a.sessionAt || a.id.round - b.id.round
  if (ofSessions !== 0) return ofSessions
  const timeOf = ({ lapTimeMs }: WallItem): number => lapTimeMs ?? Number.MAX_SAFE_INTEGER
  return timeOf(a) - timeOf(b) || (a.key < b.key ? -1 : 1)
}
