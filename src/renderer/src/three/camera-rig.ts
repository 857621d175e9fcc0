// The camera and how a person moves it: drag, wheel and keys end in the same few motions of OrbitControls; presets are
// flown to; the turntable turns until somebody takes hold.

import { MOUSE, PerspectiveCamera, Spherical, Vector3 } from 'three'
import { OrbitControls } from 'three/addons/controls/OrbitControls.js'
import type { CameraPose } from '@contract/link'
import { placeOf, poseOf } from './camera-pose'
import { FIELD_OF_VIEW_DEG, fitFrom, NOTHING_COVERED, setDepths, type Covered } from './home-view'
import type { PlanFrame } from './plan-frame'
import { eyeOf, placeOnWay, presetDirection, type EyePlace, type PresetView } from './preset-views'
import { TURNTABLE_STEP, turntableTurn } from './turntable'

/** A motion of the camera: angles in radians, shifts in pixels, zoom as a factor on the distance (< 1 nearer). */
export type CameraMotion =
  | { readonly kind: 'orbit'; readonly left: number; readonly up: number }
  | { readonly kind: 'pan'; readonly x: number; readonly y: number }
  | { readonly kind: 'zoom'; readonly factor: number }
  | { readonly kind: 'preset'; readonly view: PresetView }

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

/** From one preset to another, ms: long enough to see where one goes, short enough not to wait. By eye. */
const FLIGHT_MS = 650
/** An eye as far away as the first view, times this, is as far as anybody may go. */
const FARTHEST = 2
/** The same for how near one may come to one lap. */
const NEAREST = 12

export interface CameraRig {
  readonly camera: PerspectiveCamera
  /**
   * Frames what stands in the room. @param points xyz triples that must be in the picture.
   * @param heading of the start straight, as `startHeading` has it.
   * @param pieces how many there are: to each of them one may come as near as to one alone.
   */
  frame(points: Float32Array, plan: PlanFrame, heading: number, pieces: number): void
  move(motion: CameraMotion): void
  /** Ends a flight where it is. */
  land(): void
  /** Starts or stops the turntable; where no motion is wanted it turns by a step instead, each time it is started. */
  setTurning(isTurning: boolean): void
  isTurning(): boolean
  /** From where one looks; null before anything stands there, and in its first view. */
  pose(): CameraPose | null
  setPose(pose: CameraPose): void
  /** What lies over the picture; frames the sculpture again, unless the person has moved the camera. */
  setCovered(covered: Covered): void
  /** New shape of the picture; frames the sculpture again unless the person has moved the camera. */
  setAspect(aspect: number): void
  setReducedMotion(reduced: boolean): void
  /** Lets a glide run on. @param atMs the frame's time. @returns whether the camera still moves: another frame is due. */
  advance(atMs: number): boolean
  dispose(): void
}

interface Framed {
  readonly points: Float32Array
  readonly plan: PlanFrame
  readonly heading: number
  readonly pieces: number
}

interface Flight {
  readonly from: EyePlace
  readonly to: EyePlace
  readonly view: PresetView
  /** Null until its first frame. */
  begunAtMs: number | null
}

/**
 * @param changed called whenever the picture must be drawn again.
 * @param turned called whenever the turntable has started or stopped.
 */
