// What one can do about the sessions of the season below the wall.

import { useMemo, useState, type RefObject } from 'react'
import type { Season } from '@contract/calendar'
import { toReport } from '../../ipc/client'
import { troubleMessage } from '../../ui/trouble-text'
import { WORDS } from '../../ui/words'
import type { GalleryState } from '../gallery/gallery-state'
import type { GalleryStore } from '../gallery/gallery-store'
import type { SeasonActions } from './season-round'
import { WHOLE_WALL } from './wall-query'
import type { WallTools } from './wall-tools'

/** @returns the actions, and what came of the last of them, in words. */
export function useSeasonActions(
  { source, seasons }: Pick<GalleryState, 'source' | 'seasons'>,
  calendar: Season | null,
  store: GalleryStore,
  tools: WallTools,
  room: RefObject<HTMLDivElement | null>,
): readonly [SeasonActions, string] {
  const [said, setSaid] = useState('')
  const season = calendar?.season ?? null
  const actions = useMemo(
    (): SeasonActions => ({
      open: (round, session) => {
        store.chooseRound(round)
        void store.openSession(session)
        store.show('plinth')
      },
      warm: ({ round, name }, { session }) => {
        if (season === null) return
        const request = { kind: 'race', source, season, round, sessions: [session.code] } as const
        tools.warm(request).then(
          () => setSaid(WORDS.hang.season.begun(WORDS.sessionName(session.code, session.name), name)),
          (error: unknown) => setSaid(troubleMessage(toReport(error))),
        )
      },
      find: ({ name }, { session }) => {
        tools.query.change(() => ({ ...WHOLE_WALL, season, event: name, session: session.code }))
        room.current?.scrollTo({ top: 0 })
      },
      seasons,
      choose: (other) => void store.chooseSeason(other),
    }),
    [source, season, seasons, store, tools, room],
  )
  return [actions, said]
}
