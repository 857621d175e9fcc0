// What electron-builder makes for which platform. Linux is built and tried here; macOS and Windows are configured and
// checked against electron-builder's schema, and need a machine of their kind.

import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { LIBRARY_PACKAGES } from '../setup/system-packages.mjs'
import { FUSES } from './fuses.mjs'

/** Until the project has a home, both are addresses that nobody can own (RFC 2606). A .deb must name a maintainer. */
const HOMEPAGE = 'https://f1-sculpture-gallery.invalid/'
const MAINTAINER = 'The F1 Sculpture Gallery authors <maintainers@f1-sculpture-gallery.invalid>'

/** On Linux, where it is typed. */
const EXECUTABLE = 'f1-sculpture-gallery'

const DESCRIPTION = 'Formula 1 laps as sculptures'

/**
 * @typedef {object} BuildFacts
 * @property {string} version What the application calls itself, with the commit.
 * @property {{ folder: string, version: string }} electron The unpacked runtime that is packaged.
 * @property {string} noticesFile The licences of what is shipped.
 */

/**
 * @param {BuildFacts} facts
 * @returns {import('electron-builder').Configuration}
 */
export function builderConfig({ version, electron, noticesFile }) {
  return {
    appId: 'invalid.f1-sculpture-gallery',
    productName: 'F1 Sculpture Gallery',
    copyright: 'The F1 Sculpture Gallery authors; MIT licence. Not affiliated with Formula 1.',
    directories: { output: 'dist', buildResources: 'resources' },
    extraMetadata: { version, homepage: HOMEPAGE, desktopName: `${EXECUTABLE}.desktop` },
    electronVersion: electron.version,
    electronDist: electron.folder,
    afterExtract: removeDevelopmentApp,
    electronFuses: FUSES,
    // Those of the application; Chromium's words in fifty other languages are 40 MB.
    electronLanguages: ['en-US', 'de'],
    asar: true,
    // Nothing is compiled for a platform: what npm installed is what runs.
    npmRebuild: false,
    files: [
      'out/**',
      '!out/.*',
      '!out/.*/**',
      'resources/icon.png',
      'resources/tray/**',
      'package.json',
      ...UNUSED_FILES,
    ],
    extraResources: [{ from: noticesFile, to: 'THIRD-PARTY.txt' }],
    // No update check yet: nobody is asked, and no file tells an updater where to ask. A release will name its host
    // here and bring electron-updater along.
    publish: null,
    toolsets: { appimage: '1.0.3' },
    linux: {
      target: [{ target: 'AppImage' }, { target: 'deb' }],
      executableName: EXECUTABLE,
      // Desktops find the icon of a window by this name.
      syncDesktopName: true,
      icon: 'icon.png',
      category: 'Graphics',
      synopsis: DESCRIPTION,
      description: DESCRIPTION,
      maintainer: MAINTAINER,
      vendor: 'The F1 Sculpture Gallery authors',
    },
    appImage: { artifactName: `${EXECUTABLE}-\${version}-\${arch}.\${ext}` },
    deb: {
      packageCategory: 'graphics',
      // In the place of electron-builder's own list, which lacks some that Chromium cannot start without.
      depends: [...LIBRARY_PACKAGES, 'libnotify4', 'xdg-utils'],
    },
    mac: {
      target: [{ target: 'dmg', arch: ['x64', 'arm64'] }],
      icon: 'icon.png',
      category: 'public.app-category.graphics-design',
      hardenedRuntime: true,
    },
    dmg: { sign: false },
    win: { target: [{ target: 'nsis', arch: ['x64'] }], icon: 'icon.png' },
    nsis: { oneClick: false, perMachine: false, allowToChangeInstallationDirectory: true },
  }
}

/** Sources, types and papers of the packages; their licences are in the notices. */
const UNUSED_FILES = [
  '!**/*.{map,d.ts,d.mts,d.cts,ts,md,markdown}',
  '!**/node_modules/**/{test,tests,example,examples,bench,benchmark,docs}/**',
]

/**
 * The runtime as Electron's tools start it may hold an application of its own, which starts folders: none of ours.
 * @param {{ appOutDir: string }} context
 */
async function removeDevelopmentApp({ appOutDir }) {
  for (const name of ['resources/app', 'f1-runtime.json'])
    await rm(join(appOutDir, name), { recursive: true, force: true })
}
