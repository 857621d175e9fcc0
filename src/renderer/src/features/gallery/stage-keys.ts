// What each key does while the sculpture has the focus. Pure; the stage carries it out.

import type { CameraMotion } from '../../three/camera-rig'

export type StageCommand =
  | { readonly kind: 'camera'; readonly motion: CameraMotion }
  | { readonly kind: 'step'; readonly by: 1 | -1 }
  /** To the lap before or after the one that is read. */
  | { readonly kind: 'lap'; readonly by: 1 | -1 }
  | { readonly kind: 'unpin' }
  /** Of the bodies that run along the laps: starts or halts them. */
  | { readonly kind: 'run' }
  | { readonly kind: 'run-step'; readonly by: 1 | -1 }

/** Six presses turn a quarter; sixteen pan about the width of a small window. Visual only. */
const TURN = Math.PI / 12
const PAN_PX = 40
const ZOOM = 1.15

/** @param key as KeyboardEvent.key. @returns null for keys that are not ours, so that the page keeps them. */
export function stageCommand(key: string, isShift: boolean): StageCommand | null {
  const arrow = ARROWS[key]
  if (arrow !== undefined) {
    return isShift
      ? { kind: 'camera', motion: { kind: 'pan', x: -arrow.x * PAN_PX, y: -arrow.y * PAN_PX } }
      : { kind: 'camera', motion: { kind: 'orbit', left: -arrow.x * TURN, up: -arrow.y * TURN } }
  }
  switch (key) {
    case '+':
    case '=':
      return { kind: 'camera', motion: { kind: 'zoom', factor: 1 / ZOOM } }
    case '-':
    case '_':
      return { kind: 'camera', motion: { kind: 'zoom', factor: ZOOM } }
    case 'Home':
      return { kind: 'camera', motion: { kind: 'home' } }
    case '[':
      return { kind: 'step', by: -1 }
    case ']':
      return { kind: 'step', by: 1 }
    case 'PageUp':
      return { kind: 'lap', by: -1 }
    case 'PageDown':
      return { kind: 'lap', by: 1 }
    case ' ':
      return { kind: 'run' }
    case ',':
      return { kind: 'run-step', by: -1 }
    case '.':
      return { kind: 'run-step', by: 1 }
    case 'Escape':
      return { kind: 'unpin' }
    default:
      return null
  }
}

/** Right and down are positive, as on the screen: the eye goes where the arrow points. */
const ARROWS: Readonly<Record<string, { readonly x: number; readonly y: number }>> = {
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
  ArrowUp: { x: 0, y: -1 },
  ArrowDown: { x: 0, y: 1 },
}
