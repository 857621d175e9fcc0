// What is seen while nothing hangs: the first pieces being made, the work one waits for, trouble, or an empty wall
// with a way to fill it.

import type { TaskSnapshot } from '@contract/tasks'
import { TroubleCard } from '../../ui/trouble-card'
import { WORDS } from '../../ui/words'
import type { GalleryState } from '../gallery/gallery-state'
import type { GalleryStore } from '../gallery/gallery-store'
import { GalleryMessage } from '../gallery/gallery-message'
import { Plan } from './plan'
import { cardsShown } from './wall-groups'
import type { WallState } from './wall-state'
import type { WallStore } from './wall-store'

interface EmptyWallProps {
  readonly state: GalleryState
  readonly store: GalleryStore
  readonly wall: WallState
  readonly wallStore: WallStore
  readonly tasks: readonly TaskSnapshot[]
  readonly columns: number
}

export function EmptyWall({ state, store, wall, wallStore, tasks, columns }: EmptyWallProps) {
  if (wall.trouble !== null) {
    return (
      <div className="wall-card">
        <TroubleCard report={wall.trouble} onRetry={() => void wallStore.retry()} />
      </div>
    )
  }
  const isBusy = state.waiting.calendar !== null || state.waiting.piece !== null
  const hasTrouble = state.trouble.calendar !== null || state.trouble.piece !== null
  // The simulated season fills its wall by itself: nothing to decide, only something to look forward to.
  if (state.source === 'demo' && !hasTrouble) return <Awaited columns={columns} />
  if (isBusy || hasTrouble) {
    return (
      <div className="wall-card">
        <GalleryMessage state={state} store={store} tasks={tasks} onSettled={focusWall} place="wall" />
      </div>
    )
  }
  return (
    <NothingWarm
      onRetry={() => void store.chooseSource('archive')}
      onDemo={() => void store.chooseSource('demo')}
    />
  )
}

/** The button that was pressed goes away with its card: the keyboard goes on from the wall. */
function focusWall(): void {
  document.getElementById('wall')?.focus()
}

/** Places for the first hang, so that nothing moves when the pieces come. */
function Awaited({ columns }: { readonly columns: number }) {
  return (
    <section className="hang awaited" aria-busy="true" aria-label={WORDS.wall.making}>
      <header className="hang-head">
        <h2>{WORDS.wall.making}</h2>
        <p className="quiet">{WORDS.wall.makingHint}</p>
      </header>
      <ul className="hang-grid hang-lead" data-columns={columns} aria-hidden="true">
        {Array.from({ length: cardsShown(columns, 'first') }, (_, place) => (
          <li key={place}>
            <div className="piece">
              <span className="niche">
                <Plan plan={null} />
              </span>
              <span className="plaque" />
            </div>
          </li>
        ))}
      </ul>
    </section>
  )
}

function NothingWarm(props: { readonly onRetry: () => void; readonly onDemo: () => void }) {
  const words = WORDS.wall
  return (
    <section className="wall-nothing">
      <Plan plan={null} />
      <h2>{words.nothing}</h2>
      <p>{words.nothingHint}</p>
      <div className="buttons">
        <button type="button" className="button primary" onClick={props.onRetry}>
          {words.askArchive}
        </button>
        <button type="button" className="button" onClick={props.onDemo}>
          {WORDS.trouble.demo}
        </button>
      </div>
      <p className="quiet">{WORDS.trouble.demoHint}</p>
    </section>
  )
}
