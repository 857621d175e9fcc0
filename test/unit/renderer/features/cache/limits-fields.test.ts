import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { DEFAULT_SETTINGS } from '@contract/settings'
import { settingsChangeSchema } from '@contract/settings-schema'
import { limitRange, readLimit, readLimits, writeLimits } from '@renderer/features/cache/limits-fields'
import { savedTime } from '@renderer/features/cache/saved-time'

const { folder: _, ...defaults } = DEFAULT_SETTINGS.cache

describe('the limits of the cache as they are typed', () => {
  it('come back as they were stored', () => {
    expect(readLimits(writeLimits(defaults))).toEqual(defaults)
  })

  it('are accepted by the check of the settings whenever the form accepts them', () => {
    const typed = fc.oneof(fc.integer({ min: 0, max: 2_000_000 }).map(String), fc.string())
    fc.assert(
      fc.property(typed, (text) => {
        const limits = readLimits({
          memoryMaxBytes: text,
          resultsMaxBytes: text,
          rawMaxBytes: text,
          sculptureTtlMs: text,
          sessionTtlMs: text,
        })
        if (limits !== null) expect(settingsChangeSchema.safeParse({ cache: limits }).success).toBe(true)
      }),
    )
  })

  it.each(['', ' ', '-1', '1.5', '64 MiB', '1e3', '99999999999'])('refuse %j', (text) => {
    expect(readLimit('memoryMaxBytes', text)).toBeNull()
  })

  it('take the ends of the range that is named, and nothing beyond', () => {
    const { least, most } = limitRange('sessionTtlMs')
    const plain = (text: string) => Number(text.replaceAll(/\D/g, ''))
    expect(readLimit('sessionTtlMs', String(plain(least)))).not.toBeNull()
    expect(readLimit('sessionTtlMs', String(plain(most)))).not.toBeNull()
    expect(readLimit('sessionTtlMs', String(plain(least) - 1))).toBeNull()
    expect(readLimit('sessionTtlMs', String(plain(most) + 1))).toBeNull()
  })
})

describe('the time that was saved', () => {
  it.each([
    [0, null],
    [999, null],
    [7_400, '7 sec'],
    [72_000, '1 min 12 sec'],
    [120_000, '2 min'],
    [7_501_000, '2 hr 5 min'],
  ])('of %i ms is told as %s', (ms, text) => {
    expect(savedTime(ms)).toBe(text)
  })
})
