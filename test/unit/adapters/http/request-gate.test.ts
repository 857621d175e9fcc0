import { describe, expect, it } from 'vitest'
import { RequestGate, type GateOptions, type RequestRecords } from '@main/adapters/http/request-gate'
import { JOLPICA_LIMITS, NO_REQUESTS, type RequestRecord } from '@main/core/network/request-limits'
import { fakeClock } from '../../../helpers/fake-clock'
import { fakeSleep } from '../../../helpers/fake-sleep'

const signal = () => new AbortController().signal

function memoryRecords(): RequestRecords {
  const records = new Map<string, RequestRecord>()
  return {
    read: (name) => Promise.resolve(records.get(name) ?? NO_REQUESTS),
    write: (name, record) => {
      records.set(name, record)
      return Promise.resolve()
    },
  }
}

function setUp(change: Partial<GateOptions> = {}) {
  const clock = fakeClock()
  const { sleep, waits } = fakeSleep(clock)
  const records = memoryRecords()
  const options: GateOptions = {
    host: 'api.jolpi.ca',
    limits: JOLPICA_LIMITS,
    records,
    clock,
    sleep,
    maxWaitMs: 30_000,
    ...change,
  }
  return { gate: new RequestGate(options), clock, waits, options }
}

describe('the gate of a host', () => {
  it('lets four requests pass and makes the fifth wait', async () => {
    const { gate, waits } = setUp()
    for (let i = 0; i < 4; i++) await gate.pass(signal())
    expect(waits).toEqual([])
    await gate.pass(signal())
    expect(waits).toEqual([1_100])
  })

  it('refuses the 501st request of an hour without sending it, and says when there is room again', async () => {
    const { gate, clock, options } = setUp()
    const startedAt = clock.now()
    for (let i = 0; i < 500; i++) await gate.pass(signal())
    await expect(gate.pass(signal())).rejects.toMatchObject({
      code: 'source/rate-limited',
      message: expect.stringContaining('free again at 01:00:00 UTC') as string,
    })
    // Another start of the application, or the command line beside the window, has the same address.
    const restarted = new RequestGate(options)
    await expect(restarted.pass(signal())).rejects.toMatchObject({ code: 'source/rate-limited' })
    clock.advance(startedAt + 3_600_000 - clock.now())
    await restarted.pass(signal())
  })

  it('lets requests pass in the order they came, also when one in the middle gives up', async () => {
    let release = () => {}
    const held = new Promise<void>((resolve) => {
      release = resolve
    })
    const { gate } = setUp({ records: { ...memoryRecords(), write: () => held } })
    const passed: string[] = []
    const leaving = new AbortController()
    const ask = (name: string, from: AbortSignal) => gate.pass(from).then(() => passed.push(name))
    const first = ask('first', signal())
    const second = ask('second', leaving.signal)
    const third = ask('third', signal())
    leaving.abort()
    await expect(second).rejects.toMatchObject({ code: 'task/cancelled' })
    expect(passed).toEqual([])
    release()
    await Promise.all([first, third])
    expect(passed).toEqual(['first', 'third'])
  })

  it('can be left while waiting at the front, and lets the next one through', async () => {
    const { gate } = setUp()
    for (let i = 0; i < 4; i++) await gate.pass(signal())
    await expect(gate.pass(AbortSignal.abort())).rejects.toMatchObject({ code: 'task/cancelled' })
    await gate.pass(signal())
  })

  it('waits for a host that asked for a little patience, and refuses at once when it asked for much', async () => {
    const { gate, clock, waits } = setUp()
    await gate.hold(clock.now() + 5_000)
    await gate.pass(signal())
    expect(waits).toEqual([5_000])
    await gate.hold(clock.now() + 300_000)
    await expect(gate.pass(signal())).rejects.toMatchObject({ code: 'source/rate-limited' })
  })
})
