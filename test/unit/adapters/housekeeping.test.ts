import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { startHousekeeping } from '@main/adapters/housekeeping'
import { silentLogger } from '../../helpers/silent-logger'

const HOUR_MS = 3_600_000
const NOON = Date.UTC(2026, 10, 26, 12)

beforeEach(() => {
  vi.useFakeTimers({ now: NOON })
})
afterEach(() => {
  vi.useRealTimers()
})

it('sweeps also where the gallery is never open at night, and once a night where it is', async () => {
  const swept: number[] = []
  const sweep = () => {
    swept.push(Date.now() - NOON)
    return Promise.resolve()
  }
  const housekeeping = startHousekeeping(sweep, silentLogger())
  await vi.advanceTimersByTimeAsync(HOUR_MS)
  expect(swept).toHaveLength(1)
  await vi.advanceTimersByTimeAsync(48 * HOUR_MS)
  expect(swept).toHaveLength(3)
  housekeeping.close()
  housekeeping.close()
  await vi.advanceTimersByTimeAsync(48 * HOUR_MS)
  expect(swept).toHaveLength(3)
})
