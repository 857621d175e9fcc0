import { describe, expect, it } from 'vitest'
import type { WallItem } from '@contract/wall'
import { createThumbnailQueue } from '@renderer/features/wall/thumbnail-queue'
import { aSculpture } from '../../../../helpers/builders'
import { aWallItem } from '../../../core/gallery/wall-fixtures'
import { settled } from '../gallery/fake-client'

type Theme = 'dark' | 'light'

/** A queue whose page is idle when the test says so, and that remembers what it drew. */
function setUp({ limit = 10, restAfter = 6 } = {}) {
  const drawn: string[] = []
  const revoked: string[] = []
  const broken = new Set<string>()
  const idle: (() => void)[] = []
  let atOnce = 0
  let mostAtOnce = 0
  const queue = createThumbnailQueue<Theme>(
    {
      load: ({ key }: WallItem) => {
        atOnce += 1
        mostAtOnce = Math.max(mostAtOnce, atOnce)
        return broken.has(key)
          ? Promise.reject(new Error('gone'))
          : Promise.resolve(aSculpture({ driver: key }))
      },
      draw: async ({ header }, theme) => {
        await settled()
        atOnce -= 1
        drawn.push(`${header.driver.split(':').at(-1)} ${theme}`)
        return new Blob([header.driver])
      },
      createUrl: () => `blob:${drawn.length}`,
      revokeUrl: (url) => revoked.push(url),
      whenIdle: () => new Promise((resolve) => idle.push(resolve)),
      limit,
      restAfter,
    },
    'dark',
  )
  /** Lets the page be idle so many times. */
  const rest = async (times: number) => {
    for (let i = 0; i < times; i++) {
      await settled()
      idle.shift()?.()
      await settled()
      await settled()
    }
  }
  return { queue, drawn, revoked, broken, rest, mostAtOnce: () => mostAtOnce }
}

const [A, B, C] = ['AAA', 'BBB', 'CCC'].map((driver) => aWallItem(1, driver)) as [
  WallItem,
  WallItem,
  WallItem,
]

describe('the pictures of the wall', () => {
  it('are drawn one at a time, only while the page is idle, cards in sight first', async () => {
    const { queue, drawn, rest, mostAtOnce } = setUp()
    queue.want(A, 'hung')
    queue.want(B, 'hung')
    queue.want(C, 'visible')
    await settled()
    expect(drawn).toEqual([])
    await rest(3)
    expect(drawn).toEqual(['CCC dark', 'AAA dark', 'BBB dark'])
    expect(mostAtOnce()).toBe(1)
  })

  it('are told of, and each keeps its address', async () => {
    const { queue, rest } = setUp()
    let told = 0
    queue.subscribe(() => (told += 1))
    queue.want(A, 'visible')
    expect(queue.urlOf(A)).toBeNull()
    await rest(1)
    expect(told).toBe(1)
    const url = queue.urlOf(A)
    expect(url).not.toBeNull()
    queue.want(A, 'visible')
    await rest(2)
    expect(queue.urlOf(A)).toBe(url)
  })

  it('give way when there are too many: the least recently seen first, never one in sight', async () => {
    const { queue, rest, revoked } = setUp({ limit: 1 })
    queue.want(A, 'visible')
    await rest(1)
    const first = queue.urlOf(A)
    queue.want(B, 'hung')
    await rest(2)
    expect(queue.urlOf(B)).toBeNull()
    queue.want(B, 'visible')
    await rest(2)
    expect([queue.urlOf(A), queue.urlOf(B)]).not.toContain(null)
    queue.want(A, 'hung')
    queue.want(C, 'visible')
    await rest(2)
    expect(queue.urlOf(A)).toBeNull()
    expect(revoked).toEqual([first])
  })

  it('are made anew for another theme, and stay until then', async () => {
    const { queue, drawn, rest, revoked } = setUp()
    queue.want(A, 'visible')
    await rest(1)
    const dark = queue.urlOf(A)
    queue.setTheme('light')
    await settled()
    expect(queue.urlOf(A)).toBe(dark)
    await rest(1)
    expect(drawn).toEqual(['AAA dark', 'AAA light'])
    expect(queue.urlOf(A)).not.toBe(dark)
    expect(revoked).toEqual([dark])
  })

  it('are made anew when the same driver has another fastest lap', async () => {
    const { queue, drawn, rest } = setUp()
    queue.want(A, 'visible')
    await rest(1)
    queue.want({ ...A, lap: A.lap + 3 }, 'visible')
    await rest(1)
    expect(drawn).toHaveLength(2)
  })

  it('leave out what cannot be drawn, and try it again when it comes back into sight', async () => {
    const { queue, drawn, broken, rest } = setUp()
    broken.add(A.key)
    queue.want(A, 'visible')
    queue.want(B, 'visible')
    await rest(3)
    expect(drawn).toEqual(['BBB dark'])
    broken.clear()
    queue.want(A, 'hung')
    queue.want(A, 'visible')
    await rest(1)
    expect(drawn).toEqual(['BBB dark', 'AAA dark'])
  })

  it('wait while the wall is not on show', async () => {
    const { queue, drawn, rest } = setUp()
    queue.pause()
    queue.want(A, 'visible')
    await rest(2)
    expect(drawn).toEqual([])
    queue.resume()
    await rest(1)
    expect(drawn).toEqual(['AAA dark'])
  })

  it.each([
    ['the first ones are there', 2],
    ['every card has its own', 6],
  ])('say when %s', async (_, restAfter) => {
    const { queue, rest } = setUp({ restAfter })
    let hasRested = false
    void queue.hasRested.then(() => (hasRested = true))
    queue.want(A, 'visible')
    queue.want(B, 'visible')
    await rest(1)
    expect(hasRested).toBe(false)
    await rest(1)
    expect(hasRested).toBe(true)
  })

  it('give every address back at the end, also of one that was being drawn', async () => {
    const { queue, drawn, revoked, rest } = setUp()
    queue.want(A, 'visible')
    await rest(1)
    queue.want(B, 'visible')
    queue.dispose()
    queue.dispose()
    await rest(2)
    expect(revoked).toHaveLength(1)
    expect(drawn).toEqual(['AAA dark'])
    expect(queue.urlOf(A)).toBeNull()
  })
})
