// The sculpture for those who read: its corners, or its summits in the order of the lap where no corners are known.
// Also what stands on the stage where there is no WebGL.

import { useMemo } from 'react'
import type { Sculpture } from '@contract/sculpture'
import { lapMarks } from '../../three/lap-marks'
import { decimal } from '../../ui/format'
import { distance, distanceUnit, speed, speedUnit } from '../../ui/units'
import { WORDS } from '../../ui/words'
import { CornerTable } from './corner-table'
import { lapPeaks, manoeuvre, readLap } from './lap-reading'

export function LapPeaks({ sculpture }: { readonly sculpture: Sculpture }) {
  return (
    <details className="peaks">
      <summary>
        <h2>{WORDS.peaks.title}</h2>
      </summary>
      <LapTable sculpture={sculpture} />
    </details>
  )
}

export function LapTable({ sculpture }: { readonly sculpture: Sculpture }) {
  const { corners } = lapMarks(sculpture.header, sculpture.channels.xM.length)
  return corners.length > 0 ? <CornerTable sculpture={sculpture} /> : <PeaksTable sculpture={sculpture} />
}

function PeaksTable({ sculpture }: { readonly sculpture: Sculpture }) {
  const words = WORDS.peaks
  const rows = useMemo(() => lapPeaks(sculpture).map((station) => readLap(sculpture, station)), [sculpture])
  return (
    <table>
      <caption>{words.caption}</caption>
      <thead>
        <tr>
          <th scope="col">{WORDS.units.of(words.distance, distanceUnit().short)}</th>
          <th scope="col">{words.what}</th>
          <th scope="col">{WORDS.units.of(words.speed, speedUnit().short)}</th>
          <th scope="col">{words.combined}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((reading) => (
          <tr key={reading.station}>
            <th scope="row">{distance(reading.distanceM).value}</th>
            <td>{words.manoeuvres[manoeuvre(reading)]}</td>
            <td>{speed(reading.speedKmh).value}</td>
            <td>
              {decimal(reading.combinedG, 1)} ± {decimal(reading.combinedSigmaG, 1)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
