import { describe, expect, it } from 'vitest'
import { ruleInWords } from '@main/adapters/rule-words'

describe('a rule in words', () => {
  it('is told by the clock the person reads', async () => {
    expect(await ruleInWords('0 15 * * 1', 'h24')).toBe('At 15:00, only on Monday')
    expect(await ruleInWords('0 15 * * 1', 'h12')).toBe('At 03:00 PM, only on Monday')
  })

  it('counts days of the week as the rule does: 0 and 7 are Sunday', async () => {
    for (const day of ['0', '7', 'sun'])
      expect(await ruleInWords(`30 6 * * ${day}`, 'h24')).toContain('Sunday')
  })

  it('is missing where there are no words, never made up', async () => {
    expect(await ruleInWords('99 99 * * *', 'h24')).toBeNull()
  })
})
