import { describe, expect, it } from 'vitest'
import { ruleInWords, type RuleReader } from '@main/adapters/rule-words'

const ENGLISH: RuleReader = { clock: 'h24', language: 'en' }

describe('a rule in words', () => {
  it('is told by the clock the person reads', async () => {
    expect(await ruleInWords('0 15 * * 1', ENGLISH)).toBe('At 15:00, only on Monday')
    expect(await ruleInWords('0 15 * * 1', { ...ENGLISH, clock: 'h12' })).toBe('At 03:00 PM, only on Monday')
  })

  it('is told in the language of the page, and by its clock where none is chosen', async () => {
    const german: RuleReader = { clock: 'system', language: 'de', locale: 'de-AT' }
    expect(await ruleInWords('0 15 * * 1', german)).toBe('Um 15:00, nur jeden Montag')
  })

  it('counts days of the week as the rule does: 0 and 7 are Sunday', async () => {
    for (const day of ['0', '7', 'sun'])
      expect(await ruleInWords(`30 6 * * ${day}`, ENGLISH)).toContain('Sunday')
  })

  it('is missing where there are no words, never made up', async () => {
    expect(await ruleInWords('99 99 * * *', ENGLISH)).toBeNull()
  })
})
