// Types vanish at run time: every call's input is parsed with the validator here before a handler sees it.

import { z } from 'zod'
import { CLOCKS } from './appearance'
import type { CallInput, CallName } from './calls'
import { EXPORT_FORMATS, isAcceptablePicture, PRINT_LIMITS } from './export'
import { driverCodeSchema, roundSchema, seasonSchema, sessionCodeSchema, sourceSchema } from './id-schemas'
import { SOURCE_KINDS } from './ids'
import { LOG_LIMIT, LOG_SOURCES } from './logs'
import {
  driverChoiceSchema,
  givenSettingsSchema,
  sessionCodesSchema,
  settingsChangeSchema,
} from './settings-schema'
import { WARMING_PAGES } from './showing'
import { COLOUR_CHANNELS, COLOUR_MAPS, HEIGHT_CHANNELS, STYLES } from './sculpture-look'
import { WALL_LIMIT } from './wall'

const source = sourceSchema
const season = seasonSchema
const sessionFields = { source, season, round: roundSchema, session: sessionCodeSchema }
const driver = driverCodeSchema
const lap = z.union([z.literal('fastest'), z.int().min(1).max(500)])

export const sculptureIdSchema = z.strictObject({ ...sessionFields, driver, lap })

const within = (option: keyof typeof PRINT_LIMITS) =>
  z.number().min(PRINT_LIMITS[option].least).max(PRINT_LIMITS[option].most)

const print = z.strictObject({
  bedMm: within('bedMm'),
  heightScale: within('heightScale'),
  baseMm: within('baseMm'),
  wallMm: within('wallMm'),
  lettering: z.enum(['full', 'simulated-mark']),
})

const wish = { sessions: sessionCodesSchema.exactOptional(), drivers: driverChoiceSchema.exactOptional() }
const warmRequest = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('recent'),
    source,
    season: season.exactOptional(),
    rounds: z.int().min(1).max(30).exactOptional(),
    ...wish,
  }),
  z.strictObject({ kind: z.literal('race'), source, season, round: roundSchema, ...wish }),
  z.strictObject({ kind: z.literal('season'), source, season, ...wish }),
])

/** A week: who wants longer turns the schedule off. */
const LONGEST_PAUSE_MS = 7 * 24 * 3_600_000

const look = z.strictObject({
  style: z.enum(STYLES),
  height: z.enum(HEIGHT_CHANNELS),
  colour: z.enum(COLOUR_CHANNELS),
  map: z.enum(COLOUR_MAPS),
})

const png = z.instanceof(Uint8Array).refine(isAcceptablePicture, 'not a PNG of at most 3840 × 2160')

/** PATH_MAX of Linux, the longest of the systems. */
const LONGEST_PATH = 4096
const showing = z.discriminatedUnion('room', [
  z.strictObject({ room: z.enum(['wall', 'cache', 'settings', 'help']) }),
  z.strictObject({ room: z.literal('warming'), page: z.enum(WARMING_PAGES) }),
  z.strictObject({ room: z.literal('plinth'), id: sculptureIdSchema }),
])

const taskId = z.string().regex(/^t\d{1,9}$/)
const key = z.string().min(1).max(200)
const pinScopes = [
  z.strictObject({ kind: z.literal('season'), season }),
  z.strictObject({
    kind: z.literal('session'),
    season,
    round: sessionFields.round,
    session: sessionFields.session,
  }),
  z.strictObject({ kind: z.literal('key'), key }),
] as const
export const pinScopeSchema = z.discriminatedUnion('kind', pinScopes)
const clearScope = z.discriminatedUnion('kind', [
  ...pinScopes,
  z.strictObject({ kind: z.enum(['all', 'sculptures', 'sessions', 'raw']) }),
])

export const CALL_VALIDATORS: { readonly [N in CallName]: z.ZodType<CallInput<N>> } = {
  'app:getVersions': z.void(),
  'app:getStartPlan': z.void(),
  'showing:take': z.void(),
  'showing:note': showing,
  'settings:chooseSource': z.enum(['auto', ...SOURCE_KINDS]),
  'app:visitSource': source,
  'calendar:getSeason': z.strictObject({ source, season }),
  'sessions:open': z.strictObject(sessionFields),
  'sculptures:open': sculptureIdSchema,
  'sculptures:getCost': sculptureIdSchema,
  'settings:get': z.void(),
  'settings:change': settingsChangeSchema,
  'settings:takeMended': z.void(),
  'settings:save': z.void(),
  'settings:chooseFile': z.void(),
  'settings:takeFile': z.string().regex(/^s\d{1,9}$/),
  'settings:takeGiven': givenSettingsSchema,
  'schedule:preview': z.strictObject({
    rule: z.string().max(200),
    zone: z.string().max(100),
    clock: z.enum(CLOCKS),
  }),
  'warming:plan': warmRequest,
  'warming:start': warmRequest,
  'warming:pause': z.strictObject({ forMs: z.int().min(1_000).max(LONGEST_PAUSE_MS).nullable() }),
  'warming:resume': z.void(),
  'warming:getStatus': z.void(),
  'health:get': z.void(),
  'logs:read': z.strictObject({ source: z.enum(LOG_SOURCES), limit: z.int().min(1).max(LOG_LIMIT) }),
  'tasks:list': z.void(),
  'tasks:get': taskId,
  'tasks:cancel': taskId,
  'tasks:retry': taskId,
  'tasks:retryFailed': z.void(),
  'cache:getStatus': z.strictObject({ source }),
  'cache:getUsage': z.strictObject({ source }),
  'cache:planClear': z.strictObject({ source, scope: clearScope }),
  'cache:clear': z.strictObject({ source, scope: clearScope }),
  'cache:pin': z.strictObject({ source, scope: pinScopeSchema }),
  'cache:unpin': z.strictObject({ source, scope: pinScopeSchema }),
  'cache:getFolder': z.void(),
  'cache:chooseFolder': z.void(),
  'cache:moveTo': z.string().regex(/^d\d{1,9}$/),
  'cache:moveToFolder': z.strictObject({ folder: z.string().min(1).max(LONGEST_PATH) }),
  'cache:useUsualFolder': z.void(),
  'cache:showFolder': z.void(),
  'wall:list': z.strictObject({
    source,
    from: z.int().min(0).max(WALL_LIMIT),
    limit: z.int().min(1).max(WALL_LIMIT),
  }),
  'exports:planPrint': z.strictObject({ id: sculptureIdSchema, print, look }),
  'exports:save': z.strictObject({ id: sculptureIdSchema, format: z.enum(EXPORT_FORMATS), print, look }),
  'exports:savePicture': z.strictObject({ id: sculptureIdSchema, png }),
  'exports:copyPicture': z.strictObject({ png }),
  'exports:showInFolder': z.string().regex(/^f\d{1,9}$/),
}
