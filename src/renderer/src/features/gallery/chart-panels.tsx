// What the charts of a lap show, panel by panel: which channels, over which range, and how a value is written.

import type { ReactNode } from 'react'
import type { SculptureChannels } from '@contract/sculpture'
import { channelValues, hasChannel } from '@contract/channel-values'
import { decimal, signed, whole } from '../../ui/format'
import { speed, speedUnit } from '../../ui/units'
import { WORDS } from '../../ui/words'
import type { ComparedLap, Comparison } from '../compare/comparison'
import { lapColour } from '../compare/lap-key'

export interface ChartLine {
  readonly id: string
  /** Class names on the page, which give it colour and dashes. */
  readonly look: string
  /** Of a lap beside the main one: `#rrggbb` of its team. */
  readonly colour: string | null
  /** Named beside the plot; of many laps the chosen one is. */
  readonly isNamed: boolean
  readonly name: string
  readonly values: Float64Array
  readonly write: (value: number) => string
}

export interface ChartPanel {
  readonly id: 'speed' | 'gap' | 'pedals' | 'gear' | 'forces'
  /** Above the names of its lines, where those do not say what it shows. */
  readonly title: string | null
  /** Its range where that is not the same for every lap. */
  readonly range: string | null
  readonly low: number
  readonly high: number
  /** Value at which a ground line is drawn. */
  readonly ground: number
  readonly lines: readonly ChartLine[]
  /** Bars from the lower edge, 0 or 1 of the panel's height: the brake. */
  readonly bars: { readonly name: string; readonly values: Float64Array } | null
}

/** How the feed writes a brake it does not know. */
const BRAKE_UNKNOWN = 255
/** Vertical G where a lap has it: small beside the others, and drawn on the same axis for an honest comparison. */
const FORCES_END_G = 6

/** Laps beside the main one, in the charts of that. */
export interface ChartedLaps {
  readonly comparison: Comparison
  readonly chosen: ComparedLap
}

/**
 * Drawn as they are stored; names and values are in the reader's units when they are written.
 *
 * @param laps to be drawn into the chart of speed, and to have one of their gaps; null for none.
 */
export function chartPanels(
  channels: SculptureChannels,
  laps: ChartedLaps | null = null,
): readonly ChartPanel[] {
  const words = WORDS.chart
  const line = (
    id: keyof typeof words.lines,
    values: Float64Array,
    write: ChartLine['write'],
  ): ChartLine => ({
    id,
    look: id,
    colour: null,
    isNamed: true,
    name: lineName(id),
    values,
    write,
  })
  const force = (value: number): string => decimal(value, 1)
  const brake = Float64Array.from(channels.brake, (pressed) =>
    pressed === BRAKE_UNKNOWN ? Number.NaN : pressed,
  )
  const vertical = hasChannel(channels, 'verticalG')
    ? [line('vertical', channelValues(channels, 'verticalG'), force)]
    : []
  return [
    {
      id: 'speed',
      title: null,
      range: null,
      low: 0,
      high: 360,
      ground: 0,
      lines: [
        ...(laps === null ? [] : lapLines(laps, (lap) => lap.speedKmh, inSpeed)),
        line('speed', channels.speedKmh, inSpeed),
      ],
      bars: null,
    },
    ...(laps === null ? [] : [gapPanel(laps)]),
    {
      id: 'pedals',
      title: null,
      range: null,
      low: 0,
      high: 105,
      ground: 0,
      lines: [line('throttle', channels.throttlePct, whole)],
      bars: { name: words.brake, values: brake },
    },
    {
      id: 'gear',
      title: null,
      range: null,
      low: 0,
      high: 8.5,
      ground: 0,
      lines: [line('gear', channelValues(channels, 'gear'), whole)],
      bars: null,
    },
    {
      id: 'forces',
      title: null,
      range: null,
      low: -FORCES_END_G,
      high: FORCES_END_G,
      ground: 0,
      lines: [
        line('along', channels.longitudinalG, force),
        line('across', channels.lateralG, force),
        ...vertical,
      ],
      bars: null,
    },
  ]
}

const inSpeed = (kmh: number): string => speed(kmh).value

