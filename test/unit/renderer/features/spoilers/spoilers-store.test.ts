import { afterEach, describe, expect, it } from 'vitest'
import { DEFAULT_PAGE_SETTINGS } from '@contract/appearance'
import { isHidden, takeSimulatedRevealed } from '@renderer/features/spoilers/hidden-weekends'
import { createSpoilersStore } from '@renderer/features/spoilers/spoilers-store'
import { pageSettings, takePageSettings } from '@renderer/ui/page-settings'
import { NOTHING_REVEALED } from '@contract/spoilers'
import { aSeason, fakeClient } from '../gallery/fake-client'

const RACE = { source: 'archive', season: 2025, round: 2, eventName: 'Grand Prix 2' } as const
const NOW = Date.UTC(2025, 5, 1)

function setUp() {
  takePageSettings({ ...DEFAULT_PAGE_SETTINGS, isSpoilerFree: true })
  const fake = fakeClient()
  const said: string[] = []
  const store = createSpoilersStore({
    client: fake.client,
    settings: {
      change: async (change) => {
        takePageSettings({ ...pageSettings.get(), ...change })
      },
    },
    notices: { tell: (text) => said.push(text) },
    now: () => NOW,
  })
  return { store, said, fake }
}

describe('revealing', () => {
  afterEach(() => {
    takePageSettings(DEFAULT_PAGE_SETTINGS)
    takeSimulatedRevealed(() => NOTHING_REVEALED)
  })

  it('asks once, tells it, keeps it in the settings, and can be taken back', () => {
    const { store, said } = setUp()
    store.ask(RACE)
    expect(isHidden(RACE)).toBe(true)
    store.agree()
    expect(isHidden(RACE)).toBe(false)
    expect(store.asked.get()).toBeNull()
    expect(pageSettings.get().revealed.others).toEqual([{ season: 2025, round: 2 }])
    store.hide(RACE)
    expect(isHidden(RACE)).toBe(true)
    expect(said).toHaveLength(2)
  })

  it('leaves a weekend hidden when the question is declined', () => {
    const { store, said } = setUp()
    store.ask(RACE)
    store.decline()
    store.agree()
    expect(isHidden(RACE)).toBe(true)
    expect(said).toEqual([])
  })

  it('keeps simulated weekends out of the settings', () => {
    const { store } = setUp()
    store.ask({ ...RACE, source: 'demo' })
    store.agree()
    expect(isHidden({ ...RACE, source: 'demo' })).toBe(false)
    expect(isHidden(RACE)).toBe(true)
    expect(pageSettings.get().revealed).toEqual(NOTHING_REVEALED)
  })

  it('of everything up to now stops before a weekend that still goes on', async () => {
    const { store, fake } = setUp()
    const done = store.revealUpToNow()
    await fake.take('calendar:getSeason').answer(
      aSeason(2025, [
        [['R', 'completed']],
        [['R', 'completed']],
        [
          ['Q', 'completed'],
          ['R', 'future'],
        ],
      ]),
    )
    await done
    expect(isHidden({ ...RACE, round: 2 })).toBe(false)
    expect(isHidden({ ...RACE, round: 3 })).toBe(true)
    store.hideAll()
    expect(isHidden({ ...RACE, season: 2019 })).toBe(true)
  })
})
