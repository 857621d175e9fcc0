import { describe, expect, it } from 'vitest'
import type { Sculpture } from '@contract/sculpture'
import type { WallItem } from '@contract/wall'
import { createPreparer } from '@renderer/features/wall/preparer'
import { aSculpture } from '../../../../helpers/builders'
import { aWallItem } from '../../../core/gallery/wall-fixtures'
import { settled } from '../gallery/fake-client'

function setUp() {
  const loaded: string[] = []
  const broken = new Set<string>()
  let pauses: (() => void)[] = []
  const preparer = createPreparer({
    load: ({ id }) => {
      loaded.push(id.driver)
      return broken.has(id.driver) ? Promise.reject(new Error('gone')) : Promise.resolve(aSculpture())
    },
    whenIdle: () => Promise.resolve(),
    pause: () => new Promise((resolve) => pauses.push(resolve)),
  })
  const rest = async (): Promise<void> => {
    for (const end of pauses) end()
    pauses = []
    await settled()
  }
  return { preparer, loaded, broken, rest }
}

const card = (driver: string): WallItem => aWallItem(1, driver)

describe('what a click would need', () => {
  it('is brought once the pointer rests, and not for what it only passes over', async () => {
    const { preparer, loaded, rest } = setUp()
    const [a, b] = [card('AAA'), card('BBB')]
    preparer.approach(a)
    preparer.leave()
    preparer.approach(b)
    expect(preparer.at(b)).toBeNull()
    await rest()
    expect(loaded).toEqual(['BBB'])
    expect(preparer.at(a)).toBeNull()
    await expect(preparer.at(b)).resolves.toBeDefined()
  })

  it('is brought once for a card that is come back to, and again when it was made anew', async () => {
    const { preparer, loaded, rest } = setUp()
    const a = card('AAA')
    for (const item of [a, a, { ...a, madeAt: 9 }]) {
      preparer.approach(item)
      await rest()
    }
    expect(loaded).toEqual(['AAA', 'AAA'])
    expect(preparer.at(a)).toBeNull()
    expect(preparer.at({ ...a, madeAt: 9 })).not.toBeNull()
  })

  it('is given up for the next ones after a while', async () => {
    const { preparer, rest } = setUp()
    const cards = 'ABCDEFGHIJ'.split('').map((letter) => card(letter.repeat(3)))
    for (const item of cards) {
      preparer.approach(item)
      await rest()
    }
    const kept = cards.filter((item) => preparer.at(item) !== null)
    expect(kept.length).toBeLessThan(cards.length)
    expect(kept).toEqual(cards.slice(-kept.length))
  })

  it('is built on the stage there is, once, and not after the pointer has gone on', async () => {
    const { preparer, rest } = setUp()
    const built: Sculpture[] = []
    const a = card('AAA')
    preparer.setStage({ prepare: (sculpture) => built.push(sculpture) })
    preparer.approach(a)
    await rest()
    expect(built).toEqual([await preparer.at(a)])
    preparer.setStage(null)
    preparer.approach(card('BBB'))
    await rest()
    expect(built).toHaveLength(1)
  })

  it('is forgotten where it could not be had', async () => {
    const { preparer, broken, rest } = setUp()
    broken.add('AAA')
    const a = card('AAA')
    preparer.approach(a)
    await rest()
    expect(preparer.at(a)).toBeNull()
  })
})
