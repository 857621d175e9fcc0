// A circuit's plan as a line drawing, seen from where the sculpture is seen at first: what hangs in a card's place
// until its picture is there, and for good where there is no WebGL. Pure: text in, SVG coordinates out.

import { homeAzimuth, FILL_RATIO, HOME_POLAR } from '../../three/home-view'
import { planFrame } from '../../three/plan-frame'
import { buildPlinthMesh } from '../../three/plinth-mesh'
import { viewAxes } from '../../three/view-fit'

export interface PlanDrawing {
  /** Points of closed lines, as SVG's `points` has them. */
  readonly track: string
  readonly plinth: string
}

/** Drawing units, in the proportions of a thumbnail. */
export const DRAWING_SIZE = { width: 600, height: 400 } as const

/**
 * The eye is far away (the lens is long), so a parallel projection lies within a few units of the picture that
 * replaces it.
 * @param plan as `WallItem.plan`. @returns null for a text that holds no line.
 */
export function drawPlan(plan: string): PlanDrawing | null {
  const points = plan.split(' ').map((point) => point.split(',').map(Number))
  const xM = Float64Array.from(points, ([x]) => x ?? Number.NaN)
  const yM = Float64Array.from(points, ([, y]) => y ?? Number.NaN)
  if (points.length < 3 || xM.some(Number.isNaN) || yM.some(Number.isNaN)) return null
  const frame = planFrame(xM, yM, new Float64Array(xM.length))
  const { right, up } = viewAxes(homeAzimuth(frame), HOME_POLAR)
  const project = (x: number, z: number): Point => ({
    across: x * right[0] + z * right[2],
    down: -(x * up[0] + z * up[2]),
  })
  const track = points.map((_, i) => project(xM[i]! - frame.centreXM, frame.centreYM - yM[i]!))
  const { rim } = buildPlinthMesh(frame)
  const plinth = Array.from({ length: rim.length / 3 }, (_, i) => project(rim[i * 3]!, rim[i * 3 + 2]!))
  const reach = (value: (point: Point) => number): number =>
    Math.max(...plinth.map((p) => Math.abs(value(p))))
  const scale =
    (FILL_RATIO / 2) *
    Math.min(
      DRAWING_SIZE.width / reach(({ across }) => across),
      DRAWING_SIZE.height / reach(({ down }) => down),
    )
  const toText = (line: readonly Point[]): string =>
    line
      .map(
        ({ across, down }) =>
          `${Math.round(DRAWING_SIZE.width / 2 + across * scale)},${Math.round(DRAWING_SIZE.height / 2 + down * scale)}`,
      )
      .join(' ')
  return { track: toText(track), plinth: toText(plinth) }
}

interface Point {
  readonly across: number
  readonly down: number
}
