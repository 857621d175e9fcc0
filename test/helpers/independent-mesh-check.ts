// Whether a solid is one, judged by tools that are not ours: three.js reads the file, manifold-3d judges what it read,
// and admesh and trimesh too where this machine has them.
import { spawnSync } from 'node:child_process'
import Module, { type ErrorStatus } from 'manifold-3d'
import { STLLoader } from 'three/addons/loaders/STLLoader.js'

export interface Verdict {
  readonly status: ErrorStatus
  readonly volume: number
  readonly genus: number
  readonly bodies: number
}

/** @param stl a binary STL. Points are joined by manifold-3d itself. */
export async function judgeStl(stl: Uint8Array): Promise<Verdict> {
  const geometry = new STLLoader().parse(Uint8Array.from(stl).buffer)
  const vertProperties = Float32Array.from(geometry.getAttribute('position').array)
  const triVerts = Uint32Array.from({ length: vertProperties.length / 3 }, (_, i) => i)
  return await judge(vertProperties, triVerts)
}

export async function judge(vertProperties: Float32Array, triVerts: Uint32Array): Promise<Verdict> {
  const toplevel = await Module()
  toplevel.setup()
  const mesh = new toplevel.Mesh({ numProp: 3, vertProperties, triVerts })
  mesh.merge()
  // Throws on anything that is not an oriented two-manifold.
  const solid = new toplevel.Manifold(mesh)
  const parts = solid.decompose()
  const verdict = {
    status: solid.status(),
    volume: solid.volume(),
    genus: solid.genus(),
    bodies: parts.length,
  }
  for (const part of [...parts, solid]) part.delete()
  return verdict
}

/** Part of a test's title where admesh (a Debian package) is not there; null where it is. */
export const withoutAdmesh: string | null =
  spawnSync('admesh', ['--version']).error === undefined ? null : 'needs the Debian package admesh'

export interface AdmeshReport {
  readonly disconnected: number
  readonly degenerate: number
  readonly repaired: number
}

/** @throws Error when admesh answers something else than its report. */
export function admeshReport(file: string): AdmeshReport {
  const { stdout } = spawnSync('admesh', [file], { encoding: 'utf8' })
  const number = (label: string): number => {
    const found = new RegExp(`${label}\\s*:\\s*(\\d+)`).exec(stdout)?.[1]
    if (found === undefined) throw new Error(`admesh said nothing of ${label}:\n${stdout}`)
    return Number(found)
  }
  const repairs = ['Edges fixed', 'Facets removed', 'Facets reversed', 'Backwards edges']
  return {
    disconnected: number('Total disconnected facets'),
    degenerate: number('Degenerate facets'),
    repaired: repairs.reduce((sum, label) => sum + number(label), 0),
  }
}
