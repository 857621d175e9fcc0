// The figures on the ribbon of the gap, in the colour of the side on which they stand.

import type { Camera, Object3D, Vector3 } from 'three'
import { GAP_COLOURS } from './gap-ribbon'
import type { Theme } from './materials'
import { createScreenTags, type TagCell } from './screen-tags'

/** CSS pixels. Above its place on the ribbon. */
const TAG = { width: 66, height: 20, below: -14 } as const
/** As many as `gapFigures` gives at most. */
const COLUMNS = 3

const COLOURS: Readonly<Record<Theme, { readonly ground: string; readonly ink: string }>> = {
  dark: { ground: '#24211d', ink: '#efeae0' },
  light: { ground: '#fffdf8', ink: '#1e1b15' },
}

export interface GapTag {
  readonly place: Vector3
  readonly text: string
  readonly side: keyof typeof GAP_COLOURS
}

export interface GapTags {
  readonly object: Object3D
  /** At most three. */
  set(tags: readonly GapTag[]): void
  arrange(camera: Camera, width: number, height: number): void
  setTheme(theme: Theme): void
  dispose(): void
}

export function createGapTags(): GapTags {
  const { width, height, below } = TAG
  const sheet = {
    columns: COLUMNS,
    rows: 1,
    widthPx: width,
    heightPx: height,
    belowPx: below,
    layer: 1,
  } as const
  const screen = createScreenTags(sheet)
  let shown: readonly GapTag[] = []
  let theme: Theme = 'dark'
  const paint = (): void =>
    screen.paint(shown.length, (pen, cell, i) => drawFigure(pen, cell, shown[i]!, COLOURS[theme]))
  return {
    object: screen.object,
    set(tags) {
      shown = tags
      screen.set(tags.map(({ place }, cell) => ({ anchor: place, cell })))
      paint()
    },
    arrange: (camera, widthPx, heightPx) => screen.arrange(camera, widthPx, heightPx),
    setTheme(next) {
      theme = next
      paint()
    },
    dispose: () => screen.dispose(),
  }
}

function drawFigure(
  pen: CanvasRenderingContext2D,
  { x, y, width, height }: TagCell,
  { text, side }: GapTag,
  { ground, ink }: { readonly ground: string; readonly ink: string },
): void {
  pen.textAlign = 'center'
  pen.font = `600 ${height * 0.6}px system-ui, sans-serif`
  const wide = Math.min(width - 4, pen.measureText(text).width + height * 0.6)
  const left = x + (width - wide) / 2
  pen.fillStyle = ground
  pen.fillRect(left, y, wide, height)
  pen.fillStyle = GAP_COLOURS[side]
  pen.fillRect(left, y + height * 0.9, wide, height * 0.1)
  pen.fillStyle = ink
  pen.fillText(text, x + width / 2, y + height * 0.48, wide)
}
