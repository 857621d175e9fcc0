// Everything the page says of a hidden weekend, written out and looked through for times and for the order of finish.

import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { renderToStaticMarkup } from 'react-dom/server'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { DEFAULT_PAGE_SETTINGS } from '@contract/appearance'
import { sculptureKey } from '@contract/ids'
import type { WallItem } from '@contract/wall'
import { DEFAULT_LOOK } from '@contract/sculpture-look'
import { NOTHING_REVEALED } from '@contract/spoilers'
import { DriverList } from '@renderer/features/calendar/driver-list'
import { ComparePanel } from '@renderer/features/compare/compare-panel'
import { Bench } from '@renderer/features/gallery/bench'
import { Caption } from '@renderer/features/gallery/caption'
import { EMPTY_GALLERY, type GalleryState } from '@renderer/features/gallery/gallery-state'
import type { Exhibit } from '@renderer/features/gallery/exhibit'
import type { GalleryStore } from '@renderer/features/gallery/gallery-store'
import { ReadOut } from '@renderer/features/gallery/read-out'
import { layCaption } from '@renderer/features/share/picture-caption'
import { hiddenWeekends } from '@renderer/features/spoilers/hidden-places'
import { takeSimulatedRevealed } from '@renderer/features/spoilers/hidden-weekends'
import { SpoilersContext } from '@renderer/features/spoilers/spoilers-context'
import type { SpoilersStore } from '@renderer/features/spoilers/spoilers-store'
import { veiledGallery, veiledWall } from '@renderer/features/spoilers/veil'
import { groupWall } from '@renderer/features/wall/wall-groups'
import { GroupLead } from '@renderer/features/wall/wall-row'
import { EMPTY_WALL } from '@renderer/features/wall/wall-state'
import { takePageSettings } from '@renderer/ui/page-settings'
import { aDriver, aLap, someLaps } from '../../../../helpers/builders'
import { aCircuitLap, threeCorners } from '../../../../helpers/circuit-laps'
import { aWallItem } from '../../../core/gallery/wall-fixtures'

const TIME = /\d:\d\d\.\d{3}|\b\d\d\.\d{3}\b/
/** As they finished; neither by name nor by number. */
const FINISH = [
  { code: 'NOR', number: '4', name: 'Lando Norris' },
  { code: 'ALB', number: '23', name: 'Alexander Albon' },
  { code: 'VER', number: '1', name: 'Max Verstappen' },
] as const
const BY_NUMBER = ['VER', 'NOR', 'ALB']
const BY_NAME = ['Alexander Albon', 'Lando Norris', 'Max Verstappen']
const LAST = { code: 'ZHO', number: '24', name: 'Guanyu Zhou', fastest: null }

const noop = (): void => {}
const laps = someLaps({
  drivers: [
    ...FINISH.map((driver, i) =>
      aDriver({
        ...driver,
        fastest: { lap: 3 + i, lapTimeMs: 75_586 + i },
        laps: [
          aLap({ lap: 1, lapTimeMs: 99_001, deleted: true }),
          aLap({ lap: 3 + i, lapTimeMs: 75_586 + i }),
        ],
      }),
    ),
    aDriver({ ...LAST, laps: [aLap({ lap: 1, lapTimeMs: null, deleted: true })] }),
  ],
})
const { source, season, round, session } = laps
const place = { id: { source, season, round, session }, eventName: 'Grand Prix', sessionName: 'Qualifying' }

function exhibitOf(driver: string, lapTimeMs: number): Exhibit {
  const sculpture = aCircuitLap({
    samples: 301,
    speedMs: threeCorners,
    header: { source, season, round, session, driver, driverName: driver, lapTimeMs, lap: 17 },
  })
  const key = sculptureKey({ ...place.id, driver, lap: 'fastest' })
  const { header } = sculpture
  return {
    ticket: { key, path: '', header, servedFrom: 'memory', freshness: 'fresh', elapsedMs: 1, bytes: 1 },
    sculpture,
    place,
    askedAtMs: 0,
  }
}

const truth: GalleryState = {
  ...EMPTY_GALLERY,
  place,
  session: { laps, servedFrom: 'disk', freshness: 'fresh', elapsedMs: 3 },
  driver: 'NOR',
  exhibit: exhibitOf('NOR', 75_586),
  beside: [
    {
      place,
      id: { ...place.id, driver: 'ALB', lap: 'fastest' },
      ask: 1,
      status: { kind: 'standing', exhibit: exhibitOf('ALB', 75_587) },
    },
  ],
}

function itemOf(driver: (typeof FINISH)[number], i: number): WallItem {
  const id = { ...place.id, driver: driver.code, lap: 'fastest' } as const
  return { ...aWallItem(1), key: sculptureKey(id), id, driverName: driver.name, lapTimeMs: 75_586 + i }
}
const items = FINISH.map(itemOf)

function wallText(): string {
  const wall = veiledWall({ ...EMPTY_WALL, source, items })
  return groupWall(wall.items!, 'newest')
    .map((group) =>
      renderToStaticMarkup(
        <SpoilersContext value={{} as SpoilersStore}>
          <GroupLead
            part={{ key: group.key, group, items: group.items, from: 0 }}
            folded={null}
            isUnfolded={false}
            onFold={noop}
            hang={{
              columns: 5,
              thumbnails: null,
              favourites: [],
              making: new Set(),
              actions: { open: noop, approach: noop, leave: noop, toggleFavourite: noop },
            }}
          />
        </SpoilersContext>,
      ),
    )
    .join('')
}

