// The pool of worker threads as it ships, under a session that no thread can hold.
import type { Piscina } from 'piscina'
import { describe, expect, it, onTestFinished } from 'vitest'
import type { Urgency } from '@contract/tasks'
import type { TopicName } from '@main/core/session/topics'
import type { SimulationRequest } from '@main/core/sources/demo/make-topics'
import { scheduleSeason } from '@main/core/sources/demo/schedule'
import { SessionWorkers } from '@main/workers/session-workers'
import { workerFile } from '../helpers/built-app'
import { aTaskQueue } from '../helpers/task-fixtures'
import { stream } from '../unit/core/session/feed'
import { settle } from '../unit/core/tasks/held-work'

const context = { source: 'archive', season: 2025, round: 1, session: 'FP1' } as const
const options = (urgency: Urgency = 'interactive') => ({ signal: new AbortController().signal, urgency })

const [round] = scheduleSeason(2026, Date.UTC(2026, 11, 31))
const session = round!.sessions.find(({ code }) => code === 'Q')!
/** A second of work, most of it before the first topic. */
const qualifying: SimulationRequest = {
  path: session.path!,
  startAt: session.startAt,
  endAt: session.endAt,
  untilAt: session.endAt + 86_400_000,
  topics: ['DriverList'],
}

const small = () => new Map<TopicName, Uint8Array>([['DriverList', stream([0, { 4: { Tla: 'NOR' } }])]])

/** Workers whose one thread for what no person waits for is up, and a way to kill it. */
async function openWithThread() {
  const workers = openWorkers()
  await workers.decodeLaps(small(), context, options('warming'))
  const { rest } = workers as unknown as { readonly rest: Piscina }
  return { workers, kill: () => rest.threads[0]!.terminate() }
}

function openWorkers(maxHeapMiB?: number): SessionWorkers {
  const workers = new SessionWorkers(workerFile, 1, maxHeapMiB)
  onTestFinished(() => workers.close())
  return workers
}

describe('session workers', () => {
  it('lose one thread to a topic that outgrows its memory when parsed, and go on with the next session', async () => {
    const workers = openWorkers(64)
    // Thirty bytes of heap and more for every three of file.
    const line = `00:00:01.000{"Lines":{"4":[${'[],'.repeat(600_000)}[]]}}\r\n`
    const forged = new Map<TopicName, Uint8Array>([['TimingData', Buffer.from(line.repeat(8))]])
    await expect(workers.decodeLaps(forged, context, options())).rejects.toMatchObject({
      code: 'session/unparsable',
      detail: 'more than 64 MiB',
    })
    const { drivers } = await workers.decodeLaps(small(), context, options())
    expect(drivers.map(({ code }) => code)).toEqual(['NOR'])
  })

  it('lose a thread that dies in the middle of its work, say so, and do it on another when asked again', async () => {
    const { workers, kill } = await openWithThread()
    const lost = workers.simulateTopics(qualifying, options('warming'))
    await Promise.all([expect(lost).rejects.toMatchObject({ code: 'task/thread-lost' }), kill()])
    expect([...(await workers.simulateTopics(qualifying, options('warming'))).keys()]).toEqual(['DriverList'])
  })

  it('have the warming try once more what was lost with its thread', async () => {
    const { workers, kill } = await openWithThread()
    const queue = aTaskQueue()
    const made = queue.run({
      kind: 'open-session',
      source: 'demo',
      subject: 's',
      urgency: 'warming',
      work: (context) => workers.simulateTopics(qualifying, context),
    })
    await settle()
    await kill()
    expect([...(await made).keys()]).toEqual(['DriverList'])
    expect(queue.list()).toMatchObject([{ state: 'completed', attempt: 2 }])
  })

  it('answer a person while all threads of the warming are at work', async () => {
    const workers = openWorkers()
    const ended: string[] = []
    const note = (name: string) => (): void => void ended.push(name)
    const warming = [1, 2, 3].map(() =>
      workers.simulateTopics(qualifying, options('warming')).then(note('warming')),
    )
    await workers.decodeLaps(small(), context, options()).then(note('click'))
    // The thread of the warming is busy with three of them, one after the other.
    expect(ended.filter((each) => each === 'warming').length).toBeLessThan(3)
    await Promise.all(warming)
  })

  it('may be closed twice', async () => {
    const workers = openWorkers()
    await workers.close()
    await expect(workers.close()).resolves.toBeUndefined()
  })
})
