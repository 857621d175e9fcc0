import { describe, expect, it } from 'vitest'
import { planSampling } from '@main/core/sources/demo/sampling'

const sampling = planSampling('a seed', 5_000, 2_000_000)
const gaps = (stamps: Float64Array): number[] =>
  Array.from(stamps.subarray(1), (stamp, i) => stamp - stamps[i]!)
const median = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[values.length >> 1]!
const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length

describe('the sampling of a simulated session', () => {
  it.each([
    ['car channels', sampling.carStampsMs, 40],
    ['positions', sampling.positionStampsMs, 20],
  ])('takes %s every 240 ms in the median, irregularly, on a grid', (_, stamps, gridMs) => {
    const all = gaps(stamps)
    expect(Math.abs(median(all) - 240)).toBeLessThanOrEqual(20)
    expect(mean(all)).toBeGreaterThan(250)
    expect(mean(all)).toBeLessThan(285)
    expect(new Set(all).size).toBeGreaterThan(8)
    for (const gap of all) {
      expect(gap).toBeGreaterThan(0)
      expect(gap % gridMs).toBe(0)
    }
  })

  it('pauses both streams at the same instants for about a second, every half minute or so', () => {
    const holes = gaps(sampling.carStampsMs)
      .map((gap, i) => ({ gap, fromMs: sampling.carStampsMs[i]! }))
      .filter(({ gap }) => gap > 700)
    expect(holes.length).toBeGreaterThan(40)
    expect(holes.length).toBeLessThan(90)
    for (const { gap, fromMs } of holes) {
      expect(gap).toBeLessThan(1900)
      const inside = sampling.positionTakenMs.filter((at) => at > fromMs + 520 && at < fromMs + gap - 520)
      expect(inside).toHaveLength(0)
    }
  })

  it('keeps the two streams out of phase', () => {
    const car = new Set(sampling.carStampsMs)
    expect(sampling.positionStampsMs.some((stamp) => car.has(stamp))).toBe(false)
  })

  it('stamps a quarter of the positions 20 to 160 ms early and the others within 20 ms, 46 ms rms in all', () => {
    const errors = Array.from(sampling.positionTakenMs, (taken, i) => taken - sampling.positionStampsMs[i]!)
    const early = errors.filter((error) => error > 20)
    expect(early.length / errors.length).toBeGreaterThan(0.19)
    expect(early.length / errors.length).toBeLessThan(0.28)
    expect(Math.max(...errors)).toBeLessThanOrEqual(160)
    expect(Math.min(...errors)).toBeGreaterThanOrEqual(-40)
    expect(errors.filter((error) => error < -20).length / errors.length).toBeLessThan(0.02)
    expect(Math.sqrt(mean(errors.map((error) => error * error)))).toBeGreaterThan(38)
    expect(Math.sqrt(mean(errors.map((error) => error * error)))).toBeLessThan(52)
  })

  it('takes positions in the order of their stamps', () => {
    expect(gaps(sampling.positionTakenMs).every((gap) => gap > 0)).toBe(true)
  })

  it('sends one to six samples a message, about once a second, and every sample once', () => {
    for (const [messages, stamps] of [
      [sampling.carMessages, sampling.carStampsMs],
      [sampling.positionMessages, sampling.positionStampsMs],
    ] as const) {
      const sizes = messages.map(({ fromIndex, toIndex }) => toIndex - fromIndex)
      expect(Math.min(...sizes)).toBeGreaterThanOrEqual(1)
      expect(Math.max(...sizes)).toBeLessThanOrEqual(6)
      expect(median(sizes)).toBe(4)
      expect(sizes.reduce((sum, size) => sum + size, 0)).toBe(stamps.length)
      messages.slice(1).forEach((message, i) => expect(message.fromIndex).toBe(messages[i]!.toIndex))
    }
  })

  it('is the same for the same seed and another for another', () => {
    expect(planSampling('a seed', 5_000, 2_000_000)).toEqual(sampling)
    expect(planSampling('b seed', 5_000, 2_000_000).carStampsMs).not.toEqual(sampling.carStampsMs)
  })
})
