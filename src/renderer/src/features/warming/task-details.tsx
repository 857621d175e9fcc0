// What is known of one task beyond its row: stages with their times, attempts, why it failed, and of a run each
// sculpture it was to make.

import { parseKey, type SourceKind } from '@contract/ids'
import type { StageTime, TaskDetails, TaskSnapshot } from '@contract/tasks'
import type { WarmItem } from '@contract/warming'
import { Choice } from '../../ui/choice'
import { span, whole } from '../../ui/format'
import { pageSettings } from '../../ui/page-settings'
import { TroubleLine } from '../../ui/trouble-line'
import { WORDS } from '../../ui/words'
import { isHidden } from '../spoilers/hidden-weekends'
import { nameOfKey, type Calendars } from './names'
import type { TasksState, TasksStore } from './tasks-store'
import { troubleMessage } from '../../ui/trouble-text'

/** Columns of the table the row stands in. */
const COLUMNS = 5
/** A season of all drivers has two thousand: nobody reads them, and a list of them would be slow. */
const MOST_ITEMS = 200

const words = WORDS.tasks.details

interface TaskDetailsRowProps {
  readonly task: TaskSnapshot
  readonly state: TasksState
  readonly store: TasksStore
  readonly calendars: Calendars
}

export function TaskDetailsRow({ task, state, store, calendars }: TaskDetailsRowProps) {
  const { details } = state
  const isOver = task.finishedAt !== null
  return (
    <tr className="task-details">
      <td colSpan={COLUMNS}>
        {task.error !== null && (
          <>
            {!isOver && <p className="quiet">{words.failedBefore}</p>}
            <TroubleLine report={task.error} />
          </>
        )}
        <div className="task-facts">
          {task.stages.length > 0 && <Stages stages={task.stages} />}
          <p className="quiet small">
            {words.numbered(task.id, whole(task.attempt), whole(task.maxAttempts))}
          </p>
        </div>
        {task.run !== null && (
          <Items state={state} store={store} details={details} task={task} names={calendars} />
        )}
        {state.notRetried === task.id && <p role="alert">{words.notRetried}</p>}
        <div className="buttons">
          {(task.state === 'failed' || task.state === 'cancelled' || task.run?.outcome === 'partly-failed') &&
            isOver && (
              <button type="button" className="button small" onClick={() => void store.retry(task)}>
                {words.retry}
              </button>
            )}
          {!isOver && (
            <button type="button" className="button small" onClick={() => void store.cancel(task.id)}>
              {words.cancel}
            </button>
          )}
        </div>
      </td>
    </tr>
  )
}

function Stages({ stages }: { readonly stages: readonly StageTime[] }) {
  const total = Math.max(
    1,
    stages.reduce((sum, { durationMs }) => sum + durationMs, 0),
  )
  return (
    <section aria-label={words.stages}>
      <ul className="stage-times">
        {stages.map(({ stage, durationMs }) => (
          <li key={stage}>
            <span>{WORDS.waiting.stages[stage]}</span>
            <svg viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true">
              <rect className="stage-bar" width={Math.max(0.5, (durationMs / total) * 100)} height="6" />
            </svg>
            <span className="number">{span(durationMs)}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}

interface ItemsProps {
  readonly state: TasksState
  readonly store: TasksStore
  readonly details: TaskDetails | 'gone' | null
  readonly task: TaskSnapshot
  readonly names: Calendars
}

function Items({ state, store, details, task, names }: ItemsProps) {
  if (details === null) return <p className="quiet">{words.loading}</p>
  if (details === 'gone') return <p className="quiet">{words.gone}</p>
  if (details.items.length === 0) return null
  const failed = details.items.filter((item) => item.state === 'failed')
  const wanted = inOrder(state.items === 'failed' ? failed : details.items)
  const options = [
    { value: 'all' as const, text: words.itemsAll(whole(details.items.length)) },
    { value: 'failed' as const, text: words.itemsFailed(whole(failed.length)) },
  ]
  return (
    <section className="run-items" aria-label={words.items}>
      <Choice
        label={words.itemsShown}
        name="run-items"
        options={options}
        chosen={state.items}
        onChoose={(items) => store.showItems(items)}
      />
      {wanted.length === 0 ? (
        <p className="quiet">{words.itemsNone}</p>
      ) : (
        <table>
          <caption className="unseen">{words.items}</caption>
          <thead>
            <tr>
              <th scope="col">{words.item}</th>
              <th scope="col">{words.itemState}</th>
            </tr>
          </thead>
          <tbody>
            {wanted.slice(0, MOST_ITEMS).map((item) => (
              <ItemRow
                key={item.key}
                item={item}
                source={task.source}
                name={nameOfKey(item.key, task.source, names)}
              />
            ))}
          </tbody>
        </table>
      )}
      {wanted.length > MOST_ITEMS && (
        <p className="quiet">{words.itemsCut(whole(wanted.length - MOST_ITEMS))}</p>
      )}
    </section>
  )
}

/** A run goes through a session as it went; whoever is not to know that gets its drivers by their codes. */
function inOrder(items: readonly WarmItem[]): readonly WarmItem[] {
  return pageSettings.get().isSpoilerFree ? items.toSorted((a, b) => (a.key < b.key ? -1 : 1)) : items
}

interface ItemRowProps {
  readonly item: WarmItem
  readonly source: SourceKind
  readonly name: string
}

function ItemRow({ item: { key, state, error }, source, name }: ItemRowProps) {
  return (
    <tr>
      <th scope="row">{name}</th>
      <td>
        <span className="task-state" data-state={state}>
          {words.itemStates[state]}
        </span>
        {error !== null && (
          <span className="task-error">
            {isOfHidden(key, source) ? WORDS.spoilers.itemHidden : troubleMessage(error)}
          </span>
        )}
      </td>
    </tr>
  )
}

/** Why a driver has no lap is part of how the session went. */
function isOfHidden(key: string, source: SourceKind): boolean {
  const parsed = parseKey(key)
  return parsed?.kind === 'sculpture' && isHidden({ source, ...parsed })
}
