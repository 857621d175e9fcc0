// Examples of the command line, each with what it is for.

import { HELP_WORDS } from '../../ui/words'
import { COMMAND_EXAMPLES, COMMAND_NAMES, type CommandExample } from './command-examples'

const EXAMPLES = Object.entries(COMMAND_EXAMPLES) as readonly (readonly [CommandExample, string])[]

export function Commands() {
  const words = HELP_WORDS.commands
  return (
    <section className="help-section">
      <h3>{words.examples}</h3>
      <dl className="help-commands">
        {EXAMPLES.map(([example, text]) => (
          <div key={example}>
            <dt>{words.what[example]}</dt>
            <dd>
              <code translate="no">{`${COMMAND_NAMES.installed} ${text}`}</code>
            </dd>
          </div>
        ))}
      </dl>
      <p>{words.development(COMMAND_NAMES.developed, COMMAND_NAMES.installed)}</p>
    </section>
  )
}
