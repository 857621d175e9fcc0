// The pins that mark one place of the lap, one on each lap that stands in the room: needles on the walls with a bead
// on top. One instanced mesh, so they cost one draw call however many there are.

import { CylinderGeometry, InstancedMesh, Matrix4, SphereGeometry, type Material } from 'three'
import { mergeGeometries } from 'three/addons/utils/BufferGeometryUtils.js'

/** Sizes in metres; visual only. The needle reaches far enough above the wall to be seen behind a higher one. */
const NEEDLE_RADIUS_M = 1.6
const NEEDLE_ABOVE_M = 34
const BEAD_RADIUS_M = 8

export interface Pin {
  /** The crest of the wall in three.js axes, metres. */
  readonly x: number
  readonly y: number
  readonly z: number
  /** On the sizes above. */
  readonly scale: number
}

export interface Marker {
  readonly object: InstancedMesh
  /** Replaces all pins. @param pins no more than the marker was made for. */
  place(pins: readonly Pin[]): void
  dispose(): void
}

/** @param most how many pins there may be. */
export function createMarker(material: Material, most: number): Marker {
  const needle = new CylinderGeometry(NEEDLE_RADIUS_M, NEEDLE_RADIUS_M, NEEDLE_ABOVE_M, 10)
  needle.translate(0, NEEDLE_ABOVE_M / 2, 0)
  const bead = new SphereGeometry(BEAD_RADIUS_M, 24, 16)
  bead.translate(0, NEEDLE_ABOVE_M, 0)
  const geometry = mergeGeometries([needle, bead])
  needle.dispose()
  bead.dispose()
  const object = new InstancedMesh(geometry, material, most)
  object.count = 0
  object.visible = false
  // Its bounds would be those of one pin at the origin.
  object.frustumCulled = false
  const matrix = new Matrix4()
  return {
    object,
    place(pins) {
      pins.forEach(({ x, y, z, scale }, i) => {
        matrix.makeScale(scale, scale, scale).setPosition(x, y, z)
        object.setMatrixAt(i, matrix)
      })
      object.count = pins.length
      object.visible = pins.length > 0
      object.instanceMatrix.needsUpdate = true
    },
    dispose() {
      object.removeFromParent()
      geometry.dispose()
      object.dispose()
    },
  }
}
