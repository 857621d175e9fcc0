import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { openKeptFile } from '@main/adapters/kept-file'
import { silentLogger } from '../../helpers/silent-logger'
import { temporaryFolder } from '../../helpers/temporary-folder'

async function aFile(access: 'keep' | 'read' = 'keep', name = 'kept.json') {
  const folder = await temporaryFolder()
  const file = join(folder, name)
  const logger = silentLogger()
  const kept = openKeptFile({
    file,
    what: 'the list of things',
    area: 'tests',
    decode: (text) => z.array(z.number()).parse(JSON.parse(text)),
    encode: (value: readonly number[]) => JSON.stringify(value),
    access,
    logger,
  })
  return { folder, file, kept, messages: () => logger.lines.map(({ message }) => message) }
}

describe('a kept file', () => {
  it('gives back what was written last, also by writes that overtake each other', async () => {
    const { kept, folder } = await aFile('keep', 'deeper/kept.json')
    expect(kept.read()).toBeNull()
    await Promise.all([kept.write([1]), kept.keep([2]), kept.write([3])])
    expect(kept.read()).toEqual([3])
    expect(readdirSync(join(folder, 'deeper'))).toEqual(['kept.json'])
  })

  it.each(['', '{"a":1}', '[1', '["x"]'])('sets %j aside under another name, and says so', async (text) => {
    const { kept, file, messages } = await aFile()
    writeFileSync(file, text)
    expect(kept.read()).toBeNull()
    expect(readFileSync(`${file}.unreadable`, 'utf8')).toBe(text)
    expect(messages().join('\n')).toContain(`was set aside as ${file}.unreadable`)
  })

  it('is left alone by a process that only reads it', async () => {
    const { kept, file } = await aFile('read')
    writeFileSync(file, 'nonsense')
    expect(kept.read()).toBeNull()
    await kept.write([1])
    expect(readFileSync(file, 'utf8')).toBe('nonsense')
    expect(existsSync(`${file}.unreadable`)).toBe(false)
  })

  it('says once that it cannot be kept, and throws for who must know', async () => {
    const { kept, folder, messages } = await aFile('keep', 'taken/kept.json')
    writeFileSync(join(folder, 'taken'), 'a file where a folder should be')
    await kept.keep([1])
    await kept.keep([2])
    expect(messages()).toEqual(['the list of things cannot be kept'])
    await expect(kept.write([3])).rejects.toMatchObject({
      code: expect.stringMatching(/EEXIST|ENOTDIR/) as string,
    })
  })
})
