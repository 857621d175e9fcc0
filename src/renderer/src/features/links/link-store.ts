// Links from outside: what is here is shown at once; what would have to be fetched is asked about first, for a link comes
// from strangers. Nothing of the answer is remembered.

import type { OpeningCost } from '@contract/calls'
import type { SculptureId } from '@contract/ids'
import type { GalleryClient } from '../../ipc/client'
import { createValue, type Value } from '../../ui/value'
import type { GalleryStore } from '../gallery/gallery-store'

export interface LinkQuestion {
  readonly id: SculptureId
  /** Null where it could not be found out: then it is asked about all the same. */
  readonly cost: Extract<OpeningCost, { readonly kind: 'fetched' }> | null
}

export interface LinkStore {
  readonly question: Value<LinkQuestion | null>
  /** The link followed last counts; a question about one before it is withdrawn. */
  follow(id: SculptureId): Promise<void>
  agree(): void
  decline(): void
}

export function createLinkStore(
  client: Pick<GalleryClient, 'call'>,
  gallery: Pick<GalleryStore, 'openById'>,
): LinkStore {
  const question = createValue<LinkQuestion | null>(null)
  let links = 0
  const close = (): void => question.change(() => null)
  return {
    question,
    async follow(id) {
      const link = ++links
      close()
      const cost = await client.call('sculptures:getCost', id).catch(() => null)
      if (link !== links) return
      // What goes wrong the plinth says.
      if (cost?.kind === 'here') void gallery.openById(id)
      else question.change(() => ({ id, cost }))
    },
    agree() {
      const asked = question.get()
      close()
      if (asked !== null) void gallery.openById(asked.id)
    },
    decline: close,
  }
}
