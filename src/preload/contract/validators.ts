// Types vanish at run time: every call's input is parsed with the validator here before a handler sees it.

import { z } from 'zod'
import type { CallInput, CallName } from './calls'
import { EXPORT_FORMATS, isAcceptablePicture, PRINT_LIMITS } from './export'
import { driverCodeSchema, roundSchema, seasonSchema, sessionCodeSchema, sourceSchema } from './id-schemas'
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
  'exports:planPrint': z.strictObject({ id: sculptureIdSchema, print }),
  'exports:save': z.strictObject({ id: sculptureIdSchema, format: z.enum(EXPORT_FORMATS), print }),
  'exports:savePicture': z.strictObject({ id: sculptureIdSchema, png }),
  'exports:copyPicture': z.strictObject({ png }),
  'exports:showInFolder': z.string().regex(/^f\d{1,9}$/),
}
