import { describe, expect, it } from 'vitest'
import { readSessionCode, sessionCodeIn } from '@main/core/calendar/session-code'

describe('the name of a session', () => {
  it.each([
    ['fp1', 'FP1'],
    ['Q', 'Q'],
    [' Race ', 'R'],
    ['Practice 3', 'FP3'],
    ['sprint shootout', 'SS'],
    ['Sprint Qualifying', 'SQ'],
    ['toString', null],
    ['', null],
    ['practice 4', null],
  ])('%j means %s', (text, code) => {
    expect(readSessionCode(text)).toBe(code)
  })

  it('SQ means the sprint itself in 2021 and 2022, and its qualifying from then on', () => {
    expect([2021, 2022, 2023, 2024].map((season) => sessionCodeIn(season, 'SQ'))).toEqual([
      'S',
      'S',
      'SQ',
      'SQ',
    ])
    expect(sessionCodeIn(2021, 'Q')).toBe('Q')
  })
})
