// Fetches the laps that are to stand beside the main one: a few at a time, each on its own, and none that is no
// longer wanted when its turn comes.

import PQueue from 'p-queue'
import type { SculptureId } from '@contract/ids'
import { toReport, type GalleryClient } from '../../ipc/client'
import type { BesideEvent, BesideLaps, BesideWish } from './beside'
import type { Place } from './gallery-state'

/**
 * Laps on their way at once. Warm ones take a millisecond each; of cold ones the main process builds a session in one
 * go whichever lap is asked for first, so more would only queue there, before what the person asks for next.
 */
const AT_ONCE = 4

export interface BesideParts {
  readonly client: GalleryClient
  readonly nowMs: () => number
  readonly mark: (name: string) => void
  readonly laps: () => BesideLaps
  readonly nextAsk: () => number
  readonly dispatch: (event: BesideEvent) => void
}

/** @returns the function that sets laps of a place beside the main one; it resolves when each has arrived or failed. */
export function createBesideBringer(
  parts: BesideParts,
): (place: Place, ids: readonly SculptureId[]) => Promise<void> {
  const { client, nowMs, mark, laps, nextAsk, dispatch } = parts
  const queue = new PQueue({ concurrency: AT_ONCE })

  const bring = async ({ place, id, ask }: BesideWish, askedAtMs: number): Promise<void> => {
    if (!laps().some((lap) => lap.ask === ask)) return
    try {
      const ticket = await client.call('sculptures:open', id)
      const sculpture = await client.fetchSculpture(ticket.path)
      dispatch({ type: 'beside-answered', ask, exhibit: { ticket, sculpture, place, askedAtMs } })
    } catch (error) {
      dispatch({ type: 'beside-failed', ask, report: toReport(error) })
    }
  }

  return async (place, ids) => {
    const askedAtMs = nowMs()
    mark('beside:asked')
    const wishes = ids.map((id) => ({ place, id, ask: nextAsk() }))
    dispatch({ type: 'beside-asked', wishes })
    await queue.addAll(wishes.map((wish) => () => bring(wish, askedAtMs)))
  }
}
