// What stands on the track of the main lap when several laps share it: the lines of the others, and the ribbon of the
// gap to the chosen one.

import { BufferAttribute, BufferGeometry, Mesh, type Scene } from 'three'
import { roadHeightM } from '@contract/sculpture-form'
import type { SculptureLook } from '@contract/sculpture-look'
import { buildGapRibbon, type GapReading, type GapScale } from './gap-ribbon'
import type { Standing } from './hall'
import { createLapThreads, type LapThread } from './lap-threads'
import type { Materials, Theme } from './materials'

/** Laps on one track. */
export interface SharedTrack {
  /** All but the main one. */
  readonly threads: readonly LapThread[]
  /** Of the chosen one; null for none. */
  readonly ribbon: { readonly reading: GapReading; readonly scale: GapScale } | null
}

export interface TrackOverlay {
  /** @param track null takes everything down. */
  set(track: SharedTrack | null, main: Standing, look: SculptureLook): void
  /** xyz triples that a first view must have in the picture. */
  outline(): Float32Array
  setTheme(theme: Theme): void
  dispose(): void
}

export function createTrackOverlay(scene: Scene, materials: Materials): TrackOverlay {
  const threads = createLapThreads()
  const ribbon = new Mesh(new BufferGeometry(), materials.body)
  ribbon.visible = false
  // Its shadow would lie on the plinth beside the sculpture's and be taken for it.
  ribbon.castShadow = false
  ribbon.frustumCulled = false
  scene.add(ribbon, ...threads.objects)

  const setRibbon = (wanted: SharedTrack['ribbon'], { mesh, stride }: Standing): void => {
    ribbon.geometry.dispose()
    ribbon.geometry = new BufferGeometry()
    ribbon.visible = wanted !== null
    if (wanted === null) return
    const shape = buildGapRibbon(mesh.crest, wanted.reading, wanted.scale, stride)
    ribbon.geometry.setAttribute('position', new BufferAttribute(shape.positions, 3))
    ribbon.geometry.setAttribute('normal', new BufferAttribute(shape.normals, 3))
    ribbon.geometry.setAttribute('color', new BufferAttribute(shape.colours, 3))
    ribbon.geometry.setAttribute('levelG', new BufferAttribute(shape.levels, 1))
    ribbon.geometry.setIndex(new BufferAttribute(shape.indices, 1))
  }

  return {
    set(track, main, look) {
      const { mesh, frame, sculpture, stride } = main
      const { zM } = sculpture.channels
      const roadM = Float64Array.from({ length: mesh.stations }, (_, i) =>
        roadHeightM(zM[Math.min(i * stride, zM.length - 1)]!, frame.lowestZM),
      )
      threads.set(track?.threads ?? [], { crest: mesh.crest, roadM, stride }, look.height)
      setRibbon(track?.ribbon ?? null, main)
    },
    outline() {
      const positions = ribbon.geometry.getAttribute('position') as BufferAttribute | undefined
      return ribbon.visible && positions !== undefined
        ? (positions.array as Float32Array)
        : new Float32Array()
    },
    setTheme: (theme) => threads.setTheme(theme),
    dispose() {
      threads.dispose()
      ribbon.removeFromParent()
      ribbon.geometry.dispose()
    },
  }
}
