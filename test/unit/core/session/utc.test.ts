import { readUtcUs, roundUsToMs } from '@main/core/session/utc'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

function read(text: string): number {
  const bytes = Buffer.from(`"${text}"`)
  return readUtcUs(bytes, 1, bytes.length - 1)
}

describe('readUtcUs', () => {
  it('reads what Date reads, for any instant and number of decimals', () => {
    const instants = fc.date({
      min: new Date('1970-01-01'),
      max: new Date('2100-01-01'),
      noInvalidDate: true,
    })
    fc.assert(
      fc.property(instants, (instant) => {
        expect(read(instant.toISOString())).toBe(instant.getTime() * 1000)
      }),
    )
    expect(read('2025-10-25T21:20:53.2037009Z')).toBe(Date.UTC(2025, 9, 25, 21, 20, 53) * 1000 + 203_700)
    expect(read('2025-10-25T21:20:53.2')).toBe(Date.UTC(2025, 9, 25, 21, 20, 53) * 1000 + 200_000)
    expect(read('2025-10-25T21:20:53Z')).toBe(Date.UTC(2025, 9, 25, 21, 20, 53) * 1000)
  })

  it.each([
    '',
    '2025',
    '2025-10-25 21:20:53Z',
    '2025-13-25T21:20:53Z',
    '2025-10-25T24:20:53Z',
    '2025-10-25T21:20:53.Z',
    '2025-10-25T21:20:53.12x',
    '2025-10-25T21:20:53+01:00',
  ])('reads %j as no instant', (text) => {
    expect(read(text)).toBeNaN()
  })
})

describe('roundUsToMs', () => {
  it('rounds to the nearest, ties to the even millisecond', () => {
    expect([1499, 1500, 1501, 2500, 2501, -1500, -500].map(roundUsToMs)).toEqual([1, 2, 2, 2, 3, -2, 0])
  })
})
