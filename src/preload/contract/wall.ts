// The wall: every sculpture of one source that is warm, with what its label says. Nothing here needs the sculpture's
// own bytes, so thousands of them can be listed at once.

import type { SculptureId, SourceKind } from './ids'

/**
 * What a recording lacked for a lap: the positions of the car, its speeds, or something smaller that the sculpture's own
 * notes name.
 */
export const WALL_GAPS = ['positions', 'speeds', 'other'] as const
export type WallGap = (typeof WALL_GAPS)[number]

export interface WallItem {
  /** As `sculptureKey` writes it. */
  readonly key: string
  readonly id: SculptureId
  readonly driverName: string
  readonly team: string
  /** `#rrggbb`, or null where the feed has none. */
  readonly teamColour: string | null
  readonly eventName: string
  /** The place of the circuit as the calendar names it, `Mexico City`; empty where it was not noted. */
  readonly circuit: string
  readonly sessionName: string
  /** Epoch ms, UTC: the session's scheduled start. */
  readonly sessionAt: number
  /** Number of the lap in its session, also where it was asked for as the fastest. */
  readonly lap: number
  readonly lapTimeMs: number | null
  readonly compound: string | null
  /**
   * The circuit seen from above: `x,y x,y …`, a closed line, y up, whole numbers in a square of PLAN_SIZE.
   * Null where it is not known.
   */
  readonly plan: string | null
  /** Null where nothing is missing. */
  readonly gap: WallGap | null
  /** Epoch ms when its bytes were made: another number is another sculpture of the same lap, with a picture of its own. */
  readonly madeAt: number
  /** Past its time to live: it opens at once, and is checked then. */
  readonly isStale: boolean
}

/** Side of the square that `WallItem.plan` is drawn in: a thousandth is finer than a card can show. */
export const PLAN_SIZE = 999

/** A wall with fewer sculptures looks unfinished: so many are made, shown and drawn before anything else. */
export const FIRST_HANG = 6

/** A wall that is being filled by the gallery itself, counted in circuits. */
export interface WallFilling {
  readonly hung: number
  readonly goal: number
}

export interface WallStatus {
  readonly source: SourceKind
  /** Grows with every change of what hangs there; equal numbers of one start mean an equal list. */
  readonly revision: number
  /** Null when nothing is being made for the wall. */
  readonly filling: WallFilling | null
}

export interface WallList extends WallStatus {
  /** Newest session first, within a session the fastest lap first; the part that was asked for. */
  readonly items: readonly WallItem[]
  /** How many there are altogether. */
  readonly total: number
}

/** The most items a wall lists, and one call may ask for. */
export const WALL_LIMIT = 5_000
