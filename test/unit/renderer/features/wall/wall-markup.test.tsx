import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import type { GalleryStore } from '@renderer/features/gallery/gallery-store'
import { EMPTY_GALLERY, type GalleryState } from '@renderer/features/gallery/gallery-state'
import { EmptyWall } from '@renderer/features/wall/empty-wall'
import { WallCard } from '@renderer/features/wall/wall-card'
import { EMPTY_WALL, type WallState } from '@renderer/features/wall/wall-state'
import { WallStatusLine } from '@renderer/features/wall/wall-status-line'
import type { WallStore } from '@renderer/features/wall/wall-store'
import { ERROR_WORDS, type ErrorReport } from '@contract/errors'
import { aWallItem } from '../../../core/gallery/wall-fixtures'

const nothing = (): void => undefined
const card = (change: Partial<ReturnType<typeof aWallItem>> = {}) =>
  renderToStaticMarkup(<WallCard item={{ ...aWallItem(1), ...change }} thumbnails={null} onOpen={nothing} />)
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
  it('is one button that says what a press brings', () => {
    const markup = card()
    expect(markup.match(/<button/g)).toHaveLength(1)
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

  it('names the lap where it is not the fastest', () => {
    expect(card()).not.toContain('Lap 11')
    expect(card({ id: { ...aWallItem(1).id, lap: 11 } })).toContain('Lap 11')
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
