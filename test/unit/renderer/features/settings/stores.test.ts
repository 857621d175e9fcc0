import { afterEach, describe, expect, it } from 'vitest'
import { DEFAULT_PAGE_SETTINGS } from '@contract/appearance'
import { DEFAULT_SETTINGS, type ShownSettings } from '@contract/settings'
import type { SettingsOffer } from '@contract/settings-transfer'
import { createSettingsRoom } from '@renderer/features/settings/settings-room-store'
import { pageSettings, takePageSettings } from '@renderer/ui/page-settings'
import { fakeClient } from '../gallery/fake-client'

const { window: _w, isTrayExplained: _t, cache, ...rest } = DEFAULT_SETTINGS
const { folder: _f, ...openCache } = cache
const SHOWN: ShownSettings = { ...rest, cache: openCache }

function setUp() {
  const fake = fakeClient()
  const room = createSettingsRoom(fake.client)
  return { fake, room, shown: () => room.settings.state.get().shown }
}

async function loaded() {
  const parts = setUp()
  void parts.room.settings.load()
  await parts.fake.take('settings:get').answer(SHOWN)
  return parts
}

const imperial: ShownSettings = { ...SHOWN, appearance: { ...SHOWN.appearance, units: 'imperial' } }

afterEach(() => takePageSettings(DEFAULT_PAGE_SETTINGS))

describe('the settings of the page', () => {
  it('hold at once, before the main process has answered', async () => {
    const { fake, room, shown } = await loaded()
    void room.settings.changeAppearance({ units: 'imperial' })
    expect(pageSettings.get().appearance.units).toBe('imperial')
    expect(shown()?.appearance.units).toBe('imperial')
    await fake.take('settings:change').answer(imperial)
    expect(pageSettings.get().appearance.units).toBe('imperial')
  })

  it('go back to what is stored where a change is refused, with the reason', async () => {
    const { fake, room, shown } = await loaded()
    void room.settings.changeAppearance({ units: 'imperial' })
    await fake.take('settings:change').fail('internal/bug')
    await fake.take('settings:get').answer(SHOWN)
    expect(shown()?.appearance.units).toBe('metric')
    expect(room.settings.state.get().trouble?.code).toBe('internal/bug')
  })

  it('do not flicker back while one change overtakes the answer to another', async () => {
    const { fake, room } = await loaded()
    void room.settings.changeAppearance({ units: 'imperial' })
    void room.settings.changeAppearance({ clock: 'h12' })
    fake.push('settings:changed', imperial)
    await fake.take('settings:change').answer(imperial)
    expect(pageSettings.get().appearance).toMatchObject({ units: 'imperial', clock: 'h12' })
    await fake
      .take('settings:change')
      .answer({ ...imperial, appearance: { ...imperial.appearance, clock: 'h12' } })
    expect(pageSettings.get().appearance).toMatchObject({ units: 'imperial', clock: 'h12' })
  })

  it('follow what a menu or another part of the application changes', async () => {
    const { fake, shown } = await loaded()
    fake.push('settings:changed', imperial)
    expect(shown()).toEqual(imperial)
    expect(pageSettings.get().appearance.units).toBe('imperial')
  })

  it('tell until it is closed what of their file could not be read', async () => {
    const { fake, room } = setUp()
    void room.settings.start()
    await fake.take('settings:takeMended').answer({ fields: ['appearance.theme'], keptAs: 'x.unreadable' })
    expect(room.settings.state.get().mended?.fields).toEqual(['appearance.theme'])
    room.settings.closeMended()
    expect(room.settings.state.get().mended).toBeNull()
  })
})

