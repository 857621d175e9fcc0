// What a person can set, with the defaults. The values are checked where they come in: `settings-schema` for the
// file and for calls.

import { DEFAULT_PAGE_SETTINGS, type PageSettings } from './appearance'
import type { SourceKind, SessionCode } from './ids'

/** Which drivers are warmed. `top`: the highest in the championship, as it stands now. */
export type DriverChoice =
  | { readonly kind: 'top'; readonly count: number }
  | { readonly kind: 'list'; readonly codes: readonly string[] }
  | { readonly kind: 'all' }

/** What is kept warm. */
export interface WarmingStrategy {
  /** `current`: this year's, or the last one until the first race of this one is over. */
  readonly season: number | 'current'
  /** The latest completed rounds. */
  readonly recentRounds: number
  readonly sessions: readonly SessionCode[]
  readonly drivers: DriverChoice
  /** Codes of drivers who are warmed whatever `drivers` says. */
  readonly favourites: readonly string[]
  /** Sessions that are loaded at the same time. */
  readonly maxConcurrent: number
}

/** When the strategy is carried out without being asked. */
export interface WarmingSchedule {
  readonly isOn: boolean
  /** A cron line of five fields. */
  readonly rule: string
  /** IANA name of the zone in which `rule` is read. */
  readonly zone: string
  /** How late a run may begin when a newer one is due as well; a later one gives way to it. */
  readonly expiresMs: number
  /** Whether one run that fell into sleep or absence is made up for. */
  readonly catchUp: boolean
  /** Runs begin up to this long after the rule says, each installation at another instant. */
  readonly maxDelayMs: number
  /** Also after each session of the strategy, as soon as the archive has it. */
  readonly afterSessions: boolean
  readonly onBattery: 'run' | 'wait'
  readonly onMetered: 'run' | 'wait'
}

/** How the gallery behaves beside its window. */
export interface DesktopSettings {
  /** Closing the window leaves the gallery in the tray, where there is one. On a Mac it stays in any case. */
  readonly closeToTray: boolean
  readonly startAtLogin: boolean
  /** Whether runs that nobody watched are told of. */
  readonly notifications: boolean
}

export interface WindowPlace {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
  readonly isMaximized: boolean
}

/** How much the cache of each source may hold, and after how long what is in it is checked again. */
export interface CacheSettings {
  readonly memoryMaxBytes: number
  /** Sculptures and sessions on disk. */
  readonly resultsMaxBytes: number
  /** Recordings on disk, as the archive serves them. */
  readonly rawMaxBytes: number
  readonly sculptureTtlMs: number
  readonly sessionTtlMs: number
  /** Where a person has moved it; null: the usual place. */
  readonly folder: string | null
}

/** `auto`: recorded sessions where they can be had, else the demo. */
export type SourceChoice = SourceKind | 'auto'

export interface Settings extends PageSettings {
  readonly source: SourceChoice
  readonly window: WindowPlace | null
  readonly strategy: WarmingStrategy
  readonly schedule: WarmingSchedule
  /** A run that takes longer is pointed out. */
  readonly alertAfterMs: number
  readonly cache: CacheSettings
  readonly desktop: DesktopSettings
  /** Somebody has been told that the gallery stays in the tray. */
  readonly isTrayExplained: boolean
}

/** Those of the warming. */
export type WarmingSettings = Pick<Settings, 'strategy' | 'schedule' | 'alertAfterMs'>

/** Those that views change. The window's place is the window's own; source and folder have calls of their own. */
export interface OpenSettings extends WarmingSettings, PageSettings {
  readonly desktop: DesktopSettings
  readonly cache: Omit<CacheSettings, 'folder'>
}

/** Those that views show, and that go from one computer to another in a file. */
export interface ShownSettings extends OpenSettings {
  readonly source: SourceChoice
}

/** What of the settings' file could not be read at this start. The file as it was lies beside it under `keptAs`. */
export interface MendedSettings {
  /** Dotted names of the fields that have their defaults now; empty: the whole file was unreadable. */
  readonly fields: readonly string[]
  /** The name of the file, without its folder. */
  readonly keptAs: string
}

