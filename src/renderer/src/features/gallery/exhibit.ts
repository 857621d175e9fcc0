// A sculpture as it stands on a plinth, and where it was driven.

import type { SculptureTicket } from '@contract/calls'
import { sculptureKey, type SculptureId, type SessionId } from '@contract/ids'
import type { Sculpture } from '@contract/sculpture'

/** A session with the names the calendar gave it when it was chosen: the catalogue may have moved on since. */
export interface Place {
  readonly id: SessionId
  readonly eventName: string
  readonly sessionName: string
}

/** A sculpture that is on the plinth. */
export interface Exhibit {
  readonly ticket: SculptureTicket
  readonly sculpture: Sculpture
  readonly place: Place
  /** performance.now() when it was asked for, ms. */
  readonly askedAtMs: number
}

/** The id of the lap on the plinth: it was asked for as the fastest unless its key says otherwise. */
export function exhibitId({ ticket, place }: Exhibit): SculptureId {
  const { driver, lap } = ticket.header
  const fastest = { ...place.id, driver, lap: 'fastest' } as const
  return ticket.key === sculptureKey(fastest) ? fastest : { ...fastest, lap }
}
