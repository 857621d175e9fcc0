import { describe, expect, it } from 'vitest'
import type { LogLine } from '@contract/logs'
import { DEFAULT_SETTINGS } from '@contract/settings'
import type { WarmPlan } from '@contract/warming'
import { planFieldsFrom } from '@renderer/features/warming/plan-form'
import { createSettingsStore } from '@renderer/features/settings/settings-store'
import { createWarmingRoom } from '@renderer/features/warming/warming-room-store'
import { aTask } from '../../../../helpers/task-fixtures'
import { aSeason, fakeClient, settled } from '../gallery/fake-client'
import { anEndedRun, aRunTask, aStatus } from '../../../../helpers/warming-fixtures'

const { strategy } = DEFAULT_SETTINGS
const WISH = { kind: 'recent', source: 'demo', rounds: 3 } as const

function setUp() {
  const fake = fakeClient()
  const settings = createSettingsStore(fake.client)
  return { fake, room: createWarmingRoom(fake.client, settings, () => 5_000) }
}

function aPlan(request: WarmPlan['request']): WarmPlan {
  const totals = { sculptures: 30, warm: 0, toDo: 30, bytes: 1, durationMs: 1 }
  return { request, season: 2026, rounds: [3], sessions: [], gaps: [], totals, isFromOwnRecord: false }
}

describe('what is known of the warming', () => {
  it('lets a push win over a slower first answer', async () => {
    const { fake, room } = setUp()
    void room.feed.start()
    fake.push('warming:changed', aStatus({ runId: 't7' }))
    await fake.take('warming:getStatus').answer(aStatus())
    expect(room.feed.status.get()?.runId).toBe('t7')
    await fake.take('tasks:list').answer([aTask()])
    expect(room.feed.tasks.get()).toHaveLength(1)
  })

  it('forgets tasks that the main process has forgotten', () => {
    const { fake, room } = setUp()
    fake.push('tasks:changed', [aTask({ id: 't1' }), aTask({ id: 't2' })])
    fake.push('tasks:changed', [aTask({ id: 't2' })])
    expect(room.feed.tasks.get()?.map(({ id }) => id)).toEqual(['t2'])
  })

  it('shows a pause as soon as it is answered, and says why one was refused', async () => {
    const { fake, room } = setUp()
    void room.pause(3_600_000)
    const asked = fake.take('warming:pause')
    expect(asked.input).toEqual({ forMs: 3_600_000 })
    await asked.answer(aStatus({ paused: 9_000 }))
    expect(room.feed.status.get()?.paused).toBe(9_000)
    void room.resume()
    await fake.take('warming:resume').fail('internal/bug')
    expect(room.trouble.get()?.code).toBe('internal/bug')
  })
})

describe('the plan', () => {
  it('starts exactly what is shown', async () => {
    const { fake, room } = setUp()
    void room.plan.look(WISH)
    await fake.take('warming:plan').answer(aPlan(WISH))
    const started = room.plan.start()
    const asked = fake.take('warming:start')
    expect(asked.input).toEqual(WISH)
    await asked.answer('t1')
    expect(await started).toBe(true)
    expect(room.plan.state.get().plan).toBeNull()
  })

  it('drops the answer to choices that are no longer those on show', async () => {
    const { fake, room } = setUp()
    room.plan.begin(strategy)
    void room.plan.look(WISH)
    room.plan.choose({ ...planFieldsFrom(strategy), rounds: '5' })
    await fake.take('warming:plan').answer(aPlan(WISH))
    expect(room.plan.state.get()).toMatchObject({ plan: null, isAsking: false })
  })

  it('keeps its choices when there is trouble, and when one comes back', async () => {
    const { fake, room } = setUp()
    room.plan.choose({ ...planFieldsFrom(strategy), rounds: '5' })
    void room.plan.look(WISH)
    await fake.take('warming:plan').fail('calendar/no-events')
    room.plan.begin(strategy)
    expect(room.plan.state.get()).toMatchObject({
      fields: { rounds: '5' },
      trouble: { code: 'calendar/no-events' },
    })
  })
})

describe('the details of a task', () => {
  it('are asked for again when the task has changed, and not when another has', async () => {
    const { fake, room } = setUp()
    fake.push('tasks:changed', [aRunTask()])
    void room.tasks.open('t7')
    await fake.take('tasks:get').answer({ task: aRunTask(), items: [], parts: [] })
    fake.push('tasks:changed', [aRunTask(), aTask({ id: 't8' })])
    expect(fake.open()).toEqual([])
    fake.push('tasks:changed', [aRunTask({ state: 'completed' }), aTask({ id: 't8' })])
    expect(fake.open()).toEqual(['tasks:get'])
  })

  it('of one task never show under another', async () => {
    const { fake, room } = setUp()
    void room.tasks.open('t7')
    const first = fake.take('tasks:get')
    void room.tasks.open('t8')
    await first.answer({ task: aRunTask(), items: [], parts: [] })
    expect(room.tasks.state.get()).toMatchObject({ open: 't8', details: null })
    await fake.take('tasks:get').answer(null)
    expect(room.tasks.state.get().details).toBe('gone')
  })
})

describe('doing it once more', () => {
  it('wishes again for what a run that failed in part was to make', async () => {
    const { fake, room } = setUp()
    const run = anEndedRun(5, 'partly-failed')
    void room.tasks.retry(run)
    const asked = fake.take('warming:start')
    expect(asked.input).toEqual(run.run.request)
    await asked.answer('t9')
  })

  it('says so where nobody knows how any more', async () => {
    const { fake, room } = setUp()
    void room.tasks.retry(aTask({ id: 't3', state: 'failed' }))
    await fake.take('tasks:retry').answer(false)
    expect(room.tasks.state.get().notRetried).toBe('t3')
  })
})

describe('the names', () => {
  it('are asked for once, and after a failure only when somebody comes back', async () => {
    const { fake, room } = setUp()
    void room.names.wantFor([aTask(), aTask()])
    await fake.take('calendar:getSeason').fail('source/offline')
    void room.names.wantFor([aTask()])
    expect(fake.open()).toEqual([])
    room.names.forgetFailures()
    void room.names.wantFor([aTask()])
    await fake.take('calendar:getSeason').answer(aSeason(2025, []))
    expect(room.names.calendars.get().size).toBe(1)
  })
})

describe('the log', () => {
  const line = (message: string, area = 'warming'): LogLine => ({
    at: 1,
    level: 'info',
    area,
    message,
    fields: null,
  })
  const shown = (room: ReturnType<typeof setUp>['room']) =>
    room.log.state.get().lines?.map(({ message }) => message)

  it('neither loses nor repeats a line that is written while the others are read', async () => {
    const { fake, room } = setUp()
    void room.log.follow()
    fake.push('logs:appended', [line('b'), line('c')])
    await fake.take('logs:read').answer([line('a'), line('b')])
    fake.push('logs:appended', [line('d')])
    expect(shown(room)).toEqual(['a', 'b', 'c', 'd'])
  })

  it('follows the source that was chosen and no other', async () => {
    const { fake, room } = setUp()
    void room.log.follow()
    const first = fake.take('logs:read')
    void room.log.choose('schedule')
    await fake.take('logs:read').answer([line('due', 'schedule')])
    await first.answer([line('late')])
    fake.push('logs:appended', [line('of warming'), line('ran', 'schedule')])
    await settled()
    expect(shown(room)).toEqual(['due', 'ran'])
  })
})
