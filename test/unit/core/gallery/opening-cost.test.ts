import { describe, expect, it } from 'vitest'
import type { SculptureId } from '@contract/ids'
import { openingCost } from '@main/core/gallery/opening-cost'
import { expectedCost, NO_RECORD, withMeasured } from '@main/core/warming/own-record'

const ID: SculptureId = {
  source: 'archive',
  season: 2025,
  round: 20,
  session: 'Q',
  driver: 'NOR',
  lap: 'fastest',
}
const gallery = (isHere: boolean) => ({ has: () => Promise.resolve(isHere) })
const recordOf = (record = NO_RECORD) => ({
  costOf: (...session: [SculptureId['source'], SculptureId['session']]) =>
    Promise.resolve(expectedCost(record, ...session)),
})

describe('what opening a sculpture would fetch', () => {
  it('is nothing when it is in the cache, or is simulated', async () => {
    expect(await openingCost(ID, gallery(true), recordOf())).toEqual({ kind: 'here' })
    expect(await openingCost({ ...ID, source: 'demo' }, gallery(false), recordOf())).toEqual({ kind: 'here' })
  })

  it('is what such sessions have cost here, or usually cost, and it says which', async () => {
    expect(await openingCost(ID, gallery(false), recordOf())).toMatchObject({ kind: 'fetched', isOwn: false })
    const record = withMeasured(NO_RECORD, 'archive', 'Q', { bytes: 9_000_000.4, durationMs: 2_500 })
    expect(await openingCost(ID, gallery(false), recordOf(record))).toEqual({
      kind: 'fetched',
      bytes: 9_000_000,
      durationMs: 2_500,
      isOwn: true,
    })
  })
})
