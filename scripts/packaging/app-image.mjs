// An AppImage is a file system with a small launcher in front. The launcher comes from electron-builder's release
// host only. Where that cannot be reached, the file system alone is made, by the same code, so that what is in an
// AppImage can be looked at and started all the same; it is named after what it is.

import { existsSync, mkdirSync, readdirSync, renameSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { inTemporaryFolder } from '../setup/temporary-folder.mjs'

/** Debian's packages of the same names hold them. */
const TOOLS = ['/usr/bin/mksquashfs', '/usr/bin/desktop-file-validate']

/**
 * @param {object} options
 * @param {() => Promise<unknown>} options.build Has electron-builder make the AppImage.
 * @param {string} options.outFolder
 * @param {(line: string) => void} options.log
 */
export async function makeAppImage({ build, outFolder, log }) {
  try {
    await build()
    return
  } catch (error) {
    if (!isUnreachable(error)) throw error
    log('No AppImage: its launcher comes from a host that cannot be reached from here.')
  }
  if (!TOOLS.every((tool) => existsSync(tool))) {
    log('  Nor its contents: squashfs-tools and desktop-file-utils are not installed.')
    return
  }
  await makeContents(build, outFolder)
  log('  Its contents were made without the launcher, for trying them.')
}

/**
 * @param {() => Promise<unknown>} build
 * @param {string} outFolder
 */
async function makeContents(build, outFolder) {
  await inTemporaryFolder(join(tmpdir(), 'f1-appimage-'), async (tools) => {
    for (const tool of TOOLS) symlinkSync(tool, join(tools, basename(tool)))
    mkdirSync(join(tools, 'runtimes'))
    // No launcher: the file system begins at the first byte. The libraries are for desktops older than any we know.
    writeFileSync(join(tools, 'runtimes', `runtime-${process.arch}`), '')
    mkdirSync(join(tools, 'lib', process.arch), { recursive: true })
    process.env['APPIMAGE_TOOLS_PATH'] = tools
    try {
      await build()
    } finally {
      delete process.env['APPIMAGE_TOOLS_PATH']
    }
  })
  for (const name of readdirSync(outFolder).filter((name) => name.endsWith('.AppImage')))
    renameSync(join(outFolder, name), join(outFolder, `${name}-contents.squashfs`))
}

/** @param {unknown} error */
export function isUnreachable(error) {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause.message : ''
  const text = `${String(error)} ${cause}`
  return /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|fetch failed/i.test(text)
}
