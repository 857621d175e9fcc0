// Where the packages and what they are made of lie.

import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { projectRoot } from '../setup/folders.mjs'

export const outFolder = join(projectRoot, 'dist')

/** The executable in the unpacked folder, by platform; electron-builder chooses the folder's name. */
const EXECUTABLES = {
  linux: 'f1-sculpture-gallery',
  darwin: 'F1 Sculpture Gallery.app/Contents/MacOS/F1 Sculpture Gallery',
  win32: 'F1 Sculpture Gallery.exe',
}

/** @returns {string} Its path, whether or not it has been made. */
export function packagedExecutable() {
  const executable =
    EXECUTABLES[/** @type {keyof typeof EXECUTABLES} */ (process.platform)] ?? EXECUTABLES.linux
  const folders = existsSync(outFolder) ? readdirSync(outFolder) : []
  const folder = folders.find((name) => existsSync(join(outFolder, name, executable))) ?? 'not-made'
  return join(outFolder, folder, executable)
}
