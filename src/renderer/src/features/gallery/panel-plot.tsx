// One panel of the lap's charts as SVG: lines, bars, sector ends, corners, and the place that is pointed at.

import { memo, useId, useMemo, type PointerEventHandler, type ReactNode } from 'react'
import type { Sculpture } from '@contract/sculpture'
import { cssChannelColour } from '@contract/channel-scale'
import { channelValues } from '@contract/channel-values'
import { SCALE_END_G } from '@contract/colour-scale'
import { keepApart } from '../../three/label-layout'
import type { LapMarks } from '../../three/lap-marks'
import type { SculptureLook } from '@contract/sculpture-look'
import { WORDS } from '../../ui/words'
import { lapColour } from '../compare/lap-key'
import { areaPath, linePath } from './chart-path'
import type { ChartLine, ChartPanel } from './chart-panels'

/** Drawing units; the picture stretches to its place on the page. */
const WIDTH = 1000
const HEIGHT = 100
/** Colours across a picture that is coloured by place: finer than a pixel of the eye's on 700 px. */
const COLOUR_STOPS = 160

/** Numbers nearer than this share of the width would touch on a plot of some 500 pixels. */
const NUMBER_SPACING_RATIO = 0.03

export interface PlotRange {
  readonly from: number
  readonly to: number
  readonly station: number | null
  readonly marks: LapMarks
}

export interface PlotPointer {
  readonly onPointerMove: PointerEventHandler
  readonly onPointerLeave: PointerEventHandler
  readonly onPointerDown: PointerEventHandler
}

interface PanelPlotProps {
  readonly panel: ChartPanel
  readonly range: PlotRange
  readonly pointer: PlotPointer
}

/** Something drawn over a part of the lap, and the marks of that part over it. */
function Plot({
  range,
  pointer,
  children,
}: Omit<PanelPlotProps, 'panel'> & { readonly children: ReactNode }) {
  return (
    <svg
      className="chart-plot"
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      preserveAspectRatio="none"
      aria-hidden="true"
      {...pointer}
    >
      {children}
      <Marks range={range} />
    </svg>
  )
}

export function PanelPlot({ panel, range, pointer }: PanelPlotProps) {
  const { from, to } = range
  return (
    <Plot range={range} pointer={pointer}>
      <PanelLines panel={panel} from={from} to={to} />
    </Plot>
  )
}

/** Apart from the cursor, which moves with every pixel of the pointer. */
const PanelLines = memo(function PanelLines(props: {
  readonly panel: ChartPanel
  readonly from: number
  readonly to: number
}) {
  const { panel, from, to } = props
  const { low, high, ground, bars, lines } = panel
  const box = { width: WIDTH, height: HEIGHT, low, high }
  const groundY = HEIGHT * (1 - (ground - low) / (high - low))
  return (
    <>
      {bars !== null && (
        <path
          className="chart-bar"
          d={areaPath(bars.values.subarray(from, to + 1), { ...box, low: 0, high: 1 })}
        />
      )}
      <line className="ground-line" x1="0" x2={WIDTH} y1={groundY} y2={groundY} />
      {lines.map(({ id, values, look, colour, isNamed }) => (
        <LinePath key={id} {...{ values, look, colour, isNamed, from, to, low, high }} />
      ))}
    </>
  )
})

/** Points of a line that is not looked at by itself: one for every two pixels of a wide window. */
const POINTS_OF_MANY = 400

/** By itself: of twenty laps that arrive one by one only the new one is drawn anew. */
const LinePath = memo(function LinePath(
  props: Pick<ChartLine, 'values' | 'look' | 'colour' | 'isNamed'> & {
    readonly from: number
    readonly to: number
    readonly low: number
    readonly high: number
  },
) {
  const { values, look, colour, isNamed, from, to, low, high } = props
  const part = values.subarray(from, to + 1)
  const stride = isNamed ? 1 : Math.max(1, Math.floor(part.length / POINTS_OF_MANY))
  const drawn = stride === 1 ? part : part.filter((_, i) => i % stride === 0 || i === part.length - 1)
  return (
    <path
      className={`chart-line ${look}`}
      {...(colour === null ? {} : { style: lapColour({ colour }) })}
      d={linePath(drawn, { width: WIDTH, height: HEIGHT, low, high })}
    />
  )
})

