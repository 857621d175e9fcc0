// What the help says of things that stand elsewhere in the code: folders, commands, hosts.
import { homedir } from 'node:os'
import { describe, expect, it } from 'vitest'
import { findFolders } from '@main/adapters/folders'
import { isCommandLine } from '@main/app/command-line/own-arguments'
import { OFFICIAL_HOSTS } from '@main/core/sources/archive/hosts'
import { COMMAND_EXAMPLES } from '@renderer/features/help/command-examples'
import { USUAL_FOLDERS } from '@renderer/features/help/usual-folders'
import { HELP_WORDS } from '@renderer/ui/words'

describe('what the help says of the rest of the gallery', () => {
  it.each([
    ['Linux', 'linux'],
    ['macOS', 'darwin'],
  ] as const)('names the folders in which things are on %s', (system, platform) => {
    const named = USUAL_FOLDERS.find((each) => each.system === system)
    const { userData, cache } = findFolders(platform, {}, null)
    const short = (folder: string) => folder.replace(homedir(), '~')
    expect(named).toEqual({ system, settings: short(userData), cache: short(cache) })
  })

  it.each(Object.values(COMMAND_EXAMPLES))('shows a command that there is: %s', (example) => {
    expect(isCommandLine(example.split(' '))).toBe(true)
  })

  it('names every host that is asked for anything', () => {
    const privacy = HELP_WORDS.sections.privacy.flatMap(({ paragraphs }) => [...paragraphs]).join(' ')
    for (const url of [...OFFICIAL_HOSTS.archiveUrls, OFFICIAL_HOSTS.jolpicaUrl])
      expect(privacy).toContain(new URL(url).hostname)
  })
})
