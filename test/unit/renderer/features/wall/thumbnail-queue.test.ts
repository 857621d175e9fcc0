import { describe, expect, it } from 'vitest'
import type { WallItem } from '@contract/wall'
import { createThumbnailQueue } from '@renderer/features/wall/thumbnail-queue'
import { aSculpture } from '../../../../helpers/builders'
import { aWallItem } from '../../../core/gallery/wall-fixtures'
import { settled } from '../gallery/fake-client'

type Theme = 'dark' | 'light'

/** A queue whose page is idle when the test says so, and that remembers what it drew. */
function setUp({ limit = 10, restAfter = 6, drawnBefore = [] as readonly string[] } = {}) {
  let urls = 0
  const stored: string[] = []
  const lookUps: string[][] = []
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
      recall: async (items, theme) => {
        lookUps.push(items.map(({ id }) => id.driver))
        await settled()
        const known = items.filter(({ id }) => drawnBefore.includes(`${id.driver} ${theme}`))
        return new Map(known.map((item) => [item, new Blob([item.key])]))
      },
      store: ({ id }, theme) => void stored.push(`${id.driver} ${theme}`),
      createUrl: () => `blob:${++urls}`,
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
      await settled()
      idle.shift()?.()
      await settled()
      await settled()
    }
  }
  return { queue, drawn, stored, lookUps, revoked, broken, rest, mostAtOnce: () => mostAtOnce }
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

  it('are made anew for another theme, and give way to the plan until then', async () => {
    const { queue, drawn, rest, revoked } = setUp()
    queue.want(A, 'visible')
    await rest(1)
    const dark = queue.urlOf(A)
    let told = 0
    queue.subscribe(() => (told += 1))
    queue.setTheme('light')
    expect([queue.urlOf(A), told]).toEqual([null, 1])
    await rest(1)
    expect(drawn).toEqual(['AAA dark', 'AAA light'])
    expect(queue.urlOf(A)).not.toBeNull()
    expect(revoked).toEqual([dark])
  })

  it('are made anew when the sculpture was, and stay until then', async () => {
    const { queue, drawn, rest } = setUp()
    queue.want(A, 'visible')
    await rest(1)
    const former = queue.urlOf(A)
    const rebuilt = { ...A, madeAt: A.madeAt + 1 }
    queue.unwant(A)
    queue.want(rebuilt, 'visible')
    expect(queue.urlOf(rebuilt)).toBe(former)
    await rest(1)
    expect(drawn).toHaveLength(2)
    expect(queue.urlOf(rebuilt)).not.toBe(former)
  })

  it('that were drawn before are there without being drawn, whatever the page does', async () => {
    const { queue, drawn, stored, lookUps } = setUp({ drawnBefore: ['AAA dark', 'CCC dark'] })
    for (const item of [A, B, C]) queue.want(item, 'visible')
    await settled()
    await settled()
    expect([A, B, C].map((item) => queue.urlOf(item) !== null)).toEqual([true, false, true])
    expect(lookUps).toEqual([['AAA', 'BBB', 'CCC']])
    expect([drawn, stored]).toEqual([[], []])
  })

  it('are stored once they are drawn, and looked up in a theme only once while their card hangs', async () => {
    const { queue, drawn, stored, lookUps, rest } = setUp({ drawnBefore: ['AAA light'] })
    queue.want(A, 'visible')
    await rest(1)
    queue.want(A, 'hung')
    queue.setTheme('light')
    await rest(1)
    expect(drawn).toEqual(['AAA dark'])
    expect(stored).toEqual(['AAA dark'])
    expect(lookUps).toHaveLength(2)
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
