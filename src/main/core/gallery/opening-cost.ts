// What opening a sculpture would fetch, found out without fetching anything: for links, which come from strangers.

import type { OpeningCost } from '@contract/calls'
import type { SculptureId } from '@contract/ids'
import type { Warming } from '../warming/warming'
import { needsNetwork } from '../warming/wish'
import type { Gallery } from './gallery'

/**
 * A lap whose session has been read before may cost less than is told here, if its recording is still in the cache; it is
 * never told as being here.
 */
export async function openingCost(
  id: SculptureId,
  gallery: Pick<Gallery, 'has'>,
  record: Pick<Warming, 'costOf'>,
): Promise<OpeningCost> {
  if (!needsNetwork(id.source) || (await gallery.has(id))) return { kind: 'here' }
  const { bytes, durationMs, isOwn } = await record.costOf(id.source, id.session)
  return { kind: 'fetched', bytes: Math.round(bytes), durationMs: Math.round(durationMs), isOwn }
}
