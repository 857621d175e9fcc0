// The canvas with the laps on show: one view for the life of the page, fed with exhibits; pointer and keys; what is
// said where there is nothing to draw with.

import { useEffect, useId, useMemo, useRef, useState, type KeyboardEvent, type PointerEvent } from 'react'
import type { SculptureLook } from '@contract/sculpture-look'
import type { SculptureView } from '../../three/scene'
import type { SharedTrack } from '../../three/track-overlay'
import { decimal, listed } from '../../ui/format'
import { Spoken } from '../../ui/spoken'
import { channelName, distance, lapLength } from '../../ui/units'
import { toldTime } from '../../ui/told-time'
import { WORDS } from '../../ui/words'
import type { GhostPlayer } from '../compare/ghost-player'
import type { LapsOnShow } from './beside'
import type { Exhibit } from './exhibit'
import { LapTable } from './lap-peaks'
import { readLap } from './lap-reading'
import { spokenReading } from './read-out'
import { stageCommand } from './stage-keys'
import { useSculptureView } from './use-sculpture-view'
import type { Turntable } from './use-turntable'

/** A press that travels further than this is a drag, not a click. CSS pixels. */
const CLICK_TRAVEL_PX = 5
/** How far one press of a bracket goes, metres. */
const STEP_M = 10

/** A place that is read out. */
export interface ReadPlace {
  /** Key of the lap's ticket; null for the main lap, whichever that is. */
  readonly key: string | null
  readonly station: number
}

interface StageProps {
  readonly laps: LapsOnShow | null
  /** For who takes pictures of the view; as useSculptureView has it. */
  readonly onView: (view: SculptureView | null) => void
  readonly turntable: Turntable
  readonly look: SculptureLook
  /** The other laps share the main one's track; null: each stands on a plinth of its own. */
  readonly track: SharedTrack | null
  /** What runs along the laps; null while nothing is there to run against. */
  readonly player: Pick<GhostPlayer, 'toggle' | 'step'> | null
  /** The lap that is read. */
  readonly read: Exhibit | null
  /** Where the markers stand. */
  readonly place: ReadPlace | null
  readonly pinned: ReadPlace | null
  readonly onHover: (place: ReadPlace | null) => void
  readonly onPin: (place: ReadPlace | null) => void
}

export function Stage({
  laps,
  onView,
  turntable,
  look,
  track,
  player,
  read,
  place,
  pinned,
  onHover,
  onPin,
}: StageProps) {
  const { attach, view, condition } = useSculptureView(laps, look, track, onView, turntable.onTurned)
  const [spoken, setSpoken] = useState('')
  const pressedAt = useRef<{ readonly x: number; readonly y: number } | null>(null)
  const summaryId = useId()
  const summary = useMemo(() => (laps === null ? null : stageSummary(laps)), [laps])
  const station = place?.station ?? null
  const readSculpture = read?.sculpture ?? null

  useEffect(() => {
    view.current?.mark(station, readSculpture)
  }, [view, station, readSculpture])

  const placeUnder = (event: PointerEvent): ReadPlace | null => {
    const { offsetX, offsetY } = event.nativeEvent
    const under = view.current?.placeAt(offsetX, offsetY) ?? null
    if (under === null) return null
    const lap = laps?.find((each) => each?.sculpture === under.sculpture)
    return { key: lap?.ticket.key ?? null, station: under.station }
  }

  const pin = (lap: Exhibit, next: number): void => {
    onHover(null)
    onPin({ key: lap.ticket.key, station: next })
    const reading = spokenReading(readLap(lap.sculpture, next))
    const isOneOfMany = laps !== null && laps.length > 1
    setSpoken(isOneOfMany ? WORDS.stage.spokenOf(lap.ticket.header.driverName, reading) : reading)
  }

  const step = (by: 1 | -1): void => {
    if (read === null) return
    const { header, channels } = read.sculpture
    const stations = channels.xM.length
    const stride = Math.max(1, Math.round(STEP_M / header.stepM))
    pin(read, pinned === null ? 0 : (pinned.station + by * stride + stations) % stations)
  }

  const goToLap = (by: 1 | -1): void => {
    const standing = laps?.filter((lap) => lap !== null) ?? []
    const at = standing.findIndex((lap) => lap === read)
    const next = standing[(at + by + standing.length) % standing.length]
    if (next !== undefined) pin(next, Math.min(pinned?.station ?? 0, next.sculpture.channels.xM.length - 1))
  }

  const onKeyDown = (event: KeyboardEvent): void => {
    // Alt+Left leads back, Ctrl+Plus enlarges the page: not ours.
    if (event.altKey || event.ctrlKey || event.metaKey) return
    const command = stageCommand(event.key, event.shiftKey)
    // Escape with nothing to unpin is the page's: it leads back to the wall.
    if (command === null || (command.kind === 'unpin' && pinned === null)) return
    if ((command.kind === 'run' || command.kind === 'run-step') && player === null) return
    event.preventDefault()
    view.current?.land()
    if (command.kind === 'camera') {
      view.current?.move(command.motion)
      if (command.motion.kind === 'preset')
        setSpoken(WORDS.views.spoken(WORDS.views.what[command.motion.view]))
    } else if (command.kind === 'turntable') turntable.toggle()
    else if (command.kind === 'step') step(command.by)
    else if (command.kind === 'lap') goToLap(command.by)
    else if (command.kind === 'run') player?.toggle()
    else if (command.kind === 'run-step') player?.step(command.by)
    else onPin(null)
  }

  const exhibit = laps === null ? null : laps[0]
  if (condition === 'unavailable') return <NoWebgl laps={laps} />
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
        aria-label={laps === null ? WORDS.stage.empty : stageName(laps)}
        aria-describedby={summaryId}
        onKeyDown={onKeyDown}
        onPointerDown={(event) => {
          pressedAt.current = { x: event.clientX, y: event.clientY }
        }}
        onPointerMove={(event) => {
          // While a button is held the person turns the sculpture and reads nothing.
          if (event.buttons === 0) onHover(placeUnder(event))
        }}
        onPointerLeave={() => onHover(null)}
        onPointerUp={(event) => {
          const from = pressedAt.current
          pressedAt.current = null
          if (from === null || event.button !== 0) return
          if (Math.hypot(event.clientX - from.x, event.clientY - from.y) <= CLICK_TRAVEL_PX)
            onPin(placeUnder(event))
        }}
        onContextMenu={(event) => event.preventDefault()}
      />
      <div id={summaryId} className="unseen">
        {summary !== null && <p>{summary}</p>}
        {exhibit !== null && <p>{spokenLook(look)}</p>}
        {track !== null && laps !== null && spokenTrack(track, laps)}
        <p>{WORDS.stage.keys}</p>
        <p>{WORDS.views.keysSpoken}</p>
        {player !== null && <p>{WORDS.compare.ghosts.keysSpoken}</p>}
      </div>
      <Spoken text={spoken} />
      <Spoken text={turntable.isTurning ? WORDS.views.spokenTurning : ''} />
      {condition === 'lost' && (
        <p className="card" role="alert">
          {WORDS.stage.lost}
        </p>
      )}
    </>
  )
}

