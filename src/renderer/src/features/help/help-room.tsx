// The room of the help: the list of its chapters, and one of them. It is there only while it is visited; where one is in
// it is kept by its store.

import { useEffect, useRef, type ReactNode } from 'react'
import { useValue } from '../../ui/use-value'
import { HELP_WORDS, WORDS } from '../../ui/words'
import { HELP_CHAPTERS, type HelpChapter } from '../../ui/words/subjects'
import { Commands } from './commands'
import type { HelpStore } from './help-store'
import { KeyTables } from './key-tables'
import { FolderTable } from './folder-table'
import { HelpDiagram } from './help-diagram'
import { TroubleList } from './trouble-list'

interface HelpRoomProps {
  /** The head that all rooms have. */
  readonly head: ReactNode
  readonly help: HelpStore
  /** Keys are written as they are on its keyboard. */
  readonly isMac: boolean
}

export function HelpRoom({ head, help, isMac }: HelpRoomProps) {
  const place = useValue(help.place)
  const cameFrom = useValue(help.cameFrom)
  const main = useRef<HTMLElement>(null)
  useEffect(() => {
    // Whoever asked for one message finds the keyboard at it, by the list of messages.
    if (place.code === null) main.current?.focus({ preventScroll: true })
  }, [place])
  return (
    <div className="help-room">
      {head}
      <div className="help">
        <div className="help-side">
          <button type="button" className="link" onClick={help.leave}>
            {HELP_WORDS.back[cameFrom]}
          </button>
          <Chapters chosen={place.chapter} onChoose={help.turnTo} />
        </div>
        <main id="help" ref={main} tabIndex={-1} aria-label={HELP_WORDS.landmark} className="help-main">
          <article key={place.chapter} className="help-chapter">
            <h2>{HELP_WORDS.names[place.chapter]}</h2>
            <p className="help-lead">{HELP_WORDS.leads[place.chapter]}</p>
            <Drawn chapter={place.chapter} />
            <Sections chapter={place.chapter} />
            <Listed chapter={place.chapter} help={help} isMac={isMac} />
          </article>
        </main>
      </div>
      <footer className="colophon">{WORDS.notAffiliated}</footer>
    </div>
  )
}

interface ChaptersProps {
  readonly chosen: HelpChapter
  readonly onChoose: (chapter: HelpChapter) => void
}

function Chapters({ chosen, onChoose }: ChaptersProps) {
  return (
    <nav aria-label={HELP_WORDS.chaptersName}>
      <ol className="help-chapters">
        {HELP_CHAPTERS.map((chapter) => (
          <li key={chapter}>
            <button
              type="button"
              aria-current={chapter === chosen ? 'true' : undefined}
              onClick={() => onChoose(chapter)}
            >
              {HELP_WORDS.names[chapter]}
            </button>
          </li>
        ))}
      </ol>
    </nav>
  )
}

function Sections({ chapter }: { readonly chapter: HelpChapter }) {
  const own = HELP_WORDS.sections[chapter]
  const sections = chapter === 'reading' ? [...own, WORDS.spoilers.help] : own
  return sections.map(({ title, paragraphs }) => (
    <section key={title} className="help-section">
      <h3>{title}</h3>
      {paragraphs.map((paragraph) => (
        <p key={paragraph}>{paragraph}</p>
      ))}
    </section>
  ))
}

function Drawn({ chapter }: { readonly chapter: HelpChapter }) {
  return chapter === 'sculpture' ? <HelpDiagram /> : null
}

interface ListedProps extends Pick<HelpRoomProps, 'help' | 'isMac'> {
  readonly chapter: HelpChapter
}

/** What a chapter has beside its text. */
function Listed({ chapter, help, isMac }: ListedProps) {
  switch (chapter) {
    case 'commands':
      return <Commands />
    case 'keyboard':
      return <KeyTables isMac={isMac} />
    case 'trouble':
      return <TroubleList help={help} />
    case 'privacy':
      return <FolderTable />
    case 'sculpture':
    case 'reading':
    case 'warming':
    case 'space':
    case 'offline':
    case 'share':
    case 'licences':
      return null
  }
}
