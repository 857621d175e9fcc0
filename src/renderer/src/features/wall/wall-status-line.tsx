// One line under the masthead: how much hangs, what is being made, and whether the archive can be reached.

import type { TaskSnapshot } from '@contract/tasks'
import { percent, whole } from '../../ui/format'
import { ACCESS_WORDS, WORDS } from '../../ui/words'
import type { GalleryState } from '../gallery/gallery-state'
import type { GalleryStore } from '../gallery/gallery-store'
import { isOutOfReach } from '../gallery/out-of-reach'
import { stageRatio, taskFor } from '../tasks/task-feed'
import type { WallState } from './wall-state'
import { troubleMessage } from '../../ui/trouble-text'

interface WallStatusLineProps {
  readonly state: GalleryState
  readonly store: GalleryStore
  readonly wall: WallState
  readonly tasks: readonly TaskSnapshot[]
}

export function WallStatusLine({ state, store, wall, tasks }: WallStatusLineProps) {
  const words = WORDS.wall
  const isHung = wall.total > 0
  return (
    <section className="wall-status" aria-label={ACCESS_WORDS.wallStatus}>
      <p>
        {state.source === 'archive' ? (
          <span className="quiet">{words.recordedHint}</span>
        ) : (
          <>
            <span className="badge">{WORDS.caption.simulated}</span> <span>{words.simulatedHint}</span>{' '}
          </>
        )}
        {isHung && <span className="quiet">{words.warm(wall.total)}</span>}
        {state.reason === 'offline' && <span className="quiet">{words.offlineDemo}</span>}
      </p>
      {wall.filling !== null ? (
        <Progress
          text={words.filling(whole(wall.filling.hung), whole(wall.filling.goal))}
          ratio={wall.filling.goal > 0 ? wall.filling.hung / wall.filling.goal : null}
        />
      ) : (
        isHung && <Work state={state} store={store} tasks={tasks} />
      )}
    </section>
  )
}

/** What the gallery does beside the wall that hangs: the newest session being opened, or why it cannot be. */
function Work({ state, store, tasks }: Omit<WallStatusLineProps, 'wall'>) {
  const words = WORDS.wall
  const { piece, calendar } = state.waiting
  if (piece !== null) {
    const task = taskFor(tasks, piece.subjects)
    const ratio = task === null ? null : stageRatio(task.progress)
    const { place } = state
    return (
      <Progress
        text={WORDS.waiting.session(place?.sessionName ?? '', place?.eventName ?? '')}
        ratio={ratio}
      />
    )
  }
  if (calendar !== null) return <p className="quiet">{WORDS.catalogue.loading}</p>
  const track = state.trouble.calendar === null ? 'piece' : 'calendar'
  const trouble = state.trouble[track]
  if (trouble === null) return null
  return (
    <p className="wall-trouble" role="status">
      {isOutOfReach(trouble.report.code) ? words.offlineArchive : troubleMessage(trouble.report)}
      {trouble.report.retry !== 'never' && (
        <button type="button" className="button small" onClick={() => void store.retry(track)}>
          {WORDS.trouble.retry}
        </button>
      )}
    </p>
  )
}

function Progress({ text, ratio }: { readonly text: string; readonly ratio: number | null }) {
  return (
    <p className="wall-progress">
      <output>{text}</output>
      {ratio === null ? (
        <progress aria-label={text} />
      ) : (
        <progress aria-label={text} value={ratio} max={1} aria-valuetext={percent(ratio)} />
      )}
    </p>
  )
}
