// English, as the main process says it; `desktop-words` chooses.

import { HOLD_WORDS } from '@contract/hold-words'
import type { HoldReason } from '@contract/warming'
import type { RunOutcome } from '@contract/runs'
import type { ExportFormat } from '@contract/export'
import type { WarmNowObstacle } from '../core/desktop/tray-status'
import { counted, number, percent, when } from './desktop-locale'

function sculptures(count: number): string {
  return counted(count, 'sculpture', 'sculptures')
}

export const ENGLISH = {
  cannotStart: 'The gallery cannot start',

  tray: {
    warm: 'The warming is at rest',
    planning: 'Looking at what is to be warmed',
    warming: (ratio: number) => `Warming, ${percent(ratio)}`,
    held: (hold: HoldReason | 'next-attempt') => `A run is on hold: ${HOLD_WORDS.en[hold]}`,
    paused: 'Paused until it is resumed',
    pausedUntil: (at: number) => `Paused until ${when(at)}`,
    pausing: 'Pausing: what has begun is finished first',
    offline: 'There is no network',
    attention: {
      disk: 'The disk takes no more',
      rule: 'The rule of the schedule cannot be read',
      'last-run-failed': 'The last run came to nothing',
      'last-run-partly-failed': 'The last run failed in part',
    },
    progress: (done: number, total: number) => `${number(done)} of ${sculptures(total)}`,
    cache: (keys: number, hitRate: number) =>
      `${counted(keys, 'key', 'keys')} in the cache, ${percent(hitRate)} hits`,
    noRunYet: 'Last run: none yet',
    lastRun: (endedAt: number, outcome: RunOutcome, warmed: number) =>
      `Last run: ${when(endedAt)}, ${ENGLISH.outcomes[outcome](warmed)}`,
    noNextRun: 'Next run: none planned',
    nextRun: (at: number) => `Next run: ${when(at)}`,
    pauseHour: 'Pause for an hour',
    pause: 'Pause until resumed',
    resume: 'Resume',
    open: 'Open gallery',
    settings: 'Settings…',
    quit: 'Quit',
  },

  outcomes: {
    running: () => 'going on',
    complete: (warmed: number) => (warmed === 0 ? 'all warm already' : `${sculptures(warmed)} warmed`),
    'partly-failed': (warmed: number) => `${sculptures(warmed)} warmed, failed in part`,
    failed: () => 'came to nothing',
    cancelled: () => 'stopped',
  } satisfies Record<RunOutcome, (warmed: number) => string>,

  warmNow: {
    plain: 'Warm now',
    mac: 'Warm Now',
    obstacles: {
      'going-on': 'a run is going on',
      paused: 'paused',
      offline: 'no network',
      disk: 'the disk is full or cannot be written',
    } satisfies Record<WarmNowObstacle, string>,
  },

  menu: {
    file: 'File',
    edit: 'Edit',
    view: 'View',
    window: 'Window',
    help: 'Help',
    /** Electron has English words for them, whatever the system's language. */
    roles: {
      undo: 'Undo',
      redo: 'Redo',
      cut: 'Cut',
      copy: 'Copy',
      paste: 'Paste',
      pasteAndMatchStyle: 'Paste and Match Style',
      delete: 'Delete',
      selectAll: 'Select All',
      resetZoom: 'Actual Size',
      zoomIn: 'Zoom In',
      zoomOut: 'Zoom Out',
      togglefullscreen: 'Toggle Full Screen',
      reload: 'Reload',
      toggleDevTools: 'Toggle Developer Tools',
      minimize: 'Minimize',
      zoom: 'Zoom',
      front: 'Bring All to Front',
      close: 'Close Window',
      quit: 'Quit',
      services: 'Services',
      hideOthers: 'Hide Others',
      unhide: 'Show All',
    },
    quitApplication: 'Quit F1 Sculpture Gallery',
    hideApplication: 'Hide F1 Sculpture Gallery',
    settings: 'Settings…',
    usualSize: 'Usual size',
    larger: 'Larger',
    smaller: 'Smaller',
    openHelp: 'F1 Sculpture Gallery Help',
    about: 'About F1 Sculpture Gallery',
    openLogs: 'Open Log Folder',
    openCache: 'Open Cache Folder',
    openLicences: 'Licences',
  },

  about: {
    title: 'About F1 Sculpture Gallery',
    version: (version: string) => `F1 Sculpture Gallery ${version}`,
    close: 'Close',
    licences: 'Show all licences',
    licencesAreMade:
      'The licences of everything that is shipped are listed in packages; `npm run package` makes them.',
    notices:
      'MIT licence. Not affiliated with Formula 1 or any of its companies; timing data is theirs. ' +
      'Lettering of prints: Barlow Condensed by Jeremy Tribby, SIL Open Font License 1.1. ' +
      'Electron and Chromium come with their own licences, manifold-3d with the Apache License 2.0.',
    builtOn: (electron: string, chromium: string, node: string) =>
      `Electron ${electron}, Chromium ${chromium}, Node.js ${node}`,
  },

  closing: {
    message: 'The gallery stays in the tray.',
    detail:
      'It keeps laps warm by its schedule. Open it again, or quit it, at its icon there. ' +
      'Whether it stays can be changed in the settings, under “Notifications and start-up”.',
    stay: 'Stay in the tray',
    quit: 'Quit instead',
  },

  crash: {
    message: 'The gallery’s page keeps ending or freezing.',
    detail: 'It has been brought back three times within five minutes. What is in the cache is not affected.',
    again: 'Try again',
    quit: 'Quit',
  },

  /** Kinds of files as the system's dialog names them. */
  files: {
    '3mf': '3MF model in colour',
    stl: 'STL model',
    glb: 'glTF model',
    csv: 'Comma-separated values',
    json: 'JSON document',
    png: 'PNG picture',
  } satisfies Record<ExportFormat | 'png', string>,

  notices: {
    warmed: {
      title: 'The gallery is warm',
      body: (warmed: number) => `${sculptures(warmed)} made ready.`,
    },
    'partly-failed': {
      title: 'A warming run failed in part',
      body: (warmed: number, failed: number) =>
        `${sculptures(warmed)} made ready, ${number(failed)} missing.`,
    },
    failed: {
      title: 'A warming run came to nothing',
      body: () => 'What went wrong is in its list of tasks.',
    },
    overdue: {
      title: 'A warming run takes longer than it should',
      body: 'How far it is, and what it waits for, is in the room of the warming.',
    },
  },
} as const
