// What each key does while the sculpture has the focus: one table, which the stage carries out and the help lists. Pure.

import type { CameraMotion } from '../../three/camera-rig'
import { PRESET_VIEWS, type PresetView } from '../../three/preset-views'

export type StageCommand =
  | { readonly kind: 'camera'; readonly motion: CameraMotion }
  | { readonly kind: 'turntable' }
  | { readonly kind: 'step'; readonly by: 1 | -1 }
  /** To the lap before or after the one that is read. */
  | { readonly kind: 'lap'; readonly by: 1 | -1 }
  | { readonly kind: 'unpin' }
  /** Of the bodies that run along the laps: starts or halts them. */
  | { readonly kind: 'run' }
  | { readonly kind: 'run-step'; readonly by: 1 | -1 }

export type StageAction =
  | 'turn'
  | 'move'
  | 'nearer'
  | 'farther'
  | 'home'
  | Exclude<PresetView, 'first'>
  | 'turntable'
  | 'back'
  | 'on'
  | 'lap-before'
  | 'lap-after'
  | 'run'
  | 'run-back'
  | 'run-on'
  | 'unpin'

interface StageKeys {
  readonly does: StageAction
  /** Any of them, as KeyboardEvent.key. */
  readonly keys: readonly string[]
  /** Null: with and without Shift, which some keyboards need for the sign itself. */
  readonly isShifted: boolean | null
  readonly command: (key: string) => StageCommand
}

/** Six presses turn a quarter; sixteen pan about the width of a small window. Visual only. */
const TURN = Math.PI / 12
const PAN_PX = 40
const ZOOM = 1.15

/** Right and down are positive, as on the screen: the eye goes where the arrow points. */
const ARROWS: Readonly<Record<string, { readonly x: number; readonly y: number }>> = {
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
  ArrowUp: { x: 0, y: -1 },
  ArrowDown: { x: 0, y: 1 },
}
const arrow = (key: string) => ARROWS[key] ?? { x: 0, y: 0 }
const camera = (motion: CameraMotion): StageCommand => ({ kind: 'camera', motion })

export const STAGE_KEYS: readonly StageKeys[] = [
  {
    does: 'turn',
    keys: Object.keys(ARROWS),
    isShifted: false,
    command: (key) => camera({ kind: 'orbit', left: -arrow(key).x * TURN, up: -arrow(key).y * TURN }),
  },
  {
    does: 'move',
    keys: Object.keys(ARROWS),
    isShifted: true,
    command: (key) => camera({ kind: 'pan', x: -arrow(key).x * PAN_PX, y: -arrow(key).y * PAN_PX }),
  },
  {
    does: 'nearer',
    keys: ['+', '='],
    isShifted: null,
    command: () => camera({ kind: 'zoom', factor: 1 / ZOOM }),
  },
  {
    does: 'farther',
    keys: ['-', '_'],
    isShifted: null,
    command: () => camera({ kind: 'zoom', factor: ZOOM }),
  },
  ...PRESET_VIEWS.map((view): StageKeys => ({
    does: view === 'first' ? 'home' : view,
    keys: presetKeys(view),
    isShifted: null,
    command: () => camera({ kind: 'preset', view }),
  })),
  { does: 'turntable', keys: ['t', 'T'], isShifted: null, command: () => ({ kind: 'turntable' }) },
  { does: 'back', keys: ['['], isShifted: null, command: () => ({ kind: 'step', by: -1 }) },
  { does: 'on', keys: [']'], isShifted: null, command: () => ({ kind: 'step', by: 1 }) },
  { does: 'lap-before', keys: ['PageUp'], isShifted: null, command: () => ({ kind: 'lap', by: -1 }) },
  { does: 'lap-after', keys: ['PageDown'], isShifted: null, command: () => ({ kind: 'lap', by: 1 }) },
  { does: 'run', keys: [' '], isShifted: null, command: () => ({ kind: 'run' }) },
  { does: 'run-back', keys: [','], isShifted: null, command: () => ({ kind: 'run-step', by: -1 }) },
  { does: 'run-on', keys: ['.'], isShifted: null, command: () => ({ kind: 'run-step', by: 1 }) },
  { does: 'unpin', keys: ['Escape'], isShifted: null, command: () => ({ kind: 'unpin' }) },
]

/** The view's number; Home, too, is the first one's, as it has always been. */
export function presetKeys(view: PresetView): readonly string[] {
  const number = String(PRESET_VIEWS.indexOf(view) + 1)
  return view === 'first' ? [number, 'Home'] : [number]
}

/** @param key as KeyboardEvent.key. @returns null for keys that are not ours, so that the page keeps them. */
export function stageCommand(key: string, isShift: boolean): StageCommand | null {
  const found = STAGE_KEYS.find(
    ({ keys, isShifted }) => keys.includes(key) && (isShifted === null || isShifted === isShift),
  )
  return found?.command(key) ?? null
}
