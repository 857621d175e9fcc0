// The letters over the bodies that run along the laps: whose each is, without its colour.

import type { Camera, Object3D, Vector3 } from 'three'
import type { GhostLook } from './ghost-shapes'
import { MOST_LAPS } from './hall-layout'
import type { Theme } from './materials'
import { createScreenTags, type TagCell } from './screen-tags'

/** CSS pixels. Above the body: the place hangs below the tag. */
const TAG = { width: 54, height: 18, below: -20 } as const
const COLUMNS = 4
const ROWS = Math.ceil(MOST_LAPS / COLUMNS)

const COLOURS: Readonly<Record<Theme, { readonly ground: string; readonly ink: string }>> = {
  dark: { ground: '#24211d', ink: '#efeae0' },
  light: { ground: '#fffdf8', ink: '#1e1b15' },
}

export interface GhostTags {
  readonly object: Object3D
  set(looks: readonly GhostLook[]): void
  /** @param places one a look; null hides all. */
  place(places: readonly Vector3[] | null): void
  arrange(camera: Camera, width: number, height: number): void
  setTheme(theme: Theme): void
  dispose(): void
}

export function createGhostTags(): GhostTags {
  const tags = createScreenTags({
    columns: COLUMNS,
    rows: ROWS,
    widthPx: TAG.width,
    heightPx: TAG.height,
    belowPx: TAG.below,
    layer: 2,
  })
  let looks: readonly GhostLook[] = []
  let theme: Theme = 'dark'
  let isPlaced = false
  const paint = (): void => {
    tags.paint(looks.length, (pen, cell, i) => drawTag(pen, cell, looks[i]!, COLOURS[theme]))
  }
  return {
    object: tags.object,
    set(next) {
      looks = next
      isPlaced = false
      tags.set([])
      paint()
    },
    place(places) {
      if (places === null) tags.set([])
      else if (isPlaced) tags.move(places)
      else tags.set(places.map((anchor, cell) => ({ anchor, cell })))
      isPlaced = places !== null
    },
    arrange: (camera, width, height) => tags.arrange(camera, width, height),
    setTheme(next) {
      theme = next
      paint()
    },
    dispose: () => tags.dispose(),
  }
}

function drawTag(
  pen: CanvasRenderingContext2D,
  cell: TagCell,
  { tag, colour }: GhostLook,
  { ground, ink }: { readonly ground: string; readonly ink: string },
): void {
  pen.textAlign = 'center'
  pen.font = `600 ${cell.height * 0.62}px system-ui, sans-serif`
  const width = Math.min(cell.width - 4, pen.measureText(tag).width + cell.height * 0.7)
  const left = cell.x + (cell.width - width) / 2
  pen.beginPath()
  pen.roundRect(left, cell.y + 2, width, cell.height - 4, cell.height * 0.16)
  pen.fillStyle = ground
  pen.fill()
  pen.lineWidth = 3
  pen.strokeStyle = colour
  pen.stroke()
  pen.fillStyle = ink
  pen.fillText(tag, cell.x + cell.width / 2, cell.y + cell.height * 0.53, width - cell.height * 0.3)
}
