import { describe, expect, it } from 'vitest'
import { createRetryingHttp } from '@main/adapters/http/retrying-http'
import type { Exchange } from '@main/adapters/http/transport'
import { BODY_LIMITS, type AnswerHead } from '@main/core/network/partial-body'
import { RETRY_POLICY } from '@main/core/network/retry-policy'
import { TransferFailure } from '@main/core/network/transfer-failure'
import { fakeClock } from '../../../helpers/fake-clock'
import { fakeSleep } from '../../../helpers/fake-sleep'
import { silentLogger } from '../../../helpers/silent-logger'

const URL = 'https://archive/topic'

interface Step extends Partial<AnswerHead> {
  readonly body?: string
  readonly failure?: TransferFailure
}

/** A transport that plays the steps one after the other. */
function setUp(...steps: readonly Step[]) {
  const clock = fakeClock()
  const { sleep, waits } = fakeSleep(clock)
  const asked: Exchange['headers'][] = []
  const http = createRetryingHttp({
    transport: {
      exchange: ({ headers, onHead, onChunk }) => {
        const step = steps[asked.length] ?? {}
        asked.push(headers)
        try {
          if (step.status !== undefined) onHead({ status: step.status, headers: step.headers ?? {} })
          if (step.body !== undefined) onChunk(Buffer.from(step.body))
        } catch (error) {
          return Promise.reject(error)
        }
        return step.failure === undefined ? Promise.resolve() : Promise.reject(step.failure)
      },
    },
    clock,
    sleep,
    random: () => 0.5,
    policy: RETRY_POLICY,
    limits: BODY_LIMITS,
    logger: silentLogger(),
  })
  const get = (headers: Record<string, string> = {}) =>
    http.get({ url: URL, headers, signal: new AbortController().signal })
  return { get, waits, asked, clock }
}

const reset = new TransferFailure('interrupted', 'ECONNRESET')
const failing = { failure: reset }

describe('a request that fails', () => {
  it('is repeated three times, each time after a longer wait', async () => {
    const { get, waits } = setUp(failing, failing, failing, failing)
    await expect(get()).rejects.toMatchObject({ code: 'source/unreachable', detail: 'ECONNRESET' })
    expect(waits).toEqual([250, 500, 1_000])
  })

  it('waits as long as the host asks, if that is longer than its own wait', async () => {
    const busy = (seconds: string) => ({ status: 503, headers: { 'retry-after': seconds } })
    const { get, waits } = setUp(busy('20'), busy('0'), { status: 200, body: 'fine' })
    expect((await get()).status).toBe(200)
    expect(waits).toEqual([20_000, 500])
  })

  it('does not wait longer than half a minute for a host: it says until when', async () => {
    const { get, waits } = setUp({ status: 503, headers: { 'retry-after': '31' } })
    await expect(get()).rejects.toMatchObject({
      code: 'source/rate-limited',
      detail: 'status 503, free again at 00:00:31 UTC',
    })
    expect(waits).toEqual([])
  })

  it.each(['offline', 'refused', 'garbled', 'redirected'] as const)(
    'is not repeated when it is %s',
    async (kind) => {
      const { get, asked } = setUp({ failure: new TransferFailure(kind, 'why') })
      await expect(get()).rejects.toThrow(/why/)
      expect(asked.length).toBe(1)
    },
  )
})

describe('a conditional request', () => {
  const conditions = { 'if-none-match': '"old"', 'if-modified-since': 'then' }

  it('keeps its conditions through a retry', async () => {
    const { get, asked } = setUp({ status: 500 }, { status: 304, headers: { 'content-length': '3000000' } })
    expect(await get(conditions)).toMatchObject({ status: 304, body: new Uint8Array() })
    expect(asked).toEqual([conditions, conditions])
  })

  it('asks for the rest of a new file without them, and hands it over as one answer', async () => {
    const head = { etag: '"new"', 'last-modified': 'now', 'content-length': '9' }
    const { get, asked } = setUp(
      { status: 200, headers: head, body: 'half', failure: reset },
      { status: 500 },
      { status: 206, headers: { etag: '"new"', 'content-range': 'bytes 4-8/9' }, body: 'whole' },
    )
    const answer = await get({ ...conditions, 'user-agent': 'us' })
    expect(answer).toMatchObject({ status: 200, headers: head })
    expect(Buffer.from(answer.body).toString()).toBe('halfwhole')
    const resumed = {
      'user-agent': 'us',
      range: 'bytes=4-',
      'if-range': '"new"',
      'accept-encoding': 'identity',
    }
    expect(asked).toEqual([{ ...conditions, 'user-agent': 'us' }, resumed, resumed])
  })

  it('starts over when the file has become shorter than what there is of it', async () => {
    const { get, asked } = setUp(
      { status: 200, headers: { etag: '"new"', 'content-length': '9' }, body: 'half', failure: reset },
      { status: 416 },
      { status: 200, body: 'new' },
    )
    expect(Buffer.from((await get(conditions)).body).toString()).toBe('new')
    expect(asked[2]).toEqual(conditions)
  })
})
