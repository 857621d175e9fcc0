// The middle of the gallery: the plinth, what one reads off it, and what is said while it is empty or waiting.

import { useState } from 'react'
import type { TaskSnapshot } from '@contract/tasks'
import type { SculptureView } from '../../three/scene'
import { WORDS } from '../../ui/words'
import { GalleryMessage } from './gallery-message'
import type { GalleryState } from './gallery-state'
import type { GalleryStore } from './gallery-store'
import { LapChart } from './lap-chart'
import { Legend } from './legend'
import { LookControls } from './look-controls'
import { ReadOut } from './read-out'
import { Stage } from './stage'
import type { LookChoice } from './use-look'

interface RoomProps {
  readonly state: GalleryState
  readonly store: GalleryStore
  readonly tasks: readonly TaskSnapshot[]
  readonly choice: LookChoice
  /** For who takes pictures of the view; as useSculptureView has it. */
  readonly onView: (view: SculptureView | null) => void
}

export function Room({ state, store, tasks, choice, onView }: RoomProps) {
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
        <Stage
          exhibit={exhibit}
          onView={onView}
          look={choice.look}
          station={station}
          pinned={pinned}
          onHover={setHovered}
          onPin={setPinned}
        />
        {exhibit !== null && exhibit.sculpture.header.source === 'demo' && (
          <p className="badge stage-badge">{WORDS.caption.simulated}</p>
        )}
        {exhibit !== null && <LookControls {...choice} />}
        <GalleryMessage state={state} store={store} tasks={tasks} onSettled={focusStage} place="stage" />
      </div>
      {exhibit !== null && (
        <div className="bench">
          <div className="bench-top">
            <Legend look={choice.look} choose={choice.choose} sculpture={exhibit.sculpture} />
            <ReadOut sculpture={exhibit.sculpture} station={station} />
          </div>
          <LapChart
            sculpture={exhibit.sculpture}
            look={choice.look}
            station={station}
            onHover={setHovered}
            onPin={setPinned}
          />
        </div>
      )}
    </main>
  )
}

/** The button that was pressed goes away with its card; without this the keyboard would start at the top again. */
function focusStage(): void {
  document.getElementById('sculpture')?.focus()
}
