// The letters over the bodies that run along the laps: whose each is, without its colour.

import type { Camera, Object3D, Vector3 } from 'three'
import type { GhostLook } from './ghost-shapes'
import { MOST_LAPS } from './hall-layout'
import type { Theme } from './materials'
import { createScreenTags } from './screen-tags'

/** CSS pixels. Above the body: the place hangs below the tag. */
const TAG = { width: 54, height: 18, below: -20 } as const
/** The texture at two device pixels a point. */
const CELL = { width: 2 * TAG.width, height: 2 * TAG.height } as const
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
  const canvas = document.createElement('canvas')
  canvas.width = CELL.width * COLUMNS
  canvas.height = CELL.height * ROWS
  const tags = createScreenTags({
    canvas,
    columns: COLUMNS,
    rows: ROWS,
    widthPx: TAG.width,
    heightPx: TAG.height,
    belowPx: TAG.below,
  })
  tags.object.renderOrder += 2
  let looks: readonly GhostLook[] = []
  let theme: Theme = 'dark'
  let isPlaced = false
  const paint = (): void => {
    paintAtlas(canvas, looks, COLOURS[theme])
    tags.repainted()
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

function paintAtlas(
  canvas: HTMLCanvasElement,
  looks: readonly GhostLook[],
  { ground, ink }: { readonly ground: string; readonly ink: string },
): void {
  const pen = canvas.getContext('2d')
  // Null only for a canvas with a context of another kind, which this one never had.
  if (pen === null) return
  pen.clearRect(0, 0, canvas.width, canvas.height)
  pen.textBaseline = 'middle'
  pen.textAlign = 'center'
  looks.forEach(({ tag, colour }, i) => {
    const x = (i % COLUMNS) * CELL.width
    const y = Math.floor(i / COLUMNS) * CELL.height
    pen.font = `600 ${CELL.height * 0.62}px system-ui, sans-serif`
    const width = Math.min(CELL.width - 4, pen.measureText(tag).width + CELL.height * 0.7)
    const left = x + (CELL.width - width) / 2
    pen.beginPath()
    pen.roundRect(left, y + 2, width, CELL.height - 4, CELL.height * 0.16)
    pen.fillStyle = ground
    pen.fill()
    pen.lineWidth = 3
    pen.strokeStyle = colour
    pen.stroke()
    pen.fillStyle = ink
    pen.fillText(tag, x + CELL.width / 2, y + CELL.height * 0.53, width - CELL.height * 0.3)
  })
}
