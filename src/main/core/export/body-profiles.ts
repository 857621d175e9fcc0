// What a print shows when it is cut across, one set of profiles a style. Every profile is upright: over each place of
// its plan it has one underside and one upper side, which is what makes its pieces closed by construction. Pure.
//
// The proportions are those of the screen, with the thickness of the print's wall for the width of the screen's. Only
// what a printer could not place in the air differs: nothing floats. A ribbon lies on piers, as wide as itself and as
// thick as the wall; a tube on a wall of stone up to its middle, which holds it from below along the whole lap.

import { BODY_FORM, SCULPTURE_FORM } from '@contract/sculpture-form'
import type { SculptureStyle } from '@contract/sculpture-look'
import type { Riser } from './print-heights'

/** What a profile is made of: stone, body, or stone up to the road and body above it. */
export type Matter = 'stone' | 'body' | 'both'

/** Heights over one place, mm above the bed. `road` parts stone and body where there are both. */
export interface Span {
  readonly bottom: number
  readonly road: number
  readonly top: number
}

/** One of the places across the line, from right to left. */
export interface Column {
  /** To the left of the line, mm. */
  readonly leftMm: number
  readonly span: (riser: Riser, wallMm: number) => Span
}

export interface Profile {
  readonly matter: Matter
  /** Along the whole lap, or only at the piers. */
  readonly extent: 'lap' | 'piers'
  /** Two or more. */
  readonly columns: (wallMm: number) => readonly Column[]
}

/** The body's least height, mm: where no force acts there is still a body, or its surface would fold flat. */
const LEAST_BODY_MM = 0.05

/** Least thickness of a ribbon, mm: four layers of 0.2, or it sags between its piers. */
const LEAST_RIBBON_MM = 0.8

/** Air lower than this under a ribbon is filled, mm: it would be bridged badly, and closes up while it is printed. */
const LEAST_AIR_MM = 0.8

/** By how much bodies reach into what they lie on, mm, so that they are one with it and do not only touch. */
const OVERLAP_MM = 0.05

/** Width of a pier as a share of the ribbon's: just within it, so that their sides do not lie in one plane. */
const PIER_SHARE = 0.96

/**
 * Most air between two piers, mm. Slicers bridge 10 mm without support; on a bed of the usual size the spacing of the
 * screen's posts is nearer anyway.
 */
const MOST_BRIDGE_MM = 10

/** @returns distance of piers along the lap, mm. */
export function pierSpacingMm(mmPerM: number, wallMm: number): number {
  return Math.min(BODY_FORM.postSpacingM * mmPerM, MOST_BRIDGE_MM + wallMm)
}

/** @returns the widest that a print of this style is across the line, mm. */
export function bodyWidthMm(style: SculptureStyle, wallMm: number): number {
  const halves = BODY_PROFILES[style].flatMap(({ columns }) =>
    columns(wallMm).map(({ leftMm }) => Math.abs(leftMm)),
  )
  return 2 * Math.max(...halves)
}

const wall: Profile = upright('both', 'lap', halfWall, ({ footMm, roadMm, forceMm }) => ({
  bottom: footMm,
  road: roadMm,
  top: roadMm + Math.max(LEAST_BODY_MM, forceMm),
}))

const kerb: Profile = upright('stone', 'lap', halfWall, ({ footMm, roadMm }) => stone(footMm, roadMm))

const deck: Profile = upright('body', 'lap', halfRibbon, deckSpan)

const piers: Profile = upright(
  'stone',
  'piers',
  (wallMm) => halfRibbon(wallMm) * PIER_SHARE,
  (riser, wallMm) => {
    const { bottom, top } = deckSpan(riser, wallMm)
    return stone(riser.footMm, (bottom + top) / 2)
  },
)

const tubeFoot: Profile = upright('stone', 'lap', halfWall, (riser, wallMm) =>
  stone(riser.footMm, tubeMiddleMm(riser, wallMm)),
)

/** The round section, turned so that its sides stand upright: a corner at the very side would have no height. */
const tube: Profile = {
  matter: 'body',
  extent: 'lap',
  columns: (wallMm) =>
    Array.from({ length: BODY_FORM.tubeSides / 2 }, (_, k) => {
      const angle = Math.PI - (Math.PI * (2 * k + 1)) / BODY_FORM.tubeSides
      const radiusMm = tubeRadiusMm(wallMm)
      return {
        leftMm: Math.cos(angle) * radiusMm,
        span: (riser) => {
          const middle = tubeMiddleMm(riser, wallMm)
          const half = Math.sin(angle) * radiusMm * riser.steepness
          // Where it climbs steeply from a thin base, its section would reach down through the base and the bed.
          const bottom = Math.max(riser.footMm, middle - half)
          return { bottom, road: bottom, top: middle + half }
        },
      }
    }),
}

export const BODY_PROFILES: Readonly<Record<SculptureStyle, readonly Profile[]>> = {
  wall: [wall],
  ribbon: [kerb, piers, deck],
  tube: [tubeFoot, tube],
}

/** A profile with two columns of one height. */
function upright(
  matter: Matter,
  extent: Profile['extent'],
  halfMm: (wallMm: number) => number,
  span: Column['span'],
): Profile {
  return {
    matter,
    extent,
    columns: (wallMm) => [-1, 1].map((side) => ({ leftMm: side * halfMm(wallMm), span })),
  }
}

function stone(bottom: number, top: number): Span {
  return { bottom, road: top, top }
}

function deckSpan({ roadMm, forceMm, steepness }: Riser, wallMm: number): Span {
  const thickMm = Math.max(LEAST_RIBBON_MM, onPrint(BODY_FORM.ribbonThickM, wallMm))
  const top = roadMm + forceMm + thickMm - OVERLAP_MM
  const under = top - thickMm * steepness
  const bottom = under < roadMm + LEAST_AIR_MM ? roadMm - OVERLAP_MM : under
  return { bottom, road: bottom, top }
}

function tubeMiddleMm({ roadMm, forceMm }: Riser, wallMm: number): number {
  return roadMm + forceMm + tubeRadiusMm(wallMm)
}

function tubeRadiusMm(wallMm: number): number {
  return onPrint(BODY_FORM.tubeRadiusM, wallMm)
}

function halfRibbon(wallMm: number): number {
  return onPrint(BODY_FORM.ribbonHalfM, wallMm)
}

function halfWall(wallMm: number): number {
  return wallMm / 2
}

/** Sections keep their proportions to the wall's, whose thickness on a print the person chooses. */
function onPrint(sectionM: number, wallMm: number): number {
  return (sectionM * wallMm) / SCULPTURE_FORM.bandWidthM
}
