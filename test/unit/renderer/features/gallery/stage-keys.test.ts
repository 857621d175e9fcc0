import { describe, expect, it } from 'vitest'
import { stageCommand } from '@renderer/features/gallery/stage-keys'

describe('keys on the sculpture', () => {
  it('turn with the arrows and move with Shift', () => {
    expect(stageCommand('ArrowLeft', false)).toMatchObject({ motion: { kind: 'orbit', left: Math.PI / 12 } })
    expect(stageCommand('ArrowUp', false)).toMatchObject({ motion: { kind: 'orbit', up: Math.PI / 12 } })
    expect(stageCommand('ArrowRight', true)).toMatchObject({ motion: { kind: 'pan', x: -40 } })
  })

  it('zoom in and out by factors that undo each other', () => {
    const factor = (key: string) => {
      const command = stageCommand(key, false)
      return command?.kind === 'camera' && command.motion.kind === 'zoom' ? command.motion.factor : Number.NaN
    }
    expect(factor('+')).toBeLessThan(1)
    expect(factor('+') * factor('-')).toBeCloseTo(1)
    expect(factor('=')).toBe(factor('+'))
  })

  it('go home, walk the lap, and let go of the pin', () => {
    expect(stageCommand('Home', false)).toEqual({ kind: 'camera', motion: { kind: 'preset', view: 'first' } })
    expect(stageCommand('[', false)).toEqual({ kind: 'step', by: -1 })
    expect(stageCommand(']', false)).toEqual({ kind: 'step', by: 1 })
    expect(stageCommand('Escape', false)).toEqual({ kind: 'unpin' })
  })

  it('fly to a view by its number, and turn the table with T, whether or not Caps Lock is on', () => {
    expect(stageCommand('1', false)).toEqual(stageCommand('Home', false))
    expect(stageCommand('2', false)).toEqual({ kind: 'camera', motion: { kind: 'preset', view: 'plan' } })
    expect(stageCommand('6', false)).toBeNull()
    expect(stageCommand('t', false)).toEqual({ kind: 'turntable' })
    expect(stageCommand('T', true)).toEqual({ kind: 'turntable' })
  })

  it('go to the next lap and to the one before, where several stand', () => {
    expect(stageCommand('PageDown', false)).toEqual({ kind: 'lap', by: 1 })
    expect(stageCommand('PageUp', false)).toEqual({ kind: 'lap', by: -1 })
  })

  it('run the laps against each other: Space plays, comma and full stop step', () => {
    expect(stageCommand(' ', false)).toEqual({ kind: 'run' })
    expect(stageCommand(',', false)).toEqual({ kind: 'run-step', by: -1 })
    expect(stageCommand('.', false)).toEqual({ kind: 'run-step', by: 1 })
  })

  it.each(['Tab', 'Enter', 'a', 'F5'])('leave %j to the page', (key) => {
    expect(stageCommand(key, false)).toBeNull()
  })
})
