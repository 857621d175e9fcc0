// The canvas with the sculpture: one view for the life of the page, fed with exhibits; pointer and keys; what is said
// where there is nothing to draw with.

import { useEffect, useId, useMemo, useRef, useState, type KeyboardEvent, type PointerEvent } from 'react'
import type { SculptureLook } from '@contract/sculpture-look'
import type { SculptureView } from '../../three/scene'
import { decimal, lapTime, whole } from '../../ui/format'
import { WORDS } from '../../ui/words'
import type { Exhibit } from './gallery-state'
import { LapTable } from './lap-peaks'
import { readLap } from './lap-reading'
import { spokenReading } from './read-out'
import { stageCommand } from './stage-keys'
import { useSculptureView } from './use-sculpture-view'

/** A press that travels further than this is a drag, not a click. CSS pixels. */
const CLICK_TRAVEL_PX = 5
/** How far one press of a bracket goes, metres. */
const STEP_M = 10

interface StageProps {
  readonly exhibit: Exhibit | null
  /** For who takes pictures of the view; as useSculptureView has it. */
  readonly onView: (view: SculptureView | null) => void
  readonly look: SculptureLook
  /** Where the marker stands. */
  readonly station: number | null
  readonly pinned: number | null
  readonly onHover: (station: number | null) => void
  readonly onPin: (station: number | null) => void
}

export function Stage({ exhibit, onView, look, station, pinned, onHover, onPin }: StageProps) {
  const { attach, view, condition } = useSculptureView(exhibit, look, onView)
  const [spoken, setSpoken] = useState('')
  const pressedAt = useRef<{ readonly x: number; readonly y: number } | null>(null)
  const summaryId = useId()
  const summary = useMemo(() => (exhibit === null ? null : sculptureSummary(exhibit)), [exhibit])

  useEffect(() => {
    view.current?.mark(station)
  }, [view, station])

  const stationUnder = (event: PointerEvent): number | null =>
    view.current?.stationAt(event.nativeEvent.offsetX, event.nativeEvent.offsetY) ?? null

  const step = (by: 1 | -1): void => {
    if (exhibit === null) return
    const { header, channels } = exhibit.sculpture
    const stations = channels.xM.length
    const stride = Math.max(1, Math.round(STEP_M / header.stepM))
    const next = pinned === null ? 0 : (pinned + by * stride + stations) % stations
    onHover(null)
    onPin(next)
    setSpoken(spokenReading(readLap(exhibit.sculpture, next)))
  }

  const onKeyDown = (event: KeyboardEvent): void => {
    // Alt+Left leads back, Ctrl+Plus enlarges the page: not ours.
    if (event.altKey || event.ctrlKey || event.metaKey) return
    const command = stageCommand(event.key, event.shiftKey)
    // Escape with nothing to unpin is the page's: it leads back to the wall.
    if (command === null || (command.kind === 'unpin' && pinned === null)) return
    event.preventDefault()
    if (command.kind === 'camera') view.current?.move(command.motion)
    else if (command.kind === 'step') step(command.by)
    else onPin(null)
  }

  if (condition === 'unavailable') return <NoWebgl exhibit={exhibit} />
  return (
    <>
      <canvas
        ref={attach}
        id="sculpture"
        className="sculpture"
        tabIndex={0}
        // oxlint-disable-next-line jsx-a11y/no-interactive-element-to-noninteractive-role -- passes the keys on to us
        role="application"
        aria-roledescription={WORDS.stage.role}
        aria-label={exhibit === null ? WORDS.stage.empty : sculptureName(exhibit)}
        aria-describedby={summaryId}
        onKeyDown={onKeyDown}
        onPointerDown={(event) => {
          pressedAt.current = { x: event.clientX, y: event.clientY }
        }}
        onPointerMove={(event) => {
          // While a button is held the person turns the sculpture and reads nothing.
          if (event.buttons === 0) onHover(stationUnder(event))
        }}
        onPointerLeave={() => onHover(null)}
        onPointerUp={(event) => {
          const from = pressedAt.current
          pressedAt.current = null
          if (from === null || event.button !== 0) return
          if (Math.hypot(event.clientX - from.x, event.clientY - from.y) <= CLICK_TRAVEL_PX)
            onPin(stationUnder(event))
        }}
        onContextMenu={(event) => event.preventDefault()}
      />
      <div id={summaryId} className="unseen">
        {summary !== null && <p>{summary}</p>}
        {exhibit !== null && <p>{spokenLook(look)}</p>}
        <p>{WORDS.stage.keys}</p>
      </div>
      <p className="unseen" aria-live="polite">
        {spoken}
      </p>
      {exhibit !== null && (
        <div className="stage-help">
          <span aria-hidden="true">{WORDS.stage.keysShort}</span>
          <button type="button" className="button small" onClick={() => view.current?.move({ kind: 'home' })}>
            {WORDS.stage.home}
          </button>
        </div>
      )}
      {condition === 'lost' && (
        <p className="card" role="alert">
          {WORDS.stage.lost}
        </p>
      )}
    </>
  )
}

function NoWebgl({ exhibit }: { readonly exhibit: Exhibit | null }) {
  return (
    <div className="no-webgl" id="sculpture" tabIndex={-1}>
      <p role="alert">{WORDS.stage.noWebgl}</p>
      <p className="quiet">{WORDS.stage.noWebglHint}</p>
      {exhibit !== null && (
        <>
          <p>{sculptureSummary(exhibit)}</p>
          <LapTable sculpture={exhibit.sculpture} />
        </>
      )}
    </div>
  )
}

function spokenLook({ style, height, colour }: SculptureLook): string {
  const { spoken, styles, channels } = WORDS.look
  return spoken(styles[style], channels[height], channels[colour])
}

function sculptureName({ ticket, place }: Exhibit): string {
  return WORDS.stage.name(ticket.header.driverName, place.eventName, place.sessionName)
}

function sculptureSummary({ sculpture }: Exhibit): string {
  const { header, channels } = sculpture
  let highest = 0
  for (let i = 0; i < channels.xM.length; i++) {
    if (readLap(sculpture, i).combinedG > readLap(sculpture, highest).combinedG) highest = i
  }
  const top = readLap(sculpture, highest)
  return WORDS.stage.summary(
    header.lapTimeMs === null ? WORDS.caption.noTime : lapTime(header.lapTimeMs),
    whole(header.stats.distanceM),
    decimal(top.combinedG, 1),
    whole(top.distanceM),
    decimal(header.stats.elevationRangeM, 1),
  )
}