interface UnrolledPlotProps {
  readonly sculpture: Sculpture
  readonly look: SculptureLook
  readonly range: PlotRange
  readonly pointer: PlotPointer
}

/** The sculpture's own outline, in its own colours, with the corners' numbers above it. */
export function UnrolledPlot({ sculpture, look, range, pointer }: UnrolledPlotProps) {
  const { from, to } = range
  return (
    <Plot range={range} pointer={pointer}>
      <UnrolledArea sculpture={sculpture} look={look} from={from} to={to} />
      <line className="ground-line" x1="0" x2={WIDTH} y1={HEIGHT} y2={HEIGHT} />
    </Plot>
  )
}

const UnrolledArea = memo(function UnrolledArea(props: {
  readonly sculpture: Sculpture
  readonly look: SculptureLook
  readonly from: number
  readonly to: number
}) {
  const { sculpture, look, from, to } = props
  const gradient = useId()
  const { channels } = sculpture
  const heights = useMemo(() => channelValues(channels, look.height).map(Math.abs), [channels, look.height])
  const colours = useMemo(() => channelValues(channels, look.colour), [channels, look.colour])
  const box = { width: WIDTH, height: HEIGHT, low: 0, high: SCALE_END_G }
  const isRising = look.colour === look.height && look.colour === 'combinedG'
  return (
    <>
      <defs>
        {isRising ? (
          <linearGradient id={gradient} gradientUnits="userSpaceOnUse" x1="0" x2="0" y1={HEIGHT} y2="0">
            {Array.from({ length: 33 }, (_, i) => (
              <stop key={i} offset={i / 32} stopColor={cssChannelColour(look, (SCALE_END_G * i) / 32)} />
            ))}
          </linearGradient>
        ) : (
          <linearGradient id={gradient} gradientUnits="userSpaceOnUse" x1="0" x2={WIDTH} y1="0" y2="0">
            {Array.from({ length: COLOUR_STOPS + 1 }, (_, i) => {
              const at = Math.round(from + ((to - from) * i) / COLOUR_STOPS)
              return (
                <stop key={i} offset={i / COLOUR_STOPS} stopColor={cssChannelColour(look, colours[at]!)} />
              )
            })}
          </linearGradient>
        )}
      </defs>
      <path d={areaPath(heights.subarray(from, to + 1), box)} fill={`url(#${gradient})`} />
    </>
  )
})

/** The numbers of the corners in view, above all panels; nothing where no corners are known. */
export function CornerNumbers({ range }: { readonly range: PlotRange }) {
  const { from, to, marks } = range
  const corners = marks.corners.filter(({ apex }) => apex >= from && apex <= to)
  if (corners.length === 0) return null
  const ratio = (at: number): number => (at - from) / (to - from)
  const isDrawn = keepApart(
    corners.map(({ apex }) => ({ x: ratio(apex), y: 0, isInView: true })),
    NUMBER_SPACING_RATIO,
  )
  return (
    <div className="chart-panel numbers" aria-hidden="true">
      <span className="chart-key">{WORDS.chart.corners}</span>
      <svg className="chart-numbers">
        {corners.map(
          ({ number, apex }, i) =>
            isDrawn[i] === true && (
              <text key={number} x={`${ratio(apex) * 100}%`} y="80%" textAnchor="middle">
                {number}
              </text>
            ),
        )}
      </svg>
    </div>
  )
}

function Marks({ range }: { readonly range: PlotRange }) {
  const { from, to, station, marks } = range
  const isInside = (at: number): boolean => at >= from && at <= to
  const x = (at: number): number => ((at - from) / (to - from)) * WIDTH
  return (
    <>
      {marks.sectorEnds.filter(isInside).map((at) => (
        <line key={at} className="sector-line" x1={x(at)} x2={x(at)} y1="0" y2={HEIGHT} />
      ))}
      {marks.corners
        .filter(({ apex }) => isInside(apex))
        .map(({ number, apex }) => (
          <line key={number} className="corner-tick" x1={x(apex)} x2={x(apex)} y1="0" y2={HEIGHT * 0.12} />
        ))}
      {station !== null && isInside(station) && (
        <line className="cursor-line" x1={x(station)} x2={x(station)} y1="0" y2={HEIGHT} />
      )}
    </>
  )
}
