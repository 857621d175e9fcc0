import { EventEmitter } from 'node:events'
import { describe, expect, it } from 'vitest'
import { createDesktopSurroundings, readMetered } from '@main/adapters/power-and-network'

class FakePowerMonitor extends EventEmitter {
  isOnBattery = false
  isOnBatteryPower = () => this.isOnBattery
}

function desktop(powerMonitor = new FakePowerMonitor()) {
  const surroundings = createDesktopSurroundings({
    powerMonitor,
    isOnline: () => true,
    platform: 'win32',
  })
  return { powerMonitor, surroundings }
}

describe('the computer of a window', () => {
  it('tells of waking, and of the battery, until nobody listens', () => {
    const { powerMonitor, surroundings } = desktop()
    const told: string[] = []
    const stop = surroundings.onChange((change) => told.push(change))
    powerMonitor.emit('resume')
    powerMonitor.isOnBattery = true
    powerMonitor.emit('on-battery')
    expect(surroundings.isOnBattery()).toBe(true)
    powerMonitor.emit('on-ac')
    stop()
    stop()
    powerMonitor.emit('resume')
    expect(told).toEqual(['resume', 'power', 'power'])
    expect(powerMonitor.eventNames()).toEqual([])
  })

  it('does not say whether the line is metered where no system tells', async () => {
    await expect(desktop().surroundings.isMetered()).resolves.toBeNull()
  })

  it('never fails on Linux, whether there is a NetworkManager or not', async () => {
    const linux = createDesktopSurroundings({
      powerMonitor: new FakePowerMonitor(),
      isOnline: () => true,
      platform: 'linux',
    })
    expect([true, false, null]).toContain(await linux.isMetered())
  })
})

describe('what NetworkManager answers', () => {
  it.each([
    ['u 1\n', true],
    ['u 3\n', true],
    ['u 2\n', false],
    ['u 4\n', false],
    ['u 0\n', null],
    ['', null],
    ['b true\n', null],
  ])('%j is read as %s', (answer, isMetered) => {
    expect(readMetered(answer)).toBe(isMetered)
  })
})
