// The printable solid: base, body, finish mark and lettering as one closed surface in millimetres, z up, the bed at 0.
// The boolean union is manifold-3d's, whose results are closed by construction. Takes a second: for a worker thread.

import Module, { type ManifoldToplevel } from 'manifold-3d'
import type { SculptureLook } from '@contract/sculpture-look'
import { say } from '@contract/phrases'
import { AppError } from '../app-error'
import { bodyPieces } from './body-pieces'
import { bodyValue, partOfFace, type Colouring } from './body-paint'
import { inspectSurface, partCoincidentVertices, type Surface } from './closed-surface'
import { finishMark } from './finish-mark'
import type { PlacedText } from './nameplate'
import { footMm } from './print-heights'
import type { PrintPlan } from './print-plan'
import { ringSolid, triangleCount, type Ring } from './ring-solid'
import type { Stations } from './stations'

/** What a triangle belongs to; decides its colour. */
export const PARTS = ['base', 'stone', 'body', 'lettering'] as const
export type Part = (typeof PARTS)[number]

export interface PrintSolid extends Surface {
  /** Per triangle, an index of PARTS. */
  readonly parts: Uint8Array
  /** Per triangle corner: the value that colours it, see `bodyValue`; 0 on all parts but the body. */
  readonly values: Float32Array
  readonly volumeMm3: number
}

/** Raised lettering and marks, mm: four layers of 0.2. */
const RELIEF_MM = 0.8
const BASE_CORNER_MM = 5
/** Points of a full circle; at a corner of 5 mm the error is below 0.05 mm. */
const CIRCLE_POINTS = 48

/** Of the body. No print needs more: a lap in colour has 40,000, on the largest bed 150,000; the rest is forged. */
const MAX_TRIANGLES = 400_000

/** A body smaller than this is a leftover of faces that fell together, mm³: a cube of a tenth of a nozzle's width. */
const LEFTOVER_MM3 = 1e-4

/**
 * @param look its style gives the shape; heights and values are the stations'.
 * @param rows of the wall above the road, so that it can be coloured by height; 1 when it need not be.
 * @throws AppError `export/not-closed` when no closed surface comes out, `export/too-complex`.
 */
export async function buildPrintSolid(
  stations: Stations,
  plan: PrintPlan,
  look: SculptureLook,
  texts: readonly PlacedText[],
  rows: number,
): Promise<PrintSolid> {
  const toplevel = await loadManifold()
  const pieces = bodyPieces(stations, plan, look.style)
  // Before the union, not after: it is the union that would take minutes.
  const triangles = pieces.reduce((sum, piece) => sum + triangleCount(piece, rows), 0)
  if (triangles > MAX_TRIANGLES)
    throw new AppError('export/too-complex', '', { detail: say('many-triangles', { count: triangles }) })
  const solid = unite(toplevel, pieces, plan, finishMark(stations, plan), texts, rows, colouringOf(look))
  const { openEdges, bodies, volume } = inspectSurface(solid)
  if (openEdges > 0 || bodies !== 1 || volume <= 0)
    throw new AppError('export/not-closed', '', { detail: say('open-edges', { count: openEdges, bodies }) })
  return { ...solid, volumeMm3: volume }
}

/** As on screen: only a wall stands upright from nothing to its value, and only if that is what colours it. */
export function colouringOf({ style, height, colour }: SculptureLook): Colouring {
  return style === 'wall' && height === colour ? 'by-height' : 'by-station'
}

let loading: Promise<ManifoldToplevel> | null = null

/** Once a thread: it compiles half a megabyte of WebAssembly. */
async function loadManifold(): Promise<ManifoldToplevel> {
  loading ??= Module().then((toplevel) => {
    toplevel.setup()
    return toplevel
  })
  return await loading
}

interface Freed {
  delete(): void
}

