// A room with light in it, for sculptures to stand in: what the stage and the thumbnails draw alike. Owns everything
// on the GPU but the renderer, which the views make by `createRenderer` and keep.

import { NoToneMapping, PCFShadowMap, Scene, WebGLRenderer } from 'three'
import type { ShapeChannels } from '@contract/channel-values'
import { disposeTree } from './dispose'
import type { LapMarks } from './lap-marks'
import type { SculptureLook } from '@contract/sculpture-look'
import { createLights, createMaterials, type Materials, type RoomContrast, type Theme } from './materials'
import type { PlanFrame } from './plan-frame'
import { buildSculptureMesh, type SculptureMesh } from './sculpture-mesh'
import { createSculptureObjects, type SculptureObjects } from './sculpture-objects'

export interface OnPlinth {
  readonly frame: PlanFrame
  readonly mesh: SculptureMesh
  readonly objects: SculptureObjects
}

export interface LitRoom {
  readonly scene: Scene
  readonly materials: Materials
  /** Puts up a sculpture in the middle of the room; it may be moved. */
  putUp(
    channels: ShapeChannels,
    frame: PlanFrame,
    look: SculptureLook,
    marks: Pick<LapMarks, 'sectorEnds'>,
  ): OnPlinth
  takeDown(piece: OnPlinth): void
  /**
   * Turns the light to a first view, and makes the shadow's picture as tight as what stands there, for the sharpest
   * edges the map can give. The shadow has to be drawn anew after it.
   * @param azimuth of the first view. @param reachM from the middle of the room to what throws a shadow.
   */
  light(azimuth: number, reachM: number): void
  setTheme(theme: Theme, contrast: RoomContrast): void
  dispose(): void
}

/** @throws Error when the machine has no WebGL 2. */
export function createRenderer(
  canvas: HTMLCanvasElement,
  buffer: { readonly preserveDrawingBuffer: boolean },
): WebGLRenderer {
  // Transparent: the room behind the plinth is the page's background, so themes have one place.
  const renderer = new WebGLRenderer({
    canvas,
    antialias: true,
    alpha: true,
    powerPreference: 'low-power',
    ...buffer,
  })
  // Tone mapping would bend the colours away from the legend.
  renderer.toneMapping = NoToneMapping
  renderer.shadowMap.enabled = true
  renderer.shadowMap.type = PCFShadowMap
  // Nothing moves but the eye: the shadow is drawn once per sculpture.
  renderer.shadowMap.autoUpdate = false
  return renderer
}

/** A body is some metres wider than its crest, and the edge of its shadow softer than that. */
const SHADOW_MARGIN = 1.05

/** @param shadowMapSize texels on a side. */
export function createLitRoom(shadowMapSize: number): LitRoom {
  const scene = new Scene()
  const materials = createMaterials()
  const { group: lights, key } = createLights()
  key.castShadow = true
  key.shadow.mapSize.set(shadowMapSize, shadowMapSize)
  key.shadow.radius = 4
  scene.add(lights)

  return {
    scene,
    materials,
    putUp(channels, frame, look, marks) {
      const mesh = buildSculptureMesh(channels, frame, look)
      const objects = createSculptureObjects(mesh, frame, materials, marks)
      scene.add(objects.root)
      return { frame, mesh, objects }
    },
    takeDown({ objects }) {
      disposeTree(objects.root, materials.all)
    },
    light(azimuth, reachM) {
      const reach = reachM * SHADOW_MARGIN
      lights.rotation.y = azimuth
      key.position.normalize().multiplyScalar(reach * 2)
      const { camera } = key.shadow
      camera.left = camera.bottom = -reach
      camera.right = camera.top = reach
      camera.near = reach * 0.5
      camera.far = reach * 3.5
      camera.updateProjectionMatrix()
      key.shadow.needsUpdate = true
    },
    setTheme(theme, contrast) {
      materials.setTheme(theme, contrast)
    },
    dispose() {
      disposeTree(scene, materials.all)
      materials.dispose()
      key.shadow.dispose()
    },
  }
}

/** How far the crest of a sculpture reaches from a point, metres. @param xM, zM of that point, in three.js axes. */
export function crestReach({ crest }: SculptureMesh, xM = 0, zM = 0): number {
  let reach = 0
  for (let i = 0; i < crest.length; i += 3)
    reach = Math.max(reach, Math.hypot(crest[i]! - xM, crest[i + 1]!, crest[i + 2]! - zM))
  return reach
}
