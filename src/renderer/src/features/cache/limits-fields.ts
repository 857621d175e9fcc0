// Limits and times to live as they are typed, and as they are stored. Pure.

import { CACHE_SETTING_LIMITS } from '@contract/settings'
import { whole } from '../../ui/format'
import type { CacheSettings } from './cache-state'

export type LimitName = keyof CacheSettings

/** In what each is typed. */
const UNIT = {
  memoryMaxBytes: 2 ** 20,
  resultsMaxBytes: 2 ** 20,
  rawMaxBytes: 2 ** 20,
  sculptureTtlMs: 3_600_000,
  sessionTtlMs: 3_600_000,
} as const satisfies Record<LimitName, number>

export type LimitFields = Readonly<Record<LimitName, string>>

/** What lies between two whole units is rounded. */
export function writeLimits(settings: CacheSettings): LimitFields {
  const field = (name: LimitName) => String(Math.round(settings[name] / UNIT[name]))
  return {
    memoryMaxBytes: field('memoryMaxBytes'),
    resultsMaxBytes: field('resultsMaxBytes'),
    rawMaxBytes: field('rawMaxBytes'),
    sculptureTtlMs: field('sculptureTtlMs'),
    sessionTtlMs: field('sessionTtlMs'),
  }
}

/** @returns null for what is no whole number within the limits. */
export function readLimit(name: LimitName, typed: string): number | null {
  const text = typed.trim()
  const value = /^\d{1,9}$/.test(text) ? Number(text) * UNIT[name] : Number.NaN
  const { least, most } = CACHE_SETTING_LIMITS[name]
  return value >= least && value <= most ? value : null
}

/** @returns null while one of them cannot be read. */
export function readLimits(fields: LimitFields): CacheSettings | null {
  const memoryMaxBytes = readLimit('memoryMaxBytes', fields.memoryMaxBytes)
  const resultsMaxBytes = readLimit('resultsMaxBytes', fields.resultsMaxBytes)
  const rawMaxBytes = readLimit('rawMaxBytes', fields.rawMaxBytes)
  const sculptureTtlMs = readLimit('sculptureTtlMs', fields.sculptureTtlMs)
  const sessionTtlMs = readLimit('sessionTtlMs', fields.sessionTtlMs)
  if (memoryMaxBytes === null || resultsMaxBytes === null || rawMaxBytes === null) return null
  if (sculptureTtlMs === null || sessionTtlMs === null) return null
  return { memoryMaxBytes, resultsMaxBytes, rawMaxBytes, sculptureTtlMs, sessionTtlMs }
}

/** The limits of a field, as they would be typed. */
export function limitRange(name: LimitName): { readonly least: string; readonly most: string } {
  const { least, most } = CACHE_SETTING_LIMITS[name]
  return { least: whole(least / UNIT[name]), most: whole(most / UNIT[name]) }
}
