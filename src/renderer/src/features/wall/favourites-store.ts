// The favourite drivers. The strategy of the warming holds them, and it alone: a favourite is kept warm.

import type { ErrorReport } from '@contract/errors'
import { toReport, type GalleryClient } from '../../ipc/client'
import { createValue, type Value } from '../../ui/value'

export interface Favourites {
  /** Codes; empty until they have been read. */
  readonly codes: readonly string[]
  readonly trouble: ErrorReport | null
}

export interface FavouritesStore {
  readonly state: Value<Favourites>
  /** Reads them anew: they are changed in other rooms as well. */
  load(): Promise<void>
  /** Makes a driver a favourite, or no longer one. */
  toggle(code: string): Promise<void>
}

export function createFavouritesStore(client: GalleryClient): FavouritesStore {
  const state = createValue<Favourites>({ codes: [], trouble: null })
  /** One change after the other: each is made of the settings as the one before has left them. */
  let turn: Promise<void> = Promise.resolve()

  const take = (codes: readonly string[]): void =>
    state.change((known) =>
      known.trouble === null && codes.join() === known.codes.join() ? known : { codes, trouble: null },
    )
  const inTurn = (work: () => Promise<void>): Promise<void> => {
    turn = turn.then(async () => {
      try {
        await work()
      } catch (error) {
        state.change((known) => ({ ...known, trouble: toReport(error) }))
      }
    })
    return turn
  }

  return {
    state,
    load: () => inTurn(async () => take((await client.call('settings:get')).strategy.favourites)),
    toggle: (code) =>
      inTurn(async () => {
        const { strategy } = await client.call('settings:get')
        const favourites = strategy.favourites.includes(code)
          ? strategy.favourites.filter((each) => each !== code)
          : [...strategy.favourites, code]
        const changed = await client.call('settings:change', { strategy: { ...strategy, favourites } })
        take(changed.strategy.favourites)
      }),
  }
}
