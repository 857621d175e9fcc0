// The list of sections beside them: leads to each, and marks the one that is being read.

import { useEffect, useState, type RefObject } from 'react'
import { WORDS } from '../../ui/words'
import { sectionHeadId, SETTINGS_SECTIONS, type SettingsSection } from './sections'

interface SectionListProps {
  /** What scrolls. */
  readonly room: RefObject<HTMLElement | null>
  /** The form of the schedule has changes that are not saved. */
  readonly isUnsaved: boolean
}

export function SectionList({ room, isUnsaved }: SectionListProps) {
  const words = WORDS.settings
  const current = useSectionInView(room)
  return (
    <nav className="section-list" aria-label={words.sectionsName}>
      <ul>
        {SETTINGS_SECTIONS.map((section) => (
          <li key={section}>
            <button
              type="button"
              className="row"
              aria-current={section === current ? 'true' : undefined}
              onClick={() => goToSection(section)}
            >
              {words.sections[section]}
              {section === 'schedule' && isUnsaved && <span className="unsaved">{words.unsaved}</span>}
            </button>
          </li>
        ))}
      </ul>
    </nav>
  )
}

/** Where it is seen and read on from by the keyboard. */
export function goToSection(section: SettingsSection): void {
  const head = document.getElementById(sectionHeadId(section))
  head?.focus({ preventScroll: true })
  head?.closest('section')?.scrollIntoView({ block: 'start' })
}

/** The last section whose head has come up to here, from the top of the room, is the one being read. */
const READING_LINE_RATIO = 0.35

function useSectionInView(room: RefObject<HTMLElement | null>): SettingsSection {
  const [current, setCurrent] = useState<SettingsSection>(SETTINGS_SECTIONS[0])
  useEffect(() => {
    const scroller = room.current
    if (scroller === null) return undefined
    const look = (): void => {
      const { clientHeight, scrollHeight, scrollTop } = scroller
      const isAtEnd = scrollTop > 0 && scrollTop + clientHeight >= scrollHeight - 2
      const heads = SETTINGS_SECTIONS.filter((section) => {
        const head = document.getElementById(sectionHeadId(section))
        return head !== null && head.getBoundingClientRect().top <= clientHeight * READING_LINE_RATIO
      })
      // The last sections are too short to ever come up to the line.
      const focused = document.activeElement?.closest<HTMLElement>('[data-section]')?.dataset['section']
      const ofFocus = SETTINGS_SECTIONS.find((section) => section === focused)
      setCurrent((isAtEnd ? (ofFocus ?? SETTINGS_SECTIONS.at(-1)) : heads.at(-1)) ?? SETTINGS_SECTIONS[0])
    }
    look()
    scroller.addEventListener('scroll', look, { passive: true })
    scroller.addEventListener('focusin', look)
    return () => {
      scroller.removeEventListener('scroll', look)
      scroller.removeEventListener('focusin', look)
    }
  }, [room])
  return current
}
