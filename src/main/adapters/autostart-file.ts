// Starting at log-in on a Linux desktop: a file in the user's autostart folder, there or not.

import { mkdir, rm, writeFile } from 'node:fs/promises'
import { homedir } from 'node:os'
import { dirname, join } from 'node:path'
import { autostartEntry } from '../core/desktop/autostart-entry'

const FILE_NAME = 'f1-sculpture-gallery.desktop'

export function autostartFile(env: Readonly<Record<string, string | undefined>>): string {
  return join(env['XDG_CONFIG_HOME'] || join(homedir(), '.config'), 'autostart', FILE_NAME)
}

/** @param command what starts the gallery; null: it is not to be started. */
export async function writeAutostart(
  file: string,
  name: string,
  command: readonly string[] | null,
): Promise<void> {
  if (command === null) {
    await rm(file, { force: true })
    return
  }
  await mkdir(dirname(file), { recursive: true })
  await writeFile(file, autostartEntry(name, command))
}
