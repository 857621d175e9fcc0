import { describe, expect, it } from 'vitest'
import { TrayPresence } from '@main/core/desktop/tray-presence'

function aDesktop() {
  const desktop = { hasTray: false, asked: 0 }
  const told: boolean[] = []
  const presence = new TrayPresence(
    () => {
      desktop.asked += 1
      return Promise.resolve(desktop.hasTray)
    },
    (isThere) => told.push(isThere),
  )
  return { desktop, told, presence }
}

describe('the place for a tray icon', () => {
  it('is told of when it comes and when it goes, and not in between', async () => {
    const { desktop, told, presence } = aDesktop()
    expect(await presence.check()).toBe(false)
    desktop.hasTray = true
    expect([await presence.check(), await presence.check()]).toEqual([true, true])
    desktop.hasTray = false
    expect(await presence.check()).toBe(false)
    expect(told).toEqual([true, false])
  })

  it('is looked for once, however many ask at the same time', async () => {
    const { desktop, told, presence } = aDesktop()
    desktop.hasTray = true
    expect(await Promise.all([presence.check(), presence.check()])).toEqual([true, true])
    expect([desktop.asked, told]).toEqual([1, [true]])
  })
})
