// The lap corner by corner, for those who read: what the car did in each of the circuit's numbered corners.

import { useMemo } from 'react'
import type { Sculpture } from '@contract/sculpture'
import { lapMarks } from '../../three/lap-marks'
import { decimal, whole } from '../../ui/format'
import { distance, distanceUnit, speed, speedUnit } from '../../ui/units'
import { WORDS } from '../../ui/words'
import { cornerReadings } from './corner-reading'

export function CornerTable({ sculpture }: { readonly sculpture: Sculpture }) {
  const words = WORDS.corners
  const rows = useMemo(() => {
    const { corners } = lapMarks(sculpture.header, sculpture.channels.xM.length)
    return cornerReadings(sculpture, corners)
  }, [sculpture])
  return (
    <table>
      <caption>{words.caption}</caption>
      <thead>
        <tr>
          <th scope="col">{words.number}</th>
          <th scope="col">{WORDS.units.of(words.apex, distanceUnit().short)}</th>
          <th scope="col">{WORDS.units.of(words.slowest, speedUnit().short)}</th>
          <th scope="col">{words.lateral}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ corner, slowestKmh, strongest }) => (
          <tr key={corner.number}>
            <th scope="row">{words.corner(whole(corner.number), words.directions[corner.direction])}</th>
            <td>{distance(corner.apexM).value}</td>
            <td>{speed(slowestKmh).value}</td>
            <td>
              {strongest === null
                ? words.unknown
                : WORDS.reading.withSigma(
                    decimal(Math.abs(strongest.lateralG), 1),
                    decimal(strongest.lateralSigmaG, 1),
                  )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
