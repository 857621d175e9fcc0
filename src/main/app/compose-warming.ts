// Puts the warming together: its runs as tasks, what may hold them, and what it remembers of costs.

import type { SourceKind } from '@contract/ids'
import type { Settings } from '@contract/settings'
import type { TaskId } from '@contract/tasks'
import type { RunReport } from '@contract/warming'
import { openKeptFile } from '../adapters/kept-file'
import { watchOnline } from '../adapters/online-watch'
import type { TieredCache } from '../core/cache/tiered-cache'
import type { Gallery } from '../core/gallery/gallery'
import type { Clock, Logger, Sleep } from '../core/ports'
import type { TaskQueue } from '../core/tasks/task-queue'
import { NO_RECORD, ownRecordSchema } from '../core/warming/own-record'
import { Pause } from '../core/warming/pause'
import { runDesksOf } from '../core/warming/run-desk'
import { Warming, type RecordFile } from '../core/warming/warming'
import { createGate, type Obstacle } from '../core/warming/warming-gate'
import { needsNetwork } from '../core/warming/wish'

/** Late enough to cost nothing, soon enough for an alert that is set in minutes. */
const HEARTBEAT_MS = 15_000

export interface WarmingOptions {
  /** Asked whenever they matter: they may change. */
  readonly settings: () => Pick<Settings, 'strategy' | 'alertAfterMs'>
  /**
   * Where it is remembered what sessions have cost on this machine. `read`: another process may be keeping it. Without
   * it every start begins with what is usual.
   */
  readonly record?: { readonly file: string; readonly access: 'keep' | 'read' }
  readonly isOnline: () => boolean
  readonly onRunOverdue?: (id: TaskId) => void
  readonly onRunEnded?: (id: TaskId, report: RunReport) => void
  /** Told when a pause begins or ends. */
  readonly onPauseChange?: () => void
}

export interface ComposedWarming {
  readonly warming: Warming
  readonly pause: Pause
}

interface Parts {
  readonly galleries: Readonly<Record<SourceKind, Gallery>>
  readonly caches: Readonly<Record<SourceKind, TieredCache>>
  readonly tasks: TaskQueue
  readonly clock: Clock
  readonly sleep: Sleep
  readonly logger: Logger
}

export function composeWarming(parts: Parts, options: WarmingOptions): ComposedWarming {
  const { galleries, caches, tasks, clock, sleep, logger } = parts
  const { settings, record, isOnline, onRunOverdue, onRunEnded, onPauseChange } = options
  const pause = new Pause(clock, sleep)
  pause.onChange(() => {
    const { paused } = pause
    // What waits in the queue waits on, whoever put it there; only a person's own work begins.
    if (paused === null) tasks.resume()
    else tasks.pause('paused', paused === 'until-resumed' ? null : paused)
    onPauseChange?.()
  })
  const offline = watchOnline(isOnline, sleep)
  const gateOf = (source: SourceKind) =>
    createGate(pause, [...(needsNetwork(source) ? [offline] : []), diskOf(caches[source])])
  const gates = { archive: gateOf('archive'), demo: gateOf('demo') }
  const warming = new Warming({
    galleries,
    desks: runDesksOf(tasks),
    settings,
    gates,
    records: record === undefined ? FORGETFUL : recordsIn(record, logger),
    clock,
    logger,
    sleep,
    heartbeat: (beat) => {
      const timer = setInterval(beat, HEARTBEAT_MS)
      return () => clearInterval(timer)
    },
    ...(onRunOverdue && { onOverdue: onRunOverdue }),
    ...(onRunEnded && { onRunEnded }),
  })
  return { warming, pause }
}

const FORGETFUL: RecordFile = { read: () => Promise.resolve(NO_RECORD), write: () => Promise.resolve() }

function recordsIn({ file, access }: NonNullable<WarmingOptions['record']>, logger: Logger): RecordFile {
  const kept = openKeptFile({
    file,
    what: 'the record of what sessions cost',
    area: 'warming',
    decode: (text) => ownRecordSchema.parse(JSON.parse(text)),
    encode: (record) => JSON.stringify(record),
    access,
    logger,
  })
  return {
    read: () => Promise.resolve(kept.read() ?? NO_RECORD),
    write: (record) => kept.keep(record),
  }
}

/** A folder that takes nothing: what is made would not stay, so making more of it waits. */
function diskOf(cache: TieredCache): Obstacle {
  return {
    reason: 'disk',
    isThere: () => cache.health.current().state !== 'ok',
    onChange: (listener) => cache.health.subscribe(listener),
  }
}
