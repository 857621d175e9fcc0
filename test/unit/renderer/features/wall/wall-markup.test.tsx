import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import type { GalleryStore } from '@renderer/features/gallery/gallery-store'
import { EMPTY_GALLERY, type GalleryState } from '@renderer/features/gallery/gallery-state'
import { EmptyWall } from '@renderer/features/wall/empty-wall'
import { WallCard } from '@renderer/features/wall/wall-card'
import { NothingFound } from '@renderer/features/wall/nothing-found'
import { seasonRounds } from '@renderer/features/wall/season-marks'
import { SeasonHead, SeasonRoundView } from '@renderer/features/wall/season-round'
import { WallFinder } from '@renderer/features/wall/wall-finder'
import {
  answering,
  facetOptions,
  facetsOf,
  WHOLE_WALL,
  type WallQuery,
} from '@renderer/features/wall/wall-query'
import { EMPTY_WALL, type WallState } from '@renderer/features/wall/wall-state'
import { WallStatusLine } from '@renderer/features/wall/wall-status-line'
import type { WallStore } from '@renderer/features/wall/wall-store'
import { ERROR_WORDS, type ErrorReport } from '@contract/errors'
import { aSeason } from '../gallery/fake-client'
import { aWallItem } from '../../../core/gallery/wall-fixtures'

const nothing = (): void => undefined
const card = (
  change: Partial<ReturnType<typeof aWallItem>> = {},
  { isFavourite = false, isBeingMade = false } = {},
) =>
  renderToStaticMarkup(
    <WallCard
      item={{ ...aWallItem(1), ...change }}
      under="session"
      isFavourite={isFavourite}
      isBeingMade={isBeingMade}
      thumbnails={null}
      actions={{ open: nothing, approach: nothing, leave: nothing, toggleFavourite: nothing }}
    />,
  )
const UNREACHABLE: ErrorReport = {
  code: 'source/unreachable',
  message: ERROR_WORDS['source/unreachable'].title,
  ...ERROR_WORDS['source/unreachable'],
}

function empty(state: Partial<GalleryState>, wall: Partial<WallState> = {}): string {
  return renderToStaticMarkup(
    <EmptyWall
      state={{ ...EMPTY_GALLERY, ...state }}
      store={{} as GalleryStore}
      wall={{ ...EMPTY_WALL, ...wall }}
      wallStore={{} as WallStore}
      tasks={[]}
      columns={5}
    />,
  )
}

describe('a card of the wall', () => {
  it('is one button on the way of the keyboard that says what a press brings, with a star beside it', () => {
    const markup = card()
    expect(markup.match(/<button/g)).toHaveLength(2)
    expect(markup.match(/tabindex="-1"/gi)).toHaveLength(1)
    expect(markup).toContain(
      'aria-label="Sculpture of Ada Apex, Grand Prix 1, Qualifying, lap 1:25.842, simulated"',
    )
  })

  it('draws the plan until there is a picture, and an empty plinth where the plan is not known', () => {
    expect(card().match(/<polygon/g)).toHaveLength(2)
    expect(card({ plan: null }).match(/<polygon/g)).toHaveLength(1)
  })

  it('is marked as simulated, and only if it is', () => {
    expect(card()).toContain('>Simulated<')
    const recorded = card({ id: { ...aWallItem(1).id, source: 'archive' } })
    expect(recorded.toLowerCase()).not.toContain('simulated')
  })

  it('says by shape and word what is past its time, being made, or lacking, and nothing where all is well', () => {
    expect(card()).not.toContain('class="mark"')
    const expectMark = (markup: string, kind: string, word: string): void => {
      expect(markup).toContain(`class="mark" data-mark="${kind}"`)
      expect(markup).toContain(word)
      const ids = /aria-describedby="([^"]+)"/.exec(markup)?.[1]?.split(' ') ?? []
      expect(ids).toHaveLength(2)
      for (const id of ids) expect(markup).toContain(`id="${id}"`)
    }
    expectMark(card({ isStale: true }), 'stale', 'To be checked')
    expectMark(card({ isStale: true }, { isBeingMade: true }), 'warming', 'Being warmed')
    expectMark(card({ gap: 'positions' }), 'gap', 'No positions')
  })

  it('has a star that tells whether its driver is a favourite, and what that brings', () => {
    expect(card()).toMatch(/aria-pressed="false" aria-label="Favourite: Ada Apex" title="[^"]*kept warm/)
    expect(card({}, { isFavourite: true })).toContain('aria-pressed="true"')
  })

  it('names the lap where it is not the fastest', () => {
    expect(card()).not.toContain('Lap 11')
    expect(card({ id: { ...aWallItem(1).id, lap: 11 } })).toContain('Lap 11')
  })
})

