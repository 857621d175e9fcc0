import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { DEFAULT_SETTINGS, type ShownSettings, type SourceChoice } from '@contract/settings'
import { atomicFiles } from '@main/adapters/atomic-file'
import { shownSettings } from '@main/app/settings-desk'
import { SettingsTransfer } from '@main/ipc/settings-transfer'
import { temporaryFolder } from '../../helpers/temporary-folder'

const SHOWN = shownSettings((name) => DEFAULT_SETTINGS[name])

async function setUp() {
  const folder = await temporaryFolder()
  let settings: ShownSettings = SHOWN
  const sources: SourceChoice[] = []
  let picked: string | null = join(folder, 'mine.json')
  const transfer = new SettingsTransfer({
    get: () => settings,
    change: (change) => (settings = { ...settings, ...change }),
    onSource: (source) => sources.push(source),
    tools: {
      chooseFile: () => Promise.resolve(picked),
      chooseFileToOpen: () => Promise.resolve(picked),
    },
    files: atomicFiles,
  })
  return {
    folder,
    transfer,
    sources,
    settings: () => settings,
    set: (change: Partial<ShownSettings>) => (settings = { ...settings, ...change }),
    pick: (path: string | null) => (picked = path),
  }
}

describe('settings on their way to another computer', () => {
  it('are saved, shown before they are taken, and taken', async () => {
    const { folder, transfer, settings, set } = await setUp()
    set({ isSpoilerFree: true })
    const saved = await transfer.save()
    expect(saved).toEqual({ state: 'saved', name: 'mine.json' })
    expect(await readFile(join(folder, 'mine.json'), 'utf8')).toContain('"isSpoilerFree": true')

    set({ isSpoilerFree: false })
    const offer = await transfer.choose()
    expect(offer).toMatchObject({
      name: 'mine.json',
      changes: [{ path: 'isSpoilerFree', before: false, after: true }],
    })
    expect(JSON.stringify(offer)).not.toContain(folder)
    expect(settings().isSpoilerFree).toBe(false)
    expect(transfer.take(offer!.token).isSpoilerFree).toBe(true)
  })

  it('are taken once, and only as the last file looked at says', async () => {
    const { transfer } = await setUp()
    await transfer.save()
    const first = await transfer.choose()
    const second = await transfer.choose()
    const gone = expect.objectContaining({ code: 'settings/offer-gone' })
    expect(() => transfer.take(first!.token)).toThrow(gone)
    transfer.take(second!.token)
    expect(() => transfer.take(second!.token)).toThrow(gone)
  })

  it('tell of another source once it has come, and of no other change', async () => {
    const { transfer, sources, settings } = await setUp()
    transfer.takeGiven({ isSpoilerFree: true, source: settings().source })
    expect(sources).toEqual([])
    expect(transfer.takeGiven({ source: 'demo' })).toEqual([
      { path: 'source', before: 'auto', after: 'demo' },
    ])
    expect(sources).toEqual(['demo'])
  })

  it('come from who has read the file, and leave alone what was set since and is not in it', async () => {
    const { transfer, settings, set } = await setUp()
    set({ appearance: { ...SHOWN.appearance, theme: 'dark' } })
    const changes = transfer.takeGiven({ appearance: { units: 'imperial' } })
    expect(changes).toEqual([{ path: 'appearance.units', before: 'metric', after: 'imperial' }])
    expect(settings().appearance).toMatchObject({ theme: 'dark', units: 'imperial' })
    const schedule = { rule: 'every now and then' }
    expect(() => transfer.takeGiven({ schedule, isSpoilerFree: true })).toThrow(
      expect.objectContaining({ code: 'schedule/unreadable' }),
    )
    expect(settings().isSpoilerFree).toBe(false)
  })

  it('stay where they are when the person thinks better of it', async () => {
    const { transfer, pick } = await setUp()
    pick(null)
    expect(await transfer.save()).toEqual({ state: 'dismissed' })
    expect(await transfer.choose()).toBeNull()
  })

  it('are refused whole where the rule of the schedule is none', async () => {
    const { folder, transfer, settings } = await setUp()
    const text = { schedule: { rule: 'every now and then' }, isSpoilerFree: true }
    await writeFile(
      join(folder, 'mine.json'),
      JSON.stringify({ format: 'f1-sculpture-gallery-settings', version: 1, settings: text }),
    )
    await expect(transfer.choose()).rejects.toMatchObject({ code: 'schedule/unreadable' })
    expect(settings()).toEqual(SHOWN)
  })

  it.each([
    ['a file that is not there', 'none.json', 'settings/unreadable'],
    ['a folder', 'folder', 'settings/unreadable'],
    ['a file of some megabytes', 'huge.json', 'settings/not-ours'],
    ['bytes that are no text', 'noise.json', 'settings/not-ours'],
  ])('are not read from %s', async (_what, name, code) => {
    const { folder, transfer, pick } = await setUp()
    await mkdir(join(folder, 'folder'))
    await writeFile(join(folder, 'huge.json'), Buffer.alloc(3_000_000, ' '))
    await writeFile(join(folder, 'noise.json'), Buffer.from([0xff, 0x00, 0xfe, 0x80]))
    pick(join(folder, name))
    await expect(transfer.choose()).rejects.toMatchObject({ code })
  })
})
