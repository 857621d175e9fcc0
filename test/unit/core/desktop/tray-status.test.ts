import { describe, expect, it } from 'vitest'
import type { CacheStatus } from '@contract/cache'
import { panelTone } from '@main/core/desktop/panel-tone'
import { DEFAULT_SETTINGS } from '@contract/settings'
import { noticeOfRun, wantsNotices } from '@main/core/desktop/run-notice'
import { trayStatus, type TrayFacts } from '@main/core/desktop/tray-status'
import { aRunTask, aSchedule, aStatus, anEndedRun, NOW } from '../../../helpers/warming-fixtures'

function aCache(state: CacheStatus['health']['state'] = 'ok'): CacheStatus {
  const health = { state, since: NOW, trouble: null }
  return { total_keys: 320, hitRate: 0.97, health } as CacheStatus
}

function facts(change: Partial<TrayFacts> = {}): TrayFacts {
  return {
    warming: aStatus(),
    tasks: [],
    cache: aCache(),
    isOnline: true,
    needsNetwork: true,
    ...change,
  }
}

const stateOf = (change: Partial<TrayFacts>) => trayStatus(facts(change)).matter

describe('the state of the tray', () => {
  it('is warm while nothing goes on and nothing is wrong', () => {
    expect(trayStatus(facts())).toMatchObject({ matter: { state: 'warm' }, obstacle: null, run: null })
  })

  it('tells how far a run is, and that another cannot begin', () => {
    const run = aRunTask()
    expect(trayStatus(facts({ warming: aStatus({ runId: run.id }), tasks: [run] }))).toMatchObject({
      matter: { state: 'warming', hold: null },
      run: { ratio: 1 / 3, done: 30, total: 90 },
      obstacle: 'going-on',
    })
  })

  it('tells of a run whose task is not in the list yet', () => {
    expect(trayStatus(facts({ warming: aStatus({ runId: 't9' }) }))).toMatchObject({
      matter: { state: 'warming' },
      run: { ratio: null },
    })
  })

  it('is paused while paused, also in the middle of a run, and says when that is still ending', () => {
    const run = aRunTask()
    const part = aRunTask({ id: 't8', kind: 'open-session', runId: run.id, state: 'active', run: null })
    const warming = aStatus({ paused: 'until-resumed', runId: run.id })
    expect(stateOf({ warming, tasks: [run, part] })).toEqual({
      state: 'paused',
      until: 'until-resumed',
      isEnding: true,
    })
    expect(stateOf({ warming, tasks: [run] })).toMatchObject({ state: 'paused', isEnding: false })
    expect(trayStatus(facts({ warming: aStatus({ paused: NOW }) })).obstacle).toBe('paused')
  })

  it('is offline without a network only where one is needed', () => {
    expect(trayStatus(facts({ isOnline: false }))).toMatchObject({
      matter: { state: 'offline' },
      obstacle: 'offline',
    })
    expect(stateOf({ isOnline: false, needsNetwork: false })).toEqual({ state: 'warm' })
  })

  it('asks for attention when the disk takes no more, whatever else goes on', () => {
    for (const state of ['full', 'unwritable', 'missing'] as const) {
      const cache = aCache(state)
      expect(trayStatus(facts({ cache, warming: aStatus({ paused: NOW }), isOnline: false })).matter).toEqual(
        {
          state: 'attention',
          why: 'disk',
        },
      )
      expect(trayStatus(facts({ cache })).obstacle).toBe('disk')
    }
  })

  it('asks for attention after a run that failed, until a later one is well', () => {
    const failed = anEndedRun(20, 'failed')
    expect(stateOf({ tasks: [failed] })).toEqual({ state: 'attention', why: 'last-run-failed' })
    expect(stateOf({ tasks: [anEndedRun(20, 'partly-failed')] })).toMatchObject({
      why: 'last-run-partly-failed',
    })
    expect(stateOf({ tasks: [failed, anEndedRun(5, 'complete')] })).toEqual({ state: 'warm' })
  })

  it('asks for attention when the rule cannot be read', () => {
    const problem = { code: 'schedule/unreadable', message: 'x', hint: 'y', retry: 'never' } as const
    expect(stateOf({ warming: aStatus({ schedule: aSchedule({ problem }) }) })).toMatchObject({ why: 'rule' })
  })

  it('plans no run while the schedule is off', () => {
    expect(trayStatus(facts()).nextRunAt).not.toBeNull()
    expect(
      trayStatus(facts({ warming: aStatus({ schedule: aSchedule({ isOn: false }) }) })).nextRunAt,
    ).toBeNull()
  })
})

describe('the icon', () => {
  it('is light on the dark panel of GNOME though applications are light', () => {
    expect(panelTone({ platform: 'linux', desktop: 'ubuntu:GNOME', isDark: false })).toBe('dark')
  })

  it('follows the theme elsewhere, and is the system’s business on macOS', () => {
    expect(panelTone({ platform: 'linux', desktop: 'KDE', isDark: false })).toBe('light')
    expect(panelTone({ platform: 'win32', desktop: undefined, isDark: true })).toBe('dark')
    expect(panelTone({ platform: 'darwin', desktop: undefined, isDark: true })).toBe('template')
  })
})

describe('a notification of a run', () => {
  const unwatched = { isWanted: true, isWatched: false }

  it('tells what was made and what is missing', () => {
    expect(noticeOfRun(anEndedRun(1, 'complete', { warmed: 12 }), unwatched)).toMatchObject({
      kind: 'warmed',
      warmed: 12,
    })
    expect(noticeOfRun(anEndedRun(1, 'partly-failed', { warmed: 0, failed: 3 }), unwatched)).toMatchObject({
      kind: 'partly-failed',
      failed: 3,
    })
    expect(noticeOfRun(anEndedRun(1, 'failed'), unwatched)).toMatchObject({ kind: 'failed' })
  })

  it('is spared whoever watched, turned it off, or stopped the run', () => {
    const run = anEndedRun(1, 'complete', { warmed: 12 })
    expect(noticeOfRun(run, { ...unwatched, isWatched: true })).toBeNull()
    expect(noticeOfRun(run, { ...unwatched, isWanted: false })).toBeNull()
    expect(noticeOfRun({ ...run, state: 'cancelled' }, unwatched)).toBeNull()
  })

  it('is wanted by nobody who does not want to learn results by accident', () => {
    const desktop = { ...DEFAULT_SETTINGS.desktop, notifications: true }
    expect(wantsNotices({ desktop, isSpoilerFree: false })).toBe(true)
    expect(wantsNotices({ desktop, isSpoilerFree: true })).toBe(false)
    expect(wantsNotices({ desktop: { ...desktop, notifications: false }, isSpoilerFree: false })).toBe(false)
  })

  it('is not given of a run that found everything warm', () => {
    expect(noticeOfRun(anEndedRun(1, 'complete', { warmed: 0 }), unwatched)).toBeNull()
  })
})
