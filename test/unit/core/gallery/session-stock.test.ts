import { describe, expect, it } from 'vitest'
import { AppError } from '@main/core/app-error'
import {
  driverStock,
  EMPTY_STOCK,
  refusalsOf,
  stockFrom,
  wantedDrivers,
} from '@main/core/gallery/session-stock'
import { aDriver, someLaps } from '../../../helpers/builders'

const fresh = { isStale: false }
const laps = someLaps({
  drivers: [
    aDriver({ code: 'AAA', fastest: { lap: 1, lapTimeMs: 80_000 } }),
    aDriver({ code: 'BBB', fastest: { lap: 2, lapTimeMs: 81_000 } }),
    aDriver({ code: 'CCC', fastest: null }),
  ],
})

describe('the stock of a session', () => {
  it('is cold, with nobody known, before the session was read', () => {
    const stock = EMPTY_STOCK
    expect(stock.laps).toBe('cold')
    expect(driverStock(stock, 'AAA')).toEqual({ kind: 'cold' })
    expect(wantedDrivers(stock, null)).toEqual([])
    expect(wantedDrivers(stock, ['ZZZ'])).toEqual(['ZZZ'])
  })

  it('tells who is warm, stale, to be made, without a time, and not there', () => {
    const sculptures = new Map([['AAA', { isStale: true }]])
    const stock = stockFrom({ laps, entry: fresh, sculptures })
    expect(stock.laps).toBe('warm')
    const kinds = ['AAA', 'BBB', 'CCC', 'DDD'].map((driver) => driverStock(stock, driver).kind)
    expect(kinds).toEqual(['stale', 'cold', 'no-time', 'absent'])
    expect(wantedDrivers(stock, null)).toEqual(['AAA', 'BBB'])
  })

  it('remembers with the laps which of them give no sculpture, and why', () => {
    const error = new AppError('sculpture/too-few-samples', 'BBB', { detail: '12' })
    const label = JSON.parse(JSON.stringify(refusalsOf(new Map([['BBB', error]])))) as unknown
    const stock = stockFrom({ laps, entry: { ...fresh, label }, sculptures: new Map() })
    const known = driverStock(stock, 'BBB')
    expect(known.kind === 'refused' && known.error.message).toBe(error.message)
    expect(known.kind === 'refused' && known.error.retry).toBe('never')
  })

  it.each([null, 'nonsense', { refused: 3 }, { refused: [{ driver: 'BBB', code: 'no/code', message: '' }] }])(
    'takes a note it cannot read (%j) for none',
    (label) => {
      const stock = stockFrom({ laps, entry: { ...fresh, label }, sculptures: new Map() })
      expect(driverStock(stock, 'BBB')).toEqual({ kind: 'cold' })
    },
  )
})
