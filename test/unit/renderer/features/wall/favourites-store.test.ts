import { describe, expect, it } from 'vitest'
import { DEFAULT_SETTINGS, type OpenSettings } from '@contract/settings'
import { createFavouritesStore } from '@renderer/features/wall/favourites-store'
import { fakeClient, settled } from '../gallery/fake-client'

const settings = (favourites: readonly string[]): OpenSettings => ({
  ...DEFAULT_SETTINGS,
  strategy: { ...DEFAULT_SETTINGS.strategy, favourites },
})

describe('the favourites', () => {
  it('are those of the strategy, and a star changes nothing else of it', async () => {
    const fake = fakeClient()
    const store = createFavouritesStore(fake.client)
    void store.toggle('NOR')
    await settled()
    await fake.take('settings:get').answer(settings(['VER']))
    const change = fake.take('settings:change')
    expect(change.input).toEqual({
      strategy: { ...DEFAULT_SETTINGS.strategy, favourites: ['VER', 'NOR'] },
    })
    await change.answer(settings(['VER', 'NOR']))
    expect(store.state.get().codes).toEqual(['VER', 'NOR'])
  })

  it('lose one whose star is pressed again, each press after the other', async () => {
    const fake = fakeClient()
    const store = createFavouritesStore(fake.client)
    void store.toggle('VER')
    void store.toggle('HAM')
    await settled()
    expect(fake.open()).toEqual(['settings:get'])
    await fake.take('settings:get').answer(settings(['VER']))
    const first = fake.take('settings:change')
    expect(first.input).toMatchObject({ strategy: { favourites: [] } })
    await first.answer(settings([]))
    await fake.take('settings:get').answer(settings([]))
    expect(fake.take('settings:change').input).toMatchObject({ strategy: { favourites: ['HAM'] } })
  })

  it('stay as they were where they cannot be changed, which is said until it can', async () => {
    const fake = fakeClient()
    const store = createFavouritesStore(fake.client)
    void store.load()
    await settled()
    await fake.take('settings:get').answer(settings(['VER']))
    void store.toggle('HAM')
    await settled()
    await fake.take('settings:get').fail('internal/bug')
    expect(store.state.get()).toMatchObject({ codes: ['VER'], trouble: { code: 'internal/bug' } })
    void store.load()
    await settled()
    await fake.take('settings:get').answer(settings(['VER']))
    expect(store.state.get().trouble).toBeNull()
  })
})
