// The middle of the gallery: the plinth, what one reads off it, and what is said while it is empty or waiting.

import { useCallback, useLayoutEffect, useMemo, useRef, useState } from 'react'
import type { SculptureId } from '@contract/ids'
import type { CameraPose } from '@contract/link'
import type { TaskSnapshot } from '@contract/tasks'
import type { GalleryClient } from '../../ipc/client'
import type { SculptureView } from '../../three/scene'
import { Choice } from '../../ui/choice'
import { WORDS } from '../../ui/words'
import { GhostBar } from '../compare/ghost-bar'
import { RibbonLegend } from '../compare/ribbon-legend'
import { ARRANGEMENTS, sharedTrackOf, type Arrangement } from '../compare/shared-track'
import { useComparison } from '../compare/use-comparison'
import { useGhosts } from '../compare/use-ghosts'
import { lapsOnShow } from './beside'
import { Bench } from './bench'
import { GalleryMessage } from './gallery-message'
import type { GalleryState } from './gallery-state'
import { exhibitId, type Exhibit } from './exhibit'
import type { GalleryStore } from './gallery-store'
import { LookControls } from './look-controls'
import { hiddenWeekends } from '../spoilers/hidden-places'
import { Stage, type ReadPlace } from './stage'
import type { LookChoice } from './use-look'
import { FirstLook } from '../help/first-look'
import { useCovered } from './use-covered'
import { useTurntable } from './use-turntable'
import { ViewControls } from './view-controls'

interface RoomProps {
  readonly state: GalleryState
  readonly store: GalleryStore
  readonly client: GalleryClient
  readonly tasks: readonly TaskSnapshot[]
  readonly choice: LookChoice
  /** For who takes pictures of the view; as useSculptureView has it. */
  readonly onView: (view: SculptureView | null) => void
  readonly onHelp: () => void
  /** Whether the plinth is the room one is in. */
  readonly isOnShow: boolean
  /** From where a link wants a lap to be seen, told once. */
  readonly takeCamera: (id: SculptureId) => CameraPose | null
}

export function Room({
  state,
  store,
  client,
  tasks,
  choice,
  onView,
  onHelp,
  isOnShow,
  takeCamera,
}: RoomProps) {
  const { exhibit, beside, place: wantedPlace } = state
  const laps = useMemo(
    () => (exhibit === null ? null : lapsOnShow(exhibit, beside, wantedPlace)),
    [exhibit, beside, wantedPlace],
  )
  // A gap, a ribbon or a run of two laps is their order.
  const isTold = laps === null || hiddenWeekends(laps).length === 0
  const compared = useComparison(isTold ? laps : null)
  const { comparison, chosen } = compared
  const [arrangement, setArrangement] = useState<Arrangement>('beside')
  const track = useMemo(
    () => (comparison === null || arrangement === 'beside' ? null : sharedTrackOf(comparison, chosen)),
    [comparison, chosen, arrangement],
  )
  // Stations of one circuit are the same places, so a pin stays where it is when another driver's lap comes up.
  const [pinned, setPinned] = useState<ReadPlace | null>(null)
  const [hovered, setHovered] = useState<ReadPlace | null>(null)
  const wanted = hovered ?? pinned
  const read = laps?.find((lap) => lap !== null && lap.ticket.key === wanted?.key) ?? exhibit
  const place = read === null || wanted === null ? null : within(wanted, read)

  const [view, setView] = useState<SculptureView | null>(null)
  const takeView = useCallback(
    (next: SculptureView | null) => {
      setView(next)
      onView(next)
    },
    [onView],
  )
  const turntable = useTurntable(view, isOnShow)
  const topBar = useRef<HTMLDivElement>(null)
  const bottomBar = useRef<HTMLDivElement>(null)
  useCovered(view, exhibit !== null, topBar, bottomBar)
  useLayoutEffect(() => {
    const pose = view === null || exhibit === null ? null : takeCamera(exhibitId(exhibit))
    if (pose !== null) view?.setPose(pose)
  }, [view, exhibit, takeCamera])
  const pinMain = useCallback((station: number) => setPinned({ key: null, station }), [])
  const player = useGhosts(view, comparison, arrangement, pinMain)

  return (
    <main className="room" aria-label={WORDS.stage.landmark}>
      <div className="stage">
        <Stage
          laps={laps}
          onView={takeView}
          turntable={turntable}
          look={choice.look}
          track={track}
          player={comparison === null ? null : player}
          read={read}
          place={place}
          pinned={pinned}
          onHover={setHovered}
          onPin={setPinned}
        />
        {exhibit !== null && (
          <div className="stage-bar top" ref={topBar}>
            {exhibit.sculpture.header.source === 'demo' && (
              <p className="badge stage-badge">{WORDS.caption.simulated}</p>
            )}
            <LookControls {...choice} />
          </div>
        )}
        {exhibit !== null && <FirstLook onHelp={onHelp} onSettled={focusStage} />}
        {exhibit !== null && (
          <div className="stage-bar bottom" ref={bottomBar}>
            {track !== null && comparison !== null && chosen !== null && (
              <RibbonLegend comparison={comparison} chosen={chosen} />
            )}
            {comparison !== null && (
              <Choice
                label={WORDS.compare.arrangement}
                name="arrangement"
                options={ARRANGEMENTS.map((value) => ({ value, text: WORDS.compare.arrangements[value] }))}
                chosen={arrangement}
                onChoose={setArrangement}
              />
            )}
            {view !== null && <ViewControls view={view} turntable={turntable} />}
          </div>
        )}
        <GalleryMessage state={state} store={store} tasks={tasks} onSettled={focusStage} place="stage" />
      </div>
      {exhibit !== null && read !== null && (
        <div className="bench">
          <Bench
            run={
              comparison !== null && chosen !== null ? (
                <GhostBar player={player} comparison={comparison} chosen={chosen} />
              ) : null
            }
            state={state}
            exhibit={exhibit}
            read={read}
            place={place}
            laps={laps}
            compared={compared}
            choice={choice}
            store={store}
            client={client}
            onHover={setHovered}
            onPin={setPinned}
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

/** The button that was pressed goes away with its card; without this the keyboard would start at the top again. */
function focusStage(): void {
  document.getElementById('sculpture')?.focus()
}
