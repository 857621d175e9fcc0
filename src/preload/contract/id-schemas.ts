// How names from outside are checked: of sources, seasons, sessions and drivers.

import { z } from 'zod'
import { SESSION_CODES, SOURCE_KINDS } from './ids'

export const sourceSchema = z.enum(SOURCE_KINDS)
/** The archive begins in 2018; the upper end only keeps nonsense out. */
export const seasonSchema = z.int().min(2018).max(2100)
export const roundSchema = z.int().min(1).max(40)
export const sessionCodeSchema = z.enum(SESSION_CODES)
export const driverCodeSchema = z.string().regex(/^[A-Z0-9]{1,4}$/)
