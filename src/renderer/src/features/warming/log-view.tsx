// The log as it is written. It follows the newest line until one scrolls up to read, and again once one is back at its
// end.

import { memo, useEffect, useLayoutEffect, useRef, useState } from 'react'
import { LOG_SOURCES } from '@contract/logs'
import { Choice } from '../../ui/choice'
import { clockTime, whole } from '../../ui/format'
import { TroubleLine } from '../../ui/trouble-line'
import { useValue } from '../../ui/use-value'
import { WORDS } from '../../ui/words'
import { copyText } from './copy-text'
import type { LogStore, NumberedLine } from './log-store'

/** So near to its end, CSS pixels, the list counts as being there: half a line. */
const NEAR_PX = 12

const words = WORDS.log

export function LogView({ store }: { readonly store: LogStore }) {
  const { source, lines, trouble } = useValue(store.state)
  useEffect(() => {
    void store.follow()
    return () => store.leave()
  }, [store])
  const options = LOG_SOURCES.map((value) => ({ value, text: words.sources[value] }))
  return (
    <section className="log" aria-labelledby="log-title">
      <div className="log-head">
        <h2 id="log-title">{words.title}</h2>
        <Choice
          label={words.source}
          name="log-source"
          options={options}
          chosen={source}
          onChoose={(chosen) => void store.choose(chosen)}
        />
        <CopyButton lines={lines ?? []} />
      </div>
      {trouble !== null && <TroubleLine report={trouble} />}
      <Lines key={source} lines={lines ?? []} />
    </section>
  )
}

function Lines({ lines }: { readonly lines: readonly NumberedLine[] }) {
  const list = useRef<HTMLOListElement>(null)
  /** Number of the newest line when one scrolled up; null while the newest is followed. */
  const [leftAt, setLeftAt] = useState<number | null>(null)
  const newest = lines.at(-1)?.number ?? 0
  useLayoutEffect(() => {
    const element = list.current
    // Named so that a line more is a reason to scroll.
    if (element !== null && leftAt === null && newest > 0) element.scrollTop = element.scrollHeight
  }, [leftAt, newest])
  const onScroll = (): void => {
    const element = list.current
    if (element === null) return
    const isAtEnd = element.scrollHeight - element.scrollTop - element.clientHeight <= NEAR_PX
    setLeftAt((known) => (isAtEnd ? null : (known ?? newest)))
  }
  const missed = leftAt === null ? 0 : lines.filter(({ number }) => number > leftAt).length
  return (
    <div className="log-frame">
      <ol
        className="log-lines"
        ref={list}
        aria-label={words.lines}
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- scrolled by keyboard
        tabIndex={0}
        onScroll={onScroll}
      >
        {lines.map((line) => (
          <Line key={line.number} line={line} />
        ))}
      </ol>
      {lines.length === 0 && <p className="quiet log-none">{words.none}</p>}
      {leftAt !== null && (
        <button type="button" className="button small log-follow" onClick={() => setLeftAt(null)}>
          {missed === 0 ? words.follow : words.missed(missed, whole(missed))}
        </button>
      )}
    </div>
  )
}

/** A line never changes; a thousand of them stand here while another is added. */
const Line = memo(function Line({
  line: { at, level, area, message, fields },
}: {
  readonly line: NumberedLine
}) {
  return (
    <li data-level={level}>
      <time dateTime={new Date(at).toISOString()}>{clockTime(at, 'seconds')}</time>{' '}
      <span className="log-level">{words.levels[level]}</span> <span className="quiet">{area}</span>{' '}
      <span>{message}</span> {fields !== null && <span className="log-fields">{fields}</span>}
    </li>
  )
})

function CopyButton({ lines }: { readonly lines: readonly NumberedLine[] }) {
  const [outcome, setOutcome] = useState<'none' | 'copied' | 'refused'>('none')
  const text = outcome === 'none' ? '' : outcome === 'copied' ? words.copied : words.notCopied
  return (
    <>
      <output className="quiet small">{text}</output>
      <button
        type="button"
        className="button small"
        disabled={lines.length === 0}
        onClick={() => setOutcome(copyText(lines.map(lineText).join('\n')) ? 'copied' : 'refused')}
      >
        {words.copy}
      </button>
    </>
  )
}

/** A line as it is pasted: with the day and in UTC, for whoever reads it elsewhere. */
function lineText({ at, level, area, message, fields }: NumberedLine): string {
  const line = `${new Date(at).toISOString()} ${level} ${area}: ${message}`
  return fields === null ? line : `${line} ${fields}`
}
