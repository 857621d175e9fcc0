// Where laps come from: recorded or simulated. On the wall and in the catalogue.

import { SOURCE_KINDS, type SourceKind } from '@contract/ids'
import { WORDS } from './words'

interface SourceSwitchProps {
  /** Tells the radio buttons of one switch from those of another on the same page. */
  readonly name: string
  readonly source: SourceKind
  readonly onChoose: (source: SourceKind) => void
}

export function SourceSwitch({ name, source, onChoose }: SourceSwitchProps) {
  return (
    <fieldset className="switch">
      <legend>{WORDS.catalogue.source}</legend>
      {SOURCE_KINDS.map((kind) => (
        <label key={kind}>
          <input type="radio" name={name} checked={kind === source} onChange={() => onChoose(kind)} />
          <span>{WORDS.catalogue.sources[kind]}</span>
        </label>
      ))}
    </fieldset>
  )
}