function lineName(id: keyof typeof WORDS.chart.lines): string {
  const name = WORDS.chart.lines[id]
  return id === 'speed' ? WORDS.units.of(name, speedUnit().short) : name
}

/** Laps far behind the chosen one must not press it flat: what lies beyond so many times its gap leaves the picture. */
const GAP_RANGE_RATIO = 3
/** Seconds; a gap that fills the panel with less would show the measurement's noise. */
const LEAST_GAP_S = 0.1
/** Free height above and below, as a share of the range. */
const GAP_MARGIN_RATIO = 0.08

function gapPanel(laps: ChartedLaps): ChartPanel {
  const { comparison, chosen } = laps
  const most = Math.max(LEAST_GAP_S, GAP_RANGE_RATIO * largest([chosen]))
  const all = largest(comparison.others)
  const end = Math.min(most, Math.max(LEAST_GAP_S, all))
  const lowest = Math.min(-LEAST_GAP_S / 2, leastOf(comparison.others))
  const low = Math.max(-end, lowest) * (1 + GAP_MARGIN_RATIO)
  const high = end * (1 + GAP_MARGIN_RATIO)
  const words = WORDS.compare.chart
  return {
    id: 'gap',
    title: words.panel(comparison.reference.style.tag),
    range: words.range(signed(low, 2), signed(high, 2)),
    low,
    high,
    ground: 0,
    lines: lapLines(
      laps,
      (lap) => lap.gap.gapS,
      (value) => signed(value, 2),
    ),
    bars: null,
  }
}

function largest(laps: readonly ComparedLap[]): number {
  return Math.max(...laps.map(({ gap }) => gap.gapS.reduce((most, s) => Math.max(most, Math.abs(s)), 0)))
}

function leastOf(laps: readonly ComparedLap[]): number {
  return Math.min(...laps.map(({ gap }) => gap.gapS.reduce((least, s) => Math.min(least, s), 0)))
}

/** The chosen one last: it lies over the others. */
function lapLines(
  { comparison, chosen }: ChartedLaps,
  valuesOf: (lap: ComparedLap) => Float64Array,
  write: ChartLine['write'],
): readonly ChartLine[] {
  const others = comparison.others.filter((lap) => lap !== chosen)
  return [...others, chosen].map((lap) => ({
    id: lap.exhibit.ticket.key,
    look: `lap ${lap.style.dash} ${lap === chosen ? 'chosen' : ''}`,
    colour: lap.style.colour,
    isNamed: lap === chosen,
    name: lap.style.tag,
    values: valuesOf(lap),
    write,
  }))
}

interface PanelKeyProps {
  readonly panel: ChartPanel
  readonly station: number | null
}

/** Names of a panel's lines with their values at the marked station. */
export function PanelKey({ panel, station }: PanelKeyProps): ReactNode {
  const value = ({ values, write }: ChartLine): string | null => {
    const at = station === null ? undefined : values[station]
    return at === undefined || Number.isNaN(at) ? null : write(at)
  }
  const pressed = station === null ? undefined : panel.bars?.values[station]
  return (
    <ul className="chart-key">
      {panel.title !== null && <li>{panel.title}</li>}
      {panel.range !== null && <li>{panel.range}</li>}
      {namedLines(panel).map((line) => (
        <li key={line.id}>
          <svg
            className="chart-swatch"
            viewBox="0 0 14 4"
            aria-hidden="true"
            {...(line.colour === null ? {} : { style: lapColour({ colour: line.colour }) })}
          >
            <path className={`chart-line ${line.look}`} d="M0,2H14" />
          </svg>
          {line.name} <b>{value(line)}</b>
        </li>
      ))}
      {panel.bars !== null && (
        <li>
          <svg className="chart-swatch" viewBox="0 0 14 4" aria-hidden="true">
            <rect className="chart-bar" width="14" height="4" />
          </svg>
          {panel.bars.name} <b>{pressed === 1 ? WORDS.chart.pressed : null}</b>
        </li>
      )}
    </ul>
  )
}

/** Drawn last, over the others, the main lap is named first. */
function namedLines({ lines }: ChartPanel): readonly ChartLine[] {
  const named = lines.filter(({ isNamed }) => isNamed)
  return [...named.filter(({ colour }) => colour === null), ...named.filter(({ colour }) => colour !== null)]
}