function plinthText(): string {
  const state = veiledGallery(truth)
  const exhibit = state.exhibit!
  const besideLap = state.beside[0]!
  const other = besideLap.status.kind === 'standing' ? besideLap.status.exhibit : null
  const shown = [exhibit, other] as const
  const choice = { look: DEFAULT_LOOK, choose: noop } as unknown as Parameters<typeof Bench>[0]['choice']
  const store = {} as GalleryStore
  const client = {} as Parameters<typeof Bench>[0]['client']
  const compared = { comparison: null, chosen: null, choose: noop }
  return renderToStaticMarkup(
    <SpoilersContext value={{} as SpoilersStore}>
      <Caption exhibit={exhibit} calendar={null} />
      <ReadOut sculpture={exhibit.sculpture} station={150} isOneOfMany />
      <DriverList
        session={state.session!.laps}
        heading={place}
        chosen="NOR"
        isWaiting={false}
        onOpen={noop}
        beside={{ laps: [], lapOf: () => undefined, set: noop, setAll: noop, takeAway: noop, clear: noop }}
      />
      <Bench
        run={null}
        state={state}
        exhibit={exhibit}
        read={exhibit}
        place={{ key: null, station: 150 }}
        laps={shown}
        compared={compared}
        choice={choice}
        store={store}
        client={client}
        onHover={noop}
        onPin={noop}
      />
      <ComparePanel
        {...compared}
        exhibit={exhibit}
        beside={state.beside}
        hidden={hiddenWeekends(shown)}
        store={store}
        client={client}
      />
    </SpoilersContext>,
  )
}

/** In which order names stand in a text. */
function orderIn(text: string, names: readonly string[]): readonly string[] {
  return [...names].sort((a, b) => text.indexOf(a) - text.indexOf(b))
}

describe('a hidden weekend', () => {
  beforeEach(() => takePageSettings({ ...DEFAULT_PAGE_SETTINGS, isSpoilerFree: true }))
  afterEach(() => {
    takePageSettings(DEFAULT_PAGE_SETTINGS)
    takeSimulatedRevealed(() => NOTHING_REVEALED)
  })

  it('hangs without times, by name, with the way to reveal it in its head', () => {
    const text = wallText()
    expect(text).not.toMatch(TIME)
    expect(text).toContain('time hidden')
    expect(text).toContain('Reveal this weekend')
    expect(orderIn(text, BY_NAME)).toEqual(BY_NAME)
  })

  it('stands on the plinth without time, place or number of the lap, its drivers by number', () => {
    const text = plinthText()
    expect(text).not.toMatch(TIME)
    expect(text).not.toMatch(/\bLap 17\b/)
    expect(text).toContain('Reveal this weekend to compare')
    expect(orderIn(text, ['<b>VER</b>', '<b>NOR</b>', '<b>ALB</b>'])).toEqual(
      BY_NUMBER.map((code) => `<b>${code}</b>`),
    )
    expect(text.match(/<span class="driver-position"><\/span>/g)).toHaveLength(4)
    expect(text).not.toMatch(/deleted|did not/i)
  })

  it('has pictures that say that the time is hidden', () => {
    const { exhibit } = veiledGallery(truth)
    const { texts } = layCaption(exhibit!, { width: 1920, height: 1080 }, DEFAULT_LOOK)
    const text = texts.map((each) => each.text).join('\n')
    expect(text).not.toMatch(TIME)
    expect(text).toContain('time hidden')
    expect(text).not.toContain('Lap 17')
  })

  it('is the same object each time it is looked at, so that nothing is drawn anew', () => {
    const first = veiledGallery(truth)
    const second = veiledGallery({ ...truth, view: 'plinth' })
    expect(second.exhibit).toBe(first.exhibit)
    expect(second.beside).toBe(first.beside)
    expect(second.session?.laps).toBe(first.session?.laps)
  })

  it('tells everything once it is revealed, and nothing is veiled without the mode', () => {
    const revealed = { upTo: null, others: [{ season, round }] }
    takePageSettings({ ...DEFAULT_PAGE_SETTINGS, isSpoilerFree: true, revealed })
    takeSimulatedRevealed(() => revealed)
    expect(wallText()).toMatch(TIME)
    expect(wallText()).toContain('Hide again')
    expect(veiledGallery(truth)).toBe(truth)
    takePageSettings(DEFAULT_PAGE_SETTINGS)
    expect(wallText()).not.toContain('Hide again')
  })

  it('hangs after what has a time where the fastest hang first', () => {
    const open = { ...items[0]!, key: 'open', id: { ...items[0]!.id, season: season - 1 }, lapTimeMs: 99_000 }
    takePageSettings({
      ...DEFAULT_PAGE_SETTINGS,
      isSpoilerFree: true,
      revealed: { upTo: { season: season - 1, round: 40 }, others: [] },
    })
    takeSimulatedRevealed(() => ({ upTo: { season: season - 1, round: 40 }, others: [] }))
    const wall = veiledWall({ ...EMPTY_WALL, source, items: [...items, open] })
    const [group] = groupWall(wall.items!, 'fastest')
    expect(group?.items.map(({ driverName }) => driverName)).toEqual([open.driverName, ...BY_NAME])
  })
})

it('is only one function that writes the time of a lap', () => {
  const root = join(import.meta.dirname, '../../../../../src/renderer/src')
  const using = readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name))
    .filter((name) =>
      /\blapTime\b/.test(readFileSync(join(root, name), 'utf8').replaceAll(/^\s*(\/\/|\*).*$/gm, '')),
    )
    .map((name) => name.replaceAll('\\', '/'))
    .sort()
  expect(using).toEqual(['ui/format.ts', 'ui/told-time.ts'])
})
