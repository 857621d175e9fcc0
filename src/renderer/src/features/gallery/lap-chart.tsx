// The lap unrolled: speed above, the wall below in its own colours. Points at the same places as the sculpture.

import { useMemo, type PointerEvent } from 'react'
import { combinedG, type Sculpture } from '@contract/sculpture'
import { SCALE_END_G } from '../../three/colour-map'
import type { SculptureLook } from '../../three/sculpture-look'
import { whole } from '../../ui/format'
import { WORDS } from '../../ui/words'
import { areaPath, linePath, type ChartBox } from './chart-path'
import { ScaleStops } from './legend'

/** Drawing units; the picture stretches to its place on the page. */
const WIDTH = 1000
const SPEED: ChartBox = { width: WIDTH, height: 34, low: 0, high: 360 }
const WALL: ChartBox = { width: WIDTH, height: 48, low: 0, high: SCALE_END_G }
const GAP = 6
const HEIGHT = SPEED.height + GAP + WALL.height

interface LapChartProps {
  readonly sculpture: Sculpture
  readonly look: SculptureLook
  readonly station: number | null
  readonly onHover: (station: number | null) => void
  readonly onPin: (station: number | null) => void
}

export function LapChart({ sculpture, look, station, onHover, onPin }: LapChartProps) {
  const words = WORDS.chart
  const { channels, header } = sculpture
  const last = channels.xM.length - 1
  const paths = useMemo(() => {
    const { longitudinalG, lateralG, speedKmh } = channels
    const g = longitudinalG.map((value, i) => combinedG(value, lateralG[i]!))
    return { speed: linePath(speedKmh, SPEED), wall: areaPath(g, WALL) }
  }, [channels])
  const stationAt = (event: PointerEvent): number => {
    const { left, width } = event.currentTarget.getBoundingClientRect()
    return Math.min(last, Math.max(0, Math.round(((event.clientX - left) / width) * last)))
  }
  const x = station === null ? null : (station / last) * WIDTH

  return (
    <figure className="lap-chart">
      <figcaption>
        <span className="speed-key">{words.speed}</span>
        <span>{words.unrolled}</span>
      </figcaption>
      <svg
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        preserveAspectRatio="none"
        role="img"
        aria-label={words.name}
        onPointerMove={(event) => onHover(stationAt(event))}
        onPointerLeave={() => onHover(null)}
        onPointerDown={(event) => onPin(stationAt(event))}
      >
        <defs>
          <linearGradient
            id="wall-scale"
            gradientUnits="userSpaceOnUse"
            x1="0"
            x2="0"
            y1={WALL.height}
            y2="0"
          >
            <ScaleStops look={look} from={0} to={SCALE_END_G} />
          </linearGradient>
        </defs>
        <path className="speed-line" d={paths.speed} />
        <g transform={`translate(0 ${SPEED.height + GAP})`}>
          <path d={paths.wall} fill="url(#wall-scale)" />
          <line className="ground-line" x1="0" x2={WIDTH} y1={WALL.height} y2={WALL.height} />
        </g>
        {x !== null && <line className="cursor-line" x1={x} x2={x} y1="0" y2={HEIGHT} />}
      </svg>
      <p className="lap-chart-ends" aria-hidden="true">
        <span>{words.metres(whole(0))}</span>
        <span>{words.metres(whole(header.stats.distanceM))}</span>
      </p>
    </figure>
  )
}
