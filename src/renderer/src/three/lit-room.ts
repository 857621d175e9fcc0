// A room with light in it and one sculpture at most: what the stage and the thumbnails draw alike. Owns everything
// on the GPU but the renderer, which the views make by `createRenderer` and keep.

import { NoToneMapping, PCFShadowMap, Scene, WebGLRenderer, type DirectionalLight } from 'three'
import { disposeTree } from './dispose'
import { homeAzimuth } from './home-view'
import { createLights, createMaterials, type Materials, type Theme } from './materials'
import type { LapMarks } from './lap-marks'
import { planFrame, type PlanFrame } from './plan-frame'
import type { SculptureLook } from '@contract/sculpture-look'
import { buildSculptureMesh, type SculptureMesh } from './sculpture-mesh'
import type { ShapeChannels } from '@contract/channel-values'
import { createSculptureObjects, type SculptureObjects } from './sculpture-objects'

export interface OnPlinth {
  readonly frame: PlanFrame
  readonly mesh: SculptureMesh
  readonly objects: SculptureObjects
}

export interface LitRoom {
  readonly scene: Scene
  readonly materials: Materials
  /** Replaces what stands there; the shadow has to be drawn anew after it. */
  putUp(channels: ShapeChannels, look: SculptureLook, marks: Pick<LapMarks, 'sectorEnds'>): OnPlinth
  setTheme(theme: Theme): void
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

/** @param shadowMapSize texels on a side. */
export function createLitRoom(shadowMapSize: number): LitRoom {
  const scene = new Scene()
  const materials = createMaterials()
  const { group: lights, key } = createLights()
  key.castShadow = true
  key.shadow.mapSize.set(shadowMapSize, shadowMapSize)
  key.shadow.radius = 4
  scene.add(lights)
  let piece: OnPlinth | null = null

  return {
    scene,
    materials,
    putUp(channels, look, marks) {
      if (piece !== null) disposeTree(piece.objects.root, materials.all)
      const frame = planFrame(channels.xM, channels.yM, channels.zM)
      const mesh = buildSculptureMesh(channels, frame, look)
      const objects = createSculptureObjects(mesh, frame, materials, marks)
      scene.add(objects.root)
      lights.rotation.y = homeAzimuth(frame)
      aimShadow(key, frame, mesh)
      piece = { frame, mesh, objects }
      return piece
    },
    setTheme(theme) {
      materials.setTheme(theme)
    },
    dispose() {
      disposeTree(scene, materials.all)
      materials.dispose()
      key.shadow.dispose()
    },
  }
}

/** Makes the shadow's picture as tight as the sculpture, for the sharpest edges the map can give. */
function aimShadow(key: DirectionalLight, frame: PlanFrame, mesh: SculptureMesh): void {
  let top = 0
  for (let i = 1; i < mesh.crest.length; i += 3) top = Math.max(top, mesh.crest[i]!)
  const reach = Math.hypot(frame.halfLengthM, frame.halfWidthM, top) * 1.1
  key.position.normalize().multiplyScalar(reach * 2)
  const { camera } = key.shadow
  camera.left = camera.bottom = -reach
  camera.right = camera.top = reach
  camera.near = reach * 0.5
  camera.far = reach * 3.5
  camera.updateProjectionMatrix()
  key.shadow.needsUpdate = true
}
