// The camera and how a person moves it: drag, wheel and keys end in the same few motions of OrbitControls.

import { MOUSE, PerspectiveCamera, Vector3 } from 'three'
import { OrbitControls } from 'three/addons/controls/OrbitControls.js'
import { FIELD_OF_VIEW_DEG, homeAzimuth, placeAtHome } from './home-view'
import type { PlanFrame } from './plan-frame'

/** A motion of the camera: angles in radians, shifts in pixels, zoom as a factor on the distance (< 1 nearer). */
export type CameraMotion =
  | { readonly kind: 'orbit'; readonly left: number; readonly up: number }
  | { readonly kind: 'pan'; readonly x: number; readonly y: number }
  | { readonly kind: 'zoom'; readonly factor: number }
  | { readonly kind: 'home' }

/** A glide loses two thirds of its speed in this time, ms, whatever the frame rate. By eye. */
const GLIDE_MS = 130
/** The first frame after a rest comes late; it must not use up the glide at once. */
const LONGEST_FRAME_MS = 100
/**
 * Movement in one frame, as a share of the distance, below which a glide is over. A pixel is about 0.0007; what is
 * left to glide is some seven times the last frame's movement, so the end is not seen. Much smaller draws for seconds.
 */
const STILL_RATIO = 2e-5

/** The near edge of the picture as a share of the distance to what is looked at. */
const NEAR_RATIO = 0.3

export interface CameraRig {
  readonly camera: PerspectiveCamera
  /**
   * Frames what stands in the room. @param points xyz triples that must be in the picture.
   * @param pieces how many there are: to each of them one may come as near as to one alone.
   */
  frame(points: Float32Array, plan: PlanFrame, pieces: number): void
  move(motion: CameraMotion): void
  /** New shape of the picture; frames the sculpture again unless the person has moved the camera. */
  setAspect(aspect: number): void
  setReducedMotion(reduced: boolean): void
  /** Lets a glide run on. @param atMs the frame's time. @returns whether the camera still moves: another frame is due. */
  advance(atMs: number): boolean
  dispose(): void
}

/** @param changed called whenever the picture must be drawn again. */
export function createCameraRig(canvas: HTMLCanvasElement, changed: () => void): CameraRig {
  const camera = new PerspectiveCamera(FIELD_OF_VIEW_DEG, 1, 1, 10)
  const controls = new OrbitControls(camera, canvas)
  controls.maxPolarAngle = Math.PI / 2 - 0.02
  controls.mouseButtons = { LEFT: MOUSE.ROTATE, MIDDLE: MOUSE.DOLLY, RIGHT: MOUSE.PAN }
  let framed: { readonly points: Float32Array; readonly azimuth: number; readonly pieces: number } | null =
    null
  let homeNear = camera.near
  let touched = false
  const before = new Vector3()
  let lastFrameMs = 0
  const start = (): void => {
    touched = true
  }
  controls.addEventListener('change', changed)
  controls.addEventListener('start', start)

  /** Goes at once where a glide is still heading: without damping one update uses all of it up. */
  const endGlide = (): void => {
    const isDamped = controls.enableDamping
    controls.enableDamping = false
    controls.update()
    controls.enableDamping = isDamped
  }

  const home = (): void => {
    if (framed === null) return
    endGlide()
    const fit = placeAtHome(camera, framed.points, framed.azimuth, framed.pieces)
    controls.target.set(...fit.target)
    homeNear = camera.near
    // A piece's share of the picture falls with the root of their number.
    controls.minDistance = fit.distance / (12 * Math.sqrt(framed.pieces))
    controls.maxDistance = fit.distance * 2
    // Among many one goes to the one pointed at; a single one stays in the middle.
    controls.zoomToCursor = framed.pieces > 1
    touched = false
    controls.update()
    changed()
  }

  /** As far from the eye as it may be: a wide range of depths makes inlays flicker, a near edge cuts what is close. */
  const setNear = (): void => {
    const near = Math.min(homeNear, controls.getDistance() * NEAR_RATIO)
    if (near === camera.near) return
    camera.near = near
    camera.updateProjectionMatrix()
  }

  return {
    camera,
    frame(points, plan, pieces) {
      framed = { points, azimuth: homeAzimuth(plan), pieces }
      home()
    },
    move(motion) {
      switch (motion.kind) {
        case 'orbit':
          touched = true
          controls.rotateLeft(motion.left)
          controls.rotateUp(motion.up)
          break
        case 'pan':
          touched = true
          controls.pan(motion.x, motion.y)
          break
        case 'zoom':
          touched = true
          // Multiplies the distance, for factors above 1 as well, whatever the name says.
          controls.dollyIn(motion.factor)
          break
        case 'home':
          home()
          break
      }
      changed()
    },
    setAspect(aspect) {
      camera.aspect = aspect
      camera.updateProjectionMatrix()
      if (!touched) home()
    },
    setReducedMotion(reduced) {
      controls.enableDamping = !reduced
    },
    advance(atMs) {
      // At least 1: a frame's time lies before the moment in which a change of size was drawn.
      const frameMs = Math.min(LONGEST_FRAME_MS, Math.max(1, atMs - lastFrameMs))
      controls.dampingFactor = 1 - Math.exp(-frameMs / GLIDE_MS)
      lastFrameMs = atMs
      before.copy(camera.position)
      const isMoving = controls.update()
      setNear()
      if (!isMoving) return false
      if (before.distanceTo(camera.position) > controls.getDistance() * STILL_RATIO) return true
      endGlide()
      return false
    },
    dispose() {
      controls.removeEventListener('change', changed)
      controls.removeEventListener('start', start)
      controls.dispose()
    },
  }
}
