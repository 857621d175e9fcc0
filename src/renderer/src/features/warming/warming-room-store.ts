// Everything the room of the warming knows and can do, put together. Outlives the room: whoever comes back finds what
// was chosen, typed and looked at.

import type { ErrorReport } from '@contract/errors'
import type { SourceKind } from '@contract/ids'
import type { WarmingPage } from '@contract/showing'
import { toReport, type GalleryClient } from '../../ipc/client'
import { createValue, type ChangeableValue, type Value } from '../../ui/value'
import type { SettingsStore } from '../settings/settings-store'
import { createHealthStore, type HealthStore } from './health-store'
import { createLogStore, type LogStore } from './log-store'
import { createNamesStore, type NamesStore } from './names-store'
import { createPlanStore, type PlanStore } from './plan-store'
import { createTasksStore, type TasksStore } from './tasks-store'
import { createWarmingFeed, type WarmingFeed } from './warming-feed'

export interface WarmingRoomStore {
  readonly feed: WarmingFeed
  readonly names: NamesStore
  readonly plan: PlanStore
  readonly tasks: TasksStore
  readonly health: HealthStore
  readonly log: LogStore
  readonly previewRule: SettingsStore['previewRule']
  readonly page: ChangeableValue<WarmingPage>
  /** Why what was asked for with a button of "now" was not done; null when it was. */
  readonly trouble: Value<ErrorReport | null>
  /** Somebody comes in: reads what is needed there. */
  enter(): Promise<void>
  warmNow(source: SourceKind): Promise<void>
  /** @param forMs null: until it is resumed. */
  pause(forMs: number | null): Promise<void>
  resume(): Promise<void>
  /** Goes to the tasks, with one of them open. */
  readonly showTask: (id: string) => void
  close(): void
}

/**
 * @param settings of which the strategy is what a plan begins with.
 * @param now epoch ms.
 */
export function createWarmingRoom(
  client: GalleryClient,
  settings: Pick<SettingsStore, 'load' | 'previewRule'>,
  now: () => number,
): WarmingRoomStore {
  const feed = createWarmingFeed(client)
  const names = createNamesStore(client)
  const plan = createPlanStore(client)
  const tasks = createTasksStore(client, feed.tasks)
  const page = createValue<WarmingPage>('now')
  const trouble = createValue<ErrorReport | null>(null)
  const attempt = async (work: () => Promise<unknown>): Promise<void> => {
    try {
      await work()
      trouble.change(() => null)
    } catch (error) {
      trouble.change(() => toReport(error))
    }
  }
  return {
    feed,
    names,
    plan,
    tasks,
    health: createHealthStore(client, now),
    log: createLogStore(client),
    previewRule: settings.previewRule,
    page,
    trouble,
    enter: async () => {
      names.forgetFailures()
      const stored = await settings.load()
      if (stored !== null) plan.begin(stored.strategy)
    },
    warmNow: (source) => attempt(() => client.call('warming:start', { kind: 'recent', source })),
    pause: (forMs) =>
      attempt(async () => {
        const status = await client.call('warming:pause', { forMs })
        feed.status.change(() => status)
      }),
    resume: () =>
      attempt(async () => {
        const status = await client.call('warming:resume')
        feed.status.change(() => status)
      }),
    showTask: (id) => {
      tasks.choose({ state: 'all', search: '' })
      void tasks.open(id)
      page.change(() => 'tasks')
    },
    close: () => {
      feed.close()
      tasks.close()
    },
  }
}
