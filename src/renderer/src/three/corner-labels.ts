// The numbers of the corners: round tags beside the apexes.

import { MathUtils, Vector3, type Object3D, type PerspectiveCamera } from 'three'
import type { CornerPlace } from './lap-marks'
import type { Theme } from './materials'
import { createScreenTags, type TagCell } from './screen-tags'
import type { SculptureMesh } from './sculpture-mesh'

/** CSS pixels. Two figures in it are as large as the page's small print. */
const TAG_PX = 20
/** Metres from the middle of the track to the tag, on the outside of the corner. Visual only. */
const ASIDE_M = 42
const TAG_HEIGHT_M = 6
/** Where ASIDE_M is less than this on the screen, CSS pixels, tags would hide the lap they number: none is shown. */
const LEAST_ASIDE_PX = 6
/** In a row, and so many rows: no circuit has 64 corners. */
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
  const tags = createScreenTags({
    columns: CELLS,
    rows: CELLS,
    widthPx: TAG_PX,
    heightPx: TAG_PX,
    belowPx: 0,
    layer: 0,
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
      tags.paint(CELLS * CELLS, (pen, cell, number) => drawNumber(pen, cell, number, COLOURS[theme]))
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

function drawNumber(
  pen: CanvasRenderingContext2D,
  { x, y, width, height }: TagCell,
  number: number,
  { ground, ink }: (typeof COLOURS)[Theme],
): void {
  const [middleX, middleY] = [x + width / 2, y + height / 2]
  pen.textAlign = 'center'
  pen.font = `600 ${height * 0.56}px system-ui, sans-serif`
  pen.fillStyle = ground
  pen.beginPath()
  pen.arc(middleX, middleY, height * 0.46, 0, 2 * Math.PI)
  pen.fill()
  pen.fillStyle = ink
  pen.fillText(String(number), middleX, middleY + height * 0.03)
}
