// The pin that marks one place on the lap: a needle on the wall with a bead on top.

import { CylinderGeometry, Group, Mesh, SphereGeometry, type Material } from 'three'

/** Sizes in metres; visual only. The needle reaches far enough above the wall to be seen behind a higher one. */
const NEEDLE_RADIUS_M = 1.6
const NEEDLE_ABOVE_M = 34
const BEAD_RADIUS_M = 8

export interface Marker {
  readonly object: Group
  /** @param x, y, z the crest of the wall in three.js axes. */
  place(x: number, y: number, z: number): void
  hide(): void
}

export function createMarker(material: Material): Marker {
  const needle = new Mesh(
    new CylinderGeometry(NEEDLE_RADIUS_M, NEEDLE_RADIUS_M, NEEDLE_ABOVE_M, 10),
    material,
  )
  needle.position.y = NEEDLE_ABOVE_M / 2
  const bead = new Mesh(new SphereGeometry(BEAD_RADIUS_M, 24, 16), material)
  bead.position.y = NEEDLE_ABOVE_M
  const object = new Group().add(needle, bead)
  object.visible = false
  return {
    object,
    place(x, y, z) {
      object.position.set(x, y, z)
      object.visible = true
    },
    hide() {
      object.visible = false
    },
  }
}
