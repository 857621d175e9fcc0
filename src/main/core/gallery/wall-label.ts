// What a sculpture's label says, kept beside its bytes, so that a wall of thousands is listed without reading one
// of them. What was stored is not trusted: another version may have written it.

import { z } from 'zod'
import { parseKey, type SculptureId, type SourceKind } from '@contract/ids'
import { COMPOUNDS, type SessionLaps } from '@contract/laps'
import { sculptureIdSchema } from '@contract/validators'
import { SAMPLE_FLAGS, type Sculpture } from '@contract/sculpture'
import { WALL_GAPS, type WallGap, type WallItem } from '@contract/wall'
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
  // Labels of entries that were written before these were known.
  circuit: name.default(''),
  gap: z.enum(WALL_GAPS).nullable().default(null),
  madeAt: z.int().min(0).default(0),
})

export type WallLabel = Readonly<z.infer<typeof labelSchema>>

/** @returns what the recording lacked for this lap, the gravest first. */
export function gapOf({ header, channels }: Sculpture): WallGap | null {
  if (header.placedBy === 'speed') return 'positions'
  if (channels.flags.some((flags) => (flags & SAMPLE_FLAGS.speedFromPositions) !== 0)) return 'speeds'
  return header.warnings.length > 0 ? 'other' : null
}

/** What the laps of a session do not say. */
interface LabelNotes extends Pick<WallLabel, 'gap' | 'madeAt'> {
  /** See `planOutline`. */
  readonly plan: string | null
}

/** @returns null when the session's laps do not know the driver or the lap. */
export function labelOf(
  laps: SessionLaps,
  wanted: WantedLap,
  { round, session }: { readonly round: SourceRound; readonly session: SourceSession },
  notes: LabelNotes,
): WallLabel | null {
  const driver = laps.drivers.find(({ code }) => code === wanted.driver)
  const lap = driver?.laps.find((each) => each.lap === wanted.lap)
  if (driver === undefined || lap === undefined) return null
  return {
    driverName: driver.name,
    team: driver.team,
    teamColour: driver.teamColour,
    eventName: round.name,
    circuit: round.location,
    sessionName: session.name,
    sessionAt: session.startAt,
    lap: lap.lap,
    lapTimeMs: lap.lapTimeMs,
    compound: lap.compound,
    ...notes,
  }
}

type LabelledEntry = Pick<BlobEntry, 'key' | 'metadata'>

/** Labels looked at before others get their turn: some 4 ms of work where none has been understood yet. */
const ENTRIES_A_STEP = 500

/**
 * The wall: newest session first, within a session the fastest lap first, laps without a time last.
 * Entries that are no sculptures, or whose label is missing or not understood, are left out.
 * @param breathe lets others have their turn: of fifty thousand entries the list takes half a second and more.
 */
export async function wallItems(
  entries: readonly LabelledEntry[],
  source: SourceKind,
  isStale: (key: string, metadata: BlobMetadata) => boolean,
  breathe: () => Promise<void>,
): Promise<readonly WallItem[]> {
  const sessions = new Map<string, WallItem[]>()
  for (let from = 0; from < entries.length; from += ENTRIES_A_STEP) {
    if (from > 0) await breathe()
    for (const entry of entries.slice(from, from + ENTRIES_A_STEP)) {
      const found = itemOf(entry, source)
      if (found === null) continue
      const { fresh, metadata } = found
      const item = isStale(fresh.key, metadata) ? staleOf(fresh) : fresh
      const name = `${item.sessionAt} ${item.id.round}`
      const session = sessions.get(name)
      if (session === undefined) sessions.set(name, [item])
      else session.push(item)
    }
  }
  // By sessions, each of them by itself: in one piece this is what would take longest.
  const wall: WallItem[] = []
  let ordered = 0
  for (const session of [...sessions.values()].sort(([a], [b]) => bySession(a!, b!))) {
    for (const item of session.sort(byTime)) wall.push(item)
    ordered += session.length
    if (ordered < ENTRIES_A_STEP) continue
    ordered = 0
    await breathe()
  }
  return wall
}

/**
 * What has been understood once: a wall is listed again after every store, and checking two thousand labels takes
 * some 50 ms where looking them up takes two. Metadata are never changed in place, so nothing here can be out of date.
 */
const understood = new WeakMap<BlobMetadata, WallItem | null>()
/** The same item past its time, once it has been listed as such. */
const staleItems = new WeakMap<WallItem, WallItem>()

interface Understood {
  readonly fresh: WallItem
  readonly metadata: BlobMetadata
}

function itemOf({ key, metadata }: LabelledEntry, source: SourceKind): Understood | null {
  const known = understood.get(metadata)
  if (known === null) return null
  if (known?.key === key && known.id.source === source) return { fresh: known, metadata }
  const id = sculptureIdOf(key, source)
  const label = id === null ? null : labelSchema.safeParse(metadata.label)
  const fresh = id === null || label?.success !== true ? null : { key, id, ...label.data, isStale: false }
  understood.set(metadata, fresh)
  return fresh === null ? null : { fresh, metadata }
}

function staleOf(fresh: WallItem): WallItem {
  const known = staleItems.get(fresh)
  if (known !== undefined) return known
  const stale = { ...fresh, isStale: true }
  staleItems.set(fresh, stale)
  return stale
}

/** @returns null for a key that is not a sculpture's. */
function sculptureIdOf(key: string, source: SourceKind): SculptureId | null {
  const parsed = parseKey(key)
  if (parsed?.kind !== 'sculpture') return null
  const { kind: _kind, ...parts } = parsed
  const id = sculptureIdSchema.safeParse({ source, ...parts })
  return id.success ? id.data : null
}

function bySession(a: WallItem, b: WallItem): number {
  return b.sessionAt - a.sessionAt || a.id.round - b.id.round
}

function byTime(a: WallItem, b: WallItem): number {
  const timeOf = ({ lapTimeMs }: WallItem): number => lapTimeMs ?? Number.MAX_SAFE_INTEGER
  return timeOf(a) - timeOf(b) || (a.key < b.key ? -1 : 1)
}
