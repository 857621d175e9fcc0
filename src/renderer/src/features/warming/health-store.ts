// How the parts of the application are, as of the last time somebody asked.

import type { ErrorReport } from '@contract/errors'
import type { HealthReport } from '@contract/health'
import { toReport, type GalleryClient } from '../../ipc/client'
import { createValue, type Value } from '../../ui/value'

export interface HealthState {
  readonly report: HealthReport | null
  /** Epoch ms. */
  readonly checkedAt: number | null
  readonly isChecking: boolean
  readonly trouble: ErrorReport | null
}

export interface HealthStore {
  readonly state: Value<HealthState>
  check(): Promise<void>
}

/** @param now epoch ms. */
export function createHealthStore(client: GalleryClient, now: () => number): HealthStore {
  const state = createValue<HealthState>({ report: null, checkedAt: null, isChecking: false, trouble: null })
  return {
    state,
    check: async () => {
      if (state.get().isChecking) return
      state.change((known) => ({ ...known, isChecking: true }))
      try {
        const report = await client.call('health:get')
        state.change(() => ({ report, checkedAt: now(), isChecking: false, trouble: null }))
      } catch (error) {
        state.change((known) => ({ ...known, isChecking: false, trouble: toReport(error) }))
      }
    },
  }
}
