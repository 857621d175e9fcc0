// The settings as they are checked wherever they come in: from the file, over IPC, from an import.

import { z } from 'zod'
import { CLOCKS, CONTRASTS, MOTIONS, SPECIAL_ZONES, TEXT_SCALES, THEMES, UNIT_SYSTEMS } from './appearance'
import { driverCodeSchema, roundSchema, seasonSchema, sessionCodeSchema } from './id-schemas'
import { SESSION_CODES, SOURCE_KINDS } from './ids'
import { LANGUAGES } from './language'
import { COLOUR_MAPS } from './sculpture-look'
import { MOST_OTHER_WEEKENDS } from './spoilers'
import {
  CACHE_SETTING_LIMITS,
  SETTING_LIMITS,
  type OpenSettings,
  type Settings,
  type ShownSettings,
} from './settings'
import type { GivenSettings } from './settings-transfer'

const codes = z.array(driverCodeSchema).max(40)

/** A whole number within the limits of that name. */
function within(name: keyof typeof SETTING_LIMITS): z.ZodInt {
  const { least, most } = SETTING_LIMITS[name]
  return z.int().min(least).max(most)
}

export const driverChoiceSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('top'), count: within('topDrivers') }),
  z.strictObject({ kind: z.literal('list'), codes: codes.min(1) }),
  z.strictObject({ kind: z.literal('all') }),
])

export const sessionCodesSchema = z.array(sessionCodeSchema).min(1).max(SESSION_CODES.length)

const strategy = z.strictObject({
  season: z.union([z.literal('current'), seasonSchema]),
  recentRounds: within('recentRounds'),
  sessions: sessionCodesSchema,
  drivers: driverChoiceSchema,
  favourites: codes,
  maxConcurrent: within('maxConcurrent'),
})

const DAY_MS = 24 * 3_600_000

const schedule = z.strictObject({
  isOn: z.boolean(),
  // That they can be understood is checked where they are read: a rule of a later version is no damage to the file.
  rule: z.string().min(1).max(200),
  zone: z.string().min(1).max(100),
  expiresMs: z
    .int()
    .min(0)
    .max(7 * DAY_MS),
  catchUp: z.boolean(),
  maxDelayMs: within('maxDelayMs'),
  afterSessions: z.boolean(),
  onBattery: z.enum(['run', 'wait']),
  onMetered: z.enum(['run', 'wait']),
})

const alertAfterMs = within('alertAfterMs')

const cacheLimit = (name: keyof typeof CACHE_SETTING_LIMITS) =>
  z.int().min(CACHE_SETTING_LIMITS[name].least).max(CACHE_SETTING_LIMITS[name].most)
const openCache = z.strictObject({
  memoryMaxBytes: cacheLimit('memoryMaxBytes'),
  resultsMaxBytes: cacheLimit('resultsMaxBytes'),
  rawMaxBytes: cacheLimit('rawMaxBytes'),
  sculptureTtlMs: cacheLimit('sculptureTtlMs'),
  sessionTtlMs: cacheLimit('sessionTtlMs'),
})
const cache = openCache.extend({ folder: z.string().min(1).nullable() })

const desktop = z.strictObject({
  closeToTray: z.boolean(),
  startAtLogin: z.boolean(),
  notifications: z.boolean(),
})

const appearance = z.strictObject({
  theme: z.enum(THEMES),
  contrast: z.enum(CONTRASTS),
  language: z.enum(['system', ...LANGUAGES]),
  units: z.enum(UNIT_SYSTEMS),
  clock: z.enum(CLOCKS),
  timeZone: z.string().min(1).max(100).refine(isZone, 'no such time zone'),
  colourMap: z.enum(COLOUR_MAPS),
})

const accessibility = z.strictObject({ motion: z.enum(MOTIONS), textScale: z.literal([...TEXT_SCALES]) })

const weekend = z.strictObject({ season: seasonSchema, round: roundSchema })
const revealed = z.strictObject({
  upTo: weekend.nullable(),
  others: z.array(weekend).max(MOST_OTHER_WEEKENDS),
})

function isZone(name: string): boolean {
  if (SPECIAL_ZONES.some((special) => special === name)) return true
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== ''
  } catch {
    // RangeError: this engine does not know it.
    return false
  }
}

const whole = z.int()
const window = z
  .strictObject({ x: whole, y: whole, width: whole, height: whole, isMaximized: z.boolean() })
  .nullable()

export const SETTING_SCHEMAS: { readonly [K in keyof Settings]: z.ZodType<Settings[K]> } = {
  source: z.enum(['auto', ...SOURCE_KINDS]),
  window,
  strategy,
  schedule,
  alertAfterMs,
  cache,
  desktop,
  isTrayExplained: z.boolean(),
  appearance,
  accessibility,
  isSpoilerFree: z.boolean(),
  revealed,
}

/** What of each setting goes from one computer to another: not where its window stands or its disk is. */
export const SHOWN_SETTING_SCHEMAS: { readonly [K in keyof ShownSettings]: z.ZodType<ShownSettings[K]> } = {
  source: SETTING_SCHEMAS.source,
  strategy,
  schedule,
  alertAfterMs,
  cache: openCache,
  desktop,
  appearance,
  accessibility,
  isSpoilerFree: SETTING_SCHEMAS.isSpoilerFree,
  revealed,
}

export const settingsChangeSchema: z.ZodType<Partial<OpenSettings>> = z.strictObject({
  strategy: strategy.exactOptional(),
  schedule: schedule.exactOptional(),
  alertAfterMs: alertAfterMs.exactOptional(),
  cache: openCache.exactOptional(),
  desktop: desktop.exactOptional(),
  appearance: appearance.exactOptional(),
  accessibility: accessibility.exactOptional(),
  isSpoilerFree: z.boolean().exactOptional(),
  revealed: revealed.exactOptional(),
})

/** What a file says of them: any of the settings, of a section any of its fields. */
export const givenSettingsSchema = z.strictObject(
  optionalEach(SHOWN_SETTING_SCHEMAS, (schema) =>
    schema instanceof z.ZodObject ? z.strictObject(optionalEach(schema.shape)) : schema,
  ),
) as unknown as z.ZodType<GivenSettings>

function optionalEach(
  schemas: Readonly<Record<string, z.ZodType>>,
  within: (schema: z.ZodType) => z.ZodType = (schema) => schema,
): Record<string, z.ZodType> {
  return Object.fromEntries(
    Object.entries(schemas).map(([name, schema]) => [name, z.exactOptional(within(schema))]),
  )
}
