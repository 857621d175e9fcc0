// Where the window opens: where it was, if it can be reached there on the displays of today.

import type { WindowPlace } from '@contract/settings'

/** In the desktop's coordinates, device-independent pixels. */
export interface Area {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** So much of its upper edge must lie on some display for a window to be grabbed and moved. */
const GRIP_PX = 64

/**
 * The old place, no larger than the display that holds most of it. Where that display is gone or has shrunk, so that
 * nobody could take hold of the window, there is no place: it then opens where the system puts it.
 * @param workAreas of the displays there are, without their panels.
 */
export function placeOnDisplays(place: WindowPlace, workAreas: readonly Area[]): Area | null {
  const { x, y } = place
  const [best] = workAreas
    .map((area) => ({ area, shared: overlap(place, area) }))
    .sort((a, b) => b.shared.width * b.shared.height - a.shared.width * a.shared.height)
  if (best === undefined) return null
  const width = Math.min(place.width, best.area.width)
  const height = Math.min(place.height, best.area.height)
  const grip = overlap({ x, y, width, height: GRIP_PX }, best.area)
  return grip.width >= GRIP_PX && grip.height >= GRIP_PX / 2 ? { x, y, width, height } : null
}

/** Width and height of what two areas share, 0 where they do not. */
function overlap(a: Area, b: Area): Pick<Area, 'width' | 'height'> {
  return {
    width: Math.max(0, Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x)),
    height: Math.max(0, Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y)),
  }
}
