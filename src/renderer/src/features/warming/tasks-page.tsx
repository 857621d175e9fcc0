// Every task there is and was: filtered, searched, sorted, and each with its details.

import { Fragment, useEffect, useMemo, useRef } from 'react'
import type { TaskSnapshot, TaskState } from '@contract/tasks'
import { whole } from '../../ui/format'
import { Choice } from '../../ui/choice'
import { TextField } from '../../ui/text-field'
import { TroubleLine } from '../../ui/trouble-line'
import { useNow, useValue } from '../../ui/use-value'
import { WORDS } from '../../ui/words'
import { TaskDetailsRow } from './task-details'
import { chooseTasks, countStates, failedToRetry, nameTasks, SHOWN_STATES, TASK_SORTS } from './task-list'
import type { TaskSort } from './task-list'
import { TaskRow } from './task-row'
import type { WarmingRoomStore } from './warming-room-store'

/** More would make typing in the search stutter; the history holds some 250 tasks, a run of a season more. */
const MOST_ROWS = 300

const words = WORDS.tasks
const NO_TASKS: readonly TaskSnapshot[] = []

export function TasksPage({ room }: { readonly room: WarmingRoomStore }) {
  const { feed, names, tasks: store } = room
  const tasks = useValue(feed.tasks) ?? NO_TASKS
  const calendars = useValue(names.calendars)
  const state = useValue(store.state)
  const now = useNow(1_000)
  const named = useMemo(() => nameTasks(tasks, calendars), [tasks, calendars])
  const counts = useMemo(() => countStates(tasks), [tasks])
  const chosen = chooseTasks(named, state, now)
  const shown = chosen.slice(0, MOST_ROWS)
  const failed = failedToRetry(tasks)
  const table = useScrollTo(state.open)
  const filters = [
    { value: 'all' as const, text: words.choice(words.all, whole(tasks.length)) },
    ...SHOWN_STATES.map((value) => ({
      value,
      text: words.choice(words.states[value], whole(counts[value])),
    })),
  ]
  return (
    <div className="tasks-page">
      <h2 className="unseen">{words.title}</h2>
      <div className="task-tools">
        <Choice<TaskState | 'all'>
          label={words.filter}
          name="task-state"
          options={filters}
          chosen={state.state}
          onChoose={(value) => store.choose({ state: value })}
        />
        <TextField
          label={words.search}
          kind="search"
          hint={words.searchHint}
          value={state.search}
          onChange={(search) => store.choose({ search })}
        />
        <label className="field">
          <span>{words.sort}</span>
          <select
            value={state.sort}
            onChange={(event) => store.choose({ sort: event.target.value as TaskSort })}
          >
            {TASK_SORTS.map((sort) => (
              <option key={sort} value={sort}>
                {words.sorts[sort]}
              </option>
            ))}
          </select>
        </label>
        {failed > 0 && (
          <button type="button" className="button" onClick={() => void store.retryFailed()}>
            {words.retryAll(failed, whole(failed))}
          </button>
        )}
      </div>
      {state.trouble !== null && <TroubleLine report={state.trouble} />}
      {shown.length === 0 ? (
        <p className="quiet tasks-none">{tasks.length === 0 ? words.noneYet : words.none}</p>
      ) : (
        <table className="task-table" ref={table}>
          <caption>{words.caption(whole(chosen.length), whole(tasks.length))}</caption>
          <thead>
            <tr>
              <th scope="col">{words.what}</th>
              <th scope="col">{words.state}</th>
              <th scope="col">{words.began}</th>
              <th scope="col" className="number">
                {words.took}
              </th>
              <th scope="col" className="number">
                {words.received}
              </th>
            </tr>
          </thead>
          <tbody>
            {shown.map((each) => (
              <Fragment key={each.task.id}>
                <TaskRow
                  named={each}
                  now={now}
                  isOpen={each.task.id === state.open}
                  onToggle={(id) => void store.open(id === state.open ? null : id)}
                />
                {each.task.id === state.open && (
                  <TaskDetailsRow task={each.task} state={state} store={store} calendars={calendars} />
                )}
              </Fragment>
            ))}
          </tbody>
        </table>
      )}
      {chosen.length > shown.length && (
        <p className="quiet">{words.more(whole(chosen.length - shown.length))}</p>
      )}
    </div>
  )
}

/** A task that was opened from elsewhere may be far down. */
function useScrollTo(open: string | null): React.RefObject<HTMLTableElement | null> {
  const table = useRef<HTMLTableElement>(null)
  useEffect(() => {
    if (open === null) return
    const row = table.current?.querySelector('[aria-expanded="true"]')
    row?.scrollIntoView({ block: 'start' })
  }, [open])
  return table
}
