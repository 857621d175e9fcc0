// The bell beside the status line: how many notices have not been read, and the list of all of this visit.

import { useContext, useEffect, useId, useRef, useState, type KeyboardEvent } from 'react'
import { clockTime } from '../../ui/format'
import { NOTICE_WORDS } from '../../ui/words'
import { useValue } from '../../ui/use-value'
import type { Notices } from './notices'
import { NoticesContext } from './notices-context'

export function NoticesBell() {
  const notices = useContext(NoticesContext)
  return notices === null ? null : <Bell notices={notices} />
}

function Bell({ notices }: { readonly notices: Notices }) {
  const words = NOTICE_WORDS
  const unread = useValue(notices.unread)
  const [isOpen, setOpen] = useState(false)
  const frame = useRef<HTMLDivElement>(null)
  const button = useRef<HTMLButtonElement>(null)
  const listId = useId()
  useEffect(() => {
    if (!isOpen) return undefined
    const onPointerDown = (event: PointerEvent): void => {
      if (event.target instanceof Node && frame.current?.contains(event.target) !== true) setOpen(false)
    }
    document.addEventListener('pointerdown', onPointerDown)
    return () => document.removeEventListener('pointerdown', onPointerDown)
  }, [isOpen])
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || !isOpen) return
    // Not the page's: it would lead back to the wall.
    event.preventDefault()
    setOpen(false)
    button.current?.focus()
  }
  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- hears the keys of the buttons inside
    <div className="bell" ref={frame} onKeyDown={onKeyDown}>
      <button
        type="button"
        ref={button}
        aria-expanded={isOpen}
        aria-controls={isOpen ? listId : undefined}
        aria-label={words.bell(unread)}
        title={words.bell(unread)}
        onClick={() => setOpen(!isOpen)}
      >
        <svg viewBox="0 0 16 16" aria-hidden="true">
          <path d="M8 1.6a4.2 4.2 0 0 0-4.2 4.2v2.9L2.6 11.2h10.8l-1.2-2.5V5.8A4.2 4.2 0 0 0 8 1.6Z" />
          <path d="M6.4 13a1.7 1.7 0 0 0 3.2 0" />
        </svg>
        {unread > 0 && <span className="bell-count">{unread}</span>}
      </button>
      {isOpen && <NoticeList id={listId} notices={notices} />}
    </div>
  )
}

function NoticeList({ id, notices }: { readonly id: string; readonly notices: Notices }) {
  const words = NOTICE_WORDS
  const kept = useValue(notices.kept)
  const list = useRef<HTMLElement>(null)
  useEffect(() => {
    list.current?.focus({ preventScroll: true })
  }, [])
  useEffect(() => {
    // Also those that come while the list is open.
    if (kept.length > 0) notices.read()
  }, [kept, notices])
  return (
    <section id={id} ref={list} tabIndex={-1} className="notice-list" aria-label={words.list}>
      {kept.length === 0 ? (
        <p className="quiet">{words.none}</p>
      ) : (
        <>
          <ol>
            {kept.map(({ id: key, text, tone, at }) => (
              <li key={key} data-tone={tone}>
                <time dateTime={new Date(at).toISOString()}>{clockTime(at)}</time>
                <span>{text}</span>
              </li>
            ))}
          </ol>
          <button type="button" className="button small" onClick={notices.forget}>
            {words.forget}
          </button>
        </>
      )}
    </section>
  )
}
