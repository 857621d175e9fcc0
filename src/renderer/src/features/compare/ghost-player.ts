// The clock of the bodies that run along the laps: plays, pauses, steps, scrubs. Runs frames only while it plays. No
// React, no three.js: frames and time come from outside.

import { createValue, type Value } from '../../ui/value'

export const GHOST_RATES = [0.25, 0.5, 1, 2, 4] as const
export type GhostRate = (typeof GHOST_RATES)[number]

export interface GhostTime {
  /** Since all laps began together, seconds. */
  readonly timeS: number
  readonly isPlaying: boolean
  /** Before the first start, and after a stop, nothing runs along the laps. */
  readonly isOut: boolean
  readonly rate: GhostRate
}

export interface GhostPlayer {
  /** Changes at most TOLD_A_SECOND times a second while playing. */
  readonly state: Value<GhostTime>
  /** Other laps to run along, from where the run is; null takes everything off and stops. */
  setCourse(course: GhostCourse | null): void
  setRate(rate: GhostRate): void
  /** Steps instead of gliding. */
  setReducedMotion(reduced: boolean): void
  toggle(): void
  /** Takes the bodies off the laps. */
  stop(): void
  scrub(timeS: number): void
  step(by: 1 | -1): void
  /** Ends the frames; the player may be used again. */
  close(): void
}

/** What is run along. */
export interface GhostCourse {
  /** When the last of the laps is over. */
  readonly durationS: number
  /** Puts the bodies where they are at that time; null takes them away. */
  readonly draw: (timeS: number | null) => void
}

export interface GhostPlayerParts {
  /** As requestAnimationFrame and cancelAnimationFrame. */
  readonly requestFrame: (frame: (atMs: number) => void) => number
  readonly cancelFrame: (request: number) => void
}

/** The page's figures need no more, and drawing them costs more than moving the bodies. */
const TOLD_A_SECOND = 10
/** What one press of a key goes, seconds: about the distance between two cars that fight. */
const STEP_S = 0.1
/** How long a picture stands where less motion is wished for, seconds of true time. */
const STILL_S = 1
/** A tab that was hidden must not jump to the end. Seconds. */
const LONGEST_FRAME_S = 0.25

export function createGhostPlayer({ requestFrame, cancelFrame }: GhostPlayerParts): GhostPlayer {
  const state = createValue<GhostTime>({ timeS: 0, isPlaying: false, isOut: false, rate: 1 })
  let durationS = 0
  let draw: GhostCourse['draw'] = () => undefined
  let isReduced = false
  let request = 0
  let timeS = 0
  let lastMs: number | null = null
  let toldMs = 0
  let waitedS = 0

  const tell = (change: Partial<GhostTime>): void =>
    state.change((before) => ({ ...before, timeS, ...change }))
  const halt = (): void => {
    if (request !== 0) cancelFrame(request)
    request = 0
    lastMs = null
    waitedS = 0
  }

  const frame = (atMs: number): void => {
    request = 0
    const frameS = lastMs === null ? 0 : Math.min(LONGEST_FRAME_S, Math.max(0, (atMs - lastMs) / 1000))
    lastMs = atMs
    waitedS += frameS * state.get().rate
    if (!isReduced || waitedS >= STILL_S) {
      timeS = Math.min(durationS, timeS + waitedS)
      waitedS = 0
      draw(timeS)
    }
    if (timeS >= durationS) {
      halt()
      tell({ isPlaying: false })
      return
    }
    if (atMs - toldMs >= 1000 / TOLD_A_SECOND) {
      toldMs = atMs
      tell({})
    }
    request = requestFrame(frame)
  }

  const goTo = (next: number): void => {
    timeS = Math.min(durationS, Math.max(0, next))
    waitedS = 0
    draw(timeS)
    tell({ isOut: true })
  }

  const stop = (): void => {
    halt()
    timeS = 0
    draw(null)
    tell({ isPlaying: false, isOut: false })
  }

  return {
    state,
    setCourse(course) {
      if (course === null) {
        stop()
        durationS = 0
        return
      }
      durationS = course.durationS
      draw = course.draw
      if (!state.get().isOut) return
      timeS = Math.min(timeS, durationS)
      draw(timeS)
      tell({})
    },
    setRate: (rate) => tell({ rate }),
    setReducedMotion(reduced) {
      isReduced = reduced
    },
    toggle() {
      if (state.get().isPlaying) {
        halt()
        tell({ isPlaying: false })
        return
      }
      if (durationS <= 0) return
      if (timeS >= durationS) timeS = 0
      draw(timeS)
      tell({ isPlaying: true, isOut: true })
      request = requestFrame(frame)
    },
    stop,
    scrub: goTo,
    step(by) {
      halt()
      goTo(timeS + by * STEP_S)
      tell({ isPlaying: false })
    },
    close: halt,
  }
}