describe('the form of strategy and schedule', () => {
  const rounds = (recentRounds: number): ShownSettings => ({
    ...SHOWN,
    strategy: { ...SHOWN.strategy, recentRounds },
  })
  async function form() {
    const parts = await loaded()
    const fields = () => parts.room.warming.state.get().fields!
    return { ...parts, fields, warming: parts.room.warming }
  }

  it('keeps what is not saved, and discards it when asked', async () => {
    const { fake, warming, fields } = await form()
    warming.change({ ...fields(), recentRounds: '7' })
    expect(fake.open()).toEqual([])
    expect(warming.state.get()).toMatchObject({ status: 'changed', fields: { recentRounds: '7' } })
    warming.discard()
    expect(warming.state.get()).toMatchObject({ status: 'unchanged', fields: { recentRounds: '3' } })
  })

  it('is unchanged again when a change is taken back by hand', async () => {
    const { warming, fields } = await form()
    warming.change({ ...fields(), recentRounds: '7' })
    warming.change({ ...fields(), recentRounds: '3' })
    expect(warming.state.get().status).toBe('unchanged')
  })

  it('keeps a rule that was refused, with the reason', async () => {
    const { fake, warming, fields } = await form()
    warming.change({ ...fields(), rule: 'every day' })
    void warming.save()
    await fake.take('settings:change').fail('schedule/unreadable')
    expect(warming.state.get()).toMatchObject({
      status: 'changed',
      fields: { rule: 'every day' },
      trouble: { code: 'schedule/unreadable' },
    })
  })

  it('does not lose what is typed while it is being saved', async () => {
    const { fake, warming, fields } = await form()
    warming.change({ ...fields(), recentRounds: '7' })
    void warming.save()
    warming.change({ ...fields(), recentRounds: '8' })
    await fake.take('settings:change').answer(rounds(7))
    expect(warming.state.get()).toMatchObject({ status: 'changed', fields: { recentRounds: '8' } })
  })

  it('says that it is saved, though word of the change comes before the answer', async () => {
    const { fake, warming, fields } = await form()
    warming.change({ ...fields(), recentRounds: '7' })
    void warming.save()
    fake.push('settings:changed', rounds(7))
    await fake.take('settings:change').answer(rounds(7))
    expect(warming.state.get()).toMatchObject({ status: 'saved', fields: { recentRounds: '7' } })
  })

  it('is not sent while a field cannot be read', async () => {
    const { fake, warming, fields } = await form()
    warming.change({ ...fields(), recentRounds: 'many' })
    await warming.save()
    expect(fake.open()).toEqual([])
  })

  it('shows what was changed elsewhere, unless somebody is typing', async () => {
    const { fake, warming, fields } = await form()
    fake.push('settings:changed', rounds(5))
    expect(fields().recentRounds).toBe('5')
    warming.change({ ...fields(), favourites: 'NOR' })
    fake.push('settings:changed', rounds(6))
    expect(fields()).toMatchObject({ recentRounds: '5', favourites: 'NOR' })
  })
})

describe('settings from a file', () => {
  const offer = (path: string): SettingsOffer => ({
    token: 's1',
    name: 'mine.json',
    changes: [{ path, before: 'auto', after: 'demo' }],
  })

  it('are shown before they are taken, and change nothing when they are left', async () => {
    const { fake, room, shown } = await loaded()
    void room.transfer.choose()
    await fake.take('settings:chooseFile').answer(offer('appearance.units'))
    expect(room.transfer.state.get().offer?.name).toBe('mine.json')
    room.transfer.decline()
    expect(room.transfer.state.get().offer).toBeNull()
    expect(shown()).toEqual(SHOWN)
    expect(fake.open()).toEqual([])
  })

  it('hold when they are taken', async () => {
    const { fake, room, shown } = await loaded()
    void room.transfer.choose()
    await fake.take('settings:chooseFile').answer(offer('source'))
    void room.transfer.agree()
    fake.push('settings:changed', { ...imperial, source: 'demo' })
    const taken = fake.take('settings:takeFile')
    expect(taken.input).toBe('s1')
    await taken.answer({ ...imperial, source: 'demo' })
    expect(shown()).toMatchObject({ source: 'demo', appearance: { units: 'imperial' } })
    expect(room.transfer.state.get()).toMatchObject({ offer: null, outcome: { kind: 'taken' } })
  })

  it('are refused with the reason, and ask one question at a time', async () => {
    const { fake, room } = await loaded()
    void room.transfer.choose()
    void room.transfer.choose()
    await fake.take('settings:chooseFile').fail('settings/bad-fields')
    expect(room.transfer.state.get()).toMatchObject({
      trouble: { code: 'settings/bad-fields' },
      isBusy: false,
    })
    expect(fake.open()).toEqual([])
  })

  it('that change nothing say so', async () => {
    const { fake, room } = await loaded()
    void room.transfer.choose()
    await fake.take('settings:chooseFile').answer({ ...offer('source'), changes: [] })
    expect(room.transfer.state.get()).toMatchObject({ offer: null, outcome: { kind: 'same' } })
  })
})
