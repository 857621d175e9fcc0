import { describe, expect, it } from 'vitest'
import type { Bridge } from '@contract/bridge'
import { ERROR_WORDS, type ErrorReport } from '@contract/errors'
import { encodeSculptureFrame } from '@contract/sculpture-frame'
import { createClient, GalleryError, toReport } from '@renderer/ipc/client'
import { aSculpture } from '../../../helpers/builders'

const REPORT: ErrorReport = {
  code: 'source/unreachable',
  message: 'The timing archive cannot be reached: 2025 calendar.',
  hint: 'Check the network connection.',
  retry: 'now',
  correlationId: 'c-1',
}

function bridgeThat(answer: () => Promise<unknown>): Bridge {
  return { call: answer as Bridge['call'], subscribe: () => () => undefined }
}

type FetchBytes = Parameters<typeof createClient>[1]

const noFetch: FetchBytes = () => Promise.reject(new Error('not in this test'))
const fetchOf =
  (response: () => Response): FetchBytes =>
  () =>
    Promise.resolve(response())

async function failureOf(promise: Promise<unknown>): Promise<GalleryError> {
  const error = await promise.then(
    () => null,
    (reason: unknown) => reason,
  )
  if (!(error instanceof GalleryError)) throw new Error('expected a GalleryError')
  return error
}

describe('the client', () => {
  it('unwraps the value of an answer', async () => {
    const client = createClient(
      bridgeThat(() => Promise.resolve({ ok: true, value: true })),
      noFetch,
    )
    await expect(client.call('tasks:cancel', 't1')).resolves.toBe(true)
  })

  it('turns a reported error into one that keeps code, words and reference', async () => {
    const client = createClient(
      bridgeThat(() => Promise.resolve({ ok: false, error: REPORT })),
      noFetch,
    )
    const error = await failureOf(client.call('app:getStartPlan'))
    expect(error.report).toEqual(REPORT)
    expect(error.message).toBe(REPORT.message)
  })

  it('reports a broken bridge as a fault of the application, with its cause', async () => {
    const cause = new Error('no handler registered')
    const client = createClient(
      bridgeThat(() => Promise.reject(cause)),
      noFetch,
    )
    const error = await failureOf(client.call('cache:getStatus', { source: 'demo' }))
    expect(error.report.code).toBe('internal/bug')
    expect(error.cause).toBe(cause)
  })

  it('hands subscriptions through and gives back the way to end them', () => {
    let isEnded = false
    const bridge: Bridge = {
      call: () => Promise.reject(new Error('not in this test')),
      subscribe: () => () => {
        isEnded = true
      },
    }
    createClient(bridge, noFetch).subscribe('tasks:changed', () => undefined)()
    expect(isEnded).toBe(true)
  })

  it('fetches a sculpture and decodes it', async () => {
    const sent = aSculpture()
    const client = createClient(
      bridgeThat(noFetch as never),
      fetchOf(() => new Response(Uint8Array.from(encodeSculptureFrame(sent)))),
    )
    const received = await client.fetchSculpture('/sculptures/demo/2026/1/Q/AAA/fastest')
    expect(received.header).toEqual(sent.header)
    expect(received.channels.xM).toHaveLength(sent.channels.xM.length)
  })

  it.each([
    ['has gone', () => new Response(null, { status: 404 })],
    ['is damaged', () => new Response('not a sculpture, by any means')],
  ])('says that the entry must be rebuilt when what it fetches %s', async (_, response) => {
    const client = createClient(bridgeThat(noFetch as never), fetchOf(response))
    const error = await failureOf(client.fetchSculpture('/sculptures/x'))
    expect(error.report).toMatchObject({ code: 'cache/corrupt', retry: 'now' })
  })

  it('has words for anything thrown', () => {
    expect(toReport(new GalleryError(REPORT))).toBe(REPORT)
    expect(toReport('odd')).toMatchObject({ code: 'internal/bug', hint: ERROR_WORDS['internal/bug'].hint })
  })
})
