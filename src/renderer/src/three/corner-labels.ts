// The numbers of the corners: round tags beside the apexes.

import { MathUtils, Vector3, type Object3D, type PerspectiveCamera } from 'three'
import type { CornerPlace } from './lap-marks'
import type { Theme } from './materials'
import { createScreenTags } from './screen-tags'
import type { SculptureMesh } from './sculpture-mesh'

/** CSS pixels. Two figures in it are as large as the page's small print. */
const TAG_PX = 20
/** Metres from the middle of the track to the tag, on the outside of the corner. Visual only. */
const ASIDE_M = 42
const TAG_HEIGHT_M = 6
/** Where ASIDE_M is less than this on the screen, CSS pixels, tags would hide the lap they number: none is shown. */
const LEAST_ASIDE_PX = 6
/** The texture: cells of this many pixels on a side (a tag at two device pixels a point), this many in a row. */
const CELL_PX = 2 * TAG_PX
/** No circuit has 64 corners. */
const CELLS = 8

const COLOURS: Readonly<Record<Theme, { readonly ground: string; readonly ink: string }>> = {
  dark: { ground: '#efeae0', ink: '#1e1b15' },
  light: { ground: '#3a342a', ink: '#fbfaf7' },
}

export interface CornerLabels {
  readonly object: Object3D
  /** Takes the corners of another lap. @param at where that lap stands. */
  set(corners: readonly CornerPlace[], mesh: SculptureMesh, at: Vector3): void
  /** As ScreenTags.arrange. */
  arrange(camera: PerspectiveCamera, width: number, height: number): void
  setTheme(theme: Theme): void
  dispose(): void
}

export function createCornerLabels(): CornerLabels {
  const canvas = document.createElement('canvas')
  canvas.width = canvas.height = CELL_PX * CELLS
  const tags = createScreenTags({
    canvas,
    columns: CELLS,
    rows: CELLS,
    widthPx: TAG_PX,
    heightPx: TAG_PX,
    belowPx: 0,
  })
  const lapAt = new Vector3()
  let isEmpty = true
  return {
    object: tags.object,
    set(corners, mesh, at) {
      lapAt.copy(at)
      isEmpty = corners.length === 0
      tags.set(corners.map((corner) => ({ anchor: anchorOf(corner, mesh).add(at), cell: corner.number })))
    },
    arrange(camera, width, height) {
      const pictureM = 2 * camera.position.distanceTo(lapAt) * Math.tan(MathUtils.degToRad(camera.fov / 2))
      tags.object.visible = !isEmpty && (ASIDE_M / pictureM) * height >= LEAST_ASIDE_PX
      tags.arrange(camera, width, height)
    },
    setTheme(theme) {
      paintAtlas(canvas, COLOURS[theme])
      tags.repainted()
    },
    dispose: () => tags.dispose(),
  }
}

/** Beside the apex on the outside of the corner, where no wall of the same corner stands. */
function anchorOf({ apex, direction }: CornerPlace, { crest, foot, stations }: SculptureMesh): Vector3 {
  const at = apex % stations
  const before = (at + stations - 1) % stations
  const after = (at + 1) % stations
  const alongX = foot[after * 3]! - foot[before * 3]!
  const alongZ = foot[after * 3 + 2]! - foot[before * 3 + 2]!
  const run = Math.hypot(alongX, alongZ) || 1
  const aside = direction === 'left' ? -ASIDE_M : ASIDE_M
  return new Vector3(
    crest[at * 3]! + (aside * alongZ) / run,
    TAG_HEIGHT_M,
    crest[at * 3 + 2]! - (aside * alongX) / run,
  )
}

/** Paints all numbers: a round tag each, in the row and column of its number. */
function paintAtlas(canvas: HTMLCanvasElement, { ground, ink }: (typeof COLOURS)[Theme]): void {
  const pen = canvas.getContext('2d')
  // Null only for a canvas with a context of another kind, which this one never had.
  if (pen === null) return
  pen.clearRect(0, 0, canvas.width, canvas.height)
  pen.textAlign = 'center'
  pen.textBaseline = 'middle'
  pen.font = `600 ${CELL_PX * 0.56}px system-ui, sans-serif`
  for (let number = 0; number < CELLS * CELLS; number++) {
    const x = ((number % CELLS) + 0.5) * CELL_PX
    const y = (Math.floor(number / CELLS) + 0.5) * CELL_PX
    pen.fillStyle = ground
    pen.beginPath()
    pen.arc(x, y, CELL_PX * 0.46, 0, 2 * Math.PI)
    pen.fill()
    pen.fillStyle = ink
    pen.fillText(String(number), x, y + CELL_PX * 0.03)
  }
}
