// Fills the wall of the simulated season while nobody asks for anything. One session at a time and only when the
// queue is idle, so that a click never finds the threads taken by more than the one session being made.

import type { Season } from '@contract/calendar'
import { sessionKey, type SessionId } from '@contract/ids'
import type { WallFilling } from '@contract/wall'
import { isAbort } from '../app-error'
import type { Logger } from '../ports'
import type { TaskQueue } from '../tasks/task-queue'
import { hangProgress, nextToHang, planHang, type HangPlan } from './first-hang'
import type { Gallery } from './gallery'

export interface WallFillerParts {
  readonly gallery: Gallery
  readonly tasks: Pick<TaskQueue, 'idle'>
  readonly logger: Logger
  /** Resolves after a while in which the page draws what has just been hung. */
  readonly pause: () => Promise<void>
  /** Told whenever `filling` has changed. */
  readonly onChange: () => void
}

export class WallFiller {
  private controller: AbortController | null = null
  private state: WallFilling | null = null
  /** Sessions made or refused in this start of the application. */
  private readonly tried = new Set<string>()

  constructor(private readonly parts: WallFillerParts) {}

  /** Null while nothing is being made. */
  get filling(): WallFilling | null {
    return this.state
  }

  /** Begins or goes on; does nothing while it is at it. Resolves when the wall is full or filling was stopped. */
  async start(): Promise<void> {
    if (this.controller !== null) return
    const controller = new AbortController()
    this.controller = controller
    try {
      await this.fill(controller.signal)
    } catch (error) {
      if (!isAbort(error)) this.parts.logger.log('warn', 'wall', `it is not filled: ${String(error)}`)
    } finally {
      if (this.controller === controller) {
        this.controller = null
        this.show(null)
      }
    }
  }

  /** Ends after the session that is being made: it is wanted sooner or later. May be called twice. */
  stop(): void {
    this.controller?.abort()
    this.controller = null
    this.show(null)
  }

  private async fill(signal: AbortSignal): Promise<void> {
    const plan = await this.plan(signal)
    for (;;) {
      const items = await this.parts.gallery.listWall()
      if (signal.aborted) return
      const next = nextToHang(plan, items, this.tried)
      if (next === null) return
      this.show(hangProgress(plan, items, this.tried))
      this.tried.add(sessionKey(next))
      await this.make(next, signal)
      await this.parts.pause()
    }
  }

  /** The newest season that has anything to show. */
  private async plan(signal: AbortSignal): Promise<HangPlan> {
    const { gallery } = this.parts
    let plan: HangPlan = { circuits: [], spare: [] }
    for (const year of gallery.source.seasons()) {
      const season: Season = await gallery.loadSeason(year, signal)
      plan = planHang(season, gallery.source.kind)
      if (plan.circuits.length > 0) break
    }
    return plan
  }

  private async make(id: SessionId, signal: AbortSignal): Promise<void> {
    const { gallery, tasks, logger } = this.parts
    try {
      await tasks.idle()
      if (signal.aborted) return
      const { laps } = await gallery.openSession(id, { urgency: 'background' })
      const driver = laps.drivers.find(({ fastest }) => fastest !== null)
      if (driver === undefined) return
      await tasks.idle()
      if (signal.aborted) return
      // The fastest first; the others of the session come out of the same work.
      await gallery.openSculpture({ ...id, driver: driver.code, lap: 'fastest' }, { urgency: 'background' })
    } catch (error) {
      // One session that cannot be made leaves a gap, not an empty wall.
      if (!isAbort(error)) logger.log('warn', 'wall', `left out: ${String(error)}`, { key: sessionKey(id) })
    }
  }

  private show(filling: WallFilling | null): void {
    if (filling === null && this.state === null) return
    this.state = filling
    this.parts.onChange()
  }
}
