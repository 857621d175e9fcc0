// The room of the cache: what uses the space, how full it is and how it serves, and everything that can be done to it.
// It is there only while it is visited; what is known is kept by its store.

import { useEffect, useMemo, useRef, type ReactNode } from 'react'
import type { SourceKind } from '@contract/ids'
import type { TaskSnapshot } from '@contract/tasks'
import type { WallItem } from '@contract/wall'
import { useValue } from '../../ui/use-value'
import { CACHE_WORDS } from '../../ui/words'
import { AskingDialog } from './asking-dialog'
import { namesOf, isEmpty, type CacheState } from './cache-state'
import { sessionNames, type NameOf } from './scope-name'
import type { CacheStore } from './cache-store'
import { ClearButtons } from './clear-buttons'
import { DiskTrouble } from './disk-trouble'
import { FolderSection } from './folder-section'
import { LimitsForm } from './limits-form'
import { OutcomeLine } from './outcome-line'
import { ServiceFacts, TierMeters } from './tier-meters'
import { UsageChart } from './usage-chart'
import { UsageTable } from './usage-table'

interface CacheRoomProps {
  /** The head that all rooms have. */
  readonly head: ReactNode
  readonly store: CacheStore
  readonly source: SourceKind
  /** Of what hangs: it lends its names. */
  readonly items: readonly WallItem[]
  readonly tasks: readonly TaskSnapshot[]
  readonly onWall: () => void
}

export function CacheRoom({ head, store, source, items, tasks, onWall }: CacheRoomProps) {
  const state = useValue(store.state)
  const main = useRef<HTMLElement>(null)
  const names = useMemo(() => namesOf(items), [items])
  const nameOf = sessionNames(names)
  useEffect(() => {
    void store.enter()
    main.current?.focus({ preventScroll: true })
    return () => store.leave()
  }, [store])

  useEffect(() => {
    // The button that was pressed may have gone with its row.
    if (state.outcome !== null && document.activeElement === document.body)
      main.current?.focus({ preventScroll: true })
  }, [state.outcome])

  return (
    <div className="cache-room">
      {head}
      <main id="cache" ref={main} tabIndex={-1} aria-label={CACHE_WORDS.landmark} className="cache-main">
        <p className="cache-about">{source === 'demo' ? CACHE_WORDS.aboutSimulated : CACHE_WORDS.about}</p>
        {state.status !== null && <DiskTrouble status={state.status} store={store} />}
        <Contents state={state} store={store} nameOf={nameOf} tasks={tasks} onWall={onWall} />
      </main>
      <OutcomeLine
        trouble={state.outcome?.kind === 'failed' ? state.outcome.report : null}
        onClose={() => store.closeOutcome()}
      />
      {state.asking !== null && <AskingDialog asking={state.asking} store={store} nameOf={nameOf} />}
    </div>
  )
}

interface ContentsProps extends Pick<CacheRoomProps, 'store' | 'tasks' | 'onWall'> {
  readonly state: CacheState
  readonly nameOf: NameOf
}

function Contents({ state, store, nameOf, tasks, onWall }: ContentsProps) {
  const { status, usage } = state
  if (status === null || usage === null) return <p className="quiet">{CACHE_WORDS.unknown}</p>
  const isBare = isEmpty(usage)
  return (
    <div className="cache-columns">
      <div className="cache-wide">
        {isBare ? (
          <Empty onWall={onWall} />
        ) : (
          <>
            <UsageChart usage={usage} nameOf={nameOf} note={<Filling tasks={tasks} />} />
            <UsageTable usage={usage} nameOf={nameOf} store={store} />
          </>
        )}
      </div>
      <div className="cache-side">
        <TierMeters status={status} freeBytes={usage.freeBytes} />
        <ServiceFacts status={status} />
        {!isBare && <ClearButtons usage={usage} store={store} />}
        {state.folder !== null && <FolderSection folder={state.folder} move={state.move} store={store} />}
        {state.settings !== null && (
          <LimitsForm key={JSON.stringify(state.settings)} settings={state.settings} store={store} />
        )}
      </div>
    </div>
  )
}

/** Numbers that move: by how much work. */
function Filling({ tasks }: { readonly tasks: readonly TaskSnapshot[] }) {
  const count = tasks.filter(({ kind, state }) => kind !== 'move-cache' && state === 'active').length
  return count === 0 ? null : <p className="cache-filling">{CACHE_WORDS.warming(count)}</p>
}

function Empty({ onWall }: { readonly onWall: () => void }) {
  const words = CACHE_WORDS.empty
  return (
    <section className="cache-empty">
      <h2>{words.title}</h2>
      <p className="quiet">{words.hint}</p>
      <button type="button" className="button" onClick={onWall}>
        {words.action}
      </button>
    </section>
  )
}
