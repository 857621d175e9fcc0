import { describe, expect, it } from 'vitest'
import { channelsTable } from '@main/core/sculpture/channels-table'
import { aSculpture } from '../../../helpers/builders'

function columns(change: Parameters<typeof aSculpture>[0] = {}) {
  return new Map(channelsTable(aSculpture(change)).map((column) => [column.name, column]))
}

describe('the table of a sculpture', () => {
  it('has one value in every column for every sample, and a unit where the name says one', () => {
    const sculpture = aSculpture()
    const table = channelsTable(sculpture)
    for (const { values } of table) expect(values).toHaveLength(sculpture.channels.xM.length)
    expect(new Set(table.map(({ name }) => name)).size).toBe(table.length)
    const unitOfSuffix = [
      [/M$/, 'm'],
      [/Ms$/, 'ms'],
      [/Kmh$/, 'km/h'],
      [/Pct$/, '%'],
      [/G$/, 'G'],
    ] as const
    for (const { name, unit } of table)
      expect(unit).toBe(unitOfSuffix.find(([suffix]) => suffix.test(name))?.[1] ?? '')
  })

  it('says null where a value is missing, never a stand-in', () => {
    const table = columns()
    expect(table.get('throttlePct')!.values[7]).toBeNull()
    expect(table.get('drs')!.values[0]).toBeNull()
    expect(table.get('gear')!.values[0]).toBe(6)
    expect([...table.values()].flatMap(({ values }) => values)).not.toContain(Number.NaN)
  })

  it('counts the driven line into the uncertainty of lateral and of combined G', () => {
    const table = columns()
    expect(table.get('lateralSigmaG')!.values[0]).toBeCloseTo(Math.hypot(0.05, 0.15 * 2.549), 3)
    // All of the force is lateral on this circle.
    expect(table.get('uncertaintyG')!.values[0]).toBeCloseTo(Math.hypot(0.05, 0.15 * 2.549), 3)
    expect(table.get('combinedG')!.values[0]).toBeCloseTo(2.549, 3)
  })

  it('tells sector and corner of every place, also of a corner that spans the finish line', () => {
    const spanning = {
      number: 3,
      direction: 'left' as const,
      apexM: 2,
      radiusM: 90,
      entryM: 600,
      exitM: 12,
    }
    const table = columns({ corners: [spanning], sectorEndsM: [210, 420] })
    const at = (name: string, distanceM: number) => {
      const i = table.get('distanceM')!.values.findIndex((d) => d! >= distanceM)
      return table.get(name)!.values[i]
    }
    expect([0, 205, 211, 421].map((m) => at('sector', m))).toEqual([1, 1, 2, 3])
    expect([0, 9, 15, 300, 601].map((m) => at('corner', m))).toEqual([3, 3, null, null, 3])
    expect(columns({ sectorEndsM: null }).get('sector')!.values[5]).toBeNull()
  })
})