export function createCameraRig(
  canvas: HTMLCanvasElement,
  changed: () => void,
  turned: (isTurning: boolean) => void,
): CameraRig {
  const camera = new PerspectiveCamera(FIELD_OF_VIEW_DEG, 1, 1, 10)
  const controls = new OrbitControls(camera, canvas)
  controls.maxPolarAngle = Math.PI / 2 - 0.02
  controls.mouseButtons = { LEFT: MOUSE.ROTATE, MIDDLE: MOUSE.DOLLY, RIGHT: MOUSE.PAN }
  let framed: Framed | null = null
  let covered = NOTHING_COVERED
  /** The view the window's size is kept to; null once the person has moved the camera. */
  let kept: PresetView | null = 'first'
  let flight: Flight | null = null
  let isTurning = false
  let homeNear = camera.near
  const before = new Vector3()
  const offset = new Vector3()
  const spherical = new Spherical()
  let lastFrameMs = 0

  const setTurning = (next: boolean): void => {
    if (next === isTurning) return
    isTurning = next
    turned(next)
  }
  /** The person takes hold. */
  const start = (): void => {
    kept = null
    flight = null
    setTurning(false)
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

  const presetPlace = ({ points, plan, heading, pieces }: Framed, view: PresetView): EyePlace => {
    const direction = presetDirection(view, plan, heading)
    const { distance, target } = fitFrom(points, direction, camera.aspect, pieces, covered)
    return { ...direction, distance, target }
  }
  const placeNow = (): EyePlace => {
    spherical.setFromVector3(offset.subVectors(camera.position, controls.target))
    const { x, y, z } = controls.target
    return { azimuth: spherical.theta, polar: spherical.phi, distance: spherical.radius, target: [x, y, z] }
  }
  const standAt = (place: EyePlace): void => {
    controls.target.set(...place.target)
    camera.position.set(...eyeOf(place))
    controls.update()
    changed()
  }

  /** Limits and depths by the first view, which every other one is measured by. */
  const measure = (of: Framed, also: EyePlace): void => {
    const first = presetPlace(of, 'first')
    // A piece's share of the picture falls with the root of their number.
    controls.minDistance = first.distance / (NEAREST * Math.sqrt(of.pieces))
    controls.maxDistance = Math.max(first.distance * FARTHEST, also.distance)
    // Among many one goes to the one pointed at; a single one stays in the middle.
    controls.zoomToCursor = of.pieces > 1
    setDepths(camera, Math.max(first.distance, also.distance))
    homeNear = camera.near
  }

  const standAtPreset = (view: PresetView): void => {
    if (framed === null) return
    endGlide()
    flight = null
    kept = view
    const place = presetPlace(framed, view)
    measure(framed, place)
    standAt(place)
  }

  const flyTo = (view: PresetView): void => {
    setTurning(false)
    // Whoever wants no glides wants no flights.
    if (framed === null || !controls.enableDamping) return standAtPreset(view)
    endGlide()
    kept = null
    const to = presetPlace(framed, view)
    const from = placeNow()
    measure(framed, to.distance > from.distance ? to : from)
    flight = { from, to, view, begunAtMs: null }
    changed()
  }

  const fly = (under: Flight, atMs: number): void => {
    under.begunAtMs ??= atMs
    const ratio = (atMs - under.begunAtMs) / FLIGHT_MS
    if (ratio >= 1) standAtPreset(under.view)
    else standAt(placeOnWay(under.from, under.to, ratio))
  }

  const turnBy = (angle: number): void => {
    const place = placeNow()
    standAt({ ...place, azimuth: place.azimuth + angle })
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
    frame(points, plan, heading, pieces) {
      framed = { points, plan, heading, pieces }
      standAtPreset('first')
    },
    move(motion) {
      if (motion.kind === 'preset') return flyTo(motion.view)
      start()
      switch (motion.kind) {
        case 'orbit':
          controls.rotateLeft(motion.left)
          controls.rotateUp(motion.up)
          break
        case 'pan':
          controls.pan(motion.x, motion.y)
          break
        case 'zoom':
          // Multiplies the distance, for factors above 1 as well, whatever the name says.
          controls.dollyIn(motion.factor)
          break
      }
      changed()
    },
    land() {
      flight = null
    },
    setTurning(next) {
      if (framed === null) return
      if (!next) return setTurning(false)
      kept = null
      flight = null
      endGlide()
      if (controls.enableDamping) {
        setTurning(true)
        changed()
      } else turnBy(TURNTABLE_STEP)
    },
    isTurning: () => isTurning,
    pose() {
      return framed === null || kept === 'first' ? null : poseOf(placeNow(), presetPlace(framed, 'first'))
    },
    setPose(pose) {
      if (framed === null) return
      start()
      const place = placeOf(pose, presetPlace(framed, 'first'))
      measure(framed, place)
      standAt(place)
    },
    setCovered(next) {
      covered = next
      if (kept !== null) standAtPreset(kept)
    },
    setAspect(aspect) {
      camera.aspect = aspect
      camera.updateProjectionMatrix()
      if (kept !== null) standAtPreset(kept)
    },
    setReducedMotion(reduced) {
      controls.enableDamping = !reduced
      if (!reduced) return
      setTurning(false)
      if (flight !== null) standAtPreset(flight.view)
    },
    advance(atMs) {
      // At least 1: a frame's time lies before the moment in which a change of size was drawn.
      const frameMs = Math.min(LONGEST_FRAME_MS, Math.max(1, atMs - lastFrameMs))
      controls.dampingFactor = 1 - Math.exp(-frameMs / GLIDE_MS)
      lastFrameMs = atMs
      if (flight !== null) {
        fly(flight, atMs)
        setNear()
        return flight !== null
      }
      if (isTurning) {
        turnBy(turntableTurn(frameMs))
        setNear()
        return true
      }
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
