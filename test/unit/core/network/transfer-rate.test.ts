import { describe, expect, it } from 'vitest'
import { TransferRate } from '@main/core/network/transfer-rate'

const limit = { windowMs: 1_000, leastBytes: 100 }

describe('the rate of a transfer', () => {
  it('is judged only when a window is over', () => {
    const rate = new TransferRate(limit, 0)
    expect([rate.isFastEnough(1, 500), rate.isFastEnough(1, 999), rate.isFastEnough(1, 1_000)]).toEqual([
      true,
      true,
      false,
    ])
  })

  it('may be as low as the limit for as long as it takes', () => {
    const rate = new TransferRate(limit, 0)
    for (let ms = 100; ms < 600_000; ms += 100) expect(rate.isFastEnough(11, ms)).toBe(true)
  })

  it('does not live on what came long ago', () => {
    const rate = new TransferRate(limit, 0)
    expect(rate.isFastEnough(1_000_000, 1_000)).toBe(true)
    expect(rate.isFastEnough(1, 2_000)).toBe(false)
  })
})
