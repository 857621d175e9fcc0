// What the charts of a lap show, panel by panel: which channels, over which range, and how a value is written.

import type { ReactNode } from 'react'
import type { SculptureChannels } from '@contract/sculpture'
import { channelValues, hasChannel } from '@contract/channel-values'
import { decimal, whole } from '../../ui/format'
import { speed, speedUnit } from '../../ui/units'
import { WORDS } from '../../ui/words'

export interface ChartLine {
  /** Also its class on the page, which gives it colour and dashes. */
  readonly id: 'speed' | 'throttle' | 'gear' | 'along' | 'across' | 'vertical'
  readonly values: Float64Array
  readonly write: (value: number) => string
}

export interface ChartPanel {
  readonly id: 'speed' | 'pedals' | 'gear' | 'forces'
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

/** Drawn as they are stored; names and values are in the reader's units when they are written. */
export function chartPanels(channels: SculptureChannels): readonly ChartPanel[] {
  const words = WORDS.chart
  const line = (id: ChartLine['id'], values: Float64Array, write: ChartLine['write']): ChartLine => ({
    id,
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
      low: 0,
      high: 360,
      ground: 0,
      lines: [line('speed', channels.speedKmh, (kmh) => speed(kmh).value)],
      bars: null,
    },
    {
      id: 'pedals',
      low: 0,
      high: 105,
      ground: 0,
      lines: [line('throttle', channels.throttlePct, whole)],
      bars: { name: words.brake, values: brake },
    },
    {
      id: 'gear',
      low: 0,
      high: 8.5,
      ground: 0,
      lines: [line('gear', channelValues(channels, 'gear'), whole)],
      bars: null,
    },
    {
      id: 'forces',
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

function lineName(id: ChartLine['id']): string {
  const name = WORDS.chart.lines[id]
  return id === 'speed' ? WORDS.units.of(name, speedUnit().short) : name
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
      {panel.lines.map((line) => (
        <li key={line.id}>
          <svg className="chart-swatch" viewBox="0 0 14 4" aria-hidden="true">
            <path className={`chart-line ${line.id}`} d="M0,2H14" />
          </svg>
          {lineName(line.id)} <b>{value(line)}</b>
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
