// Numbers of two runs side by side: what counts as moved, and what is only the machine.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  compare,
  inColumns,
  ratios,
  readRecord,
  summarise,
  tableOf,
  type BenchRecord,
  type Figure,
} from '../../../../scripts/bench/figures.mjs'

const figure = (values: readonly number[], more: Partial<Figure> = {}): Figure => ({
  part: 'decode',
  name: 'all laps',
  unit: 'ms',
  values,
  ...more,
})
const record = (...figures: readonly Figure[]): BenchRecord => ({
  version: 1,
  machine: 'two cores',
  at: '2026-11-26T00:00:00Z',
  figures,
})
const some = fc.array(fc.double({ min: 0.001, max: 1e6, noNaN: true }), { minLength: 1, maxLength: 20 })

describe('two runs', () => {
  it('that are the same have nothing that moved', () => {
    fc.assert(
      fc.property(some, (values) => {
        expect(compare(record(figure(values)), record(figure(values))).moved).toEqual([])
      }),
    )
  })

  it('tell a figure that has doubled, whichever way round they are compared', () => {
    const [slow, fast] = [record(figure([20, 21, 22, 20, 21])), record(figure([10, 11, 10, 10, 11]))]
    expect(compare(fast, slow).moved.map(({ ratio }) => ratio)).toEqual([2.1])
    expect(compare(slow, fast).moved.map(({ ratio }) => ratio.toFixed(2))).toEqual(['0.48'])
  })

  it('have nothing that moved where the usual values overlap, though one run was slow once', () => {
    const before = record(figure([10, 11, 12, 10, 11]))
    const after = record(figure([11, 12, 90, 11, 12]))
    expect(compare(before, after).moved).toEqual([])
  })

  it('are compared by what the floor took beside them: a slower machine moves nothing', () => {
    const before = record(figure([10, 11, 12], { floor: { name: 'floor', values: [5, 5.5, 6] } }))
    const after = record(figure([30, 33, 36], { floor: { name: 'floor', values: [15, 16.5, 18] } }))
    expect(compare(before, after).moved).toEqual([])
    const worse = record(figure([60, 66, 72], { floor: { name: 'floor', values: [15, 16.5, 18] } }))
    expect(compare(before, worse).moved).toMatchObject([{ ratio: 2, by: 'floor' }])
  })

  it('name what only the older one has, and do not compare it', () => {
    const before = record(figure([1]), figure([2], { name: 'all samples' }))
    expect(compare(before, record(figure([1])))).toMatchObject({
      compared: 1,
      missing: [{ name: 'all samples' }],
    })
  })
})

describe('the usual values', () => {
  it('hold the median, and lie between the smallest and the largest', () => {
    fc.assert(
      fc.property(some, (values) => {
        const { median, low, high } = summarise(values)
        expect(low).toBeLessThanOrEqual(median)
        expect(median).toBeLessThanOrEqual(high)
        expect(Math.min(...values)).toBeLessThanOrEqual(low)
        expect(high).toBeLessThanOrEqual(Math.max(...values))
      }),
    )
  })

  it('are taken turn by turn with the floor, where both had as many turns', () => {
    expect(ratios(figure([10, 40], { floor: { name: 'floor', values: [5, 10] } }))).toEqual([2, 4])
    expect(ratios(figure([10, 40, 20], { floor: { name: 'floor', values: [5] } }))).toEqual([2, 8, 4])
    expect(ratios(figure([10]))).toBeNull()
  })
})

describe('the record', () => {
  it('comes back from its file as it was', () => {
    const kept = record(figure([1, 2], { floor: { name: 'floor', values: [1] } }))
    expect(readRecord(JSON.stringify(kept))).toEqual(kept)
  })

  it.each([
    ['another version', { ...record(), version: 2 }],
    ['no figures', { version: 1, machine: 'x' }],
    ['a figure without values', record(figure([]))],
    ['a word for a number', record(figure(['1'] as unknown as readonly number[]))],
  ])('is refused with %s', (_, found) => {
    expect(() => readRecord(JSON.stringify(found))).toThrow(SyntaxError)
  })

  it('becomes a table in columns, with the ratio beside what it is a ratio to', () => {
    const kept = record(figure([1234.5], { floor: { name: 'inflate', values: [617.25] } }), figure([0.01234]))
    const lines = inColumns(tableOf(kept)).split('\n')
    expect(lines[1]).toMatch(/^decode +all laps +1235 +ms +1 +2\.00 +inflate$/)
    expect(lines[2]).toMatch(/^decode +all laps +0\.0123 +ms +1$/)
  })
})
