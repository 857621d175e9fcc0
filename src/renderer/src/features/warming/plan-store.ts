// The plan that is looked at before anything is done: the choices, the answer, and its start.

import type { ErrorReport } from '@contract/errors'
import type { WarmingStrategy } from '@contract/settings'
import type { WarmPlan, WarmRequest } from '@contract/warming'
import { toReport, type GalleryClient } from '../../ipc/client'
import { createValue, type Value } from '../../ui/value'
import { planFieldsFrom, type PlanFields } from './plan-form'

export interface PlanState {
  /** Null until the strategy is known they begin with. */
  readonly fields: PlanFields | null
  readonly plan: WarmPlan | null
  readonly isAsking: boolean
  readonly trouble: ErrorReport | null
  /** Number of the newest question; older answers are dropped. */
  readonly asked: number
}

export interface PlanStore {
  readonly state: Value<PlanState>
  /** Once; choices that were made stay. */
  begin(strategy: WarmingStrategy): void
  /** A plan of other choices goes away: what is shown is what would be started. */
  choose(fields: PlanFields): void
  look(wish: WarmRequest): Promise<void>
  /** Starts what is shown. @returns whether it was started. */
  start(): Promise<boolean>
}

const NO_PLAN: PlanState = { fields: null, plan: null, isAsking: false, trouble: null, asked: 0 }

export function createPlanStore(client: GalleryClient): PlanStore {
  const state = createValue(NO_PLAN)
  const change = (by: Partial<PlanState>): void => state.change((known) => ({ ...known, ...by }))
  const forget = (): Partial<PlanState> => ({
    plan: null,
    trouble: null,
    isAsking: false,
    asked: state.get().asked + 1,
  })
  return {
    state,
    begin: (strategy) => {
      if (state.get().fields === null) change({ fields: planFieldsFrom(strategy) })
    },
    choose: (fields) => change({ ...forget(), fields }),
    look: async (wish) => {
      const asked = state.get().asked + 1
      change({ asked, isAsking: true, trouble: null })
      let answer: Partial<PlanState>
      try {
        answer = { plan: await client.call('warming:plan', wish) }
      } catch (error) {
        answer = { plan: null, trouble: toReport(error) }
      }
      if (state.get().asked === asked) change({ ...answer, isAsking: false })
    },
    start: async () => {
      const { plan } = state.get()
      if (plan === null) return false
      try {
        await client.call('warming:start', plan.request)
        change(forget())
        return true
      } catch (error) {
        change({ trouble: toReport(error) })
        return false
      }
    },
  }
}
