// Where laps come from, with what each choice means.

import { useId } from 'react'
import { DEFAULT_SETTINGS, type SourceChoice } from '@contract/settings'
import { WORDS } from '../../ui/words'
import { Section } from './section'

const CHOICES = ['auto', 'archive', 'demo'] as const satisfies readonly SourceChoice[]

interface SourcesSectionProps {
  readonly source: SourceChoice
  readonly onChoose: (source: SourceChoice) => void
}

export function SourcesSection({ source, onChoose }: SourcesSectionProps) {
  const words = WORDS.settings.sources
  return (
    <Section
      section="sources"
      hint={words.hint}
      reset={{
        isDefault: source === DEFAULT_SETTINGS.source,
        onReset: () => onChoose(DEFAULT_SETTINGS.source),
      }}
    >
      <fieldset className="source-choices">
        <legend className="unseen">{words.label}</legend>
        {CHOICES.map((choice) => (
          <SourceOption
            key={choice}
            choice={choice}
            isChosen={choice === source}
            onChoose={() => onChoose(choice)}
          />
        ))}
      </fieldset>
    </Section>
  )
}

interface SourceOptionProps {
  readonly choice: SourceChoice
  readonly isChosen: boolean
  readonly onChoose: () => void
}

function SourceOption({ choice, isChosen, onChoose }: SourceOptionProps) {
  const words = WORDS.settings.sources
  const id = useId()
  return (
    <div className="setting tick-row">
      <label className="tick">
        <input
          type="radio"
          name="settings-source"
          checked={isChosen}
          aria-describedby={id}
          onChange={onChoose}
        />
        {words.names[choice]}
      </label>
      <p id={id} className="quiet small">
        {words.what[choice]}
      </p>
    </div>
  )
}
