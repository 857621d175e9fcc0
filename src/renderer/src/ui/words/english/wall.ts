// Words of the wall: looking for something on it, its marks, and the season below it.

import type { WallGap } from '@contract/wall'
import { counted } from '../../counted'
import { whole } from '../../format'

export const ENGLISH_HANG_WORDS = {
  skip: 'Go to the sculptures',
  find: {
    landmark: 'Find on the wall',
    search: 'Search',
    searchHint: 'Driver, team, circuit',
    searchKeys: 'Ctrl+F comes here, Escape empties it.',
    facets: {
      season: 'Season',
      event: 'Grand Prix',
      session: 'Session',
      driver: 'Driver',
      team: 'Team',
    },
    any: {
      season: 'All seasons',
      event: 'All Grands Prix',
      session: 'All sessions',
      driver: 'All drivers',
      team: 'All teams',
    },
    option: (name: string, count: number) => `${name} (${whole(count)})`,
    favourites: 'Favourites',
    favouritesHint: 'Only the drivers with a star.',
    sort: 'Order',
    sorts: {
      newest: 'Newest first',
      fastest: 'Fastest on each circuit',
      driver: 'By driver',
      event: 'By Grand Prix',
    },
    clear: 'Show the whole wall',
    found: (found: number, total: number) => `${whole(found)} of ${sculptures(total)}`,
  },
  nothingFound: {
    title: 'Nothing on the wall answers to this',
    hint: 'Another spelling, or fewer filters, may find it. Sessions that are not here yet stand below, if the season has them.',
    noFavourites: 'No driver has a star yet',
    noFavouritesHint: 'The star on the corner of a card, or the key F, makes its driver a favourite.',
  },
  groups: {
    season: (season: number) => `Season ${season}`,
    circuitHint: 'The fastest lap first',
    count: (n: number) => sculptures(n),
    unfold: (n: number) => `All ${whole(n)}`,
  },
  line: {
    placeOfYear: (event: string, session: string) => `${event}, ${session}`,
    place: (event: string, session: string, season: string) => `${event}, ${session}, ${season}`,
    team: (team: string, session: string, season: string) => `${team}, ${session}, ${season}`,
  },
  favourite: {
    name: (driver: string) => `Favourite: ${driver}`,
    makeOne: (driver: string) => `Make ${driver} a favourite (F). Favourites are kept warm.`,
    isOne: (driver: string) => `${driver} is a favourite, and kept warm. Press to end it (F).`,
  },
  marks: {
    warm: 'Warm',
    stale: 'To be checked',
    warming: 'Being warmed',
    cold: 'Not here',
  },
  hints: {
    warm: 'Here and fresh: it opens in an instant.',
    stale: 'Opens in an instant, and is compared with its source then.',
    warming: 'It is being made at this moment, or waits for its turn.',
    cold: 'Nobody has fetched it yet.',
  },
  gaps: {
    positions: 'No positions',
    speeds: 'No speeds',
    other: 'Parts missing',
  } satisfies Record<WallGap, string>,
  gapHints: {
    positions: 'The recording has no positions for this lap: it is placed by its speed.',
    speeds: 'The recording has no speeds for this lap: they are derived from its positions.',
    other: 'The notes beside the sculpture say what the recording lacked.',
  } satisfies Record<WallGap, string>,
  season: {
    title: (season: number) => `The season ${season}`,
    hint: 'What hangs here, and what could.',
    other: (season: number) => `Show the season ${season}`,
    count: (n: number) => sculptures(n),
    open: 'Open',
    openName: (session: string, event: string) => `Open ${session}, ${event}`,
    warm: 'Prepare',
    warmName: (session: string, event: string) => `Prepare ${session}, ${event}`,
    /** Begins with what is seen of it, so that it can be asked for by that. */
    showName: (n: number, session: string, event: string) =>
      `${sculptures(n)}: show ${session}, ${event} on the wall`,
    begun: (session: string, event: string) => `${event}, ${session}: being prepared.`,
  },
}

/** English only, as what uses it. */
function sculptures(n: number): string {
  return counted(n, 'sculpture', 'sculptures')
}
