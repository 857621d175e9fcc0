// The bodies that run along the laps in true time. One instanced mesh for each kind of body, so at most four draw calls
// however many laps there are, and a tag of letters on each.

import {
  BoxGeometry,
  Color,
  ConeGeometry,
  InstancedMesh,
  Matrix4,
  MeshLambertMaterial,
  OctahedronGeometry,
  SphereGeometry,
  Vector3,
  type BufferGeometry,
  type Camera,
  type Scene,
} from 'three'
import { GHOST_SHAPES, type GhostLook, type GhostShape } from './ghost-shapes'
import { createGhostTags } from './ghost-tags'
import { MOST_LAPS } from './hall-layout'
import type { Theme } from './materials'

export interface Ghosts {
  /** Another set of laps. Their bodies are not seen before they are placed. */
  set(looks: readonly GhostLook[]): void
  /**
   * @param places one a lap, in the order of the looks, on the crest; null hides all.
   * @param how their size, on that beside one lap alone, and whether they carry their tags.
   */
  place(places: readonly Vector3[] | null, how: { readonly scale: number; readonly areTagged: boolean }): void
  arrange(camera: Camera, width: number, height: number): void
  setTheme(theme: Theme): void
  dispose(): void
}

/** Half the size of a body, metres; seen from where the whole circuit is in the picture. Visual only. */
const SIZE_M = 15
/** From the crest to the middle of a body: it touches the wall it runs on. */
const ABOVE_M = SIZE_M

/**
 * Bodies that run close together would hide each other's tags, so tags hang at a few heights by turns: metres between
 * them, about a tag's height where the whole circuit is in the picture.
 */
const TAG_LIFT_M = 64
const TAG_HEIGHTS = 4

function tagAbove({ x, y, z }: Vector3, i: number, scale: number): Vector3 {
  return new Vector3(x, y + (i % TAG_HEIGHTS) * TAG_LIFT_M * scale, z)
}

const BODIES: Readonly<Record<GhostShape, () => BufferGeometry>> = {
  ball: () => new SphereGeometry(SIZE_M, 20, 14),
  cube: () => new BoxGeometry(1.65 * SIZE_M, 1.65 * SIZE_M, 1.65 * SIZE_M),
  cone: () => new ConeGeometry(SIZE_M, 2 * SIZE_M, 18),
  diamond: () => new OctahedronGeometry(1.25 * SIZE_M),
}

export function createGhosts(scene: Scene): Ghosts {
  const material = new MeshLambertMaterial()
  const meshes = new Map(
    GHOST_SHAPES.map((shape) => {
      const mesh = new InstancedMesh(BODIES[shape](), material, MOST_LAPS)
      mesh.count = 0
      mesh.visible = false
      // Its bounds would be those of one body at the origin.
      mesh.frustumCulled = false
      return [shape, mesh] as const
    }),
  )
  const tags = createGhostTags()
  scene.add(...meshes.values(), tags.object)
  let looks: readonly GhostLook[] = []
  /** Number of each lap's body within its mesh. */
  let indices: readonly number[] = []
  const matrix = new Matrix4()
  const above = Array.from({ length: MOST_LAPS }, () => new Vector3())

  return {
    set(next) {
      looks = next.slice(0, MOST_LAPS)
      const counts = new Map<GhostShape, number>()
      indices = looks.map(({ shape, colour }) => {
        const index = counts.get(shape) ?? 0
        counts.set(shape, index + 1)
        meshes.get(shape)!.setColorAt(index, new Color(colour))
        return index
      })
      for (const [shape, mesh] of meshes) {
        mesh.count = counts.get(shape) ?? 0
        mesh.visible = false
        if (mesh.instanceColor !== null) mesh.instanceColor.needsUpdate = true
      }
      material.needsUpdate = true
      tags.set(looks)
    },
    place(places, { scale, areTagged }) {
      for (const mesh of meshes.values()) mesh.visible = places !== null && mesh.count > 0
      if (places === null) {
        tags.place(null)
        return
      }
      looks.forEach(({ shape }, i) => {
        const place = places[i]
        if (place === undefined) return
        above[i]!.copy(place).setY(place.y + ABOVE_M * scale)
        matrix.makeScale(scale, scale, scale).setPosition(above[i]!)
        meshes.get(shape)!.setMatrixAt(indices[i]!, matrix)
      })
      for (const mesh of meshes.values()) mesh.instanceMatrix.needsUpdate = true
      tags.place(areTagged ? looks.map((_, i) => tagAbove(above[i]!, i, scale)) : null)
    },
    arrange: (camera, width, height) => tags.arrange(camera, width, height),
    setTheme: (theme) => tags.setTheme(theme),
    dispose() {
      for (const mesh of meshes.values()) {
        mesh.removeFromParent()
        mesh.geometry.dispose()
        mesh.dispose()
      }
      material.dispose()
      tags.dispose()
    },
  }
}
