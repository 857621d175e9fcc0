import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { PinScope } from '@contract/cache'
import { openPinsFile } from '@main/adapters/pins-file'
import { silentLogger } from '../../helpers/silent-logger'
import { temporaryFolder } from '../../helpers/temporary-folder'

const PINS: readonly PinScope[] = [
  { kind: 'season', season: 2025 },
  { kind: 'session', season: 2024, round: 3, session: 'SQ' },
  { kind: 'key', key: 'f1:sculpture:2025:20:Q:NOR' },
]

describe('the file of pins', () => {
  it('keeps them for the next start, also where there was no folder yet', async () => {
    const path = join(await temporaryFolder(), 'archive', 'pins.json')
    const logger = silentLogger()
    const file = openPinsFile(path, logger)
    expect(file.read()).toEqual([])
    await file.write(PINS)
    expect(openPinsFile(path, logger).read()).toEqual(PINS)
    expect(logger.lines).toEqual([])
  })

  it.each([
    '',
    'not JSON',
    '{"version":2,"pins":[]}',
    '{"version":1,"pins":[{"kind":"session","season":2025}]}',
  ])('is set aside, and named, when it says %j', async (text) => {
    const folder = await temporaryFolder()
    const path = join(folder, 'pins.json')
    await writeFile(path, text)
    const logger = silentLogger()
    const file = openPinsFile(path, logger)
    expect(file.read()).toEqual([])
    expect(logger.lines).toMatchObject([{ level: 'warn' }])
    expect(logger.lines[0]?.message).toContain('pins.json.unreadable')
    await file.write(PINS)
    expect((await readdir(folder)).toSorted()).toEqual(['pins.json', 'pins.json.unreadable'])
    expect(await readFile(`${path}.unreadable`, 'utf8')).toBe(text)
  })

  it('says why they cannot be kept', async () => {
    const folder = await temporaryFolder()
    await writeFile(join(folder, 'file'), '')
    const file = openPinsFile(join(folder, 'file', 'pins.json'), silentLogger())
    await expect(file.write(PINS)).rejects.toMatchObject({ code: 'cache/unwritable' })
  })
})
