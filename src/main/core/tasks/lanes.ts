// Slots for work, in two lanes: what a person waits for never stands behind what nobody waits for, however much of
// that there is. Knows nothing of tasks.

import PQueue from 'p-queue'
import type { TaskId, Urgency } from '@contract/tasks'
import { PRIORITY } from './urgency'

/** How much runs at once in each lane. */
export interface LaneSlots {
  readonly interactive: number
  /** Of warming and background together. */
  readonly rest: number
}

/** `at-once`: in the slot of somebody who holds one and waits for this. */
export type Place = 'in-turn' | 'at-once'

interface Waiting {
  readonly begin: () => Promise<void>
  /** Aborted to give up the place in the lane. */
  place: AbortController
}

export class Lanes {
  private readonly interactive: PQueue
  private readonly rest: PQueue
  private readonly waiting = new Map<TaskId, Waiting>()

  constructor(slots: LaneSlots) {
    this.interactive = new PQueue({ concurrency: slots.interactive })
    this.rest = new PQueue({ concurrency: slots.rest })
  }

  /**
   * Does the work when its turn comes, and resolves with its result. The slot is free again as soon as the signal fires,
   * whether the work has noticed or not.
   * @param id of nothing else that waits or runs here.
   */
  enter<T>(
    id: TaskId,
    urgency: Urgency,
    place: Place,
    work: () => Promise<T>,
    signal: AbortSignal,
  ): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      const aborted = new Promise<void>((freed) => {
        const onAbort = () => {
          this.leave(id)
          reject(signal.reason as Error)
          freed()
        }
        if (signal.aborted) onAbort()
        else signal.addEventListener('abort', onAbort, { once: true })
      })
      if (signal.aborted) return
      const begin = async (): Promise<void> => {
        this.waiting.delete(id)
        await Promise.race([work().then(resolve, reject), aborted])
      }
      if (place === 'at-once') void begin()
      else {
        const waiting: Waiting = { begin, place: new AbortController() }
        this.waiting.set(id, waiting)
        this.queueUp(waiting, urgency)
      }
    })
  }

  /** What still waits takes its place anew, behind what is as urgent and came before. */
  raise(id: TaskId, urgency: Urgency): void {
    const waiting = this.waiting.get(id)
    if (waiting === undefined) return
    waiting.place.abort()
    waiting.place = new AbortController()
    this.queueUp(waiting, urgency)
  }

  /** What still waits begins now, without a slot of its own: see `Place`. */
  bringForward(id: TaskId): void {
    const waiting = this.waiting.get(id)
    if (waiting === undefined) return
    this.leave(id)
    void waiting.begin()
  }

  /** Nothing that no person waits for begins any more; what runs goes on. */
  pause(): void {
    this.rest.pause()
  }

  resume(): void {
    this.rest.start()
  }

  private leave(id: TaskId): void {
    this.waiting.get(id)?.place.abort()
    this.waiting.delete(id)
  }

  private queueUp({ begin, place }: Waiting, urgency: Urgency): void {
    const lane = urgency === 'interactive' ? this.interactive : this.rest
    // Rejects only when the place is given up: `begin` hands failures to whoever entered.
    lane.add(begin, { priority: PRIORITY[urgency], signal: place.signal }).catch(() => {})
  }
}
