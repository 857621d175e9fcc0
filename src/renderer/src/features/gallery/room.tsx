// The middle of the gallery: the plinth, what one reads off it, and what is said while it is empty or waiting.

import { useState } from 'react'
import type { ErrorCode } from '@contract/errors'
import type { TaskSnapshot } from '@contract/tasks'
import { TroubleCard } from '../../ui/trouble-card'
import { WORDS } from '../../ui/words'
import { ProgressCard } from '../tasks/progress-card'
import { taskFor } from '../tasks/task-feed'
import type { GalleryState, Track, Waiting } from './gallery-state'
import type { GalleryStore } from './gallery-store'
import { LapChart } from './lap-chart'
import { Legend } from './legend'
import { ReadOut } from './read-out'
import { Stage } from './stage'

/** Trouble that the simulated season does not have. */
const UNREACHABLE: ReadonlySet<ErrorCode> = new Set([
  'source/offline',
  'source/unreachable',
  'source/rate-limited',
  'task/timed-out',
])

interface RoomProps {
  readonly state: GalleryState
  readonly store: GalleryStore
  readonly tasks: readonly TaskSnapshot[]
}

export function Room({ state, store, tasks }: RoomProps) {
  const { exhibit } = state
  // Stations of one circuit are the same places, so a pin stays where it is when another driver's lap comes up.
  const [pinned, setPinned] = useState<number | null>(null)
  const [hovered, setHovered] = useState<number | null>(null)
  const last = exhibit === null ? 0 : exhibit.sculpture.channels.xM.length - 1
  const wanted = hovered ?? pinned
  const station = exhibit === null || wanted === null ? null : Math.min(wanted, last)

  return (
    <main className="room" aria-label={WORDS.stage.landmark}>
      <div className="stage">
        <Stage exhibit={exhibit} station={station} pinned={pinned} onHover={setHovered} onPin={setPinned} />
        {exhibit !== null && exhibit.sculpture.header.source === 'demo' && (
          <p className="badge stage-badge">{WORDS.caption.simulated}</p>
        )}
        <Message state={state} store={store} tasks={tasks} />
      </div>
      {exhibit !== null && (
        <div className="bench">
          <div className="bench-top">
            <Legend />
            <ReadOut sculpture={exhibit.sculpture} station={station} />
          </div>
          <LapChart sculpture={exhibit.sculpture} station={station} onHover={setHovered} onPin={setPinned} />
        </div>
      )}
    </main>
  )
}

/** At most one card lies over the stage: work going on, else trouble, else the word that nothing is there yet. */
function Message({ state, store, tasks }: RoomProps) {
  const { waiting, trouble } = state
  if (waiting.piece !== null) {
    const task = taskFor(tasks, waiting.piece.subjects)
    return (
      <ProgressCard
        // A new question is a new card: its clock and its Cancel start afresh.
        key={state.asked.piece}
        title={waitingTitle(state, waiting.piece)}
        askedAtMs={waiting.piece.askedAtMs}
        task={task}
        onCancel={() => void store.cancel(task?.id ?? null)}
      />
    )
  }
  const track = troubledTrack(state)
  const report = track === null ? undefined : trouble[track]?.report
  if (track !== null && report !== undefined) {
    const isUnreachable = UNREACHABLE.has(report.code)
    return (
      <TroubleCard
        report={report}
        onRetry={() => {
          focusStage()
          void store.retry(track)
        }}
        onClose={() => {
          focusStage()
          store.closeTrouble(track)
        }}
        onDemo={
          isUnreachable && state.source === 'archive' ? () => void store.chooseSource('demo') : undefined
        }
      />
    )
  }
  if (state.exhibit !== null) return null
  return (
    <output className="stage-empty">
      {waiting.calendar === null ? WORDS.stage.empty : WORDS.catalogue.loading}
    </output>
  )
}

/** The button that was pressed goes away with its card; without this the keyboard would start at the top again. */
function focusStage(): void {
  document.getElementById('sculpture')?.focus()
}

/** Trouble with the calendar has its place in the catalogue as long as there is a sculpture to look at. */
function troubledTrack({ trouble, exhibit }: GalleryState): Track | null {
  if (trouble.piece !== null) return 'piece'
  return trouble.calendar !== null && exhibit === null ? 'calendar' : null
}

function waitingTitle(state: GalleryState, waiting: Waiting): string {
  const { place, session, driver } = state
  if (waiting.step === 'sculpture') {
    const name = session?.laps.drivers.find(({ code }) => code === driver)?.name
    return WORDS.waiting.sculpture(name ?? driver ?? '')
  }
  return WORDS.waiting.session(place?.sessionName ?? '', place?.eventName ?? '')
}
