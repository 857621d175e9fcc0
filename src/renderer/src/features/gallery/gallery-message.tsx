// What the gallery has to say beside its sculptures: work going on, else trouble, else that nothing is there yet.
// Over the stage, and on a wall on which nothing hangs.

import type { TaskSnapshot } from '@contract/tasks'
import { TroubleCard } from '../../ui/trouble-card'
import { WORDS } from '../../ui/words'
import { ProgressCard } from '../tasks/progress-card'
import { taskFor } from '../tasks/task-feed'
import type { GalleryState, Track, Waiting } from './gallery-state'
import type { GalleryStore } from './gallery-store'
import { isOutOfReach } from './out-of-reach'

interface GalleryMessageProps {
  readonly state: GalleryState
  readonly store: GalleryStore
  readonly tasks: readonly TaskSnapshot[]
  /** The button that was pressed goes away with its card: the place to give the focus to. */
  readonly onSettled: () => void
  /** On an empty wall there is nothing else to look at; on the stage a sculpture may be none the worse for the trouble. */
  readonly place: 'stage' | 'wall'
}

/** At most one card: work going on, else trouble, else the word that nothing is there yet. */
export function GalleryMessage({ state, store, tasks, onSettled, place }: GalleryMessageProps) {
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
  const track = troubledTrack(state, place)
  const report = track === null ? undefined : trouble[track]?.report
  if (track !== null && report !== undefined) {
    return (
      <TroubleCard
        report={report}
        onRetry={() => {
          onSettled()
          void store.retry(track)
        }}
        onClose={() => {
          onSettled()
          store.closeTrouble(track)
        }}
        onDemo={
          isOutOfReach(report.code) && state.source === 'archive'
            ? () => void store.chooseSource('demo')
            : undefined
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

/** Trouble with the calendar has its place in the catalogue as long as there is a sculpture to look at. */
function troubledTrack(
  { trouble, exhibit }: GalleryState,
  place: GalleryMessageProps['place'],
): Track | null {
  if (trouble.piece !== null) return 'piece'
  return trouble.calendar !== null && (exhibit === null || place === 'wall') ? 'calendar' : null
}

function waitingTitle(state: GalleryState, waiting: Waiting): string {
  const { place, session, driver } = state
  if (waiting.step === 'sculpture') {
    const name = session?.laps.drivers.find(({ code }) => code === driver)?.name
    return WORDS.waiting.sculpture(name ?? driver ?? '')
  }
  return WORDS.waiting.session(place?.sessionName ?? '', place?.eventName ?? '')
}
