// The middle of the gallery: the plinth, what one reads off it, and what is said while it is empty or waiting.

import { useMemo, useState } from 'react'
import type { TaskSnapshot } from '@contract/tasks'
import type { SculptureView } from '../../three/scene'
import { WORDS } from '../../ui/words'
import { lapsOnShow } from './beside'
import { GalleryMessage } from './gallery-message'
import type { Exhibit, GalleryState } from './gallery-state'
import type { GalleryStore } from './gallery-store'
import { LapChart } from './lap-chart'
import { Legend } from './legend'
import { LookControls } from './look-controls'
import { ReadOut } from './read-out'
import { Stage, type ReadPlace } from './stage'
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
  const { exhibit, beside, place: asked } = state
  const laps = useMemo(
    () => (exhibit === null ? null : lapsOnShow(exhibit, beside, asked)),
    [exhibit, beside, asked],
  )
  // Stations of one circuit are the same places, so a pin stays where it is when another driver's lap comes up.
  const [pinned, setPinned] = useState<ReadPlace | null>(null)
  const [hovered, setHovered] = useState<ReadPlace | null>(null)
  const wanted = hovered ?? pinned
  const read = laps?.find((lap) => lap !== null && lap.ticket.key === wanted?.key) ?? exhibit
  const place = read === null || wanted === null ? null : within(wanted, read)
  // The charts are of the main lap; what one points at there is read there.
  const inCharts = exhibit === null || place === null ? null : within(place, exhibit).station

  return (
    <main className="room" aria-label={WORDS.stage.landmark}>
      <div className="stage">
        <Stage
          laps={laps}
          onView={onView}
          look={choice.look}
          read={read}
          place={place}
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
      {exhibit !== null && read !== null && (
        <div className="bench">
          <div className="bench-top">
            <Legend look={choice.look} choose={choice.choose} sculpture={exhibit.sculpture} />
            <ReadOut
              sculpture={read.sculpture}
              station={place?.station ?? null}
              isOneOfMany={laps !== null && laps.length > 1}
            />
          </div>
          <LapChart
            sculpture={exhibit.sculpture}
            look={choice.look}
            station={inCharts}
            onHover={(station) => setHovered(onMain(station))}
            onPin={(station) => setPinned(onMain(station))}
          />
        </div>
      )}
    </main>
  )
}

/** Laps may differ by a sample. */
function within({ key, station }: ReadPlace, { sculpture }: Exhibit): ReadPlace {
  return { key, station: Math.min(station, sculpture.channels.xM.length - 1) }
}

function onMain(station: number | null): ReadPlace | null {
  return station === null ? null : { key: null, station }
}

/** The button that was pressed goes away with its card; without this the keyboard would start at the top again. */
function focusStage(): void {
  document.getElementById('sculpture')?.focus()
}
