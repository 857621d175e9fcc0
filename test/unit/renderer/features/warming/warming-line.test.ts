import { describe, expect, it } from 'vitest'
import { warmingLine } from '@renderer/features/warming/warming-line'
import { aTask, someProgress } from '../../../../helpers/task-fixtures'
import { anEndedRun, aRunTask, aSchedule, aStatus, NOW } from '../../../../helpers/warming-fixtures'

const line = (
  ...[status, tasks = []]: [Parameters<typeof warmingLine>[0], Parameters<typeof warmingLine>[1]?]
) => warmingLine(status, tasks, NOW)

describe('the line about the warming', () => {
  it('says when the next run is while nothing goes on', () => {
    expect(line(aStatus())).toEqual({ kind: 'idle', text: 'At rest. Next run in 3 days.', ratio: null })
    expect(line(aStatus({ schedule: aSchedule({ isOn: false, next: [] }) })).text).toContain('off')
  })

  it('does not speak of the past where a run is due at this moment', () => {
    const status = aStatus({ schedule: aSchedule({ next: [NOW - 4_000] }) })
    expect(line(status).text).toBe('At rest. Next run now.')
  })

  it('counts what is done of a run, with the share and the time left', () => {
    const progress = someProgress({ stage: 'warming', done: 30, total: 90, remainingMs: 100_000 })
    const { kind, text, ratio } = line(aStatus({ runId: 't7' }), [aRunTask({ progress })])
    expect(kind).toBe('warming')
    expect(text).toBe('Warming 30 of 90 sculptures, 33%, about 2 min left')
    expect(ratio).toBeCloseTo(1 / 3)
  })

  it('shows no share before the plan is made', () => {
    const progress = someProgress({ stage: 'planning' })
    expect(line(aStatus({ runId: 't7' }), [aRunTask({ progress })])).toMatchObject({
      kind: 'warming',
      ratio: null,
    })
    expect(line(aStatus({ runId: 't7' })).kind).toBe('warming')
  })

  it('says why a run is on hold', () => {
    const held = aRunTask({ state: 'delayed', delay: { reason: 'offline', untilAt: null } })
    const { kind, text } = line(aStatus({ runId: 't7' }), [held])
    expect(kind).toBe('held')
    expect(text).toContain('no network')
  })

  it('tells a run that finishes what it has begun from one that is paused', () => {
    const status = aStatus({ runId: 't7', paused: 'until-resumed' })
    const part = aTask({ id: 't8', runId: 't7' })
    expect(line(status, [aRunTask(), part]).text).toContain('finished first')
    // Its parts all wait, though the run itself does not say so.
    expect(line(status, [aRunTask(), { ...part, state: 'delayed' }]).kind).toBe('held')
    const held = aRunTask({ state: 'delayed', delay: { reason: 'paused', untilAt: null } })
    expect(line(status, [held]).kind).toBe('held')
  })

  it('points out a last run that failed in part, until a later one went well', () => {
    const failed = anEndedRun(20, 'partly-failed', { failed: 3 })
    expect(line(aStatus(), [failed])).toMatchObject({ kind: 'attention' })
    expect(line(aStatus(), [failed]).text).toContain('3 sculptures missing')
    expect(line(aStatus(), [failed, anEndedRun(5, 'complete')]).kind).toBe('idle')
  })

  it('finds nothing to look at in a run that a person stopped', () => {
    const stopped = { ...anEndedRun(5, 'running'), state: 'cancelled' as const }
    expect(line(aStatus(), [stopped]).kind).toBe('idle')
  })

  it('puts a pause and a run that is due before the trouble of the last one', () => {
    const failed = [anEndedRun(20, 'failed')]
    expect(line(aStatus({ paused: NOW + 600_000 }), failed).kind).toBe('paused')
    const held = { dueAt: NOW, reason: 'battery' } as const
    expect(line(aStatus({ schedule: aSchedule({ held }) }), failed).kind).toBe('held')
  })
})
