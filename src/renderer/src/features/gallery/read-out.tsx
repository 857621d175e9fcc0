// What is measured at the marked place, as figures for the eye and as a sentence for the ear.

import type { Sculpture } from '@contract/sculpture'
import { decimal, signed } from '../../ui/format'
import { toldTime } from '../../ui/told-time'
import { distance, speed } from '../../ui/units'
import { WORDS } from '../../ui/words'
import { readLap, type LapReading } from './lap-reading'

interface ReadOutProps {
  readonly sculpture: Sculpture
  readonly station: number | null
  /** Several laps stand side by side: say which one this is. */
  readonly isOneOfMany: boolean
  /** Gap of another lap to this one at the station; null where none is compared. */
  readonly gap?: GapReadOut | null
}

export interface GapReadOut {
  readonly tag: string
  readonly gapS: number
  readonly sigmaS: number
}

export function ReadOut({ sculpture, station, isOneOfMany, gap = null }: ReadOutProps) {
  const words = WORDS.reading
  if (station === null) return <p className="read-out quiet">{words.hint}</p>
  const reading = readLap(sculpture, station)
  return (
    <div className="read-out" data-station={station}>
      <dl>
        {isOneOfMany && (
          <Figure
            term={words.lapOf}
            value={sculpture.header.driver}
            unit={sculpture.header.lapTimeMs === null ? '' : toldTime(sculpture.header.lapTimeMs)}
          />
        )}
        {gap !== null && (
          <Figure
            term={WORDS.compare.reading(gap.tag)}
            value={words.withSigma(signed(gap.gapS, 2), decimal(Math.max(0.01, gap.sigmaS), 2))}
            unit="s"
          />
        )}
        <Figure term={words.distance} {...distance(reading.distanceM)} />
        <Figure term={words.speed} {...speed(reading.speedKmh)} />
        <Force term={alongWord(reading)} g={reading.longitudinalG} sigmaG={reading.longitudinalSigmaG} />
        <Force term={acrossWord(reading)} g={reading.lateralG} sigmaG={reading.lateralSigmaG} />
        <Force
          term={reading.verticalG < 0 ? words.vertical.crest : words.vertical.dip}
          g={reading.verticalG}
          sigmaG={reading.verticalSigmaG}
        />
        <Force term={words.combined} g={reading.combinedG} sigmaG={reading.combinedSigmaG} />
      </dl>
      {(reading.isHole || reading.isLineTight) && (
        <p className="quiet small">{reading.isHole ? words.hole : words.tight}</p>
      )}
    </div>
  )
}

/** Its direction is in the term, so the figure has no sign. */
function Force(props: { readonly term: string; readonly g: number; readonly sigmaG: number }) {
  const { term, g, sigmaG } = props
  const value = WORDS.reading.withSigma(decimal(Math.abs(g), 1), decimal(sigmaG, 1))
  return <Figure term={term} value={value} unit="G" />
}

function Figure(props: { readonly term: string; readonly value: string; readonly unit: string }) {
  return (
    <div>
      <dt>{props.term}</dt>
      <dd>
        {props.value} <span className="unit">{props.unit}</span>
      </dd>
    </div>
  )
}

/** The reading as one sentence, for the live region. */
export function spokenReading(reading: LapReading): string {
  const words = WORDS.reading
  return words.spoken(
    distance(reading.distanceM).spoken,
    speed(reading.speedKmh).spoken,
    words.spokenG(alongWord(reading), decimal(Math.abs(reading.longitudinalG), 1)),
    words.spokenG(acrossWord(reading), decimal(Math.abs(reading.lateralG), 1)),
    decimal(reading.combinedG, 1),
    decimal(reading.combinedSigmaG, 1),
  )
}

function alongWord({ longitudinalG }: LapReading): string {
  return longitudinalG < 0 ? WORDS.reading.along.braking : WORDS.reading.along.accelerating
}

function acrossWord({ lateralG }: LapReading): string {
  return lateralG < 0 ? WORDS.reading.across.right : WORDS.reading.across.left
}