const MINUTE_MS = 60_000
const DAY_MS = 24 * 60 * MINUTE_MS
const MIB = 1024 * 1024

/** Of what can be set: less keeps nothing worth having, more is a slip of the hand. */
export const CACHE_SETTING_LIMITS = {
  memoryMaxBytes: { least: 8 * MIB, most: 4096 * MIB },
  resultsMaxBytes: { least: 16 * MIB, most: 1024 * 1024 * MIB },
  rawMaxBytes: { least: 64 * MIB, most: 1024 * 1024 * MIB },
  sculptureTtlMs: { least: 60 * MINUTE_MS, most: 365 * DAY_MS },
  sessionTtlMs: { least: 60 * MINUTE_MS, most: 365 * DAY_MS },
} as const satisfies Record<keyof OpenSettings['cache'], { least: number; most: number }>

/**
 * As the cache-warming guide of the web application has it: the laps most people ask for, at an hour at which Europe
 * and the Americas sleep and every Sunday's race is in the archive.
 */
export const DEFAULT_SETTINGS: Settings = {
  source: 'auto',
  window: null,
  strategy: {
    season: 'current',
    recentRounds: 3,
    sessions: ['Q', 'R'],
    drivers: { kind: 'top', count: 15 },
    favourites: [],
    maxConcurrent: 5,
  },
  schedule: {
    isOn: true,
    rule: '0 3 * * 1',
    zone: 'UTC',
    expiresMs: 60 * MINUTE_MS,
    catchUp: true,
    maxDelayMs: 10 * MINUTE_MS,
    afterSessions: false,
    onBattery: 'run',
    onMetered: 'wait',
  },
  alertAfterMs: 5 * MINUTE_MS,
  cache: {
    /** About 5,000 sculptures: two seasons of qualifyings and races. */
    memoryMaxBytes: 64 * MIB,
    /** Ten times that, sessions included. */
    resultsMaxBytes: 512 * MIB,
    /** Some 200 qualifyings or 100 races as the archive serves them. */
    rawMaxBytes: 2048 * MIB,
    /** After a day an entry that is not final is checked again. */
    sculptureTtlMs: DAY_MS,
    sessionTtlMs: DAY_MS,
    folder: null,
  },
  desktop: { closeToTray: true, startAtLogin: false, notifications: true },
  isTrayExplained: false,
  ...DEFAULT_PAGE_SETTINGS,
}

/** Within these a number is accepted, by forms as by the check of what comes in. Milliseconds where the name says so. */
export const SETTING_LIMITS = {
  recentRounds: { least: 1, most: 30 },
  topDrivers: { least: 1, most: 40 },
  // More would only queue in front of four worker threads and one host.
  maxConcurrent: { least: 1, most: 10 },
  maxDelayMs: { least: 0, most: 24 * 60 * MINUTE_MS },
  alertAfterMs: { least: 10_000, most: 24 * 60 * MINUTE_MS },
} as const

export const PRESET_NAMES = ['standard', 'heavy', 'light'] as const
export type PresetName = (typeof PRESET_NAMES)[number]

export interface WarmingPreset {
  readonly strategy: Pick<WarmingStrategy, 'recentRounds' | 'sessions' | 'drivers'>
  readonly rule: string
}

/** Choices made beside these (favourites, zone, catch-up) stay as they are when a preset is taken. */
export const WARMING_PRESETS: Readonly<Record<PresetName, WarmingPreset>> = {
  standard: {
    strategy: { recentRounds: 3, sessions: ['Q', 'R'], drivers: { kind: 'top', count: 15 } },
    rule: '0 3 * * 1',
  },
  heavy: {
    strategy: {
      recentRounds: 5,
      sessions: ['FP1', 'FP2', 'FP3', 'Q', 'S', 'SQ', 'SS', 'R'],
      drivers: { kind: 'all' },
    },
    rule: '0 */6 * * *',
  },
  light: {
    strategy: { recentRounds: 2, sessions: ['Q'], drivers: { kind: 'top', count: 10 } },
    rule: '0 3 * * 1',
  },
}
