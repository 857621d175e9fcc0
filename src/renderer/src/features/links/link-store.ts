// Links from outside: what is here is shown at once; what would have to be fetched is asked about first, for a link comes
// from strangers. Nothing of the answer is remembered.

import type { OpeningCost } from '@contract/calls'
import type { CameraPose, SculptureLink } from '@contract/link'
import { sculptureKey, type SculptureId } from '@contract/ids'
import type { GalleryClient } from '../../ipc/client'
import { createValue, type Value } from '../../ui/value'
import type { GalleryStore } from '../gallery/gallery-store'

export interface LinkQuestion extends SculptureLink {
  /** Null where it could not be found out: then it is asked about all the same. */
  readonly cost: Extract<OpeningCost, { readonly kind: 'fetched' }> | null
}

export interface LinkStore {
  readonly question: Value<LinkQuestion | null>
  /** The link followed last counts; a question about one before it is withdrawn. */
  follow(link: SculptureLink): Promise<void>
  /** @returns from where the sculpture that stands there now is to be seen, once; null where no link says so. */
  readonly takeCamera: (id: SculptureId) => CameraPose | null
  agree(): void
  decline(): void
}

export function createLinkStore(
  client: Pick<GalleryClient, 'call'>,
  gallery: Pick<GalleryStore, 'openById'>,
): LinkStore {
  const question = createValue<LinkQuestion | null>(null)
  let links = 0
  /** How the sculpture opened last is to be seen, until it stands there. */
  let wanted: SculptureLink | null = null
  const open = ({ id, camera }: SculptureLink): void => {
    wanted = { id, camera }
    // What goes wrong the plinth says.
    void gallery.openById(id)
  }
  const close = (): void => question.change(() => null)
  return {
    question,
    async follow({ id, camera }) {
      const link = ++links
      close()
      const cost = await client.call('sculptures:getCost', id).catch(() => null)
      if (link !== links) return
      if (cost?.kind === 'here') open({ id, camera })
      else question.change(() => ({ id, camera, cost }))
    },
    agree() {
      const asked = question.get()
      close()
      if (asked !== null) open(asked)
    },
    decline: close,
    takeCamera(id) {
      if (wanted === null || wanted.id.source !== id.source || sculptureKey(wanted.id) !== sculptureKey(id))
        return null
      const { camera } = wanted
      wanted = null
      return camera
    },
  }
}
