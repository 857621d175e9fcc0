// The view: one canvas, one sculpture, drawn only when something has changed. Owns the WebGL context, the camera
// and the objects; knows nothing of calls, tasks or words. Everything on screen can be rebuilt from the arrays of
// the sculpture it holds, which is what happens when the graphics context is lost and comes back.

import { Raycaster, Vector2 } from 'three'
import type { Sculpture } from '@contract/sculpture'
import { createCameraRig, type CameraMotion } from './camera-rig'
import { createCornerLabels } from './corner-labels'
import { createLitRoom, createRenderer, type OnPlinth } from './lit-room'
import { lapMarks } from './lap-marks'
import { createMarker } from './marker'
import type { Theme } from './materials'
import { DEFAULT_LOOK, lookKey, type SculptureLook } from '@contract/sculpture-look'
import { stationOfTriangle } from './sculpture-mesh'
import { takePicture, type PictureSize } from './take-picture'

/** Above two device pixels a point the eye gains nothing and the GPU pays for it with the square. */
const MAX_PIXEL_RATIO = 2
const SHADOW_MAP_SIZE = 2048

export interface SculptureView {
  /** Replaces what is shown. @param circuit the camera stays where it is while this does not change. */
  show(sculpture: Sculpture, circuit: string): void
  /** Style, height and colours; the camera stays where it is. */
  setLook(look: SculptureLook): void
  /** As it was set last. */
  look(): SculptureLook
  /** Marks a station of the lap, or none; the mark stays through a change of sculpture. */
  mark(station: number | null): void
  /** The station under a point, CSS pixels from the canvas's top left; null beside the wall. */
  stationAt(x: number, y: number): number | null
  move(motion: CameraMotion): void
  /** CSS pixels. */
  setSize(width: number, height: number, devicePixelRatio: number): void
  setTheme(theme: Theme): void
  setReducedMotion(reduced: boolean): void
  /** The view as it is now, at a size of its own. @throws RangeError as takePicture. */
  takePicture(size: PictureSize): HTMLCanvasElement
  /** Geometries the GPU holds now, as three.js counts them. */
  geometryCount(): number
  /** Draw calls of the last frame, as three.js counts them: with the shadow where that was drawn anew. */
  drawCalls(): number
  dispose(): void
}

export interface ViewEvents {
  /** The first frame with a newly shown sculpture, or with a new look of it, has been drawn. */
  shown(sculpture: Sculpture, look: SculptureLook): void
  contextLost(): void
  contextRestored(): void
}

interface Shown extends OnPlinth {
  readonly sculpture: Sculpture
}

/** @throws Error when the machine has no WebGL 2; the caller shows the lap as a table instead. */
export function createSculptureView(canvas: HTMLCanvasElement, events: ViewEvents): SculptureView {
  const renderer = createRenderer(canvas, { preserveDrawingBuffer: false })
  const room = createLitRoom(SHADOW_MAP_SIZE)
  const marker = createMarker(room.materials.marker)
  const labels = createCornerLabels()
  room.scene.add(marker.object, labels.object)

  let piece: Shown | null = null
  let circuitShown: string | null = null
  let isNew = false
  let look = DEFAULT_LOOK
  let marked: number | null = null
  let frameRequest = 0
  const draw = (atMs: number): void => {
    frameRequest = 0
    if (renderer.getContext().isContextLost()) return
    if (rig.advance(atMs)) invalidate()
    labels.arrange(rig.camera, canvas.clientWidth, canvas.clientHeight)
    renderer.render(room.scene, rig.camera)
    if (isNew && piece !== null) {
      isNew = false
      events.shown(piece.sculpture, look)
    }
  }
  const invalidate = (): void => {
    if (frameRequest === 0) frameRequest = requestAnimationFrame(draw)
  }
  const rig = createCameraRig(canvas, invalidate)

  const placeMarker = (): void => {
    if (marked === null || piece === null) {
      marker.hide()
      return
    }
    const { crest, stations } = piece.mesh
    const at = Math.min(marked, stations - 1) * 3
    marker.place(crest[at]!, crest[at + 1]!, crest[at + 2]!)
  }

  const putUp = (sculpture: Sculpture): Shown => {
    const marks = lapMarks(sculpture.header, sculpture.channels.xM.length)
    piece = { ...room.putUp(sculpture.channels, look, marks), sculpture }
    labels.set(marks.corners, piece.mesh)
    isNew = true
    placeMarker()
    renderer.shadowMap.needsUpdate = true
    invalidate()
    return piece
  }

  const onLost = (event: Event): void => {
    // Without this the browser never gives the context back.
    event.preventDefault()
    events.contextLost()
  }
  const onRestored = (): void => {
    if (piece !== null) putUp(piece.sculpture)
    events.contextRestored()
  }
  canvas.addEventListener('webglcontextlost', onLost)
  canvas.addEventListener('webglcontextrestored', onRestored)
  const raycaster = new Raycaster()
  const pointer = new Vector2()

  return {
    show(sculpture, circuit) {
      const { objects, frame } = putUp(sculpture)
      if (circuit !== circuitShown) rig.frame(objects.outline, frame)
      circuitShown = circuit
    },
    look: () => look,
    setLook(wanted) {
      if (lookKey(wanted) === lookKey(look)) return
      look = wanted
      if (piece !== null) putUp(piece.sculpture)
    },
    mark(station) {
      marked = station
      placeMarker()
      invalidate()
    },
    stationAt(x, y) {
      if (piece === null) return null
      pointer.set((x / canvas.clientWidth) * 2 - 1, 1 - (y / canvas.clientHeight) * 2)
      raycaster.setFromCamera(pointer, rig.camera)
      const hit = raycaster.intersectObject(piece.objects.body, false)[0]
      const triangle = hit?.faceIndex ?? null
      return triangle === null ? null : stationOfTriangle(piece.mesh, triangle)
    },
    move(motion) {
      rig.move(motion)
    },
    setSize(width, height, devicePixelRatio) {
      if (width === 0 || height === 0) return
      renderer.setPixelRatio(Math.min(devicePixelRatio, MAX_PIXEL_RATIO))
      // false: the size on the page is the style sheet's business.
      renderer.setSize(width, height, false)
      rig.setAspect(width / height)
      // A canvas that changes size is cleared at once; waiting for the next frame would show it empty.
      cancelAnimationFrame(frameRequest)
      draw(performance.now())
    },
    setTheme(theme) {
      room.setTheme(theme)
      labels.setTheme(theme)
      invalidate()
    },
    setReducedMotion(reduced) {
      rig.setReducedMotion(reduced)
    },
    takePicture(size) {
      return takePicture(renderer, room.scene, rig.camera, size)
    },
    geometryCount() {
      return renderer.info.memory.geometries
    },
    drawCalls() {
      return renderer.info.render.calls
    },
    dispose() {
      cancelAnimationFrame(frameRequest)
      canvas.removeEventListener('webglcontextlost', onLost)
      canvas.removeEventListener('webglcontextrestored', onRestored)
      rig.dispose()
      labels.dispose()
      room.dispose()
      renderer.dispose()
    },
  }
}
