import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { collectPages, type Page } from '@main/core/sources/archive/jolpica-pages'

const numbers = (from: number, to: number) => Array.from({ length: to - from }, (_, i) => from + i)

/** A server with some rows that gives a page of some size, and what was asked of it. */
function server(answer: (offset: number) => Page<number> | null) {
  const asked: number[] = []
  const load = (offset: number) => {
    asked.push(offset)
    return Promise.resolve(answer(offset))
  }
  return { asked, collect: () => collectPages(load, String) }
}
const honest = (size: number, all: number) => (offset: number) => {
  const rows = numbers(offset, Math.min(all, offset + size))
  return { total: all, received: rows.length, rows }
}

describe('a list in pages', () => {
  it('is read to its end, however small the pages are', async () => {
    const { asked, collect } = server(honest(30, 70))
    expect(await collect()).toMatchObject({ rows: numbers(0, 70), isComplete: true })
    expect(asked).toEqual([0, 30, 60])
  })

  it('takes one request when it fits into one page, or is empty', async () => {
    for (const rows of [0, 20]) {
      const { asked, collect } = server(honest(100, rows))
      expect((await collect())?.rows.length).toBe(rows)
      expect(asked).toEqual([0])
    }
  })

  it('is null when there is none', async () => {
    expect(await server(() => null).collect()).toBeNull()
  })

  it('ends, incomplete, when the server announces rows it does not have', async () => {
    const { asked, collect } = server((offset) => ({ ...honest(30, 30)(offset), total: 500 }))
    expect(await collect()).toMatchObject({ rows: numbers(0, 30), isComplete: false })
    expect(asked).toEqual([0, 30])
  })

  it('ends, incomplete, when the server repeats its first page for ever', async () => {
    const { asked, collect } = server(() => ({ ...honest(30, 30)(0), total: 500 }))
    expect(await collect()).toMatchObject({ rows: numbers(0, 30), isComplete: false })
    expect(asked.length).toBe(2)
  })

  it('ends after ten pages, whatever the server says', async () => {
    const { asked, collect } = server((offset) => ({ total: 1e6, received: 1, rows: [offset] }))
    expect((await collect())?.isComplete).toBe(false)
    expect(asked.length).toBe(10)
  })

  it('ends when a page in the middle is missing', async () => {
    const { collect } = server((offset) => (offset === 0 ? honest(30, 70)(0) : null))
    expect(await collect()).toMatchObject({ rows: numbers(0, 30), isComplete: false })
  })

  it('believes the rows when the server does not say how many there are', async () => {
    const { collect } = server(() => ({ total: null, received: 2, rows: [1, 2] }))
    expect(await collect()).toMatchObject({ rows: [1, 2], isComplete: true })
  })

  it('knows that a row could not be read', async () => {
    const { collect } = server(() => ({ total: 2, received: 2, rows: [1] }))
    expect(await collect()).toMatchObject({ rows: [1], isComplete: false })
  })

  it('ends with each row once, whatever the server answers', async () => {
    const page = fc.record({ total: fc.option(fc.nat()), received: fc.nat(200), rows: fc.array(fc.nat(50)) })
    await fc.assert(
      fc.asyncProperty(fc.infiniteStream(fc.option(page)), async (pages) => {
        const collected = await server(() => pages.next().value).collect()
        const rows = collected?.rows ?? []
        expect(new Set(rows).size).toBe(rows.length)
      }),
    )
  })
})
