// The lines of the log that are on show: the newest of one source, followed as they are written.

import type { ErrorReport } from '@contract/errors'
import { LOG_LIMIT, type LogLine, type LogSource } from '@contract/logs'
import { toReport, type GalleryClient } from '../../ipc/client'
import { createValue, type Value } from '../../ui/value'

export interface LogState {
  readonly source: LogSource
  /** Oldest first; null until the first answer for this source. */
  readonly lines: readonly NumberedLine[] | null
  readonly trouble: ErrorReport | null
}

/** Lines have no name of their own, and those of one millisecond may be alike. */
export interface NumberedLine extends LogLine {
  readonly number: number
}

export interface LogStore {
  readonly state: Value<LogState>
  /** Reads the lines of the source on show and listens from then on; does nothing while it does. */
  follow(): Promise<void>
  /** Nobody looks any more. */
  leave(): void
  choose(source: LogSource): Promise<void>
}

export function createLogStore(client: GalleryClient): LogStore {
  const state = createValue<LogState>({ source: 'warming', lines: null, trouble: null })
  let lastNumber = 0
  let asked = 0
  /** Written while the answer is on its way, which may hold them or not. Null when nobody looks. */
  let meanwhile: LogLine[] | null = null
  let unsubscribe: (() => void) | null = null
  const number = (line: LogLine): NumberedLine => ({ ...line, number: ++lastNumber })

  const add = (appended: readonly LogLine[]): void => {
    const { source } = state.get()
    const ours = appended.filter(({ area }) => source === 'all' || area === source)
    if (ours.length === 0) return
    meanwhile?.push(...ours)
    state.change((known) =>
      known.lines === null
        ? known
        : { ...known, lines: [...known.lines, ...ours.map(number)].slice(-LOG_LIMIT) },
    )
  }
  const read = async (): Promise<void> => {
    const ask = ++asked
    meanwhile = []
    try {
      const lines = await client.call('logs:read', { source: state.get().source, limit: LOG_LIMIT })
      if (ask !== asked) return
      const all = withoutRepeats(lines, meanwhile ?? [])
      state.change((known) => ({ ...known, lines: all.slice(-LOG_LIMIT).map(number), trouble: null }))
    } catch (error) {
      if (ask === asked) state.change((known) => ({ ...known, lines: [], trouble: toReport(error) }))
    }
    if (ask === asked) meanwhile = null
  }
  return {
    state,
    follow: async () => {
      if (unsubscribe !== null) return
      unsubscribe = client.subscribe('logs:appended', add)
      await read()
    },
    leave: () => {
      unsubscribe?.()
      unsubscribe = null
      asked += 1
    },
    choose: async (source) => {
      if (source === state.get().source) return
      state.change((known) => ({ ...known, source, lines: null, trouble: null }))
      await read()
    },
  }
}

/** A line that was pushed before the answer came is most often in it. */
function withoutRepeats(read: readonly LogLine[], pushed: readonly LogLine[]): readonly LogLine[] {
  const isSame = (a: LogLine, b: LogLine): boolean =>
    a.at === b.at && a.area === b.area && a.message === b.message && a.fields === b.fields
  return [...read, ...pushed.filter((line) => !read.some((known) => isSame(known, line)))]
}
