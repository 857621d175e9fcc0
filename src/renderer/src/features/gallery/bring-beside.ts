// Fetches the laps that are to stand beside the main one: a few at a time, each on its own, and none that is no
// longer wanted when its turn comes.

import PQueue from 'p-queue'
import type { SculptureId } from '@contract/ids'
import { ERROR_WORDS } from '@contract/errors'
import { toReport, GalleryError, type GalleryClient } from '../../ipc/client'
import { mayStandBeside, type BesideEvent, type BesideLaps, type BesideWish } from './beside'
import type { Exhibit, Place } from './exhibit'
import { isSameSession } from './same-session'

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
  /** The lap on the plinth now. */
  readonly main: () => Exhibit | null
  readonly nextAsk: () => number
  readonly dispatch: (event: BesideEvent) => void
}

/** @returns the function that sets laps of a place beside the main one; it resolves when each has arrived or failed. */
export function createBesideBringer(
  parts: BesideParts,
): (place: Place, ids: readonly SculptureId[]) => Promise<void> {
  const { client, nowMs, mark, laps, main, nextAsk, dispatch } = parts
  const queue = new PQueue({ concurrency: AT_ONCE })

  const bring = async ({ place, id, ask }: BesideWish, askedAtMs: number): Promise<void> => {
    if (!laps().some((lap) => lap.ask === ask)) return
    try {
      const ticket = await client.call('sculptures:open', id)
      const sculpture = await client.fetchSculpture(ticket.path)
      const exhibit = { ticket, sculpture, place, askedAtMs }
      const onPlinth = main()
      // Only what has arrived tells its line. Without a main lap yet there is nothing to differ from.
      if (onPlinth !== null && isGuest(place, onPlinth) && !mayStandBeside(onPlinth, exhibit))
        throw otherCircuit()
      dispatch({ type: 'beside-answered', ask, exhibit })
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

/** Laps of the main lap's own session share its line; while that session is on its way the main lap is of another one. */
function isGuest(place: Place, main: Exhibit): boolean {
  return !isSameSession(place.id, main.place.id)
}

function otherCircuit(): GalleryError {
  const code = 'sculpture/other-circuit'
  const { title, hint, retry } = ERROR_WORDS[code]
  return new GalleryError({ code, message: title, hint, retry })
}
