// The pool of worker threads as it ships, under a session that no thread can hold.
import { describe, expect, it, onTestFinished } from 'vitest'
import type { Urgency } from '@contract/tasks'
import type { TopicName } from '@main/core/session/topics'
import { SessionWorkers } from '@main/workers/session-workers'
import { workerFile } from '../helpers/built-app'
import { stream } from '../unit/core/session/feed'

const context = { source: 'archive', season: 2025, round: 1, session: 'FP1' } as const
const options = (urgency: Urgency = 'interactive') => ({ signal: new AbortController().signal, urgency })

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
    const small = new Map<TopicName, Uint8Array>([['DriverList', stream([0, { 4: { Tla: 'NOR' } }])]])
    const { drivers } = await workers.decodeLaps(small, context, options())
    expect(drivers.map(({ code }) => code)).toEqual(['NOR'])
  })

  it('may be closed twice', async () => {
    const workers = openWorkers()
    await workers.close()
    await expect(workers.close()).resolves.toBeUndefined()
  })
})
