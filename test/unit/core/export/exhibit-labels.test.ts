import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { suggestedFileName } from '@main/core/export/exhibit-labels'
import { LABELS } from '../../../helpers/lap-shapes'

const id = { source: 'demo', season: 2026, round: 4, session: 'Q', driver: 'AAA', lap: 'fastest' } as const

describe('the name suggested for a file', () => {
  it('tells what is in it, without accents', () => {
    expect(suggestedFileName(id, LABELS, '3mf')).toBe('2026 Grand Prix of Sao Paulo Qualifying AAA lap 3.3mf')
    expect(suggestedFileName(id, { ...LABELS, isSimulated: true }, 'stl')).toMatch(/^simulated 2026 /)
  })

  it('is one that every file system takes, whatever the calendar says', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(0x10_ffff)), (codes) => {
        const eventName = String.fromCodePoint(...codes)
        const name = suggestedFileName(id, { ...LABELS, eventName }, 'csv')
        expect(name).toMatch(/^2026[A-Za-z0-9 _-]*\.csv$/)
        expect(name.length).toBeLessThan(130)
      }),
    )
  })
})
