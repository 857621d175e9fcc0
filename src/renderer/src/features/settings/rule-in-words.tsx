// What the rule that is being typed comes to: words, and the next times it comes true. Why it
// cannot be read stands at its field.

import { dateTimeInZone } from '../../ui/format'
import { WORDS } from '../../ui/words'
import type { RuleReading } from './use-rule-preview'

interface RuleInWordsProps {
  readonly reading: RuleReading
  readonly zone: string
  readonly isOn: boolean
}

export function RuleInWords({ reading, zone, isOn }: RuleInWordsProps) {
  const words = WORDS.settings.schedule
  const { preview, problem } = reading
  return (
    <div className="rule-words">
      <output>
        {problem !== null && <span className="quiet small">{words.unread}</span>}
        {preview !== null && (
          <span className="rule-said">
            {preview.words === null ? words.noWords : words.words(preview.words, zone)}
          </span>
        )}
      </output>
      {preview !== null && !isOn && <p className="quiet small">{words.off}</p>}
      {preview !== null && (
        <>
          <p className="quiet small" id="rule-next">
            {words.next}
          </p>
          <ol className="next-list" aria-labelledby="rule-next">
            {preview.next.map((at) => (
              <li key={at}>{dateTimeInZone(at)}</li>
            ))}
          </ol>
        </>
      )}
    </div>
  )
}
