// Whatever happens to a queue, in whatever order, some things hold.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { URGENCIES, type TaskSnapshot, type TaskState, type Urgency } from '@contract/tasks'
import { AppError } from '@main/core/app-error'
import { TaskQueue } from '@main/core/tasks/task-queue'
import { isMoreUrgent } from '@main/core/tasks/urgency'
import { fakeClock } from '../../../helpers/fake-clock'
import { anOrder, heldSleep, heldWork, settle } from './held-work'

const SLOTS = { interactive: 2, rest: 2 }

const which = fc.nat(11)
const event = fc.oneof(
  { weight: 4, arbitrary: fc.record({ do: fc.constant('add' as const), urgency: fc.constantFrom(...URGENCIES) }) },
  fc.record({ do: fc.constant('cancel' as const), which }),
  fc.record({ do: fc.constant('raise' as const), which, urgency: fc.constantFrom(...URGENCIES) }),
  fc.record({ do: fc.constantFrom('finish' as const, 'fail' as const), which }),
  fc.record({ do: fc.constantFrom('pause' as const, 'resume' as const, 'wake' as const, 'retry' as const) }),
) // prettier-ignore
type QueueEvent = typeof event extends fc.Arbitrary<infer E> ? E : never

/** From which state one may come to which; what has ended stays so. */
const NEXT: Readonly<Record<TaskState, readonly TaskState[]>> = {
  waiting: ['active', 'delayed', 'cancelled'],
  delayed: ['waiting', 'active', 'delayed', 'cancelled'],
  active: ['delayed', 'completed', 'failed', 'cancelled'],
  completed: [],
  failed: [],
  cancelled: [],
}

function isConsistent(task: TaskSnapshot): boolean {
  const isEnded = NEXT[task.state].length === 0
  return (
    isEnded === (task.finishedAt !== null) &&
    (task.state === 'delayed') === (task.delay !== null) &&
    (task.state !== 'failed' || task.error !== null) &&
    (task.state !== 'active' || task.startedAt !== null) &&
    task.attempt <= task.maxAttempts
  )
}

function setUp() {
  const clock = fakeClock()
  const { sleep, wakeAll } = heldSleep()
  const before = new Map<string, TaskSnapshot>()
  const illegal: string[] = []
  /** Work that is being done, by number; one twice would be there twice. */
  const working: number[] = []
  const watch = () => {
    for (const task of queue.list()) {
      const known = before.get(task.id)
      if (known !== undefined && known.state !== task.state && !NEXT[known.state].includes(task.state))
        illegal.push(`${task.id} ${known.state} -> ${task.state}`)
      if (known !== undefined && isMoreUrgent(known.urgency, task.urgency)) illegal.push(`${task.id} sank`)
      if (!isConsistent(task)) illegal.push(JSON.stringify(task))
      before.set(task.id, task)
    }
  }
  const queue: TaskQueue = new TaskQueue({ clock, sleep, slots: SLOTS, onChange: watch })
  const held: ReturnType<typeof heldWork>[] = []
  const settled: number[] = []
  const add = (urgency: Urgency) => {
    const index = held.length
    held.push(heldWork())
    settled.push(0)
    const attempts = { max: 2, delaysMs: [1_000] }
    queue
      .run(
        anOrder(
          async (context) => {
            if (queue.details(context.id)?.task.state !== 'active') illegal.push(`${context.id} begun again`)
            working.push(index)
            await held[index]!.work(context).finally(() => working.splice(working.indexOf(index), 1))
          },
          { subject: `s${index}`, urgency, attempts },
        ),
      )
      .catch(() => {})
      .finally(() => (settled[index]! += 1))
  }
  const apply = (each: QueueEvent) => {
    switch (each.do) {
      case 'add':
        return add(each.urgency)
      case 'cancel':
        return queue.cancel(`t${each.which}`)
      case 'raise':
        return queue.raise(`t${each.which}`, each.urgency)
      case 'finish':
        return held[each.which]?.release()
      case 'fail':
        return held[each.which]?.fail(new AppError('source/unreachable', 'host'))
      case 'pause':
        return queue.pause()
      case 'resume':
        return queue.resume()
      case 'wake':
        return wakeAll()
      case 'retry':
        return queue.retryFailed()
    }
  }
  return { queue, apply, held, settled, illegal, wakeAll, working }
}

describe('a queue, whatever happens to it', () => {
  it('never runs more than it has slots, lets no click wait while its own slots are free, ends each task once', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(event, { maxLength: 30, size: 'max' }), async (events) => {
        const { queue, apply, held, settled, illegal, wakeAll, working } = setUp()
        for (const each of events) {
          apply(each)
          await settle()
          expect(working.length).toBeLessThanOrEqual(SLOTS.interactive + SLOTS.rest)
          expect(new Set(working).size).toBe(working.length)
          const active = queue.list().filter(({ state }) => state === 'active')
          const clicks = queue.list().filter(({ urgency }) => urgency === 'interactive')
          if (clicks.some(({ state }) => state === 'waiting'))
            expect(active.filter(({ urgency }) => urgency === 'interactive').length).toBeGreaterThanOrEqual(
              SLOTS.interactive,
            )
          expect(working.length).toBe(active.length)
        }
        queue.resume()
        for (let round = 0; queue.list().some(({ finishedAt }) => finishedAt === null); round++) {
          expect(round).toBeLessThan(100)
          for (const each of held) each.release()
          wakeAll()
          await settle()
        }
        await queue.idle()
        expect(settled.every((times) => times === 1)).toBe(true)
        expect(illegal).toEqual([])
      }),
      { numRuns: 150 },
    )
  })
})
