// The name plates of laps that stand side by side: driver, time and team colour, under the front edge of each plinth.

import type { Camera, Object3D, Vector3 } from 'three'
import { MOST_LAPS } from './hall-layout'
import type { Theme } from './materials'
import { createScreenTags, type TagCell } from './screen-tags'

/** CSS pixels. At this width five stand in a row on the narrowest stage without touching. */
const PLATE = { width: 104, height: 22, below: 11 } as const
/** Two in a row keep the atlas near square. */
const COLUMNS = 2
const ROWS = Math.ceil(MOST_LAPS / COLUMNS)

interface PlateColours {
  readonly ground: string
  readonly ink: string
  readonly edge: string
  /** Of the main lap, as everything that is chosen. */
  readonly mainGround: string
  readonly mainInk: string
}

const COLOURS: Readonly<Record<Theme, PlateColours>> = {
  dark: {
    ground: '#24211d',
    ink: '#efeae0',
    edge: '#857d6f',
    mainGround: '#dcb862',
    mainInk: '#1a1509',
  },
  light: {
    ground: '#fffdf8',
    ink: '#1e1b15',
    edge: '#857c6b',
    mainGround: '#7a5710',
    mainInk: '#ffffff',
  },
}

export interface LapPlate {
  /** Driver's code. */
  readonly name: string
  /** As it is written. */
  readonly time: string
  /** `#rrggbb`, or null where the team has none. */
  readonly teamColour: string | null
  readonly anchor: Vector3
}

export interface LapPlates {
  readonly object: Object3D
  /** @param plates the main lap's first; it is never hidden by another. */
  set(plates: readonly LapPlate[]): void
  /** As ScreenTags.arrange. */
  arrange(camera: Camera, width: number, height: number): void
  setTheme(theme: Theme): void
  dispose(): void
}

export function createLapPlates(): LapPlates {
  const tags = createScreenTags({
    columns: COLUMNS,
    rows: ROWS,
    widthPx: PLATE.width,
    heightPx: PLATE.height,
    belowPx: PLATE.below,
    // Over the numbers of corners: those are of one lap, and may be read from nearer.
    layer: 1,
  })
  let colours = COLOURS.dark
  let shown: readonly LapPlate[] = []
  const paint = (): void => {
    tags.paint(shown.length, (pen, cell, i) => drawPlate(pen, cell, shown[i]!, i === 0, colours))
  }
  return {
    object: tags.object,
    set(plates) {
      shown = plates
      tags.set(plates.map(({ anchor }, cell) => ({ anchor, cell })))
      paint()
    },
    arrange: (camera, width, height) => tags.arrange(camera, width, height),
    setTheme(theme) {
      colours = COLOURS[theme]
      paint()
    },
    dispose: () => tags.dispose(),
  }
}

function drawPlate(
  pen: CanvasRenderingContext2D,
  { x, y, width, height }: TagCell,
  { name, time, teamColour }: LapPlate,
  isMain: boolean,
  { ground, ink, edge, mainGround, mainInk }: PlateColours,
): void {
  const middle = y + height * 0.53
  const inset = height * 0.06
  pen.beginPath()
  pen.roundRect(x + inset, y + inset, width - 2 * inset, height - 2 * inset, height * 0.12)
  pen.fillStyle = isMain ? mainGround : ground
  pen.fill()
  pen.lineWidth = 1.5
  pen.strokeStyle = edge
  pen.stroke()
  pen.fillStyle = teamColour ?? edge
  pen.fillRect(x + height * 0.24, y + height * 0.2, height * 0.12, height * 0.6)
  pen.fillStyle = isMain ? mainInk : ink
  const right = height * 0.26
  pen.textAlign = 'right'
  pen.font = `400 ${height * 0.54}px system-ui, sans-serif`
  pen.fillText(time, x + width - right, middle, width * 0.52)
  // A name with the number of its lap is pressed together before it runs into the time.
  const taken = Math.min(pen.measureText(time).width, width * 0.52) + right + height * 0.16
  pen.textAlign = 'left'
  pen.font = `600 ${height * 0.54}px system-ui, sans-serif`
  pen.fillText(name, x + height * 0.5, middle, width - height * 0.5 - taken)
}
