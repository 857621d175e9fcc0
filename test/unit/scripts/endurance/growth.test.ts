import { describe, expect, it } from 'vitest'
import { growthOf } from '../../../../scripts/endurance/growth.mjs'
import { chanceOf } from '../../../../scripts/endurance/random.mjs'

const allowances = { nodes: { ratio: 0.1, fixed: 5 } }

function samplesOf(nodes: readonly number[]) {
  return nodes.map((each) => ({ nodes: each }))
}

describe('growth over a long use', () => {
  it('is seen where the lowest values rise, whatever the highest do', () => {
    expect(growthOf(samplesOf([1, 9, 100, 400, 300, 150, 900, 116]), allowances)).toEqual([
      'nodes has grown from 100 to 116; 115 is allowed',
    ])
    expect(growthOf(samplesOf([1, 9, 100, 400, 300, 150, 900, 115]), allowances)).toEqual([])
  })

  it('does not count what the first visits bring', () => {
    expect(growthOf(samplesOf([1, 5, 100, 100, 100, 100, 100, 100]), allowances)).toEqual([])
  })

  it('is not guessed at from a few samples', () => {
    expect(growthOf(samplesOf([1, 2, 3, 1000]), allowances)).toEqual([])
  })
})

describe('chance by a seed', () => {
  it('gives the same row again, and another for another seed', () => {
    const rowOf = (seed: number) => {
      const chance = chanceOf(seed)
      return Array.from({ length: 20 }, () => chance.whole(1, 1_000))
    }
    expect(rowOf(7)).toEqual(rowOf(7))
    expect(rowOf(7)).not.toEqual(rowOf(8))
  })

  it('keeps to its bounds, both of which come', () => {
    const chance = chanceOf(1)
    const drawn = new Set(Array.from({ length: 300 }, () => chance.whole(2, 4)))
    expect(drawn).toEqual(new Set([2, 3, 4]))
  })

  it('chooses by weight, and nothing of what has none', () => {
    const chance = chanceOf(1)
    const items = [
      { name: 'never', weight: 0 },
      { name: 'often', weight: 9 },
      { name: 'seldom', weight: 1 },
    ]
    const drawn = Array.from({ length: 1_000 }, () => chance.weighted(items)?.name)
    const seldom = drawn.filter((name) => name === 'seldom').length
    expect(drawn).not.toContain('never')
    expect(seldom).toBeGreaterThan(50)
    expect(seldom).toBeLessThan(200)
  })
})
