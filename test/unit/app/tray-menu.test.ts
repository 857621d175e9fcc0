import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { setDesktopLocale } from '@main/app/desktop-locale'
import { trayLines, trayTooltip, warmNowLabel, type TrayAction, type TrayLine } from '@main/app/tray-menu'
import type { TrayStatus } from '@main/core/desktop/tray-status'
import { NOW } from '../../helpers/warming-fixtures'

const AT_REST: TrayStatus = {
  matter: { state: 'warm' },
  run: null,
  obstacle: null,
  isPaused: false,
  lastRun: { endedAt: NOW, outcome: 'complete', warmed: 45 },
  nextRunAt: NOW,
  cache: { keys: 1320, hitRate: 0.979 },
}
const WARMING: TrayStatus = {
  ...AT_REST,
  matter: { state: 'warming', hold: null },
  run: { ratio: 1 / 3, done: 30, total: 90 },
  obstacle: 'going-on',
}

function actionOf(lines: readonly TrayLine[], name: TrayAction) {
  return lines.find((line) => line.kind === 'action' && line.action === name)
}

const texts = (status: TrayStatus) =>
  trayLines(status).flatMap((line) => (line.kind === 'text' ? [line.label] : []))

beforeAll(() => setDesktopLocale('en-GB'))
afterAll(() => setDesktopLocale('en'))

describe('the menu of the tray', () => {
  it('tells the state, the last run and the next one', () => {
    expect(texts(AT_REST)).toEqual([
      expect.stringContaining('at rest'),
      expect.stringMatching(/^Last run: .*26 Nov.*, 45 sculptures warmed$/),
      expect.stringMatching(/^Next run: .*26 Nov/),
    ])
    expect(texts({ ...AT_REST, lastRun: null, nextRunAt: null }).slice(1)).toEqual([
      expect.stringContaining('none yet'),
      expect.stringContaining('none planned'),
    ])
  })

  it('tells how far a run is, in per cent and in sculptures', () => {
    expect(texts(WARMING).slice(0, 2)).toEqual(['Warming, 33%', '30 of 90 sculptures'])
    const almost = { ratio: 0.999, done: 999, total: 1000 }
    expect(texts({ ...WARMING, run: almost })[0]).toBe('Warming, 99%')
  })

  it('offers to warm while that is possible, and says why it is not', () => {
    expect(actionOf(trayLines(AT_REST), 'warm-now')).toMatchObject({ label: 'Warm now', isEnabled: true })
    expect(actionOf(trayLines(WARMING), 'warm-now')).toMatchObject({
      label: 'Warm now (a run is going on)',
      isEnabled: false,
    })
    expect(warmNowLabel('offline', 'mac')).toMatch(/^Warm Now \(.*network/)
  })

  it('offers either to pause or to resume', () => {
    const paused: TrayStatus = {
      ...AT_REST,
      matter: { state: 'paused', until: NOW, isEnding: false },
      isPaused: true,
    }
    expect(actionOf(trayLines(AT_REST), 'pause')).toBeDefined()
    expect(actionOf(trayLines(AT_REST), 'resume')).toBeUndefined()
    expect(actionOf(trayLines(paused), 'resume')).toBeDefined()
    expect(actionOf(trayLines(paused), 'pause-hour')).toBeUndefined()
    expect(texts(paused)[0]).toMatch(/^Paused until .*26 Nov/)
  })

  it('says what a run waits for', () => {
    expect(texts({ ...WARMING, matter: { state: 'warming', hold: 'metered' } })[0]).toContain('metered')
  })
})

describe('the tooltip of the tray', () => {
  it('has the state and the numbers of the cache, within what Windows shows', () => {
    const tooltip = trayTooltip(AT_REST)
    expect(tooltip).toContain('1,320 keys')
    expect(tooltip).toContain('97% hits')
    const longest: TrayStatus = { ...AT_REST, matter: { state: 'paused', until: NOW, isEnding: true } }
    expect(trayTooltip(longest).length).toBeLessThan(128)
  })
})
