import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { EntryIndex } from '@main/adapters/entry-store/entry-index'

/** In the order of their last use. */
const entries = fc.uniqueArray(
  fc.record({ key: fc.string(), bytes: fc.nat(1_000), isPinned: fc.boolean() }),
  { selector: ({ key }) => key, maxLength: 30 },
)

describe('what has to go when room is needed', () => {
  it('is as little as is enough, least recently used first, pinned last, never what was just written', () => {
    fc.assert(
      fc.property(entries, fc.nat(15_000), fc.nat(), (all, maxBytes, which) => {
        const index = new EntryIndex()
        const metadata = { checkedAt: 0, isFinal: false }
        for (const { key, bytes } of all) index.put({ key, bytes, metadata, mtimeMs: 0, lastUsedAt: 0 })
        const spared = all[which % (all.length + 1)]?.key ?? null
        const pinned = new Set(all.filter(({ isPinned }) => isPinned).map(({ key }) => key))
        const leaving = index.overflow(maxBytes, ({ key }) => pinned.has(key), spared)

        const order = [...all.filter(({ isPinned }) => !isPinned), ...all.filter(({ isPinned }) => isPinned)]
          .map(({ key }) => key)
          .filter((key) => key !== spared)
        expect(leaving).toEqual(order.slice(0, leaving.length))
        const left = (gone: readonly string[]) =>
          all.filter(({ key }) => !gone.includes(key)).reduce((sum, { bytes }) => sum + bytes, 0)
        if (leaving.length < order.length) expect(left(leaving)).toBeLessThanOrEqual(maxBytes)
        if (leaving.length > 0) expect(left(leaving.slice(0, -1))).toBeGreaterThan(maxBytes)
      }),
    )
  })

  it('is counted by what is there: used, changed and forgotten entries keep the sum', () => {
    const actions = fc.array(
      fc.record({
        what: fc.constantFrom('put', 'use', 'forget', 'amend'),
        key: fc.constantFrom('a', 'b', 'c'),
        bytes: fc.nat(100),
      }),
    )
    fc.assert(
      fc.property(actions, (done) => {
        const index = new EntryIndex()
        const metadata = { checkedAt: 0, isFinal: false }
        for (const { what, key, bytes } of done) {
          if (what === 'put') index.put({ key, bytes, metadata, mtimeMs: 0, lastUsedAt: 0 })
          if (what === 'use') index.use(key, 1)
          if (what === 'forget') index.forget(key)
          if (what === 'amend') index.amend(key, { metadata, mtimeMs: 2 })
        }
        expect(index.bytes).toBe(index.list().reduce((sum, { bytes }) => sum + bytes, 0))
        expect(index.size).toBe(index.keys().length)
      }),
    )
  })
})
