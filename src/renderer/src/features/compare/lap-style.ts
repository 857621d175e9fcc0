// How laps on one picture are told apart by more than colour: team mates have one colour, so each further lap of a team
// has another dash, another body, and always a tag. Pure.

import type { SculptureHeader } from '@contract/sculpture'
import { GHOST_SHAPES, type GhostShape } from '../../three/ghost-shapes'

const DASHES = ['solid', 'dashed', 'dotted', 'dash-dotted'] as const
export type Dash = (typeof DASHES)[number]

export interface LapStyle {
  /** `#rrggbb` of the team. */
  readonly colour: string
  readonly dash: Dash
  readonly shape: GhostShape
  /** A few letters that no other lap of the picture has. */
  readonly tag: string
}

/** In stations of the lap, some three metres each: drawn, left out, and over again. */
export const DASH_PATTERNS: Readonly<Record<Dash, readonly number[]>> = {
  solid: [],
  dashed: [14, 8],
  dotted: [4, 6],
  'dash-dotted': [14, 5, 3, 5],
}

/** For teams that have none, light enough for the dark room and dark enough for the light one. */
const NO_TEAM_COLOUR = '#8a8a8a'

/** @param headers of the laps in the picture, the main one first. @returns a style for each, in their order. */
export function lapStyles(headers: readonly SculptureHeader[]): readonly LapStyle[] {
  const seen = new Map<string, number>()
  return headers.map((header) => {
    const inTeam = seen.get(header.team) ?? 0
    seen.set(header.team, inTeam + 1)
    return {
      colour: header.teamColour ?? NO_TEAM_COLOUR,
      dash: DASHES[inTeam % DASHES.length]!,
      shape: GHOST_SHAPES[inTeam % GHOST_SHAPES.length]!,
      tag: tagOf(header, headers),
    }
  })
}

/** The driver's code; with what tells them apart where there are several laps of that driver. */
function tagOf(header: SculptureHeader, all: readonly SculptureHeader[]): string {
  const { driver, season, round, session, lap } = header
  const same = all.filter((each) => each.driver === driver)
  if (same.length === 1) return driver
  if (same.some((each) => each.season !== season)) {
    const year = `’${String(season % 100).padStart(2, '0')}`
    return same.filter((each) => each.season === season).length === 1
      ? `${driver} ${year}`
      : `${driver} ${year} ${session} ${lap}`
  }
  const isOneSession = same.every((each) => each.round === round && each.session === session)
  return isOneSession ? `${driver} ${lap}` : `${driver} ${session} ${lap}`
}
