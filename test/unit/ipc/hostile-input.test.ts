// Bad input for every call there is: whatever a page sends, the router answers with an error and asks no handler.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { IpcMainInvokeEvent } from 'electron'
import type { CallName } from '@contract/calls'
import type { Result } from '@contract/errors'
import { MAX_PICTURE_BYTES } from '@contract/export'
import { CALL_VALIDATORS } from '@contract/validators'
import type { Handlers } from '@main/ipc/answer'
import { startRouter } from '@main/ipc/router'
import { silentLogger } from '../../helpers/silent-logger'

const CALLS = Object.keys(CALL_VALIDATORS) as CallName[]

function aRouter() {
  const asked: string[] = []
  let send: ((event: IpcMainInvokeEvent, message: unknown) => Promise<Result<unknown>>) | null = null
  const handlers = Object.fromEntries(CALLS.map((name) => [name, () => void asked.push(name)]))
  startRouter({
    ipcMain: { handle: (_channel, listener) => (send = listener as typeof send) },
    handlers: Promise.resolve(handlers as unknown as Handlers),
    isTrusted: () => true,
    logger: silentLogger(),
  })
  return { asked, send: (message: unknown) => send!({} as IpcMainInvokeEvent, message) }
}

/** All that structured cloning lets through, and pieces that look like what a call wants. */
const anything = fc.oneof(
  fc.anything({
    withBigInt: true,
    withDate: true,
    withMap: true,
    withNullPrototype: true,
    withSet: true,
    withSparseArray: true,
    withTypedArray: true,
  }),
  fc.record(
    {
      source: fc.constantFrom('archive', 'demo', 'elsewhere', '__proto__'),
      season: fc.oneof(fc.integer(), fc.double(), fc.constant('2025')),
      round: fc.oneof(fc.integer(), fc.constant(NaN)),
      session: fc.constantFrom('Q', 'R', 'X', '../Q'),
      driver: fc.oneof(fc.string(), fc.constantFrom('NOR', '../', 'NOR\0')),
      lap: fc.oneof(fc.integer(), fc.constantFrom('fastest', 'slowest')),
      kind: fc.constantFrom('recent', 'race', 'season', 'key', 'all', 'everything'),
      path: fc.constantFrom('/etc/passwd', '..'),
    },
    { requiredKeys: [] },
  ),
  fc.constantFrom('t1', 't', 't1 ', 't1\n', '../t1', 'f9999999999', 'constructor'),
)

describe.each(CALLS)('the call %s', (name) => {
  it('asks its handler for nothing but what its validator takes, and throws for nothing', async () => {
    await fc.assert(
      fc.asyncProperty(anything, async (input) => {
        const { asked, send } = aRouter()
        const answer = await send({ name, input })
        if (answer.ok) expect(CALL_VALIDATORS[name].safeParse(input).success).toBe(true)
        else {
          expect(answer.error.code).toBe('ipc/bad-input')
          expect(asked).toEqual([])
        }
      }),
      { numRuns: 150 },
    )
  })

  it.each([
    ['a text of 40 MB', 'x'.repeat(20_000_000)],
    ['a million nothings', Array.from({ length: 1_000_000 }, () => null)],
    ['bytes beyond the largest picture', new Uint8Array(MAX_PICTURE_BYTES + 1)],
    ['an object that holds itself', holdingItself()],
    ['arrays a hundred thousand deep', nested(100_000)],
  ])('refuses %s before it is parsed', async (_what, input) => {
    const { asked, send } = aRouter()
    const startedAt = performance.now()
    const answer = await send({ name, input })
    expect(answer).toMatchObject({ ok: false, error: { code: 'ipc/bad-input' } })
    expect(asked).toEqual([])
    expect(performance.now() - startedAt).toBeLessThan(1_000)
  })
})

function holdingItself(): object {
  const self: Record<string, unknown> = { source: 'demo' }
  self['self'] = self
  return self
}

function nested(depth: number): unknown {
  let value: unknown = []
  for (let i = 0; i < depth; i++) value = [value]
  return value
}
