// Below the sculpture, one thing at a time: the lap along its length, the comparison, or all laps of the session.

import { useId, useMemo, useState, type KeyboardEvent, type ReactNode } from 'react'
import type { GalleryClient } from '../../ipc/client'
import { WORDS } from '../../ui/words'
import { AllLaps } from '../compare/all-laps'
import { ComparePanel } from '../compare/compare-panel'
import { valueAt } from '../compare/gap'
import type { ComparisonChoice } from '../compare/use-comparison'
import type { LapsOnShow } from './beside'
import type { GalleryState } from './gallery-state'
import type { Exhibit } from './exhibit'
import type { GalleryStore } from './gallery-store'
import { hiddenWeekends, weekendOf } from '../spoilers/hidden-places'
import { isHidden } from '../spoilers/hidden-weekends'
import { RevealOffer } from '../spoilers/reveal-button'
import { LapChart } from './lap-chart'
import { Legend } from './legend'
import { ReadOut, type GapReadOut } from './read-out'
import type { ReadPlace } from './stage'
import type { LookChoice } from './use-look'

const TABS = ['lap', 'compare', 'laps'] as const
type Tab = (typeof TABS)[number]

interface BenchProps {
  /** The run of the laps, beside the tabs; null while there is only one. */
  readonly run: ReactNode
  readonly state: GalleryState
  readonly exhibit: Exhibit
  /** The lap that is read, and where. */
  readonly read: Exhibit
  readonly place: ReadPlace | null
  readonly laps: LapsOnShow | null
  readonly compared: ComparisonChoice
  readonly choice: LookChoice
  readonly store: GalleryStore
  readonly client: GalleryClient
  readonly onHover: (place: ReadPlace | null) => void
  readonly onPin: (place: ReadPlace | null) => void
}

export function Bench(props: BenchProps) {
  const { state, exhibit, laps, compared, store, client } = props
  const [tab, setTab] = useState<Tab>('lap')
  return (
    <Tabs tab={tab} onChoose={setTab} beside={props.run}>
      {tab === 'lap' && <AlongTheLap {...props} />}
      {tab === 'compare' && (
        <ComparePanel
          {...compared}
          exhibit={exhibit}
          beside={state.beside}
          hidden={hiddenWeekends(laps ?? [exhibit])}
          store={store}
          client={client}
        />
      )}
      {tab === 'laps' && state.place !== null && isHidden(state.place.id) && (
        <RevealOffer text={WORDS.spoilers.allLaps} weekends={[weekendOf(state.place)]} />
      )}
      {tab === 'laps' && (state.place === null || !isHidden(state.place.id)) && (
        <AllLaps
          session={state.session?.laps ?? null}
          sessionName={state.place?.sessionName ?? ''}
          main={exhibit}
          others={(laps ?? []).flatMap((lap) => (lap === null || lap === exhibit ? [] : [lap]))}
          onOpen={(driver, lap) => void store.openLap(driver, lap)}
          onBeside={(driver, lap) => void store.setLapBeside(driver, lap)}
        />
      )}
    </Tabs>
  )
}

function AlongTheLap({ exhibit, read, place, laps, compared, choice, onHover, onPin }: BenchProps) {
  const { comparison, chosen } = compared
  const charted = useMemo(
    () => (comparison === null || chosen === null ? null : { comparison, chosen }),
    [comparison, chosen],
  )
  // The charts are of the main lap; what one points at there is read there.
  const last = exhibit.sculpture.channels.xM.length - 1
  const station = place === null ? null : Math.min(place.station, last)
  const gap: GapReadOut | null =
    station === null || chosen === null
      ? null
      : {
          tag: chosen.style.tag,
          gapS: valueAt(chosen.gap.gapS, station),
          sigmaS: valueAt(chosen.gap.sigmaS, station),
        }
  return (
    <>
      <div className="bench-top">
        <Legend look={choice.look} choose={choice.choose} sculpture={exhibit.sculpture} />
        <ReadOut
          sculpture={read.sculpture}
          station={place?.station ?? null}
          isOneOfMany={laps !== null && laps.length > 1}
          gap={gap}
        />
      </div>
      <LapChart
        sculpture={exhibit.sculpture}
        look={choice.look}
        laps={charted}
        station={station}
        onHover={(at) => onHover(onMain(at))}
        onPin={(at) => onPin(onMain(at))}
      />
    </>
  )
}

function onMain(station: number | null): ReadPlace | null {
  return station === null ? null : { key: null, station }
}

interface TabsProps {
  readonly tab: Tab
  readonly onChoose: (tab: Tab) => void
  /** In the row of the tabs. */
  readonly beside: ReactNode
  readonly children: ReactNode
}

/** Arrow keys go from tab to tab, as everywhere. */
function Tabs({ tab, onChoose, beside, children }: TabsProps) {
  const id = useId()
  const words = WORDS.compare
  const onKeyDown = (event: KeyboardEvent): void => {
    const by = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0
    if (by === 0) return
    event.preventDefault()
    const next = TABS[(TABS.indexOf(tab) + by + TABS.length) % TABS.length]!
    onChoose(next)
    document.getElementById(`${id}-${next}`)?.focus()
  }
  return (
    <>
      <div className="bench-head">
        <div className="tabs" role="tablist" aria-label={words.tabs} onKeyDown={onKeyDown} tabIndex={-1}>
          {TABS.map((each) => (
            <button
              key={each}
              type="button"
              role="tab"
              id={`${id}-${each}`}
              aria-selected={each === tab}
              aria-controls={`${id}-panel`}
              tabIndex={each === tab ? 0 : -1}
              onClick={() => onChoose(each)}
            >
              {words.tab[each]}
            </button>
          ))}
        </div>
        {beside}
      </div>
      <div className="bench-panel" role="tabpanel" id={`${id}-panel`} aria-labelledby={`${id}-${tab}`}>
        {children}
      </div>
    </>
  )
}
