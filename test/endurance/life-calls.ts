// What can be asked of a life of the main side (life-child.ts), and what it tells of itself.
import type { ClearScope } from '@contract/cache'
import type { SessionCode } from '@contract/ids'
import type { OpenSettings, Settings } from '@contract/settings'

export interface LifeOrder {
  /** For everything it keeps. */
  readonly folder: string
  readonly url: string
  readonly workerFile: string
  /** Epoch ms. */
  readonly startAt: number
  readonly season: number
  readonly settings: Partial<Settings>
}

/** At a moment when nothing is going on, after the garbage has been collected. */
export interface LifeView {
  readonly now: number
  /** Of the results, as the index has them. */
  readonly keys: readonly string[]
  readonly rawEntries: number
  readonly corrupt: number
  readonly health: string
  /** Tasks that have not come to an end. */
  readonly unfinished: readonly string[]
  readonly clicksOpen: number
  readonly clicks: { readonly served: number; readonly refused: number }
  readonly runs: number
  readonly tasksListed: number
  readonly schedule: { readonly isOn: boolean; readonly nextAt: number | null; readonly history: number }
  /** Errors of the log, bugs and rejections that nobody handled, since the last time. */
  readonly troubles: readonly string[]
  /** Waiting for some instant. */
  readonly sleepers: number
  readonly heapMiB: number
  readonly rssMiB: number
  readonly buffersMiB: number
  /** Open files and sockets. */
  readonly handles: number
  /** That keep the process alive. */
  readonly resources: number
}

interface Call<I, O> {
  readonly input: I
  readonly output: O
}

export interface LifeCalls {
  readonly pass: Call<{ readonly forMs: number }, void>
  readonly sleep: Call<{ readonly forMs: number }, void>
  /** Answered before it is served. */
  readonly click: Call<{ readonly round: number; readonly session: SessionCode; readonly nth: number }, void>
  readonly warm: Call<object, void>
  readonly cancel: Call<object, void>
  readonly pause: Call<object, void>
  readonly resume: Call<object, void>
  readonly change: Call<{ readonly change: Partial<OpenSettings> }, void>
  readonly clear: Call<{ readonly scope: ClearScope }, void>
  /** @returns what has not come to an end although nothing keeps it. */
  readonly calmDown: Call<object, readonly string[]>
  readonly sweep: Call<object, void>
  readonly look: Call<object, LifeView>
  readonly close: Call<object, void>
}
