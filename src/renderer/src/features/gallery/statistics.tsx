// The lap's statistics with their units and, where it is known, their standard deviation.

import { useMemo, type ReactNode } from 'react'
import type { Sculpture } from '@contract/sculpture'
import { Fact, Facts } from '../../ui/facts'
import { decimal } from '../../ui/format'
import { distance, lapLength, speed, speedUnit } from '../../ui/units'
import { WORDS } from '../../ui/words'
import { computationOf } from './computation'
import { statsSigma } from './lap-reading'
import { inWords } from '../../ui/trouble-text'

export function Statistics({ sculpture }: { readonly sculpture: Sculpture }) {
  const words = WORDS.stats
  const { stats, warnings, lineQuality } = sculpture.header
  const sigma = useMemo(() => statsSigma(sculpture), [sculpture])
  const lineNote = words.lineQuality[lineQuality]
  const said = warnings.map(inWords)
  const notes = lineNote === null ? said : [lineNote, ...said]
  return (
    <section aria-labelledby="stats-title">
      <h2 id="stats-title">{words.title}</h2>
      <Facts>
        <Fact term={words.maxCombined}>{withSigma(stats.maxCombinedG, sigma.maxCombinedG)}</Fact>
        <Fact term={words.meanCombined} note={words.meanNote}>
          {withSigma(stats.meanCombinedG, null)}
        </Fact>
        <Fact term={words.braking} note={words.meanOf}>
          {withSigma(stats.maxBrakingG, sigma.maxBrakingG)}
        </Fact>
        <Fact term={words.acceleration} note={words.meanOf}>
          {withSigma(stats.maxAccelerationG, sigma.maxAccelerationG)}
        </Fact>
        <Fact term={words.left}>{withSigma(stats.maxLateralLeftG, sigma.maxLateralLeftG)}</Fact>
        <Fact term={words.right}>{withSigma(stats.maxLateralRightG, sigma.maxLateralRightG)}</Fact>
        <Fact term={words.topSpeed}>
          {speed(stats.topSpeedKmh).value} <abbr title={speedUnit().long}>{speedUnit().short}</abbr>
        </Fact>
        <Fact term={words.distance}>{lapLength(stats.distanceM).text}</Fact>
        <Fact term={words.elevation}>{distance(stats.elevationRangeM, 1).text}</Fact>
        <Fact term={words.computation}>{words.computations[computationOf(sculpture.header)]}</Fact>
      </Facts>
      <p className="quiet small">{words.sigmaNote}</p>
      {notes.length > 0 && (
        <>
          <h3>{words.notes}</h3>
          <ul className="notes">
            {notes.map((note) => (
              <li key={note}>{note}</li>
            ))}
          </ul>
        </>
      )}
    </section>
  )
}

function withSigma(g: number, sigmaG: number | null): ReactNode {
  return (
    <>
      {decimal(g, 2)}
      {sigmaG !== null && <span className="sigma"> ± {decimal(sigmaG, 2)}</span>} G
    </>
  )
}
