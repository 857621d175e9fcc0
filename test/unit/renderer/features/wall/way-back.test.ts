import { describe, expect, it } from 'vitest'
import { wayOf } from '@renderer/features/wall/use-way-back'

const stroke = {
  key: 'Escape',
  altKey: false,
  defaultPrevented: false,
  isInSelect: false,
  isInText: false,
  isUnderDialog: false,
}

describe('the way from room to room', () => {
  it('leads back to the wall with Escape and with Alt+Left, and to the plinth again with Alt+Right', () => {
    expect(wayOf(stroke, 'plinth')).toBe('wall')
    expect(wayOf({ ...stroke, key: 'ArrowLeft', altKey: true }, 'plinth')).toBe('wall')
    expect(wayOf({ ...stroke, key: 'ArrowRight', altKey: true }, 'wall')).toBe('plinth')
  })

  it('leads from the room of the warming to the wall just so, but not out of a field one types in', () => {
    expect(wayOf(stroke, 'warming')).toBe('wall')
    expect(wayOf({ ...stroke, key: 'ArrowLeft', altKey: true }, 'warming')).toBe('wall')
    expect(wayOf({ ...stroke, isInText: true }, 'warming')).toBeNull()
  })

  it('leaves Escape to whoever uses it already, and to an open list of choices', () => {
    expect(wayOf({ ...stroke, defaultPrevented: true }, 'plinth')).toBeNull()
    expect(wayOf({ ...stroke, isInSelect: true }, 'plinth')).toBeNull()
  })

  it('leads nowhere under an open dialog', () => {
    expect(wayOf({ ...stroke, isUnderDialog: true }, 'plinth')).toBeNull()
    expect(wayOf({ ...stroke, key: 'ArrowLeft', altKey: true, isUnderDialog: true }, 'plinth')).toBeNull()
  })

  it('goes nowhere from where it leads to, nor with arrows alone', () => {
    expect(wayOf(stroke, 'wall')).toBeNull()
    expect(wayOf({ ...stroke, key: 'ArrowLeft', altKey: true }, 'wall')).toBeNull()
    expect(wayOf({ ...stroke, key: 'ArrowLeft' }, 'plinth')).toBeNull()
  })
})
