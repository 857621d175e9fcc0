// Types vanish at run time: every call's input is parsed with the validator here before a handler sees it.

import { z } from 'zod'
import type { CallInput, CallName } from './calls'
import { EXPORT_FORMATS, isAcceptablePicture, PRINT_LIMITS } from './export'
import { SESSION_CODES, SOURCE_KINDS } from './ids'
import { WALL_LIMIT } from './wall'

const source = z.enum(SOURCE_KINDS)
/** The archive begins in 2018; the upper end only keeps nonsense out. */
const season = z.int().min(2018).max(2100)
const sessionFields = { source, season, round: z.int().min(1).max(40), session: z.enum(SESSION_CODES) }
const driver = z.string().regex(/^[A-Z0-9]{1,4}$/)
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

const png = z.instanceof(Uint8Array).refine(isAcceptablePicture, 'not a PNG of at most 3840 × 2160')

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
  'settings:chooseSource': source,
  'calendar:getSeason': z.strictObject({ source, season }),
  'sessions:open': z.strictObject(sessionFields),
  'sculptures:open': sculptureIdSchema,
  'tasks:list': z.void(),
  'tasks:cancel': z.string().regex(/^t\d{1,9}$/),
  'cache:getStatus': z.void(),
  'cache:getUsage': z.void(),
  'cache:planClear': clearScope,
  'cache:clear': clearScope,
  'cache:pin': pinScopeSchema,
  'cache:unpin': pinScopeSchema,
  'wall:list': z.strictObject({ source, limit: z.int().min(1).max(WALL_LIMIT) }),
  'exports:planPrint': z.strictObject({ id: sculptureIdSchema, print }),
  'exports:save': z.strictObject({ id: sculptureIdSchema, format: z.enum(EXPORT_FORMATS), print }),
  'exports:savePicture': z.strictObject({ id: sculptureIdSchema, png }),
  'exports:copyPicture': z.strictObject({ png }),
  'exports:showInFolder': z.string().regex(/^f\d{1,9}$/),
}
