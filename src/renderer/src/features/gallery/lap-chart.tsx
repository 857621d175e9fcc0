// The lap unrolled: speed, pedals, gear and forces over the distance, and the sculpture itself in its own colours.
// Points at the same places as the sculpture, and zooms in distance.
//
// SVG, not a canvas library: some 2,000 samples a line are nothing, the style sheet's themes and forced colours reach
// every stroke, and tests can read what is drawn.

import { useCallback, useDeferredValue, useMemo, useState, type PointerEvent } from 'react'
import type { Sculpture } from '@contract/sculpture'
import { lapMarks } from '../../three/lap-marks'
import type { SculptureLook } from '@contract/sculpture-look'
import { distance } from '../../ui/units'
import { ACCESS_WORDS, WORDS } from '../../ui/words'
import { PanelKey, chartPanels, type ChartedLaps } from './chart-panels'
import { shifted, windowOf, zoomed, type ChartWindow } from './chart-window'
import { readLap } from './lap-reading'
import { CornerNumbers, PanelPlot, UnrolledPlot, type PlotRange } from './panel-plot'
import { spokenReading } from './read-out'

/** One press of a button, and one notch of the wheel. */
const BUTTON_ZOOM = 0.5
const WHEEL_ZOOM = 0.8
/** How far one press of an arrow key on the slider goes, metres: as the brackets do on the sculpture. */
const STEP_M = 10

interface LapChartProps {
  readonly sculpture: Sculpture
  readonly look: SculptureLook
  /** Laps that are drawn beside it; null for none. */
  readonly laps?: ChartedLaps | null
  readonly station: number | null
  readonly onHover: (station: number | null) => void
  readonly onPin: (station: number | null) => void
}

export function LapChart(props: LapChartProps) {
  const { sculpture: shown, look, laps = null, station: wanted, onHover, onPin } = props
  const words = WORDS.chart
  // The stage goes first: the charts of a lap that has just been put up take longer than its first frame.
  const sculpture = useDeferredValue(shown)
  const { channels, header } = sculpture
  const last = channels.xM.length - 1
  const station = wanted === null ? null : Math.min(wanted, last)
  const [chosen, setChosen] = useState<ChartWindow | null>(null)
  const { from, to } = windowOf(chosen, last)
  const panels = useMemo(() => chartPanels(channels, laps), [channels, laps])
  const marks = useMemo(() => lapMarks(header, last + 1), [header, last])
  const range: PlotRange = { from, to, station, marks }
  const middle = station !== null && station >= from && station <= to ? station : (from + to) / 2
  const zoom = (factor: number): void => setChosen(zoomed({ from, to }, factor, middle, last))

  const stationAt = (event: { readonly clientX: number }, plot: Element): number => {
    const { left, width } = plot.getBoundingClientRect()
    const ratio = Math.min(1, Math.max(0, (event.clientX - left) / width))
    return Math.round(from + ratio * (to - from))
  }
  const pointer = {
    onPointerMove: (event: PointerEvent) => onHover(stationAt(event, event.currentTarget)),
    onPointerLeave: () => onHover(null),
    onPointerDown: (event: PointerEvent) => onPin(stationAt(event, event.currentTarget)),
  }
  const panelsRef = useCallback(
    (element: HTMLDivElement) =>
      followWheel(element, (turn) => setChosen((before) => wheeled(windowOf(before, last), turn, last))),
    [last],
  )
  const along = (at: number): string => distance(at * header.stepM).text
  const stride = Math.max(1, Math.round(STEP_M / header.stepM))
  const slider = Math.min(to, Math.max(from, station ?? from))

  return (
    <figure className="lap-chart" aria-label={words.name}>
      <div className="chart-bar-top">
        <span>{words.distance(along(from), along(to))}</span>
        <span className="chart-zoom" role="group" aria-label={words.zoom}>
          <button
            type="button"
            className="button small"
            aria-label={words.nearer}
            onClick={() => zoom(BUTTON_ZOOM)}
          >
            +
          </button>
          <button
            type="button"
            className="button small"
            aria-label={words.farther}
            disabled={to - from >= last}
            onClick={() => zoom(1 / BUTTON_ZOOM)}
          >
            −
          </button>
          <button
            type="button"
            className="button small"
            disabled={to - from >= last}
            onClick={() => setChosen(null)}
          >
            {words.whole}
          </button>
        </span>
      </div>
      {/* A stop of the keyboard: in a low window the charts are scrolled. */}
      <div
        className="chart-panels"
        ref={panelsRef}
        role="group"
        aria-label={ACCESS_WORDS.chartPanels}
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- without it the keyboard cannot scroll
        tabIndex={0}
      >
        <CornerNumbers range={range} />
        {panels.map((panel) => (
          <div key={panel.id} className={`chart-panel ${panel.id}`}>
            <PanelKey panel={panel} station={station} />
            <PanelPlot panel={panel} range={range} pointer={pointer} />
          </div>
        ))}
        <div className="chart-panel unrolled">
          <p className="chart-key">{words.unrolled(WORDS.look.channels[look.height])}</p>
          <UnrolledPlot sculpture={sculpture} look={look} range={range} pointer={pointer} />
        </div>
      </div>
      <div className="chart-panel">
        <label className="chart-key" htmlFor="lap-position">
          {words.position}
        </label>
        <input
          id="lap-position"
          className="lap-position"
          type="range"
          min={from}
          max={to}
          step={stride}
          value={slider}
          aria-valuetext={spokenReading(readLap(sculpture, slider))}
          onChange={(event) => onPin(Math.min(last, Number(event.target.value)))}
        />
      </div>
    </figure>
  )
}

/** A turn of the wheel over a plot. */
interface WheelTurn {
  /** Where over the plot, 0 at its left edge, 1 at its right. */
  readonly ratio: number
  /** Sideways as a share of the plot's width; 0 for a turn that zooms. */
  readonly sideways: number
  readonly isNearer: boolean
}

function wheeled(window: ChartWindow, turn: WheelTurn, last: number): ChartWindow {
  const width = window.to - window.from
  if (turn.sideways !== 0) return shifted(window, turn.sideways * width, last)
  return zoomed(window, turn.isNearer ? WHEEL_ZOOM : 1 / WHEEL_ZOOM, window.from + turn.ratio * width, last)
}

/** Attached by hand: React listens to wheels passively, and the page would scroll while the chart zooms. */
function followWheel(panels: HTMLElement, turned: (turn: WheelTurn) => void): () => void {
  const onWheel = (event: WheelEvent): void => {
    const plot = event.target instanceof Element ? event.target.closest('.chart-plot') : null
    if (plot === null || event.ctrlKey) return
    event.preventDefault()
    const { left, width } = plot.getBoundingClientRect()
    const isSideways = event.shiftKey || Math.abs(event.deltaX) > Math.abs(event.deltaY)
    turned({
      ratio: (event.clientX - left) / width,
      sideways: isSideways ? (event.deltaX || event.deltaY) / width : 0,
      isNearer: event.deltaY < 0,
    })
  }
  panels.addEventListener('wheel', onWheel, { passive: false })
  return () => panels.removeEventListener('wheel', onWheel)
}
