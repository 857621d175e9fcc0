// Links to a sculpture, as they are written: `sculpture://2025/20/Q/NOR`, with what is not the usual behind it. They are
// written here only, and read by `core/desktop/deep-link`, which takes nothing but what is written here.

import { z } from 'zod'
import type { SculptureId } from './ids'

export const LINK_SCHEME = 'sculpture'

/**
 * Where the eye is, in whole numbers, so that it has one written form. Lengths are thousandths of the distance of the
 * first view, which fits the window: the same link fills a narrow window and a wide one alike.
 */
export interface CameraPose {
  /** Around the sculpture, tenths of a degree from three.js's +z. */
  readonly azimuth: number
  /** From straight above, tenths of a degree. */
  readonly polar: number
  readonly distance: number
  /** What is looked at, from what the first view looks at, three.js axes. */
  readonly targetX: number
  readonly targetY: number
  readonly targetZ: number
}

/** As far as anybody can move the eye in the gallery, and no farther: a link comes from strangers. */
const shift = z.int().min(-2000).max(2000)
export const cameraPoseSchema = z.strictObject({
  azimuth: z.int().min(0).max(3599),
  polar: z.int().min(0).max(900),
  distance: z.int().min(10).max(4000),
  targetX: shift,
  targetY: shift,
  targetZ: shift,
})

/** The order in which the numbers of a pose are written, with a full stop between them. */
export const POSE_FIELDS = ['azimuth', 'polar', 'distance', 'targetX', 'targetY', 'targetZ'] as const

export interface SculptureLink {
  readonly id: SculptureId
  /** Null: the first view. */
  readonly camera: CameraPose | null
}

/** The source is always named: without one a link means the recorded session, whoever wrote it. */
export function linkText({ id, camera }: SculptureLink): string {
  const { source, season, round, session, driver, lap } = id
  const options = [
    ...(lap === 'fastest' ? [] : [`lap=${lap}`]),
    `source=${source}`,
    ...(camera === null ? [] : [`camera=${POSE_FIELDS.map((field) => camera[field]).join('.')}`]),
  ]
  return `${LINK_SCHEME}://${season}/${round}/${session}/${driver}?${options.join('&')}`
}