describe('what one looks through the wall with', () => {
  const ITEMS = [aWallItem(1, 'AAA'), { ...aWallItem(1, 'BBB'), driverName: 'Bo Brake' }]
  const finder = (query: WallQuery) =>
    renderToStaticMarkup(
      <WallFinder
        query={query}
        facets={facetsOf(ITEMS)}
        options={facetOptions(ITEMS, query, [])}
        found={answering(ITEMS, query, []).length}
        total={ITEMS.length}
        search={{ current: null }}
        onChange={nothing}
      />,
    )

  it('offers a choice only where there is one, with counts', () => {
    const markup = finder(WHOLE_WALL)
    expect(markup).toContain('Bo Brake (1)')
    expect(markup).not.toContain('All seasons')
    expect(markup).not.toContain('Show the whole wall')
  })

  it('tells how much was found, and the way back to the whole wall', () => {
    const markup = finder({ ...WHOLE_WALL, driver: 'BBB' })
    expect(markup).toContain('1 of 2 sculptures')
    expect(markup).toContain('>Show the whole wall</button>')
  })

  it('explains stars to whoever asks for favourites and has none', () => {
    const markup = (hasFavourites: boolean) =>
      renderToStaticMarkup(
        <NothingFound whose="favourites" hasFavourites={hasFavourites} onClear={nothing} />,
      )
    expect(markup(false)).toContain('No driver has a star yet')
    expect(markup(true)).toContain('Nothing on the wall answers to this')
  })
})

const NO_ACTIONS = {
  open: nothing,
  warm: nothing,
  find: nothing,
  choose: nothing,
  seasons: [2026, 2025, 2023],
}

describe('the season below the wall', () => {
  it('leads to the seasons before and after it, and to no others', () => {
    const markup = renderToStaticMarkup(<SeasonHead season={2025} actions={NO_ACTIONS} said="" />)
    expect(markup.match(/Show the season \d+/g)).toEqual(['Show the season 2026'])
  })
})

describe('a Grand Prix of the season', () => {
  it('offers to open or prepare what is not here, and to show what hangs', () => {
    const [round] = seasonRounds(
      aSeason(2026, [
        [
          ['Q', 'completed'],
          ['R', 'completed'],
        ],
      ]),
      [aWallItem(1)],
      new Set(),
      WHOLE_WALL,
    )
    const markup = renderToStaticMarkup(<SeasonRoundView round={round!} actions={NO_ACTIONS} />)
    expect(markup).toContain('aria-label="1 sculpture: show Session Q, Grand Prix 1 on the wall"')
    expect(markup).toContain('>1 sculpture<')
    for (const name of ['Open Session R, Grand Prix 1', 'Prepare Session R, Grand Prix 1'])
      expect(markup).toContain(`aria-label="${name}"`)
    expect(markup).toMatch(/data-mark="cold"[^]*Not here/)
  })
})

describe('a wall on which nothing hangs', () => {
  it('keeps places for the first pieces of the simulated season', () => {
    const markup = empty({ source: 'demo' })
    expect(markup).toContain('aria-busy="true"')
    expect(markup.match(/<li/g)).toHaveLength(7)
  })

  it('says that the archive cannot be reached, and offers to try again or to go to the simulated season', () => {
    const markup = empty({
      trouble: { calendar: { step: 'calendar', report: UNREACHABLE }, piece: null },
    })
    expect(markup).toContain('role="alert"')
    for (const button of ['Try again', 'Open the simulated season'])
      expect(markup).toContain(`>${button}</button>`)
  })

  it('shows the work one waits for', () => {
    const waiting = { step: 'session', subjects: [], askedAtMs: 0 } as const
    expect(empty({ waiting: { calendar: null, piece: waiting } })).toContain('<progress')
  })

  it('says so when there is neither work nor trouble', () => {
    expect(empty({})).toContain('Nothing hangs here yet')
  })

  it('offers another try when its list cannot be read', () => {
    const markup = empty({ source: 'demo' }, { trouble: { ...UNREACHABLE, code: 'cache/unwritable' } })
    expect(markup).toContain('>Try again</button>')
    expect(markup).not.toContain('>Close</button>')
  })
})

describe('the status of the wall', () => {
  const line = (state: Partial<GalleryState>, wall: Partial<WallState>) =>
    renderToStaticMarkup(
      <WallStatusLine
        state={{ ...EMPTY_GALLERY, ...state }}
        store={{} as GalleryStore}
        wall={{ ...EMPTY_WALL, ...wall }}
        tasks={[]}
      />,
    )

  it('tells how many hang, how far the season is, and that none of it was driven', () => {
    const markup = line({ source: 'demo', reason: 'offline' }, { total: 1234, filling: { hung: 2, goal: 8 } })
    expect(markup).toContain('1,234 sculptures')
    expect(markup).toContain('2 of 8 circuits')
    expect(markup).toContain('value="0.25"')
    expect(markup).toContain('no car drove these laps')
    expect(markup).toContain('No connection to the archive')
  })

  it('says that what hangs there still opens when the archive is out of reach', () => {
    const markup = line(
      { trouble: { calendar: { step: 'calendar', report: UNREACHABLE }, piece: null } },
      { total: 3 },
    )
    expect(markup).toContain('what hangs here opens without it')
    expect(markup).toContain('>Try again</button>')
  })
})
