import { randomUUID } from 'node:crypto'
import { readdir, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { removePassing, writeAtomically } from '@main/adapters/atomic-file'
import { temporaryFolder } from '../../helpers/temporary-folder'

it('removes what writes that were cut off have left, and nothing else', async () => {
  const folder = await temporaryFolder()
  await writeAtomically(join(folder, 'tasks.json'), Buffer.from('{}'))
  const left = `.${randomUUID()}.part`
  const underWay = `.${randomUUID()}.part`
  const others = ['song.part', '.hidden.part', `${randomUUID()}.part`]
  for (const name of [left, underWay, ...others]) await writeFile(join(folder, name), 'half')
  for (const name of [left, ...others, 'tasks.json']) await utimes(join(folder, name), 1, 1)
  expect(await removePassing(folder)).toBe(1)
  expect(new Set(await readdir(folder))).toEqual(new Set(['tasks.json', underWay, ...others]))
})

it('has nothing to remove where there is no folder', async () => {
  expect(await removePassing(join(await temporaryFolder(), 'none'))).toBe(0)
})
