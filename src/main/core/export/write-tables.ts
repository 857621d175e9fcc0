// A lap as numbers: CSV with one row a station, and one JSON document. Shapes are stable: columns and fields may be
// added behind, none renamed. Pure.

import type { Sculpture } from '@contract/sculpture'
import { SAMPLE_FLAGS } from '@contract/sculpture'
import { channelsTable } from '../sculpture/channels-table'
import type { ExhibitLabels } from './exhibit-labels'

/** Digits after the point: 0.0001 G and 0.1 mm are far below what was measured, and keep rows short. */
const DECIMALS = 4

/** Changes when a field of the JSON document is renamed or means something else. */
const DOCUMENT_VERSION = 1

/**
 * RFC 4180, UTF-8, lines end in CR LF. Columns: the channels with their units; `bridged_gap` and `line_too_tight` as 0
 * or 1; then what the lap is, the same in every row, so that rows of several files can be put together.
 */
export function writeCsv(sculpture: Sculpture, labels: ExhibitLabels): Uint8Array {
  const { header, channels } = sculpture
  const columns = channelsTable(sculpture).map(({ name, values }) => [name, values] as const)
  const flag = (bit: number) => Array.from(channels.flags, (flags) => ((flags & bit) === 0 ? 0 : 1))
  columns.push(
    ['bridgedGap', flag(SAMPLE_FLAGS.hole)],
    ['lineTooTight', flag(SAMPLE_FLAGS.lineTighterThanDriven)],
  )
  const about: readonly (readonly [string, string | number])[] = [
    ['simulated', labels.isSimulated ? 1 : 0],
    ['season', header.season],
    ['round', header.round],
    ['event', labels.eventName],
    ['session', header.session],
    ['driver', header.driver],
    ['driver_name', header.driverName],
    ['team', header.team],
    ['lap', header.lap],
    ['lap_time_ms', header.lapTimeMs ?? ''],
  ]
  const tail = about.map(([, value]) => cell(value)).join(',')
  const titles = [...columns.map(([name]) => snakeCase(name)), ...about.map(([name]) => name)]
  const rows = Array.from(channels.xM, (_, i) => {
    const values = columns.map(([, list]) => list[i] ?? null)
    return `${values.map((value) => (value === null ? '' : rounded(value))).join(',')},${tail}`
  })
  return new TextEncoder().encode(`${[titles.join(','), ...rows].join('\r\n')}\r\n`)
}

export function writeJson(sculpture: Sculpture, labels: ExhibitLabels): Uint8Array {
  const { stats, warnings, ...header } = sculpture.header
  const table = channelsTable(sculpture)
  const document = {
    format: 'f1-sculpture',
    version: DOCUMENT_VERSION,
    simulated: labels.isSimulated,
    key: labels.key,
    event: labels.eventName,
    sessionName: labels.sessionName,
    ...header,
    stats,
    warnings,
    units: Object.fromEntries(table.map(({ name, unit }) => [name, unit])),
    channels: Object.fromEntries(
      table.map(({ name, values }) => [
        name,
        values.map((value) => (value === null ? null : rounded(value))),
      ]),
    ),
  }
  return new TextEncoder().encode(`${JSON.stringify(document)}\n`)
}

function rounded(value: number): number {
  return Math.round(value * 10 ** DECIMALS) / 10 ** DECIMALS
}

/** `longitudinalG` -> `longitudinal_g`. */
function snakeCase(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
}

/**
 * Text that a spreadsheet would run as a formula is led by an apostrophe, which spreadsheets take as "this is text".
 * Source: OWASP, "CSV Injection".
 */
function cell(value: string | number): string {
  if (typeof value === 'number') return String(value)
  const plain = value.replace(/\p{Cc}+/gu, ' ')
  const safe = /^\s*[=+\-@]/.test(plain) ? `'${plain}` : plain
  return /[",]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
