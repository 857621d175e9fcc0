// A sample of what `npm run fuzz` does at length.

import { decodeLaps } from '@main/core/session/decode-laps'
import { decodeSamples } from '@main/core/session/decode-samples'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkDecoders, SESSION_CODES } from '../../../helpers/hostile/decoder-checks'
import { hostileTopics } from '../../../helpers/hostile/hostile-topics'
import { smallSession, topicBytes } from '../../../helpers/hostile/small-session'

describe('the invented session that fuzzing starts from', () => {
  const topics = topicBytes(smallSession())

  it('is valid: decodes to laps and samples without a warning', () => {
    const laps = decodeLaps(topics, { season: 2031, round: 1, session: 'R', source: 'archive' })
    expect(laps.warnings).toEqual([])
    expect(laps.drivers.map(({ code, laps, fastest }) => [code, laps.length, fastest?.lapTimeMs])).toEqual([
      ['D81', 4, 90_000],
      ['D4', 4, 90_000],
    ])
    const samples = decodeSamples(topics)
    expect(samples.warnings).toEqual([])
    expect(samples.cars.get('4')?.car.timeMs).toHaveLength(20)
    expect(samples.cars.get('4')?.position.timeMs).toHaveLength(20)
  })

  it('has what a session can have: a deleted lap, two stints, a retirement, a red flag', () => {
    const { drivers } = decodeLaps(topics, { season: 2031, round: 1, session: 'R', source: 'archive' })
    const laps = drivers.flatMap((driver) => driver.laps)
    expect(laps.some(({ deleted }) => deleted)).toBe(true)
    expect(laps.some(({ stint }) => stint === 2)).toBe(true)
    expect(laps.some(({ generated }) => generated)).toBe(true)
    expect(laps.some(({ trackStatus }) => trackStatus.includes('5'))).toBe(true)
    expect(laps.some(({ accurate }) => accurate)).toBe(true)
  })
})

describe('the session decoder', () => {
  it('throws nothing but its own errors, ends in time and stays in bounds for any input', () => {
    fc.assert(fc.property(hostileTopics(), fc.constantFrom(...SESSION_CODES), checkDecoders), {
      numRuns: 3000,
    })
  }, 60_000)
})
