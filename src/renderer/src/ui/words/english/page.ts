// Every word a person reads, in one place: whole sentences, never glued from pieces, for another language has another
// order. English here, German in `german`; those of errors in English are the contract's, for the command line says the same.

import type { ServedFrom } from '@contract/calls'
import { ERROR_WORDS, type ErrorCode } from '@contract/errors'
import type { SessionCode, SourceKind } from '@contract/ids'
import { PHRASES } from '@contract/phrase-list'
import type { TaskStage } from '@contract/tasks'
import type { ColourChannel, ColourMap, SculptureStyle } from '@contract/sculpture-look'
import { counted } from '../../counted'
import { ENGLISH_COMPARE_WORDS } from './compare'
import { ENGLISH_HEALTH_WORDS, ENGLISH_LOG_WORDS, ENGLISH_TASK_WORDS } from './tasks'
import { ENGLISH_SETTINGS_WORDS } from './settings'
import { ENGLISH_SPOILER_WORDS } from './spoilers'
import { ENGLISH_UNIT_WORDS } from './units'
import { ENGLISH_VIEW_WORDS } from './views'
import { ENGLISH_HANG_WORDS } from './wall'
import { ENGLISH_WARMING_WORDS } from './warming'
import { ENGLISH_SHARE_WORDS } from './share'

