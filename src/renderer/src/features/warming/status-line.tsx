// The warming in one line, seen from every room with a masthead; it leads to the room of the warming.

import { useNow, useValue } from '../../ui/use-value'
import { WORDS } from '../../ui/words'
import type { WarmingFeed } from './warming-feed'
import { warmingLine } from './warming-line'

/** "in 5 minutes" is told in minutes. */
const TOLD_EVERY_MS = 20_000

interface StatusLineProps {
  readonly feed: WarmingFeed
  readonly onOpen: () => void
}

export function StatusLine({ feed, onOpen }: StatusLineProps) {
  const status = useValue(feed.status)
  const tasks = useValue(feed.tasks) ?? []
  const { kind, text, ratio } = warmingLine(status, tasks, useNow(TOLD_EVERY_MS))
  return (
    <div className="status-line" data-kind={kind}>
      <button type="button" title={text} aria-label={WORDS.warming.line.name(text)} onClick={onOpen}>
        <svg className="status-mark" viewBox="0 0 12 12" aria-hidden="true">
          <circle cx="6" cy="6" r="4" />
        </svg>
        <span className="status-text">{text}</span>
        {ratio !== null && <progress value={ratio} max={1} aria-hidden="true" />}
      </button>
      {/* Numbers change ten times a second; only what they are about is read out. */}
      <output className="unseen">{WORDS.warming.line.kinds[kind]}</output>
    </div>
  )
}
