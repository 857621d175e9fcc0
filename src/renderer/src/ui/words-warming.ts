// What the warming says of itself: in its room and in the line that is seen from other rooms. Part of `words`.

import { HOLD_WORDS } from '@contract/hold-words'
import type { PresetName } from '@contract/settings'
import type { SessionCode } from '@contract/ids'
import type { RunTrigger, SkipReason, Warmth } from '@contract/warming'
import { plural } from './counted'
import { GERMAN_WARMING_WORDS } from './german/words-warming'
import { spoken } from './language'

/** English only: one of them, or so many. `n` is the number, `count` how it is written. */
function sculptures(n: number, count: string): string {
  return plural(n, '1 sculpture', `${count} sculptures`)
}

export const ENGLISH = {
  landmark: 'Warming',
  about:
    'Warming makes the sculptures people are likely to ask for before anyone does. What is warm opens at once, ' +
    'without a network too.',
  pages: {
    now: 'Now',
    plan: 'Plan',
    schedule: 'Schedule',
    tasks: 'Tasks',
    health: 'Health and log',
  },
  pagesName: 'Parts of this room',

  line: {
    name: (state: string) => `Warming: ${state}`,
    unknown: 'Asking how the warming is',
    kinds: {
      unknown: '',
      idle: 'The warming is at rest',
      warming: 'The warming is at work',
      held: 'The warming is on hold',
      paused: 'The warming is paused',
      attention: 'The warming needs a look',
    },
    off: 'At rest. The schedule is off.',
    idle: 'At rest. No run is planned.',
    next: (when: string) => `At rest. Next run ${when}.`,
    planning: 'Looking at what is to be warmed',
    warming: (done: string, total: string, share: string) =>
      `Warming ${done} of ${total} sculptures, ${share}`,
    warmingLeft: (done: string, total: string, share: string, left: string) =>
      `Warming ${done} of ${total} sculptures, ${share}, about ${left} left`,
    held: (reason: string) => `A run is on hold: ${reason}`,
    due: (reason: string) => `A run is due and waits: ${reason}`,
    pausedUntil: (time: string) => `Paused until ${time}`,
    paused: 'Paused until it is resumed',
    pausing: 'Pausing: what has begun is finished first',
    partlyFailed: (n: number, count: string) =>
      `The last run failed in part: ${sculptures(n, count)} missing`,
    failed: 'The last run came to nothing',
    rule: 'The rule of the schedule cannot be read',
  },

  holds: HOLD_WORDS.en,

  now: {
    title: 'Now',
    idle: 'Nothing is being warmed',
    idleHint: 'The gallery warms by its schedule, and whenever you ask.',
    planning: 'Looking at what is to be warmed',
    warming: 'Warming',
    held: (reason: string) => `On hold: ${reason}`,
    heldUntil: (reason: string, when: string) => `On hold until ${when}: ${reason}`,
    pausedTitle: 'Paused',
    pausing: 'Pausing',
    pausingHint: 'What has begun is finished first.',
    pausedUntil: (when: string) => `No work begins before ${when}.`,
    pausedHint: 'No work begins until you resume it. What people click is made as ever.',
    due: (when: string, reason: string) => `A run was due ${when} and waits: ${reason}.`,
    triggers: {
      asked: 'You asked for it',
      schedule: 'By the schedule',
      'catch-up': 'Making up for a missed run',
      'session-ended': 'After a session',
    } satisfies Record<RunTrigger, string>,
    progress: (done: string, total: string) => `${done} of ${total} sculptures`,
    received: (size: string) => `${size} received`,
    left: (time: string) => `about ${time} left`,
    queued: (n: number, count: string) => plural(n, 'One more run waits.', `${count} more runs wait.`),
    cancel: 'Stop this run',
    warmNow: 'Warm now',
    lookFirst: 'Look at the plan first',
    pauseHour: 'Pause for an hour',
    pause: 'Pause until resumed',
    resume: 'Resume',
  },

  last: {
    title: 'Last run',
    never: 'Nothing has been warmed yet.',
    outcomes: {
      running: 'Going on',
      complete: 'Everything is warm',
      'partly-failed': 'Failed in part',
      failed: 'Came to nothing',
      cancelled: 'Stopped',
    },
    ended: (when: string, day: string) => `${when}, ${day}`,
    took: 'Took',
    overdue: 'longer than it should',
    rounds: 'Grands Prix',
    warmed: 'Warmed',
    alreadyWarm: 'Warm already',
    skipped: 'Skipped',
    failed: 'Failed',
    received: 'Received',
    details: 'What became of each',
  },

  next: {
    title: 'Next run',
    none: 'No run is planned.',
    off: 'The schedule is off.',
    change: 'Change the schedule',
    list: 'Next runs',
    rule: (words: string, zone: string) => `${words} (${zone})`,
    ruleTitle: 'The rule',
  },

  chart: {
    title: 'The last runs',
    none: 'The first run draws the first bar here.',
    one: (time: string) => `One run so far, in ${time}.`,
    summary: (runs: string, typical: string, longest: string) =>
      `${runs} runs, half of them within ${typical}, the longest ${longest}.`,
    share: (share: string) => `${share} of what was asked for came out well.`,
    both: (first: string, second: string) => `${first} ${second}`,
    name: 'Time each of the last runs took, and the share of sculptures that came out well, oldest on the left',
    success: 'Success',
    duration: 'Duration',
    scale: (most: string) => `up to ${most}`,
    asTable: 'As a table',
    caption: 'The last runs, newest first',
    ended: 'Ended',
    outcome: 'Outcome',
    noShare: '–',
  },

  form: {
    rounds: 'Latest rounds',
    sessions: 'Sessions',
    sessionNames: {
      FP1: 'Practice 1',
      FP2: 'Practice 2',
      FP3: 'Practice 3',
      Q: 'Qualifying',
      S: 'Sprint',
      SS: 'Sprint shootout',
      SQ: 'Sprint qualifying',
      R: 'Race',
    } satisfies Record<SessionCode, string>,
    drivers: 'Drivers',
    driverKinds: { top: 'Highest in the championship', list: 'A list', all: 'All' },
    topCount: 'How many',
    codes: 'Codes',
    codesHint: 'Three letters each, as NOR, VER, LEC.',
    presets: 'Begin with',
    presetNames: { standard: 'Standard', heavy: 'Heavy', light: 'Light' } satisfies Record<
      PresetName,
      string
    >,
    range: (least: string, most: string) => `A whole number from ${least} to ${most}.`,
    noSessions: 'Choose at least one session.',
    noCodes: 'Write at least one code of up to four letters, with commas between.',
    season: 'Season',
    event: 'Grand Prix',
  },

  plan: {
    title: 'Plan a run',
    hint: 'What would be fetched and made, before anything is.',
    scope: 'What',
    scopes: { recent: 'Recent rounds', race: 'One Grand Prix', season: 'A whole season' },
    look: 'Look at the plan',
    looking: 'Working out the plan…',
    start: 'Warm these',
    nothingToDo: 'All of this is warm already.',
    caption: 'What a run would do, newest first',
    round: 'Round',
    event: 'Grand Prix',
    session: 'Session',
    state: 'State',
    warm: 'Warm',
    size: 'To fetch',
    time: 'Time',
    states: { warm: 'warm', stale: 'to be checked', cold: 'to be made' } satisfies Record<Warmth, string>,
    ofWanted: (warm: string, wanted: string) => `${warm} of ${wanted}`,
    nothing: '–',
    total: 'Together',
    spoken: (toDo: string, warm: string, size: string, time: string) =>
      `Sculptures to be made: ${toDo}, warm already: ${warm}, to fetch: ${size}, time: ${time}.`,
    own: 'Sizes and times are what this computer has measured.',
    usual: 'Sizes and times are usual values until this computer has measured its own.',
    gaps: 'What cannot be had',
    willFail: 'The run will report this as failed.',
    willSkip: 'The run passes over this.',
  },

  schedule: {
    strategy: 'Strategy: what is kept warm',
    schedule: 'Schedule: when',
    isOn: 'Warm by the schedule',
    rule: 'Rule',
    ruleHint: 'Minute, hour, day of the month, month, day of the week: 0 3 * * 1 is Monday at 3.',
    zone: 'Time zone of the rule',
    catchUp: 'Make up for one run that was missed while the computer slept',
    afterSessions: 'Also after each session, as soon as the archive has it',
    onBattery: 'Wait while on battery',
    onMetered: 'Wait while the connection is metered',
    maxDelay: 'Begin up to so many minutes later',
    maxDelayHint: 'Each installation at another instant, so that not all ask at once.',
    alertAfter: 'Point out a run that takes longer than, minutes',
    season: 'Season',
    currentSeason: 'The current one',
    favourites: 'Favourites, always warmed',
    maxConcurrent: 'Sessions at the same time',
    save: 'Save',
    saving: 'Saving…',
    saved: 'Saved.',
    discard: 'Discard changes',
    changed: 'Changed, not saved yet.',
    history: 'What became of the runs that were due',
    historyNone: 'No run has been due yet.',
    due: 'Due',
    why: 'Why',
    outcome: 'What happened',
    ran: 'Ran',
    skipped: (why: string) => `Skipped: ${why}`,
    skips: {
      expired: 'it had waited too long, and the next one was due',
      superseded: 'a newer one was due',
      'catch-up-off': 'missed runs are not made up for',
      'schedule-off': 'the schedule was turned off',
      'rule-changed': 'the rule was changed meanwhile',
      stopped: 'it was stopped',
      interrupted: 'the application ended twice in the middle of it',
      'not-in-archive': 'a day later the archive still did not have the session',
    } satisfies Record<SkipReason, string>,
  },
} as const

export const WARMING_WORDS = spoken<typeof ENGLISH>({ en: ENGLISH, de: GERMAN_WARMING_WORDS })