export const ENGLISH = {
  title: 'F1 Sculpture Gallery',
  subtitle: 'Laps of Formula 1, cast in G\u2011force',
  skip: 'Go to the sculpture',
  notAffiliated:
    'An independent project. Not affiliated with Formula 1, the FIA or any team; all names belong to their owners.',

  /** `recorded` is the archive's own name, which tells more: a season may have had one practice only. */
  sessionName: (_code: SessionCode, recorded: string) => recorded,

  rooms: {
    landmark: 'Rooms',
    names: { wall: 'Wall', warming: 'Warming', cache: 'Cache', settings: 'Settings', help: 'Help' },
  },

  settings: ENGLISH_SETTINGS_WORDS,
  spoilers: ENGLISH_SPOILER_WORDS,
  units: ENGLISH_UNIT_WORDS,
  hang: ENGLISH_HANG_WORDS,
  compare: ENGLISH_COMPARE_WORDS,
  views: ENGLISH_VIEW_WORDS,
  warming: ENGLISH_WARMING_WORDS,
  tasks: ENGLISH_TASK_WORDS,
  health: ENGLISH_HEALTH_WORDS,
  log: ENGLISH_LOG_WORDS,
  errors: ERROR_WORDS as Readonly<Record<ErrorCode, { readonly title: string; readonly hint: string }>>,
  phrases: PHRASES,

  catalogue: {
    landmark: 'Catalogue',
    source: 'Source',
    sources: { archive: 'Official archive', demo: 'Simulated' } satisfies Record<SourceKind, string>,
    season: 'Season',
    event: 'Grand Prix',
    unchosen: '–',
    eventOption: (round: number, name: string) => `${round}. ${name}`,
    eventPlace: (location: string, country: string, days: string) => `${location}, ${country}, ${days}`,
    sessions: 'Sessions',
    loading: 'Reading the calendar…',
    noSessions: 'No sessions are listed for this event.',
    completed: (when: string) => `ran ${when}`,
    live: 'running, or not in the archive yet',
    future: (when: string) => `not before ${when}`,
    here: (here: string) => `${here}, your time`,
    hereAndThere: (here: string, there: string) => `${here}, your time (${there} at the circuit)`,
    thereAndHere: (there: string, here: string) => `${there} at the circuit (${here}, your time)`,
    cancelled: 'cancelled',
    drivers: 'Drivers',
    driversHint: 'Fastest first',
    driversWaiting: 'The drivers appear when the session is open.',
    driversNone: 'Choose a session.',
    driversNotOpen: 'This session is not open.',
    notRecorded: 'not recorded',
    noLaps: 'did not run',
    noTimedLap: 'no timed lap',
    allDeleted: 'lap times deleted',
    notes: 'Notes on this session',
  },

  beside: {
    landmark: 'Laps side by side',
    hint: 'Tick further laps to set them beside.',
    toggle: (driver: string) => `Set the lap of ${driver} beside`,
    all: 'All',
    allName: (count: number) => `All: set ${counted(count, 'lap', 'laps')} beside, fastest first`,
    clear: 'Clear',
    clearName: 'Clear the laps beside',
    standing: (count: number) => `${counted(count, 'lap stands', 'laps stand')} beside.`,
    coming: (standing: number, wanted: number) =>
      `${standing} of ${counted(wanted, 'lap stands', 'laps stand')} beside.`,
    full: (most: number) => `${most} laps stand here: the hall is full.`,
  },

  wall: {
    landmark: 'The wall',
    back: 'The wall',
    card: (driver: string, event: string, session: string, time: string, isSimulated: boolean) =>
      isSimulated
        ? `Sculpture of ${driver}, ${event}, ${session}, lap ${time}, simulated`
        : `Sculpture of ${driver}, ${event}, ${session}, lap ${time}`,
    session: (name: string, day: string) => `${name}, ${day}`,
    unfold: (count: number) => `All ${count} drivers`,
    fold: 'Fewer',
    simulatedHint: 'Computed, not recorded: no car drove these laps.',
    recordedHint: 'Recorded laps, from the official timing.',
    warm: (n: number) => `${counted(n, 'sculpture', 'sculptures')}.`,
    filling: (hung: string, goal: string) => `Hanging the season, ${hung} of ${goal} circuits`,
    offlineDemo: 'No connection to the archive.',
    offlineArchive: 'The archive cannot be reached; what hangs here opens without it.',
    making: 'The first sculptures are being cast',
    makingHint: 'They appear here one after the other.',
    nothing: 'Nothing hangs here yet',
    askArchive: 'Ask the archive',
    nothingHint: 'Sculptures of the official archive hang here once they have been made, and stay.',
  },

  stage: {
    landmark: 'Sculpture',
    empty: 'The plinth is empty. Choose a session from the catalogue.',
    role: 'three-dimensional sculpture',
    name: (driver: string, event: string, session: string) => `Sculpture of ${driver}, ${event}, ${session}`,
    summary: (lap: string, length: string, top: string, at: string, rise: string) =>
      `Lap of ${lap} over ${length}. It is strongest, ${top} G combined, ${at} into the lap; ` +
      `the circuit climbs ${rise}.`,
    nameBeside: (name: string, others: number) =>
      `${name}, and ${counted(others, 'further lap', 'further laps')} beside it`,
    summaryBeside: (summary: string, others: string) => `${summary} Beside it stand the laps of ${others}.`,
    besideLap: (driver: string, lap: string) => `${driver}, ${lap}`,
    spokenOf: (driver: string, reading: string) => `${driver}: ${reading}`,
    keys:
      'Arrow keys turn the sculpture, Shift with arrow keys moves it, plus and minus zoom, Home brings the first view ' +
      'back. The brackets [ and ] step along the lap; Page Up and Page Down go from lap to lap where several stand.',
    lost: 'The graphics system was interrupted. The sculpture comes back by itself as soon as it answers.',
    noWebgl: 'This computer offers no WebGL 2, so the sculpture is shown as a table.',
    noWebglHint: 'Newer graphics drivers, or hardware acceleration switched on, bring the sculpture back.',
  },

  reading: {
    hint: 'Point at the sculpture to read it.',
    lapOf: 'Lap of',
    distance: 'Distance',
    speed: 'Speed',
    along: { braking: 'Braking', accelerating: 'Accelerating' },
    across: { left: 'Left', right: 'Right' },
    combined: 'Combined',
    vertical: { dip: 'Dip', crest: 'Crest' },
    withSigma: (value: string, sigma: string) => `${value} ± ${sigma}`,
    hole: 'bridged gap in the recording',
    tight: 'line too tight here, G reads high',
    spoken: (
      distance: string,
      speed: string,
      along: string,
      across: string,
      combined: string,
      sigma: string,
    ) => `${distance}, ${speed}, ${along}, ${across}, combined ${combined} G, plus or minus ${sigma}.`,
    spokenG: (what: string, g: string) => `${what} ${g} G`,
  },

  look: {
    landmark: 'How the sculpture is made',
    style: 'Style',
    styles: { wall: 'Wall', ribbon: 'Ribbon', tube: 'Tube' } satisfies Record<SculptureStyle, string>,
    height: 'Height',
    channels: {
      combinedG: 'Combined G',
      longitudinalG: 'Longitudinal G',
      lateralG: 'Lateral G',
      verticalG: 'Vertical G',
      speedKmh: 'Speed',
      throttlePct: 'Throttle, %',
      gear: 'Gear',
    } satisfies Record<ColourChannel, string>,
    map: 'Map',
    maps: { cividis: 'Cividis', viridis: 'Viridis', turbo: 'Turbo' } satisfies Record<ColourMap, string>,
    diverging: 'Blue to red',
    reset: 'Reset',
    spoken: (style: string, height: string, colour: string) =>
      `Shown as a ${style.toLocaleLowerCase('en')}, raised by ${height}, coloured by ${colour}.`,
  },

  legend: {
    title: 'Colour',
    orMore: (value: string) => `${value}+`,
    orLess: (value: string) => `≤\u00a0${value}`,
    signs: {
      combinedG: null,
      longitudinalG: 'Minus: braking, plus: accelerating.',
      lateralG: 'Minus: to the right, plus: to the left.',
      verticalG: 'Minus: over a crest, plus: in a dip.',
      speedKmh: null,
      throttlePct: null,
      gear: null,
    } satisfies Record<ColourChannel, string | null>,
    gap: 'not recorded.',
    note: (apart: string, factor: string) =>
      `Plan to scale. A line at each G, ${apart} apart; elevation ×\u00a0${factor}: for the eye, not physics.`,
    name: (channel: string, low: string, high: string) => `Colour scale of ${channel} from ${low} to ${high}`,
  },

  chart: {
    name: 'Speed, pedals, gear and G along the lap, from the finish line to the finish line',
    lines: {
      speed: 'Speed',
      throttle: 'Throttle, %',
      gear: 'Gear',
      along: 'Longitudinal, G',
      across: 'Lateral, G',
      vertical: 'Vertical, G',
    },
    brake: 'Brake',
    corners: 'Corner',
    pressed: 'on',
    unrolled: (height: string) => `${height}, unrolled`,
    position: 'Along the lap',
    distance: (from: string, to: string) => `${from} to ${to}`,
    zoom: 'Part of the lap in the charts',
    nearer: 'Nearer',
    farther: 'Farther',
    whole: 'Whole lap',
  },

  caption: {
    landmark: 'About this sculpture',
    simulated: 'Simulated',
    simulatedHint: 'Computed, not recorded. No car drove this lap.',
    work: (event: string, session: string) => `${event}, ${session}`,
    lap: (lap: number) => `Lap ${lap}`,
    noTime: 'no lap time',
    lapOn: (lap: number, compound: string, laps: number | null) =>
      laps === null
        ? `Lap ${lap}, ${compound.toLocaleLowerCase('en')} tyres`
        : `Lap ${lap}, ${compound.toLocaleLowerCase('en')} tyres, on their ${laps === 1 ? 'first' : ordinal(laps)} lap`,
    inventory: 'Inv.',
  },

  stats: {
    title: 'Measurements',
    maxCombined: 'Peak combined',
    meanCombined: 'Mean combined',
    meanNote: 'over time',
    braking: 'Braking',
    acceleration: 'Acceleration',
    meanOf: '0.4 s mean',
    left: 'Cornering left',
    right: 'Cornering right',
    topSpeed: 'Top speed',
    kmhName: 'kilometres an hour',
    distance: 'Lap',
    elevation: 'Elevation range',
    sigmaNote: '± is one standard deviation',
    computation: 'Computation',
    computations: { first: 'first pass', refined: 'refined', plain: 'clocks as recorded' },
    notes: 'Notes',
    lineQuality: {
      good: null,
      fair: 'The line of this circuit is known fairly well; lateral G is less certain than usual.',
      poor: 'The line of this circuit is known only roughly; read lateral G with care.',
    },
  },

  corners: {
    caption: 'Corners in driving order, with the strongest lateral G in each',
    number: 'Corner',
    corner: (number: string, direction: string) => `${number}, ${direction}`,
    directions: { left: 'left', right: 'right' },
    apex: 'Apex',
    slowest: 'Slowest',
    lateral: 'Lateral, G',
    unknown: '–',
  },

  peaks: {
    title: 'The lap in words',
    caption: 'Summits of the wall, in the order of the lap',
    distance: 'At',
    what: 'What happens',
    speed: 'Speed',
    combined: 'Combined, G',
    manoeuvres: {
      braking: 'Braking',
      accelerating: 'Accelerating',
      left: 'Left turn',
      right: 'Right turn',
      coasting: 'Coasting',
    },
  },

  waiting: {
    session: (name: string, event: string) => `Opening ${name}, ${event}`,
    sculpture: (driver: string) => `Casting the lap of ${driver}`,
    stages: {
      waiting: 'Waiting for its turn',
      planning: 'Planning',
      warming: 'Warming',
      downloading: 'Downloading',
      decoding: 'Decoding',
      'track-line': 'Track line',
      'g-forces': 'G-forces',
      shaping: 'Shaping the solid',
      copying: 'Copying',
      storing: 'Storing',
      done: 'Done',
    } satisfies Record<TaskStage, string>,
    looking: 'Looking in the cache',
    received: 'Received',
    ofBytes: (done: string, total: string) => `${done} of ${total}`,
    elapsed: 'Elapsed',
    remaining: 'Expected',
    about: (time: string) => `about ${time} left`,
    cancel: 'Cancel',
    cancelling: 'Cancelling…',
  },

  trouble: {
    retry: 'Try again',
    again: 'Start again',
    close: 'Close',
    demo: 'Open the simulated season',
    demoHint: 'The simulated season needs no network. Everything in it is marked as simulated.',
    reference: (id: string) => `Reference for the log: ${id}`,
  },

  cache: {
    title: 'Cache',
    thisOne: 'This sculpture',
    served: (from: string, time: string, size: string) => `${from} in ${time}, ${size}`,
    from: { memory: 'From memory', disk: 'From disk', built: 'Built' } satisfies Record<ServedFrom, string>,
    stale: 'older than its time to live, being checked in the background',
    entries: 'Entries',
    entriesOf: (sculptures: number, sessions: number) =>
      `${counted(sculptures, 'sculpture', 'sculptures')}, ${counted(sessions, 'session', 'sessions')}`,
    memory: 'Memory',
    disk: 'Disk',
    raw: 'Recordings on disk',
    used: (bytes: string, max: string) => `${bytes} of ${max}`,
    lookups: 'Look-ups',
    hit: 'hits',
    stales: 'stale',
    miss: 'misses',
    inflight: 'joined',
    hitRate: 'Hit rate',
    corrupt: (count: string) => `${count} damaged and removed`,
    folder: 'Folder',
    unknown: 'The cache has not reported yet.',
  },

  share: ENGLISH_SHARE_WORDS,

  compounds: {
    SOFT: 'Soft',
    MEDIUM: 'Medium',
    HARD: 'Hard',
    INTERMEDIATE: 'Intermediate',
    WET: 'Wet',
    HYPERSOFT: 'Hypersoft',
    ULTRASOFT: 'Ultrasoft',
    SUPERSOFT: 'Supersoft',
    SUPERHARD: 'Superhard',
    TEST_UNKNOWN: 'Test',
    UNKNOWN: 'Unknown',
  } as Readonly<Record<string, string>>,
} as const

/** `2` -> `2nd`. English only. */
function ordinal(n: number): string {
  const suffixes: Readonly<Record<string, string>> = { one: 'st', two: 'nd', few: 'rd', other: 'th' }
  return `${n}${suffixes[new Intl.PluralRules('en', { type: 'ordinal' }).select(n)] ?? 'th'}`
}
