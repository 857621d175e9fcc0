// Who gains where, as sentences: the largest first, and what cannot be told said so.

import { useMemo } from 'react'
import { decimal, whole } from '../../ui/format'
import { WORDS } from '../../ui/words'
import type { ComparedLap } from './comparison'
import { whereTimeGoes, type Difference, type WhereTimeGoes } from './where-time-goes'

interface WhereWordsProps {
  readonly reference: ComparedLap
  readonly other: ComparedLap
}

export function WhereWords({ reference, other }: WhereWordsProps) {
  const words = WORDS.compare.words
  const where = useMemo(
    () => whereTimeGoes(reference.exhibit.sculpture, other.gap),
    [reference.exhibit.sculpture, other.gap],
  )
  return (
    <section className="where-words" aria-label={words.title}>
      <h3>{words.title}</h3>
      {where === null ? (
        <p className="quiet">{words.noCorners}</p>
      ) : (
        <ol>
          {whereSentences(where, reference.style.tag, other.style.tag).map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ol>
      )}
    </section>
  )
}

/** @param reference, other as the laps are called. */
export function whereSentences(
  { lapS, told, further, furtherS, untold, resolutionS }: WhereTimeGoes,
  reference: string,
  other: string,
): readonly string[] {
  const words = WORDS.compare.words
  const lap =
    Math.round(lapS * 1000) === 0
      ? words.even(reference, other)
      : words.lap(...ranked(lapS, reference, other), decimal(Math.abs(lapS), 3))
  const differences = told.map(({ passage, lostS, sigmaS }: Difference) =>
    words[passage.kind](
      ...ranked(lostS, reference, other),
      decimal(Math.abs(lostS), 2),
      decimal(Math.max(0.01, sigmaS), 2),
      whole(passage.corner),
    ),
  )
  const resolution = decimal(resolutionS, 2)
  if (told.length === 0) return [lap, words.none(resolution)]
  return [
    lap,
    ...differences,
    ...(further === 0
      ? []
      : [words.further(...ranked(furtherS, reference, other), decimal(Math.abs(furtherS), 2), further)]),
    ...(untold === 0 ? [] : [words.rest(untold, resolution)]),
  ]
}

/** The faster first. @param lostS what the other loses. */
function ranked(lostS: number, reference: string, other: string): readonly [string, string] {
  return lostS > 0 ? [reference, other] : [other, reference]
}
