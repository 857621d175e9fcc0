// The Linux desktop as the gallery finds it: whether it has a tray, and what it starts at log-in.
import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'
import { autostartFile, writeAutostart } from '@main/adapters/autostart-file'
import { hasTrayHost, readHostAnswer } from '@main/adapters/tray-host'
import { temporaryFolder } from '../../helpers/temporary-folder'

describe('the tray of a desktop', () => {
  it('is there when the watcher says that somebody shows icons, in the words of either tool', () => {
    expect(['b true\n', '(<true>,)\n'].map(readHostAnswer)).toEqual([true, true])
    expect(['b false\n', '(<false>,)\n', '', 's "b true"\n'].map(readHostAnswer)).toEqual([
      false,
      false,
      false,
      false,
    ])
  })

  it('is not there without a session bus, and always there on macOS and Windows', async () => {
    await expect(hasTrayHost('linux', {})).resolves.toBe(false)
    await expect(hasTrayHost('darwin', {})).resolves.toBe(true)
    await expect(hasTrayHost('win32', {})).resolves.toBe(true)
  })
})

describe('starting at log-in', () => {
  it('is a file among those of the desktop, until it is switched off', async () => {
    const file = autostartFile({ XDG_CONFIG_HOME: await temporaryFolder() })
    await writeAutostart(file, 'Gallery', ['/opt/gallery', '--hidden'])
    expect(await readFile(file, 'utf8')).toContain('Exec="/opt/gallery" "--hidden"')
    await writeAutostart(file, 'Gallery', null)
    await writeAutostart(file, 'Gallery', null)
    expect(existsSync(file)).toBe(false)
  })
})
