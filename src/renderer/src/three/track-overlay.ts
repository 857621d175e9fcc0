// What stands on the track of the main lap when several laps share it: the lines of the others, and the ribbon of the
// gap to the chosen one.

import { BufferAttribute, BufferGeometry, Mesh, Vector3, type Camera, type Scene } from 'three'
import { roadHeightM } from '@contract/sculpture-form'
import type { SculptureLook } from '@contract/sculpture-look'
import type { GapFigure } from './gap-figures'
import { buildGapRibbon, ribbonLevel, type GapReading, type GapScale } from './gap-ribbon'
import { createGapTags, type GapTag } from './gap-tags'
import type { Standing } from './hall'
import { createLapThreads, type LapThread } from './lap-threads'
import type { Materials, Theme } from './materials'

/** Laps on one track. */
export interface SharedTrack {
  /** All but the main one. */
  readonly threads: readonly LapThread[]
  /** Of the chosen one; null for none. */
  readonly ribbon: {
    readonly reading: GapReading
    readonly scale: GapScale
    /** Written on it. */
    readonly figures: readonly (GapFigure & { readonly text: string })[]
  } | null
}

export interface TrackOverlay {
  /** @param track null takes everything down. */
  set(track: SharedTrack | null, main: Standing, look: SculptureLook): void
  /** xyz triples that a first view must have in the picture. */
  outline(): Float32Array
  /** To be called before drawing: hides figures that would overlap from here. Sizes in CSS pixels. */
  arrange(camera: Camera, width: number, height: number): void
  setTheme(theme: Theme): void
  dispose(): void
}

export function createTrackOverlay(scene: Scene, materials: Materials): TrackOverlay {
  const threads = createLapThreads()
  const tags = createGapTags()
  const ribbon = new Mesh(new BufferGeometry(), materials.body)
  ribbon.visible = false
  // Its shadow would lie on the plinth beside the sculpture's and be taken for it.
  ribbon.castShadow = false
  ribbon.frustumCulled = false
  scene.add(ribbon, tags.object, ...threads.objects)

  const setRibbon = (wanted: SharedTrack['ribbon'], { mesh, stride }: Standing): void => {
    ribbon.geometry.dispose()
    ribbon.geometry = new BufferGeometry()
    ribbon.visible = wanted !== null
    tags.set(wanted === null ? [] : gapTags(wanted, mesh.crest, stride))
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
    arrange: (camera, width, height) => tags.arrange(camera, width, height),
    setTheme(theme) {
      threads.setTheme(theme)
      tags.setTheme(theme)
    },
    dispose() {
      tags.dispose()
      threads.dispose()
      ribbon.removeFromParent()
      ribbon.geometry.dispose()
    },
  }
}

/** At the edge of the ribbon, or on the ring that marks no gap where it hangs below that. */
function gapTags(
  { reading, scale, figures }: NonNullable<SharedTrack['ribbon']>,
  crest: Float32Array,
  stride: number,
): readonly GapTag[] {
  const level = ribbonLevel(crest, reading.gapS, scale)
  const last = crest.length / 3 - 1
  return figures.map(({ station, gapS, text }): GapTag => {
    const i = Math.min(Math.round(station / stride), last) * 3
    const y = level + Math.max(0, gapS * scale.metresPerS)
    const side = reading.isTold[station] === true ? (gapS > 0 ? 'behind' : 'ahead') : 'untold'
    return { place: new Vector3(crest[i], y, crest[i + 2]), text, side }
  })
}
