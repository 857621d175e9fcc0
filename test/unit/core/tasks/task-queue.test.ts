import { describe, expect, it } from 'vitest'
import { AppError } from '@main/core/app-error'
import { PRIORITY, TaskQueue, type TaskContext } from '@main/core/tasks/task-queue'
import { fakeClock } from '../../../helpers/fake-clock'

function order<T>(work: (context: TaskContext) => Promise<T>, priority: number = PRIORITY.interactive) {
  return { kind: 'open-session' as const, subject: 'f1:session:2025:20:Q', priority, work }
}

/** Work that ends when it is told to, or when its task is cancelled. */
function heldWork() {
  let release = () => {}
  const promise = new Promise<void>((resolve) => {
    release = resolve
  })
  const work = ({ signal }: TaskContext) =>
    Promise.race([
      promise,
      new Promise<never>((_resolve, reject) =>
        signal.addEventListener('abort', () => reject(signal.reason as Error)),
      ),
    ])
  return { work, release: () => release() }
}

describe('the task queue', () => {
  it('hands back what the work returns and remembers the task as completed', async () => {
    const queue = new TaskQueue(fakeClock(), 2)
    expect(await queue.run(order(() => Promise.resolve(42)))).toBe(42)
    expect(queue.list().map((task) => [task.state, task.progress.stage])).toEqual([['completed', 'done']])
  })

  it('shows stage, progress and bytes while it works', async () => {
    const queue = new TaskQueue(fakeClock(), 1)
    const { work, release } = heldWork()
    const running = queue.run(
      order(async (context) => {
        context.report('downloading', 512, 1024)
        context.received(512)
        context.received(512)
        await work(context)
      }),
    )
    await Promise.resolve()
    await Promise.resolve()
    expect(queue.list()[0]).toMatchObject({
      state: 'active',
      progress: { stage: 'downloading', done: 512, total: 1024, bytes: 1024 },
    })
    release()
    await running
  })

  it('tells how long a download will take once its rate is known, and nothing about other stages', async () => {
    const clock = fakeClock()
    const queue = new TaskQueue(clock, 1)
    const expected: (number | null)[] = []
    await queue.run(
      order((context) => {
        const report = (...progress: Parameters<TaskContext['report']>) => {
          context.report(...progress)
          expected.push(queue.list()[0]?.progress.remainingMs ?? null)
        }
        report('downloading', 0, 10_000)
        clock.advance(2_000)
        report('downloading', 2_000, 10_000)
        report('decoding', 0, 1)
        return Promise.resolve()
      }),
    )
    expect(expected).toEqual([null, 8_000, null])
  })

  it('lets a click overtake what waits in the background', async () => {
    const queue = new TaskQueue(fakeClock(), 1)
    const first = heldWork()
    const ended: string[] = []
    const note = (name: string) => () => {
      ended.push(name)
      return Promise.resolve()
    }
    const all = [
      queue.run(order(first.work)),
      queue.run(order(note('background'), PRIORITY.background)),
      queue.run(order(note('click'), PRIORITY.interactive)),
    ]
    first.release()
    await Promise.all(all)
    expect(ended).toEqual(['click', 'background'])
  })

  it('cancels a running task and a waiting one, and says which it was', async () => {
    const queue = new TaskQueue(fakeClock(), 1)
    const running = queue.run(order(heldWork().work))
    const waiting = queue.run(order(() => Promise.resolve('never')))
    expect(queue.cancel('t2')).toBe(true)
    expect(queue.cancel('t1')).toBe(true)
    await expect(running).rejects.toMatchObject({ code: 'task/cancelled' })
    await expect(waiting).rejects.toMatchObject({ code: 'task/cancelled' })
    expect(queue.list().map((task) => task.state)).toEqual(['cancelled', 'cancelled'])
    expect(queue.cancel('t1')).toBe(false)
    expect(queue.cancel('t99')).toBe(false)
  })

  it('keeps the error of a failed task for the list and goes on with the next', async () => {
    const queue = new TaskQueue(fakeClock(), 1)
    const failing = queue.run(order(() => Promise.reject(new AppError('source/unreachable', 'host'))))
    await expect(failing).rejects.toMatchObject({ code: 'source/unreachable' })
    expect(await queue.run(order(() => Promise.resolve('fine')))).toBe('fine')
    expect(queue.list().map((task) => task.error?.code ?? null)).toEqual(['source/unreachable', null])
  })

  it('forgets old tasks: the history has an end', async () => {
    const queue = new TaskQueue(fakeClock(), 4)
    for (let i = 0; i < 230; i++) await queue.run(order(() => Promise.resolve()))
    expect(queue.list().length).toBe(200)
    expect(queue.list()[0]?.id).toBe('t31')
  })
})
