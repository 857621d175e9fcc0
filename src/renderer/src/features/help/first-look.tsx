// What stands before them, for who sees a sculpture for the first time: three steps, one after the other, at
// the foot of the stage. Read or put away once, they do not come back.

import { useId, useState, type KeyboardEvent } from 'react'
import { FIRST_LOOK_WORDS } from '../../ui/words'
import { FIRST_LOOK_STEPS } from '../../ui/words/subjects'
import { DiagramDrawing, type DiagramPart } from './help-diagram'
import { isFirstLook, rememberFirstLook } from './first-look-memory'

/** What of the drawing each step shows: one thing more than the step before. */
const SHOWN: Readonly<Record<(typeof FIRST_LOOK_STEPS)[number], readonly DiagramPart[]>> = {
  plan: ['plan'],
  height: ['plan', 'height'],
  colour: ['plan', 'height', 'colour'],
}

interface FirstLookProps {
  readonly onHelp: () => void
  /** It goes away, and what had the focus in it with it. */
  readonly onSettled: () => void
}

export function FirstLook({ onHelp, onSettled }: FirstLookProps) {
  const words = FIRST_LOOK_WORDS
  const titleId = useId()
  const [isNew, setNew] = useState(isFirstLook)
  const [at, setAt] = useState(0)
  const step = FIRST_LOOK_STEPS[at]
  if (!isNew || step === undefined) return null
  const isLast = at === FIRST_LOOK_STEPS.length - 1
  const putAway = (): void => {
    rememberFirstLook()
    setNew(false)
    onSettled()
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape') return
    // Not the page's: it would lead back to the wall.
    event.preventDefault()
    putAway()
  }
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- hears the keys of the buttons inside
    <section className="first-look" aria-labelledby={titleId} onKeyDown={onKeyDown}>
      <DiagramDrawing name={null} shown={SHOWN[step]} />
      <div className="first-look-text" aria-live="polite">
        <p className="quiet small">{words.step(at + 1, FIRST_LOOK_STEPS.length)}</p>
        <h2 id={titleId}>{words.steps[step].title}</h2>
        <p>{words.steps[step].text}</p>
      </div>
      <div className="first-look-ways">
        <button type="button" className="button primary" onClick={isLast ? putAway : () => setAt(at + 1)}>
          {isLast ? words.done : words.next}
        </button>
        {at > 0 && (
          <button type="button" className="button" onClick={() => setAt(at - 1)}>
            {words.back}
          </button>
        )}
        {isLast ? (
          <button type="button" className="link" onClick={onHelp}>
            {words.more}
          </button>
        ) : (
          <button type="button" className="link" onClick={putAway}>
            {words.skip}
          </button>
        )}
      </div>
    </section>
  )
}
