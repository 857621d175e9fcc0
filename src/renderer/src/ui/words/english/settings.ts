// What the room of the settings says. Part of `words`.

import type { ClockChoice, ContrastChoice, MotionChoice, ThemeChoice, UnitSystem } from '@contract/appearance'
import type { Language } from '@contract/language'
import type { SourceChoice } from '@contract/settings'
import type { SettingsSection } from '../../../features/settings/sections'
import { plural } from '../../counted'

export const ENGLISH_SETTINGS_WORDS = {
  landmark: 'Settings',
  about:
    'How the gallery looks, what it keeps ready, and what it tells you. Everything here stays on this computer.',
  sectionsName: 'Sections of the settings',
  sections: {
    schedule: 'Schedule and strategy',
    sources: 'Sources',
    cache: 'Cache',
    appearance: 'Appearance',
    accessibility: 'Accessibility',
    spoilers: 'Spoilers',
    desktop: 'Notifications and start-up',
    transfer: 'Import and export',
  } satisfies Record<SettingsSection, string>,
  unsaved: 'not saved',
  reading: 'Reading the settings…',
  atOnce: 'Changes hold at once.',
  reset: 'Reset',
  resetOf: (what: string) => `Reset: ${what}`,
  resetSection: 'Reset this section',
  resetSectionOf: (section: string) => `Reset this section: ${section}`,

  mended: {
    title: 'Some settings could not be read',
    fields: (names: string) => `They are as at first again: ${names}.`,
    whole: 'The file could not be read at all, so everything is as at first.',
    keptAs: (name: string) => `The file as it was is kept beside the new one as ${name}.`,
    open: 'Look at the settings',
    close: 'Close',
  },

  schedule: {
    hint: 'What is warmed before you ask for it, and when. These are saved together, with the button below.',
    words: (words: string, zone: string) => `${words}, by the clock of ${zone}.`,
    noWords: 'This rule can be read, but not put in words.',
    unread: 'This rule cannot be read yet.',
    off: 'The schedule is off: nothing runs by this rule.',
    next: 'It comes true next',
    history: 'What became of earlier runs is in the room Warming, under Schedule.',
    toWarming: 'Go to Warming',
  },

  sources: {
    hint: 'Where laps come from. Recorded and simulated laps never mix, and simulated ones say so wherever they stand.',
    label: 'Source',
    names: {
      auto: 'Automatic',
      archive: 'Official archive',
      demo: 'Simulated',
    } satisfies Record<SourceChoice, string>,
    what: {
      auto: 'Recorded laps where there is a network or something in the cache; otherwise the simulated season.',
      archive:
        'Recorded laps only, from the official timing archive. Without a network only what is in the cache opens.',
      demo: 'An invented season with invented drivers, computed on this computer. It needs no network.',
    } satisfies Record<SourceChoice, string>,
  },

  cache: {
    hint: 'How much is kept, how long it counts as fresh, and where it lies. What uses the space is in the room Cache.',
    toCache: 'Go to Cache',
  },

  appearance: {
    theme: {
      label: 'Theme',
      hint: 'Of the page, its title bar and its dialogs.',
      names: { system: 'As the system', light: 'Light', dark: 'Dark' } satisfies Record<ThemeChoice, string>,
    },
    contrast: {
      label: 'Contrast',
      hint: 'More: black and white grounds, stronger edges, no grey text.',
      names: {
        system: 'As the system',
        more: 'More',
        standard: 'Standard',
      } satisfies Record<ContrastChoice, string>,
    },
    language: {
      label: 'Language',
      hint: 'Of all words, numbers and dates.',
      names: { system: 'As the system', en: 'English', de: 'Deutsch' } satisfies Record<
        'system' | Language,
        string
      >,
    },
    units: {
      label: 'Units',
      hint: 'On screen and in pictures. CSV and JSON files and the command line keep kilometres an hour and metres.',
      names: {
        metric: 'Kilometres, metres',
        imperial: 'Miles, feet',
      } satisfies Record<UnitSystem, string>,
      example: (speed: string, lap: string, rise: string) =>
        `${speed} at most, a lap of ${lap}, ${rise} of climb.`,
    },
    clock: {
      label: 'Clock',
      names: {
        system: 'As the system',
        h24: '24 hours',
        h12: '12 hours',
      } satisfies Record<ClockChoice, string>,
      example: (now: string) => `It is ${now}.`,
    },
    timeZone: {
      label: 'Time zone',
      hint: 'The circuit’s: sessions are told by the clock of their circuit, where it is known, and all else by this computer’s.',
      special: { system: 'As the system', circuit: 'The circuit’s' },
      group: 'Zones of the world',
    },
    colourMap: {
      label: 'Colours of sculptures',
      hint: 'The same choice as at the legend beside a sculpture. Cividis can be told apart by colour-blind people too.',
    },
  },

  accessibility: {
    motion: {
      label: 'Motion',
      hint: 'Reduced: nothing glides, fades or turns by itself.',
      names: {
        system: 'As the system',
        reduced: 'Reduced',
        full: 'Full',
      } satisfies Record<MotionChoice, string>,
    },
    textScale: {
      label: 'Size of everything',
      hint: 'Ctrl and plus, minus or zero change it from anywhere.',
    },
    also:
      'Every function has a key, sculptures can be read aloud step by step, and the colours of a high-contrast mode of ' +
      'the system are taken as they are.',
  },

  spoilers: {
    label: 'Spoiler-free',
    tick: 'Do not tell me results that I have not asked for',
    does: 'While this is on, no notification tells of runs, however they ended.',
  },

  desktop: {
    closeToTray: 'Stay in the tray when the window is closed',
    closeToTrayHint:
      'Runs by the schedule go on. Where the desktop has no tray, closing the window ends the gallery.',
    startAtLogin: 'Start when I log in, in the tray',
    startAtLoginHint: 'Without a tray it starts with its window.',
    notifications: 'Tell me of runs that I did not watch',
    notificationsHint: 'One notification a run, and none while the window is in use.',
    notificationsOff: 'None comes while the gallery is spoiler-free.',
  },

  transfer: {
    hint: 'A file of your settings for another computer, or for later. Where the window stands and where the cache lies are not in it.',
    save: 'Save settings…',
    choose: 'Open a file…',
    saved: (name: string) => `Saved as ${name}.`,
    taken: (name: string) => `The settings of ${name} hold now.`,
    same: (name: string) => `${name} changes nothing: everything is so already.`,
    offer: (name: string) => `What ${name} would change`,
    offerCaption: 'Nothing has been changed yet.',
    setting: 'Setting',
    before: 'Now',
    after: 'In the file',
    agree: 'Take these settings',
    decline: 'Leave everything as it is',
    resetTitle: 'All settings as at first',
    resetHint: 'Everything on this page, except where the cache lies. The laps in it stay.',
    resetAll: 'Reset all settings…',
    resetSure: 'Reset all of them?',
    resetYes: 'Reset all',
    resetNo: 'Keep them',
  },

  values: {
    yes: 'yes',
    no: 'no',
    none: 'none',
    minutes: (n: number, count: string) => plural(n, '1 minute', `${count} minutes`),
    hours: (n: number, count: string) => plural(n, '1 hour', `${count} hours`),
    topDrivers: (n: number, count: string) =>
      plural(n, 'the leader of the championship', `the ${count} highest in the championship`),
    allDrivers: 'all',
    currentSeason: 'the current one',
    run: 'run',
    wait: 'wait',
  },

  /** What a field is called where it stands alone, by its dotted name. */
  fields: {
    source: 'Source',
    'strategy.season': 'Season to warm',
    'strategy.recentRounds': 'Latest rounds',
    'strategy.sessions': 'Sessions to warm',
    'strategy.drivers': 'Drivers to warm',
    'strategy.favourites': 'Favourites',
    'strategy.maxConcurrent': 'Sessions at the same time',
    'schedule.isOn': 'Warm by the schedule',
    'schedule.rule': 'Rule of the schedule',
    'schedule.zone': 'Time zone of the rule',
    'schedule.expiresMs': 'A late run gives way after',
    'schedule.catchUp': 'Make up for a missed run',
    'schedule.maxDelayMs': 'Begin later by up to',
    'schedule.afterSessions': 'Also after each session',
    'schedule.onBattery': 'On battery',
    'schedule.onMetered': 'On a metered connection',
    alertAfterMs: 'Point out a run longer than',
    'cache.memoryMaxBytes': 'Memory for the cache',
    'cache.resultsMaxBytes': 'Sculptures on disk',
    'cache.rawMaxBytes': 'Recordings on disk',
    'cache.sculptureTtlMs': 'Sculptures are fresh for',
    'cache.sessionTtlMs': 'Sessions are fresh for',
    'desktop.closeToTray': 'Stay in the tray',
    'desktop.startAtLogin': 'Start when I log in',
    'desktop.notifications': 'Notifications of runs',
    'appearance.theme': 'Theme',
    'appearance.contrast': 'Contrast',
    'appearance.language': 'Language',
    'appearance.units': 'Units',
    'appearance.clock': 'Clock',
    'appearance.timeZone': 'Time zone',
    'appearance.colourMap': 'Colours of sculptures',
    'accessibility.motion': 'Motion',
    'accessibility.textScale': 'Size of everything',
    isSpoilerFree: 'Spoiler-free',
  } as Readonly<Record<string, string>>,
} as const
