// Two laps side by side in figures: sector by sector, and corner by corner.

import { useMemo } from 'react'
import { decimal, signed, whole } from '../../ui/format'
import { toldTime } from '../../ui/told-time'
import { speed, speedUnit } from '../../ui/units'
import { WORDS } from '../../ui/words'
import type { ComparedLap } from './comparison'
import { cornerGaps, sectorGaps } from './part-gaps'

interface GapTableProps {
  readonly reference: ComparedLap
  readonly other: ComparedLap
}

export function SectorTable({ reference, other }: GapTableProps) {
  const words = WORDS.compare.sectors
  const rows = sectorGaps(reference.exhibit.sculpture, other.exhibit.sculpture)
  const time = (ms: number | null): string => (ms === null ? WORDS.compare.unknown : toldTime(ms))
  return (
    <table>
      <caption>{words.caption(other.style.tag, reference.style.tag)}</caption>
      <thead>
        <tr>
          <th scope="col">{words.sector}</th>
          <th scope="col">{reference.style.tag}</th>
          <th scope="col">{other.style.tag}</th>
          <th scope="col">{words.lost}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ sector, referenceMs, otherMs, lostMs }) => (
          <tr key={sector}>
            <th scope="row">{whole(sector)}</th>
            <td>{time(referenceMs)}</td>
            <td>{time(otherMs)}</td>
            <td className={sideOf(lostMs ?? 0)}>
              {lostMs === null ? WORDS.compare.unknown : signed(lostMs / 1000, 3)}
            </td>
          </tr>
        ))}
        <tr>
          <th scope="row">{words.lap}</th>
          <td>{time(reference.exhibit.ticket.header.lapTimeMs)}</td>
          <td>{time(other.exhibit.ticket.header.lapTimeMs)}</td>
          <td className={sideOf(other.gap.gapS.at(-1)!)}>{signed(other.gap.gapS.at(-1)!, 3)}</td>
        </tr>
      </tbody>
    </table>
  )
}

export function CornerGapTable({ reference, other }: GapTableProps) {
  const words = WORDS.compare.corners
  const rows = useMemo(
    () => cornerGaps(reference.exhibit.sculpture, other.exhibit.sculpture, other.stations, other.gap),
    [reference, other],
  )
  if (rows.length === 0) return null
  return (
    <table>
      <caption>{words.caption(other.style.tag, reference.style.tag)}</caption>
      <thead>
        <tr>
          <th scope="col">{words.corner}</th>
          <th scope="col">{WORDS.units.of(words.apexOf(reference.style.tag), speedUnit().short)}</th>
          <th scope="col">{WORDS.units.of(words.apexOf(other.style.tag), speedUnit().short)}</th>
          <th scope="col">{words.lost}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ corner, referenceKmh, otherKmh, lostS, sigmaS }) => (
          <tr key={corner.number}>
            <th scope="row">
              {WORDS.corners.corner(whole(corner.number), WORDS.corners.directions[corner.direction])}
            </th>
            <td>{speed(referenceKmh).value}</td>
            <td>{speed(otherKmh).value}</td>
            <td className={Math.abs(lostS) > 2 * sigmaS ? sideOf(lostS) : 'quiet'}>
              {WORDS.reading.withSigma(signed(lostS, 2), decimal(Math.max(0.01, sigmaS), 2))}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** The ribbon's colours again, beside the sign. */
function sideOf(lost: number): string {
  if (lost === 0) return ''
  return lost > 0 ? 'gap-behind' : 'gap-ahead'
}
