// What the lists of tasks, the check of the parts and the log say. Part of `words`.

import type { HealthPart, HealthReport, PartHealth } from '@contract/health'
import type { SourceKind } from '@contract/ids'
import type { LogLevel, LogSource } from '@contract/logs'
import type { TaskKind, TaskState } from '@contract/tasks'
import type { WarmItemState } from '@contract/warming'
import { plural } from '../../counted'

export const ENGLISH_TASK_WORDS = {
  title: 'Tasks',
  filter: 'State',
  all: 'All',
  states: {
    active: 'Active',
    waiting: 'Waiting',
    delayed: 'Delayed',
    completed: 'Completed',
    failed: 'Failed',
    cancelled: 'Cancelled',
  } satisfies Record<TaskState, string>,
  partlyFailed: 'Failed in part',
  stageAt: (stage: string, share: string) => `${stage}, ${share}`,
  simulated: (kind: string) => `${kind}, simulated`,
  delayedBy: (reason: string) => `Delayed: ${reason}`,
  choice: (state: string, count: string) => `${state} ${count}`,
  search: 'Search',
  searchHint: 'Grand Prix, session, driver…',
  sort: 'Order',
  sorts: { newest: 'Newest first', longest: 'Longest first', state: 'By state' },
  retryAll: (n: number, count: string) => plural(n, 'Retry the failed one', `Retry all ${count} failed`),
  caption: (shown: string, total: string) => `${shown} of ${total} tasks`,
  what: 'What',
  state: 'State',
  began: 'Began',
  took: 'Took',
  received: 'Received',
  none: 'No task is like this.',
  noneYet: 'Nothing has been asked for yet.',
  more: (count: string) => `${count} more are not shown: search, or choose a state.`,
  unknown: '–',
  kinds: {
    'open-session': 'Opening a session',
    'build-sculpture': 'Casting sculptures',
    'load-calendar': 'Reading the calendar',
    revalidate: 'Checking for changes',
    'refine-session': 'Refining G-forces',
    export: 'Making a file',
    'move-cache': 'Moving the cache',
    'warm-recent': 'Warming recent rounds',
    'warm-race': 'Warming a Grand Prix',
    'warm-season': 'Warming a season',
  } satisfies Record<TaskKind, string>,
  subjects: {
    session: (session: string, event: string, season: string) => `${session}, ${event} ${season}`,
    sculpture: (driver: string, session: string, event: string, season: string) =>
      `${driver}, ${session}, ${event} ${season}`,
    lap: (sculpture: string, lap: string) => `${sculpture}, lap ${lap}`,
    round: (round: string) => `round ${round},`,
    race: (event: string, season: string) => `${event} ${season}`,
    season: (season: string) => `Season ${season}`,
    recent: 'The rounds of the strategy',
    recentRounds: (n: number, count: string) => plural(n, 'The latest round', `The latest ${count} rounds`),
    recentOf: (season: string) => `The latest rounds of ${season}`,
    wholeCache: 'All that is kept',
    file: (sculpture: string, format: string) => `${format} of ${sculpture}`,
  },
  sources: { archive: 'recorded', demo: 'simulated' } satisfies Record<SourceKind, string>,

  details: {
    stages: 'Stages',
    numbered: (id: string, attempt: string, most: string) => `Task ${id}, attempt ${attempt} of ${most}`,
    items: 'Sculptures of this run',
    itemsShown: 'Which',
    itemsAll: (count: string) => `All ${count}`,
    itemsFailed: (count: string) => `Failed ${count}`,
    itemsNone: 'None.',
    item: 'Sculpture',
    itemState: 'What became of it',
    itemStates: {
      waiting: 'waits',
      active: 'being made',
      warmed: 'warmed',
      'already-warm': 'warm already',
      skipped: 'skipped',
      failed: 'failed',
    } satisfies Record<WarmItemState, string>,
    itemsCut: (count: string) => `${count} more are not shown.`,
    retry: 'Retry',
    cancel: 'Cancel',
    loading: 'Asking for the details…',
    gone: 'This task is not known any more.',
    notRetried: 'This cannot be done once more: nobody knows how any more.',
    failedBefore: 'The last attempt failed:',
  },
} as const

export const ENGLISH_HEALTH_WORDS = {
  title: 'Health',
  check: 'Check now',
  checking: 'Checking…',
  statuses: {
    healthy: 'All is well',
    degraded: 'Something is out of reach; what is cached, and the simulated season, still work',
    failing: 'Nothing new can be made at the moment',
  } satisfies Record<HealthReport['status'], string>,
  parts: {
    scheduler: 'Schedule',
    workers: 'Worker threads',
    cache: 'Cache folder',
    archive: 'Timing archive',
    calendar: 'Calendar service',
  } satisfies Record<HealthPart, string>,
  states: { ok: 'well', off: 'off', trouble: 'trouble' } satisfies Record<PartHealth['state'], string>,
  caption: 'The parts of the application',
  part: 'Part',
  state: 'State',
  detail: 'Detail',
  next: (when: string) => `next run ${when}`,
  checkedAt: (time: string) => `Checked at ${time}.`,
} as const

export const ENGLISH_LOG_WORDS = {
  title: 'Log',
  source: 'Lines of',
  sources: { all: 'Everything', warming: 'Warming', schedule: 'Schedule' } satisfies Record<
    LogSource,
    string
  >,
  levels: { debug: 'detail', info: 'note', warn: 'warning', error: 'error' } satisfies Record<
    LogLevel,
    string
  >,
  lines: 'Lines of the log, newest last',
  none: 'No line has been written.',
  follow: 'Follow the newest',
  missed: (n: number, count: string) => plural(n, 'One newer line', `${count} newer lines`),
  copy: 'Copy',
  copied: 'Copied.',
  notCopied: 'The clipboard did not take it.',
} as const
