// Reveals weekends and hides them again. Revealing asks once; hiding does no harm. No React.

import type { CalendarRound } from '@contract/calendar'
import { NOTHING_REVEALED, type Revealed, type Weekend } from '@contract/spoilers'
import type { GalleryClient } from '../../ipc/client'
import { pageSettings } from '../../ui/page-settings'
import { createValue, type Value } from '../../ui/value'
import { WORDS } from '../../ui/words'
import type { Notices } from '../notices/notices'
import type { SettingsStore } from '../settings/settings-store'
import { takeSimulatedRevealed, type WeekendOf } from './hidden-weekends'
import { withAllUpTo, withWeekend } from './weekends'

export interface NamedWeekend extends WeekendOf {
  readonly eventName: string
}

export interface SpoilersStore {
  /** The weekend somebody is about to reveal. */
  readonly asked: Value<NamedWeekend | null>
  readonly ask: (weekend: NamedWeekend) => void
  agree(): void
  decline(): void
  readonly hide: (weekend: NamedWeekend) => void
  /** All weekends whose last session is over, as far as the calendar can be had. */
  revealUpToNow(): Promise<void>
  hideAll(): void
}

export interface SpoilersParts {
  readonly client: GalleryClient
  readonly settings: Pick<SettingsStore, 'change'>
  readonly notices: Pick<Notices, 'tell'>
  /** Epoch ms. */
  readonly now: () => number
}

/** Beyond every round of a season. */
export const LAST_ROUND = 40
/** The last season that settings can name: nothing simulated is later. */
const END: Weekend = { season: 2100, round: LAST_ROUND }

export function createSpoilersStore({ client, settings, notices, now }: SpoilersParts): SpoilersStore {
  const asked = createValue<NamedWeekend | null>(null)

  const change = ({ source }: WeekendOf, by: (known: Revealed) => Revealed): void => {
    if (source === 'demo') takeSimulatedRevealed(by)
    else void settings.change({ revealed: by(pageSettings.get().revealed) })
  }
  const newestOver = async (): Promise<Weekend> => {
    const season = new Date(now()).getUTCFullYear()
    const calendar = await client.call('calendar:getSeason', { source: 'archive', season }).catch(() => null)
    const over = calendar?.rounds.findLast(isOver)
    return over === undefined ? { season: season - 1, round: LAST_ROUND } : { season, round: over.round }
  }

  return {
    asked,
    ask: (weekend) => asked.change(() => weekend),
    agree() {
      const weekend = asked.get()
      if (weekend === null) return
      asked.change(() => null)
      change(weekend, (known) => withWeekend(known, weekend, 'revealed'))
      notices.tell(WORDS.spoilers.told(weekend.eventName, weekend.season))
    },
    decline: () => asked.change(() => null),
    hide(weekend) {
      change(weekend, (known) => withWeekend(known, weekend, 'hidden'))
      notices.tell(WORDS.spoilers.hiddenAgain(weekend.eventName, weekend.season))
    },
    async revealUpToNow() {
      const mark = await newestOver()
      takeSimulatedRevealed((known) => withAllUpTo(known, END))
      await settings.change({ revealed: withAllUpTo(pageSettings.get().revealed, mark) })
      notices.tell(
        mark.round === LAST_ROUND
          ? WORDS.spoilers.toldUpToSeason(mark.season)
          : WORDS.spoilers.toldUpTo(mark.season, mark.round),
      )
    },
    hideAll() {
      takeSimulatedRevealed(() => NOTHING_REVEALED)
      void settings.change({ revealed: NOTHING_REVEALED })
      notices.tell(WORDS.spoilers.allHidden)
    },
  }
}

/** A weekend that is still going on has results to come. */
function isOver({ sessions }: CalendarRound): boolean {
  return (
    sessions.some(({ state }) => state === 'completed') &&
    sessions.every(({ state }) => state === 'completed' || state === 'cancelled')
  )
}
