import { describe, expect, it } from 'vitest'
import { nextCard } from '@renderer/features/wall/card-keys'

/** A large card, two small ones above each other beside it, twice; and a row of one under them. */
const box = (left: number, top: number, size = 100) => ({ left, top, width: size, height: size })
const BOXES = [box(0, 0, 210), box(220, 0), box(330, 0), box(220, 110), box(330, 110), box(0, 300)]

describe('the arrow keys on the wall', () => {
  it('walk in reading order to the left and to the right, and stop at the ends', () => {
    expect(nextCard(BOXES, 0, 'ArrowRight')).toBe(1)
    expect(nextCard(BOXES, 3, 'ArrowLeft')).toBe(2)
    expect(nextCard(BOXES, 0, 'ArrowLeft')).toBeNull()
    expect(nextCard(BOXES, 5, 'ArrowRight')).toBeNull()
  })

  it('go to the nearest row above or below, and to the card that lies nearest in it', () => {
    expect(nextCard(BOXES, 2, 'ArrowDown')).toBe(4)
    expect(nextCard(BOXES, 3, 'ArrowUp')).toBe(1)
    expect(nextCard(BOXES, 0, 'ArrowDown')).toBe(5)
    expect(nextCard(BOXES, 5, 'ArrowUp')).toBe(0)
    expect(nextCard(BOXES, 1, 'ArrowUp')).toBeNull()
  })

  it('leave all other keys to the page', () => {
    for (const key of ['Enter', 'Tab', ' ', 'a', 'Escape']) expect(nextCard(BOXES, 2, key)).toBeNull()
  })
})