function unite(
  { Manifold, CrossSection, Mesh }: ManifoldToplevel,
  pieces: readonly Ring[],
  plan: PrintPlan,
  marks: readonly [number, number][][],
  texts: readonly PlacedText[],
  rows: number,
  colouring: Colouring,
): Omit<PrintSolid, 'volumeMm3'> {
  // Objects of WebAssembly are not collected: each is handed back by hand, also when something throws.
  const held: Freed[] = []
  const hold = <T extends Freed>(object: T): T => {
    held.push(object)
    return object
  }
  try {
    const { baseMm } = plan.options
    const foot = footMm(plan.options)
    const square = hold(
      CrossSection.square([plan.widthMm - 2 * BASE_CORNER_MM, plan.depthMm - 2 * BASE_CORNER_MM], true),
    )
    const outline = hold(square.offset(BASE_CORNER_MM, 'Round', 2, CIRCLE_POINTS))
    const base = hold(outline.extrude(baseMm))
    const contours = [
      ...texts.flatMap(({ contours, x, y }) =>
        contours.map((contour) => contour.map(([cx, cy]): [number, number] => [cx + x, cy + y])),
      ),
      ...marks,
    ]
    const flat = hold(new CrossSection(contours, 'NonZero'))
    const raised = hold(hold(flat.extrude(baseMm - foot + RELIEF_MM)).translate(0, 0, foot))
    // Only an original has an id by which its triangles are found again.
    const relief = hold(raised.asOriginal())
    // Each piece gets an id of its own, by which its triangles are found again in the union.
    const firstId = Manifold.reserveIDs(pieces.length)
    const bodies = pieces.map((piece, i) => {
      const { positions, indices, faceIds } = ringSolid(piece, rows)
      const mesh = new Mesh({
        numProp: 3,
        vertProperties: positions,
        triVerts: indices,
        faceID: faceIds,
        runIndex: Uint32Array.of(0, indices.length),
        runOriginalID: Uint32Array.of(firstId + i),
      })
      return hold(new Manifold(mesh))
    })
    const united = hold(Manifold.union([base, relief, ...bodies]))
    let mesh = bodyOf(united.decompose().map(hold)).getMesh()
    for (let reading = 0; reading < READINGS; reading++) {
      const bodies = hold(new Manifold(mesh)).decompose().map(hold)
      mesh = bodyOf(bodies).getMesh()
      if (bodies.length === 1) break
    }
    const positions = mesh.vertProperties
    const indices = mesh.triVerts
    partCoincidentVertices(positions)
    const originals = originalOfTriangle(mesh.runIndex, mesh.runOriginalID, indices.length / 3)
    const reliefId = relief.originalID()
    const parts = new Uint8Array(originals.length)
    const values = new Float32Array(originals.length * 3)
    for (const [triangle, original] of originals.entries()) {
      // Base and lettering have ids of another range.
      const piece = pieces[original - firstId]
      if (piece === undefined) {
        parts[triangle] = PARTS.indexOf(original === reliefId ? 'lettering' : 'base')
        continue
      }
      const face = mesh.faceID[triangle]!
      const part = partOfFace(piece, face, rows)
      parts[triangle] = PARTS.indexOf(part)
      if (part !== 'body') continue
      for (let corner = 0; corner < 3; corner++) {
        const at = indices[triangle * 3 + corner]! * 3
        const point = { x: positions[at]!, y: positions[at + 1]!, z: positions[at + 2]! }
        values[triangle * 3 + corner] = bodyValue(piece, face, rows, point, colouring)
      }
    }
    return { positions, indices, parts, values }
  } finally {
    for (const object of held) object.delete()
  }
}

/**
 * Places are rounded to 32 bits when a mesh is taken out, by which slivers can fall flat and hang on by an edge; who
 * reads the mesh finds them as bodies without volume. So it is read as others will, until nothing comes off,
 * and this often at most.
 */
const READINGS = 4

/**
 * The one body that is more than a leftover. Hollows that nothing leads into (of negative volume) are left out and so
 * filled: they would be printed closed.
 * @throws AppError `export/not-closed` when there are several.
 */
function bodyOf<T extends { volume(): number }>(bodies: readonly T[]): T {
  const [body, ...others] = bodies.filter((each) => each.volume() > LEFTOVER_MM3)
  if (body === undefined || others.length > 0)
    throw new AppError('export/not-closed', '', {
      detail: say('several-bodies', { bodies: others.length + 1 }),
    })
  return body
}

/** Runs of triangles come from one input each; `runIndex` counts in indices, not triangles. */
function originalOfTriangle(
  runIndex: Uint32Array,
  runOriginalId: Uint32Array,
  triangles: number,
): Uint32Array {
  const originals = new Uint32Array(triangles)
  runOriginalId.forEach((original, run) =>
    originals.fill(original, runIndex[run]! / 3, runIndex[run + 1]! / 3),
  )
  return originals
}
