// The view: one canvas, the laps that stand in its room, drawn only when something has changed. Owns the WebGL context,
// the camera and the objects; knows nothing of calls, tasks or words. Everything on screen can be rebuilt from the arrays
// of the sculptures it holds, which is what happens when the graphics context is lost and comes back.

import { Mesh, Raycaster, Vector2 } from 'three'
import type { CameraPose } from '@contract/link'
import type { Sculpture } from '@contract/sculpture'
import { createCameraRig, type CameraMotion } from './camera-rig'
import { createCornerLabels } from './corner-labels'
import type { GhostLook } from './ghost-shapes'
import { createGhosts } from './ghosts'
import { createHall, type Standing } from './hall'
import { MOST_LAPS } from './hall-layout'
import { createLapPlates, type LapPlate } from './lap-plates'
import { crestReach, createLitRoom, createRenderer } from './lit-room'
import type { Covered } from './home-view'
import { createMarker } from './marker'
import type { RoomContrast, Theme } from './materials'
import { startHeading } from './preset-views'
import { DEFAULT_LOOK, lookKey, type SculptureLook } from '@contract/sculpture-look'
import { takePicture, type PictureSize } from './take-picture'
import { createTrackOverlay, type SharedTrack } from './track-overlay'

/** Above two device pixels a point the eye gains nothing and the GPU pays for it with the square. */
const MAX_PIXEL_RATIO = 2
const SHADOW_MAP_SIZE = 2048
/**
 * How long a frame waits for laps that are on their way, ms. Warm ones come within milliseconds of each other; drawn in
 * software, a frame of twenty with its shadow takes longer than this, and at 120 the last of them came a second later.
 */
const GATHER_MS = 300

/** A lap to stand in the room, with what its name plate says where it does not stand alone. */
export interface ShownLap {
  readonly sculpture: Sculpture
  readonly plate: Omit<LapPlate, 'anchor'>
}

/** Where the body that runs along a lap is now. */
export interface GhostPlace {
  /** A lap that stands in the room, with the station on it; fractions allowed. */
  readonly on: Sculpture
  readonly station: number
}

/** A place of a lap that one points at. */
export interface PointedPlace {
  readonly sculpture: Sculpture
  readonly station: number
}

export interface SculptureView {
  /**
   * Replaces what is shown.
   * @param laps at most MOST_LAPS, the main one first; null keeps a place for one that is on its way.
   * @param circuit the camera stays where it is while neither this nor the number of places changes.
   * @param track the other laps share the main one's track; null: each stands on a plinth of its own.
   */
  show(laps: readonly [ShownLap, ...(ShownLap | null)[]], circuit: string, track?: SharedTrack | null): void
  /** The bodies that run along the laps, not yet in their places. */
  setGhosts(looks: readonly GhostLook[]): void
  /** @param places one a ghost, in their order; null takes them off the laps. */
  placeGhosts(places: readonly GhostPlace[] | null): void
  /** Builds a lap that may be shown next: showing it alone then takes a frame. */
  prepare(sculpture: Sculpture): void
  /** Style, height and colours; the camera stays where it is. */
  setLook(look: SculptureLook): void
  /** As it was set last. */
  look(): SculptureLook
  /**
   * Marks a station on every lap, or none; the marks stay through a change of sculptures.
   * @param read the lap that is read out: its mark is the largest.
   */
  mark(station: number | null, read: Sculpture | null): void
  /** What is under a point, CSS pixels from the canvas's top left; null beside the bodies. */
  placeAt(x: number, y: number): PointedPlace | null
  move(motion: CameraMotion): void
  /** Ends a flight to a preset where it is. */
  land(): void
  /** Starts or stops the turntable; a step instead where no motion is wanted. Nothing is drawn while it stands. */
  setTurning(isTurning: boolean): void
  isTurning(): boolean
  /** From where one looks, for a link; null where that is the first view. */
  pose(): CameraPose | null
  setPose(pose: CameraPose): void
  /** CSS pixels of the canvas that controls lie over: the presets keep out of them. */
  setCovered(top: number, bottom: number): void
  /** CSS pixels. */
  setSize(width: number, height: number, devicePixelRatio: number): void
  setTheme(theme: Theme, contrast: RoomContrast): void
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
  /** The first frame with newly shown sculptures, or with a new look of them, has been drawn. The main one first. */
  shown(sculptures: readonly Sculpture[], look: SculptureLook): void
  /** The turntable has started, or somebody has stopped it. */
  turned(isTurning: boolean): void
  contextLost(): void
  contextRestored(): void
}

/** The pin on the lap that is read, on the size of the others. Visual only. */
const READ_PIN_SCALE = 1.5
/**
 * Pins grow with the hall, or nobody would see them from where all of it is in the picture; by less than the hall, or
 * they would hide the laps. Visual only.
 */
