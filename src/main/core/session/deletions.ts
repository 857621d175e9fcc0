// Laps whose time race control deleted. The feed says so in English sentences only.

import type { DriverDraft } from './lap-draft'
import { MAX_SENTENCE_LENGTH } from './limits'
import { asRecord, indexedItems, parseDurationMs, textAt } from './patch'
import type { StreamMessage } from './stream'

const DELETED = /^CAR (\d{1,2}) .* TIME (\d:\d\d\.\d{3}) DELETED - /
const REINSTATED = /^CAR (\d{1,2}) .* TIME (\d:\d\d\.\d{3}) .*REINSTATED/

/**
 * Flags deleted laps, in place, and takes the personal best from them. Deleted and later reinstated ones stay.
 * Sentences without a lap time (`LAP DELETED`), about one in fifteen, cannot be matched to a lap.
 */
export function flagDeletedLaps(drivers: readonly DriverDraft[], messages: readonly StreamMessage[]): void {
  const sentences = messages.flatMap(({ payload }) => raceControlSentences(payload))
  const reinstated = new Set(sentences.flatMap((sentence) => lapNamed(sentence, REINSTATED)))
  const deleted = new Set(sentences.flatMap((sentence) => lapNamed(sentence, DELETED)))
  for (const { number, laps } of drivers) {
    for (const lap of laps) {
      const name = `${number} ${lap.lapTimeMs}`
      if (!deleted.has(name) || reinstated.has(name)) continue
      lap.deleted = true
      lap.personalBest = false
    }
  }
}

function raceControlSentences(payload: unknown): readonly string[] {
  return indexedItems(asRecord(payload)?.['Messages']).flatMap(([, item]) => {
    const sentence = textAt(asRecord(item), 'Message')
    return sentence === null || sentence.length > MAX_SENTENCE_LENGTH ? [] : [sentence]
  })
}

/** `{number} {lap time in ms}` of the lap a sentence speaks of; empty if it is no such sentence. */
function lapNamed(sentence: string, pattern: RegExp): readonly string[] {
  const match = pattern.exec(sentence)
  const lapTimeMs = match === null ? null : parseDurationMs(match[2]!)
  return match === null || lapTimeMs === null ? [] : [`${match[1]!} ${lapTimeMs}`]
}
