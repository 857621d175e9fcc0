import { describe, expect, it } from 'vitest'
import { UNKNOWN_REMAINING, withProgress, type RemainingTime } from '@main/core/tasks/remaining-time'

const TOTAL = 1_000_000

/** Reports at each multiple of `stepMs`; `doneAt` gives the bytes at a time. @returns all estimates. */
function reports(doneAt: (ms: number) => number, untilMs: number, stepMs = 100): (number | null)[] {
  const estimates: (number | null)[] = []
  let remaining: RemainingTime = UNKNOWN_REMAINING
  for (let ms = 0; ms <= untilMs; ms += stepMs) {
    remaining = withProgress(remaining, doneAt(ms), TOTAL, ms)
    estimates.push(remaining.remainingMs)
  }
  return estimates
}

describe('the expected time of a download', () => {
  it('is unknown at first, then what is left at the rate so far', () => {
    const estimates = reports((ms) => ms * 100, 5_000)
    expect(estimates.slice(0, 14)).toEqual(Array.from({ length: 14 }, () => null))
    expect(estimates.at(-1)).toBeCloseTo(5_000, -3)
  })

  it('comes to zero as the last byte does', () => {
    expect(reports((ms) => ms * 100, 10_000).at(-1)).toBeLessThan(300)
  })

  it('does not jump when the line halves its speed, and has followed it ten seconds later', () => {
    const estimates = reports((ms) => (ms < 3_000 ? ms * 40 : 120_000 + (ms - 3_000) * 20), 20_000)
    const known = estimates.filter((each) => each !== null)
    const jumps = known.slice(1).map((each, i) => Math.abs(each - known[i]!))
    expect(Math.max(...jumps)).toBeLessThan(2_500)
    const leftAt20s = (TOTAL - (120_000 + 17_000 * 20)) / 20
    expect(Math.abs(known.at(-1)! - leftAt20s)).toBeLessThan(0.2 * leftAt20s)
  })

  it('is unknown again when nothing has come for ten seconds', () => {
    const before = withProgress(withProgress(UNKNOWN_REMAINING, 0, TOTAL, 0), 200_000, TOTAL, 2_000)
    expect(before.remainingMs).toBeCloseTo(8_000)
    const stalled = withProgress(withProgress(before, 200_000, TOTAL, 9_000), 200_000, TOTAL, 30_000)
    expect(stalled.remainingMs).toBeNull()
  })

  it('is unknown without a total, and after the total or the count has started over', () => {
    const known = withProgress(withProgress(UNKNOWN_REMAINING, 0, TOTAL, 0), 200_000, TOTAL, 2_000)
    expect(withProgress(known, 300_000, 0, 3_000).remainingMs).toBeNull()
    expect(withProgress(known, 300_000, TOTAL + 1, 3_000).remainingMs).toBeNull()
    expect(withProgress(known, 100, TOTAL, 3_000).remainingMs).toBeNull()
  })

  it('remembers a bounded number of reports', () => {
    let remaining: RemainingTime = UNKNOWN_REMAINING
    for (let ms = 0; ms < 600_000; ms += 10) remaining = withProgress(remaining, ms, TOTAL, ms)
    expect(remaining.samples.length).toBeLessThan(50)
  })
})