function spokenTrack({ threads }: SharedTrack, [main]: LapsOnShow) {
  const chosen = threads.find(({ isChosen }) => isChosen)
  if (chosen === undefined) return null
  return <p>{WORDS.compare.spokenTrack(chosen.sculpture.header.driver, main.ticket.header.driver)}</p>
}

function NoWebgl({ laps }: { readonly laps: LapsOnShow | null }) {
  return (
    <div className="no-webgl" id="sculpture" tabIndex={-1}>
      <p role="alert">{WORDS.stage.noWebgl}</p>
      <p className="quiet">{WORDS.stage.noWebglHint}</p>
      {laps !== null && (
        <>
          <p>{stageSummary(laps)}</p>
          <LapTable sculpture={laps[0].sculpture} />
        </>
      )}
    </div>
  )
}

function spokenLook({ style, height, colour }: SculptureLook): string {
  const { spoken, styles } = WORDS.look
  return spoken(styles[style], channelName(height), channelName(colour))
}

function stageName([{ ticket, place }, ...others]: LapsOnShow): string {
  const name = WORDS.stage.name(ticket.header.driverName, place.eventName, place.sessionName)
  const standing = others.filter((lap) => lap !== null).length
  return standing === 0 ? name : WORDS.stage.nameBeside(name, standing)
}

function stageSummary([main, ...others]: LapsOnShow): string {
  const summary = sculptureSummary(main)
  const names = others.flatMap((lap) => {
    if (lap === null) return []
    const { driverName, lapTimeMs } = lap.ticket.header
    return [WORDS.stage.besideLap(driverName, toldTime(lapTimeMs))]
  })
  return names.length === 0 ? summary : WORDS.stage.summaryBeside(summary, listed(names))
}

function sculptureSummary({ sculpture }: Exhibit): string {
  const { header, channels } = sculpture
  let highest = 0
  for (let i = 0; i < channels.xM.length; i++) {
    if (readLap(sculpture, i).combinedG > readLap(sculpture, highest).combinedG) highest = i
  }
  const top = readLap(sculpture, highest)
  return WORDS.stage.summary(
    toldTime(header.lapTimeMs),
    lapLength(header.stats.distanceM).spoken,
    decimal(top.combinedG, 1),
    distance(top.distanceM).spoken,
    distance(header.stats.elevationRangeM, 1).spoken,
  )
}
