import { describe, expect, it } from 'vitest'
import { samplesWithin } from '@main/core/session/samples-within'
import { thirteenCorners } from '../track/synthetic-circuit'
import { qualifyingHour } from '../track/synthetic-driving'

describe('the samples within some spans', () => {
  const { samples } = qualifyingHour(thirteenCorners(), 1, { cars: 2, laps: 2 })
  const spans = [
    { startMs: 30_000, endMs: 60_000 },
    { startMs: 90_000, endMs: 91_000 },
  ]
  const isWithin = (t: number): boolean => spans.some(({ startMs, endMs }) => t >= startMs && t <= endMs)

  it('are those of every stream whose times lie in one of them, with their values', () => {
    const cut = samplesWithin(samples, spans)
    for (const [number, { car, position }] of cut.cars) {
      const whole = samples.cars.get(number)!
      expect([...car.timeMs]).toEqual([...whole.car.timeMs].filter(isWithin))
      expect([...position.timeMs]).toEqual([...whole.position.timeMs].filter(isWithin))
      const at = whole.position.timeMs.indexOf(position.timeMs[7]!)
      expect(position.xM[7]).toBe(whole.position.xM[at])
      expect(position.stamp[7]).toBe(whole.position.stamp[at])
      expect(car.gear).toHaveLength(car.timeMs.length)
    }
    expect(cut.positionStampsMs).toBe(samples.positionStampsMs)
  })

  it('are none within no spans', () => {
    for (const { car, position } of samplesWithin(samples, []).cars.values())
      expect(car.timeMs.length + position.timeMs.length).toBe(0)
  })
})
