// Types vanish at run time: every call's input is parsed with the validator here before a handler sees it.

import { z } from 'zod'
import type { CallInput, CallName } from './calls'
import { EXPORT_FORMATS, isAcceptablePicture, PRINT_LIMITS } from './export'
import { SESSION_CODES, SOURCE_KINDS } from './ids'
import { COLOUR_CHANNELS, COLOUR_MAPS, HEIGHT_CHANNELS, STYLES } from './sculpture-look'
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

const look = z.strictObject({
  style: z.enum(STYLES),
  height: z.enum(HEIGHT_CHANNELS),
  colour: z.enum(COLOUR_CHANNELS),
  map: z.enum(COLOUR_MAPS),
})

const png = z.instanceof(Uint8Array).refine(isAcceptablePicture, 'not a PNG of at most 3840 × 2160')

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
  'wall:list': z.strictObject({ source, limit: z.int().min(1).max(WALL_LIMIT) }),
  'exports:planPrint': z.strictObject({ id: sculptureIdSchema, print, look }),
  'exports:save': z.strictObject({ id: sculptureIdSchema, format: z.enum(EXPORT_FORMATS), print, look }),
  'exports:savePicture': z.strictObject({ id: sculptureIdSchema, png }),
  'exports:copyPicture': z.strictObject({ png }),
  'exports:showInFolder': z.string().regex(/^f\d{1,9}$/),
}
