// The laps that share the track of the main one, as thin lines at their own heights: where one runs above the wall its
// driver feels more there, where it runs on the wall's face, less. Two draw calls for all of them: the chosen one is
// thicker, and lines of one team differ by their dashes, which are left out of the geometry.

import { Color, type Object3D } from 'three'
import { LineMaterial } from 'three/addons/lines/LineMaterial.js'
import { LineSegments2 } from 'three/addons/lines/LineSegments2.js'
import { LineSegmentsGeometry } from 'three/addons/lines/LineSegmentsGeometry.js'
import { channelValues } from '@contract/channel-values'
import type { Sculpture } from '@contract/sculpture'
import { forceHeightM } from '@contract/sculpture-form'
import type { HeightChannel } from '@contract/sculpture-look'
import type { Theme } from './materials'

/** How a line is drawn, in stations of the main lap: so many drawn, so many left out, and over again. None: unbroken. */
export type DashPattern = readonly number[]

export interface LapThread {
  readonly sculpture: Sculpture
  /** Place on that lap at each station of the main one, in stations of that lap. */
  readonly stations: Float64Array
  /** `#rrggbb`. */
  readonly colour: string
  readonly dashes: DashPattern
  readonly isChosen: boolean
}

export interface LapThreads {
  readonly objects: readonly Object3D[]
  /** @param crest, roadM of the main lap: xyz per drawn station, and height of its road there. */
  set(threads: readonly LapThread[], ground: ThreadGround, height: HeightChannel): void
  setTheme(theme: Theme): void
  dispose(): void
}

export interface ThreadGround {
  /** xyz per drawn station of the main lap, three.js axes; of it plan only. */
  readonly crest: Float32Array
  /** Height of the road at each of them, metres. */
  readonly roadM: Float64Array
  /** Stations of the main lap per drawn one. */
  readonly stride: number
}

/** CSS pixels. */
const CHOSEN_PX = 3.2
const OTHERS_PX = 1.6
/**
 * Lines are taken to be this much nearer to the eye than they are, metres: they lie in the middle of a wall some nine
 * metres wide, on whose face they are to be seen from both sides. Other walls are farther off and still hide them.
 */
const NEARER_M = 14
/** Share of the room's ink in a line's colour: team colours are made for cars, not for either of our grounds. By eye. */
const INK_RATIO = 0.3
const INKS: Readonly<Record<Theme, Color>> = { dark: new Color('#efeae0'), light: new Color('#211e19') }

export function createLapThreads(): LapThreads {
  const lines = [OTHERS_PX, CHOSEN_PX].map((linewidth) => {
    const material = new LineMaterial({ vertexColors: true, linewidth })
    bringNearer(material)
    const line = new LineSegments2(new LineSegmentsGeometry(), material)
    line.frustumCulled = false
    line.visible = false
    return line
  }) as [LineSegments2, LineSegments2]
  let theme: Theme = 'dark'
  let shown: readonly LapThread[] = []
  let ground: ThreadGround | null = null
  let height: HeightChannel = 'combinedG'

  const draw = (): void => {
    if (ground === null) return
    for (const [i, line] of lines.entries()) {
      const { positions, colours } = segments(
        shown.filter(({ isChosen }) => isChosen === (i === 1)),
        ground,
        height,
        INKS[theme],
      )
      line.geometry.dispose()
      line.geometry = new LineSegmentsGeometry()
      line.visible = positions.length > 0
      if (!line.visible) continue
      line.geometry.setPositions(positions)
      line.geometry.setColors(colours)
    }
  }
  return {
    objects: lines,
    set(threads, on, by) {
      if (threads.length === 0 && shown.length === 0) return
      shown = threads
      ground = on
      height = by
      draw()
    },
    setTheme(next) {
      theme = next
      if (shown.length > 0) draw()
    },
    dispose() {
      for (const line of lines) {
        line.removeFromParent()
        line.geometry.dispose()
        line.material.dispose()
      }
    },
  }
}

function segments(
  threads: readonly LapThread[],
  { crest, roadM, stride }: ThreadGround,
  height: HeightChannel,
  ink: Color,
): { readonly positions: Float32Array; readonly colours: Float32Array } {
  const n = crest.length / 3
  const positions: number[] = []
  const colours: number[] = []
  const colour = new Color()
  for (const { sculpture, stations, colour: paint, dashes } of threads) {
    const values = channelValues(sculpture.channels, height)
    const point = (i: number): readonly number[] => {
      const at = Math.round(stations[Math.min(i * stride, stations.length - 1)]!)
      return [crest[i * 3]!, roadM[i]! + forceHeightM(values[at]!), crest[i * 3 + 2]!]
    }
    colour.set(paint).lerp(ink, INK_RATIO)
    for (let i = 0; i < n; i++) {
      if (!isDrawn(i * stride, dashes)) continue
      positions.push(...point(i), ...point((i + 1) % n))
      colours.push(colour.r, colour.g, colour.b, colour.r, colour.g, colour.b)
    }
  }
  return { positions: new Float32Array(positions), colours: new Float32Array(colours) }
}

/** @returns whether the pattern has a line at a station. */
export function isDrawn(station: number, dashes: DashPattern): boolean {
  const length = dashes.reduce((sum, part) => sum + part, 0)
  if (length === 0) return true
  let rest = station % length
  for (const [i, part] of dashes.entries()) {
    if (rest < part) return i % 2 === 0
    rest -= part
  }
  return true
}

function bringNearer(material: LineMaterial): void {
  material.onBeforeCompile = (shader) => {
    shader.vertexShader = shader.vertexShader.replace(
      'gl_Position = clip;',
      `gl_Position = clip;
      vec4 nearer = projectionMatrix * vec4(0.0, 0.0, min(-1.0, ${NEARER_M.toFixed(1)} - clip.w), 1.0);
      gl_Position.z = nearer.z / nearer.w * clip.w;`,
    )
  }
}
