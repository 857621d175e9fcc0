// Notices as they appear: in a corner, without taking the focus. Pointing at them or being among them with the keyboard
// keeps them; Escape puts away the one that has the focus.

import { useRef, type KeyboardEvent } from 'react'
import { NOTICE_WORDS } from '../../ui/words'
import { useValue } from '../../ui/use-value'
import type { Notice, Notices } from './notices'

export function Toasts({ notices }: { readonly notices: Notices }) {
  const shown = useValue(notices.shown)
  const area = useRef<HTMLElement>(null)
  const dismiss = (id: number): void => {
    notices.dismiss(id)
    // With the last of them goes the focus; the pointer may be gone without having left.
    if (shown.length <= 1) notices.letGo()
  }
  const isStillInside = (target: EventTarget | null): boolean =>
    target instanceof Node && area.current?.contains(target) === true
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- hears who is among the buttons inside
    <section
      ref={area}
      className="toasts"
      aria-label={NOTICE_WORDS.landmark}
      onPointerEnter={notices.hold}
      onPointerLeave={notices.letGo}
      onFocus={notices.hold}
      onBlur={({ relatedTarget }) => {
        if (!isStillInside(relatedTarget)) notices.letGo()
      }}
    >
      <div role="status">
        {shown.map((notice) => (
          <Toast key={notice.id} notice={notice} onDismiss={dismiss} />
        ))}
      </div>
    </section>
  )
}

interface ToastProps {
  readonly notice: Notice
  readonly onDismiss: (id: number) => void
}

function Toast({ notice: { id, text, tone }, onDismiss }: ToastProps) {
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape') return
    // Not the page's: it would lead back to the wall.
    event.preventDefault()
    onDismiss(id)
  }
  return (
    <div className="toast" data-tone={tone}>
      <p>{text}</p>
      <button
        type="button"
        className="button small"
        aria-label={NOTICE_WORDS.dismissName(text)}
        onClick={() => onDismiss(id)}
        onKeyDown={onKeyDown}
      >
        {NOTICE_WORDS.dismiss}
      </button>
    </div>
  )
}
