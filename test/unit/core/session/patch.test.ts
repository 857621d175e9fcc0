import { driverPatches, indexedItems, integerAt, parseDurationMs, textAt } from '@main/core/session/patch'
import { describe, expect, it } from 'vitest'

describe('parseDurationMs', () => {
  it.each([
    ['19.556', 19_556],
    ['1:15.586', 75_586],
    ['1:02:03.4', 3_723_400],
    ['50:25.597', 3_025_597],
    ['+1.234', 1234],
    ['-0.5', -500],
    ['75', 75_000],
    ['1:19.833333', 79_833],
  ])('reads %s', (text, expected) => {
    expect(parseDurationMs(text)).toBe(expected)
  })

  it.each(['', 'LAP 12', '1L', '1 L', '1:2:3:4', '.', '1:15,586', 'NaN'])(
    'reads %j as no duration',
    (text) => {
      expect(parseDurationMs(text)).toBeNull()
    },
  )
})

describe('reading a payload', () => {
  it('treats a list and an object with indices alike', () => {
    expect(indexedItems(['a', 'b'])).toEqual([
      [0, 'a'],
      [1, 'b'],
    ])
    expect(indexedItems({ 1: 'b', _deleted: ['0'], _kf: true })).toEqual([[1, 'b']])
    expect(indexedItems('text')).toEqual([])
  })

  it('takes a cleared text for none', () => {
    expect(textAt({ Value: '' }, 'Value')).toBeNull()
    expect(textAt({ Value: 'x' }, 'Value')).toBe('x')
    expect(textAt(null, 'Value')).toBeNull()
  })

  it('reads whole numbers, written as numbers or as digits', () => {
    expect(['7', 7, '7.5', 7.5, '', null].map((value) => integerAt({ n: value }, 'n'))).toEqual([
      7,
      7,
      null,
      null,
      null,
      null,
    ])
  })

  it('finds the patches of drivers and nothing in an empty first frame (edge case 11)', () => {
    expect(driverPatches({ Lines: {}, Withheld: false })).toEqual([])
    expect(driverPatches({ Lines: { 4: { InPit: true }, 5: 'x', 6: null } })).toEqual([
      ['4', { InPit: true }],
    ])
    expect(driverPatches([1, 2])).toEqual([])
  })
})