const PIN_GROWTH = 0.7

/** @throws Error when the machine has no WebGL 2; the caller shows the lap as a table instead. */
export function createSculptureView(canvas: HTMLCanvasElement, events: ViewEvents): SculptureView {
  const renderer = createRenderer(canvas, { preserveDrawingBuffer: false })
  const room = createLitRoom(SHADOW_MAP_SIZE)
  const hall = createHall(room)
  const marker = createMarker(room.materials.marker, MOST_LAPS)
  const labels = createCornerLabels()
  const plates = createLapPlates()
  const overlay = createTrackOverlay(room.scene, room.materials)
  const ghosts = createGhosts(room.scene)
  room.scene.add(marker.object, labels.object, plates.object)

  let wanted: readonly [ShownLap, ...(ShownLap | null)[]] | null = null
  let shared: SharedTrack | null = null
  /** The laps that stand there, the main one first. */
  let standing: readonly Standing[] = []
  let framedFor: string | null = null
  let isNew = false
  let look = DEFAULT_LOOK
  let marked: { readonly station: number; readonly read: Sculpture | null } | null = null
  let areGhostsOut = false
  let covered: Covered = { top: 0, bottom: 0 }
  let frameRequest = 0
  let gathering: ReturnType<typeof setTimeout> | null = null
  const draw = (atMs: number): void => {
    frameRequest = 0
    if (renderer.getContext().isContextLost()) return
    if (rig.advance(atMs)) invalidate()
    labels.arrange(rig.camera, canvas.clientWidth, canvas.clientHeight)
    plates.arrange(rig.camera, canvas.clientWidth, canvas.clientHeight)
    overlay.arrange(rig.camera, canvas.clientWidth, canvas.clientHeight)
    ghosts.arrange(rig.camera, canvas.clientWidth, canvas.clientHeight)
    renderer.render(room.scene, rig.camera)
    if (isNew) {
      isNew = false
      const onTrack = shared?.threads.map(({ sculpture }) => sculpture) ?? []
      events.shown([...standing.map(({ sculpture }) => sculpture), ...onTrack], look)
    }
  }
  const invalidate = (): void => {
    if (frameRequest === 0) frameRequest = requestAnimationFrame(draw)
  }
  const rig = createCameraRig(canvas, invalidate, (isTurning) => events.turned(isTurning))

  const coveredShares = (): Covered => {
    const height = Math.max(1, canvas.clientHeight)
    return { top: covered.top / height, bottom: covered.bottom / height }
  }

  const stopGathering = (): void => {
    if (gathering !== null) clearTimeout(gathering)
    gathering = null
  }
  /** A frame soon, if more laps are to come; else now. */
  const invalidateWith = (laps: readonly unknown[]): void => {
    if (!laps.includes(null)) {
      stopGathering()
      invalidate()
    } else
      gathering ??= setTimeout(() => {
        gathering = null
        invalidate()
      }, GATHER_MS)
  }

  /** What grows with the hall, on its size beside one lap alone. */
  const grownWithHall = ({ mesh }: Standing): number => (hall.reachM() / crestReach(mesh)) ** PIN_GROWTH

  const placeMarker = (): void => {
    const [main] = standing
    // The bodies that run tell the place themselves.
    if (marked === null || main === undefined || areGhostsOut) {
      marker.place([])
      return
    }
    const { station, read } = marked
    const grown = grownWithHall(main)
    const stationsOf = ({ sculpture }: Standing): number => sculpture.channels.xM.length - 1
    marker.place(
      standing.map((lap) => {
        const isRead = standing.length > 1 && lap.sculpture === read
        // Laps of other sessions have a line of their own, with a few stations more or less to the same lap.
        const { x, y, z } = lap.crestAt((station / stationsOf(main)) * stationsOf(lap))
        return { x, y, z, scale: isRead ? grown * READ_PIN_SCALE : grown }
      }),
    )
  }

  /** After a change of what stands there: what goes with it, and a frame. */
  const settle = (laps: readonly Standing[]): void => {
    standing = laps
    const [main] = laps
    if (main === undefined) return
    labels.set(main.corners, main.mesh, main.at)
    const plateOf = new Map(wanted?.map((lap) => [lap?.sculpture, lap?.plate]))
    plates.set(
      laps.length === 1
        ? []
        : laps.flatMap((lap) => {
            const plate = plateOf.get(lap.sculpture)
            return plate === undefined ? [] : [{ ...plate, anchor: lap.front() }]
          }),
    )
    overlay.set(shared, main, look)
    isNew = true
    placeMarker()
    renderer.shadowMap.needsUpdate = true
    invalidateWith(wanted ?? [])
  }

  const onLost = (event: Event): void => {
    // Without this the browser never gives the context back.
    event.preventDefault()
    events.contextLost()
  }
  const onRestored = (): void => {
    settle(hall.rebuild())
    events.contextRestored()
  }
  canvas.addEventListener('webglcontextlost', onLost)
  canvas.addEventListener('webglcontextrestored', onRestored)
  const raycaster = new Raycaster()
  const pointer = new Vector2()

  return {
    show(laps, circuit, track = null) {
      wanted = laps
      shared = track
      settle(hall.arrange(standingOf(laps, track), look))
      // A shared track is framed as a hall is: its ribbon must not be behind what lies over the picture's edges.
      const pieces = track === null ? laps.length : 2
      const framing = `${circuit} ${pieces} ${track === null ? 'beside' : 'shared'}`
      const [main] = standing
      if (framing === framedFor || main === undefined) return
      framedFor = framing
      const { channels, header } = main.sculpture
      const heading = startHeading(channels.xM, channels.yM, header.stepM)
      rig.frame(joinedPoints(hall.outline(), overlay.outline()), main.frame, heading, pieces)
    },
    setGhosts(looks) {
      ghosts.set(looks)
      invalidate()
    },
    placeGhosts(places) {
      const [main] = standing
      const wereOut = areGhostsOut
      areGhostsOut = places !== null && main !== undefined
      if (areGhostsOut !== wereOut) placeMarker()
      if (places === null || main === undefined) ghosts.place(null, { scale: 1, areTagged: false })
      else {
        const at = new Map(standing.map((lap) => [lap.sculpture, lap]))
        const crests = places.map(({ on, station }) => (at.get(on) ?? main).crestAt(station))
        // Side by side each plinth has its name plate.
        ghosts.place(crests, { scale: grownWithHall(main), areTagged: shared !== null })
      }
      invalidate()
    },
    prepare(sculpture) {
      hall.prepare(sculpture, look)
    },
    look: () => look,
    setLook(chosen) {
      if (lookKey(chosen) === lookKey(look)) return
      look = chosen
      if (wanted !== null) settle(hall.arrange(standingOf(wanted, shared), look))
    },
    mark(station, read) {
      marked = station === null ? null : { station, read }
      placeMarker()
      invalidate()
    },
    placeAt(x, y) {
      pointer.set((x / canvas.clientWidth) * 2 - 1, 1 - (y / canvas.clientHeight) * 2)
      raycaster.setFromCamera(pointer, rig.camera)
      const bodies = standing.map(({ objects }) => objects.body)
      const hit = raycaster.intersectObjects(bodies, false)[0]
      const triangle = hit?.faceIndex ?? null
      return triangle !== null && hit?.object instanceof Mesh ? hall.stationAt(hit.object, triangle) : null
    },
    move: (motion) => rig.move(motion),
    land: () => rig.land(),
    setTurning: (isTurning) => rig.setTurning(isTurning),
    isTurning: () => rig.isTurning(),
    pose: () => rig.pose(),
    setPose: (pose) => rig.setPose(pose),
    setCovered(top, bottom) {
      covered = { top, bottom }
      rig.setCovered(coveredShares())
    },
    setSize(width, height, devicePixelRatio) {
      if (width === 0 || height === 0) return
      renderer.setPixelRatio(Math.min(devicePixelRatio, MAX_PIXEL_RATIO))
      // false: the size on the page is the style sheet's business.
      renderer.setSize(width, height, false)
      rig.setCovered(coveredShares())
      rig.setAspect(width / height)
      // A canvas that changes size is cleared at once; waiting for the next frame would show it empty.
      cancelAnimationFrame(frameRequest)
      draw(performance.now())
    },
    setTheme(theme, contrast) {
      room.setTheme(theme, contrast)
      labels.setTheme(theme)
      plates.setTheme(theme)
      overlay.setTheme(theme)
      ghosts.setTheme(theme)
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
      stopGathering()
      cancelAnimationFrame(frameRequest)
      canvas.removeEventListener('webglcontextlost', onLost)
      canvas.removeEventListener('webglcontextrestored', onRestored)
      rig.dispose()
      labels.dispose()
      plates.dispose()
      marker.dispose()
      overlay.dispose()
      ghosts.dispose()
      room.dispose()
      renderer.dispose()
    },
  }
}

/** @returns what stands on plinths: all, or of laps that share a track the main one. */
function standingOf(
  [main, ...others]: readonly [ShownLap, ...(ShownLap | null)[]],
  track: SharedTrack | null,
): readonly [Sculpture, ...(Sculpture | null)[]] {
  return track === null ? [main.sculpture, ...others.map((lap) => lap?.sculpture ?? null)] : [main.sculpture]
}

function joinedPoints(a: Float32Array, b: Float32Array): Float32Array {
  const all = new Float32Array(a.length + b.length)
  all.set(a)
  all.set(b, a.length)
  return all
}
