// Every message of the gallery with what it means, and a field to find one.

import { useEffect, useRef } from 'react'
import { TextField } from '../../ui/text-field'
import { useValue } from '../../ui/use-value'
import { TROUBLE_WORDS } from '../../ui/words'
import type { HelpStore } from './help-store'
import { search, troubleGroups, type TroubleEntry } from './trouble-entries'

const GROUPS = troubleGroups()

export function TroubleList({ help }: { readonly help: HelpStore }) {
  const words = TROUBLE_WORDS
  const typed = useValue(help.search)
  const place = useValue(help.place)
  const asked = useRef<HTMLElement>(null)
  const found = search(GROUPS, typed)
  const count = found.reduce((sum, { entries }) => sum + entries.length, 0)
  useEffect(() => {
    if (place.code === null) return
    asked.current?.scrollIntoView({ block: 'center' })
    asked.current?.focus({ preventScroll: true })
  }, [place])
  return (
    <>
      <search className="help-search">
        <TextField
          label={words.search}
          hint={words.searchHint}
          kind="search"
          value={typed}
          onChange={(text) => help.search.change(() => text)}
        />
        <output className="quiet small">
          {typed.trim() !== '' && (count === 0 ? words.foundNone : words.found(count))}
        </output>
      </search>
      {found.map(({ area, entries }) => (
        <section key={area} className="help-section">
          <h3>{words.areas[area]}</h3>
          {entries.map((entry) => (
            <Entry key={entry.id} entry={entry} element={entry.id === place.code ? asked : null} />
          ))}
        </section>
      ))}
    </>
  )
}

interface EntryProps {
  readonly entry: TroubleEntry
  /** Given to the entry that was asked for. */
  readonly element: React.RefObject<HTMLElement | null> | null
}

function Entry({ entry: { id, title, meaning, hint, more, retry }, element }: EntryProps) {
  const words = TROUBLE_WORDS
  return (
    <article
      ref={element}
      className="help-trouble"
      data-asked={element !== null || undefined}
      tabIndex={element === null ? undefined : -1}
      aria-labelledby={headingId(id)}
    >
      <h4 id={headingId(id)}>{title}</h4>
      <p>{meaning}</p>
      <p>
        <strong>{words.whatToDo}</strong> {hint}
        {retry !== null && <span className="quiet"> {words.retry[retry]}</span>}
      </p>
      {more.map((paragraph) => (
        <p key={paragraph}>{paragraph}</p>
      ))}
      {retry !== null && (
        <p className="help-code">
          <code translate="no">{id}</code>
        </p>
      )}
    </article>
  )
}

/** An id may hold no space, and a slash would have to be escaped wherever it is looked for. */
function headingId(id: string): string {
  return `trouble-${id.replace('/', '-')}`
}
