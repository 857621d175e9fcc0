// `npm run package`: what a person would download, made in dist/ for the platform it runs on. `-- --unpacked` stops
// after the folder that the packages are made of. Reads the fuses back; tells names and sizes.

import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { buildIfNeeded } from './build.mjs'
import { makeAppImage } from './packaging/app-image.mjs'
import { builderConfig } from './packaging/builder-config.mjs'
import { bundledPackages } from './packaging/bundled-packages.mjs'
import { wrongFuses } from './packaging/fuses.mjs'
import { noticesText, shippedPackages } from './packaging/notices.mjs'
import { outFolder, packagedExecutable } from './packaging/places.mjs'
import { packageVersion, readBuiltFrom } from './packaging/version.mjs'
import { fallbackVersion, isFallback } from './setup/electron-fallback.mjs'
import { electronBinary } from './setup/electron-runtime.mjs'
import { projectRoot } from './setup/folders.mjs'
import { reportAndExit, SetUpProblem } from './setup/set-up-problem.mjs'
import { setUp } from './setup.mjs'

const DPKG_DEB = '/usr/bin/dpkg-deb'
const log = console.log

try {
  await setUp({ log, purpose: 'app' })
  await buildIfNeeded({ log })
  await makePackages({ isUnpackedOnly: process.argv.includes('--unpacked') })
} catch (error) {
  reportAndExit(error)
}

/** @param {{ isUnpackedOnly: boolean }} options */
async function makePackages({ isUnpackedOnly }) {
  const builtFrom = await readBuiltFrom(projectRoot)
  const own = JSON.parse(readFileSync(join(projectRoot, 'package.json'), 'utf8'))
  const version = packageVersion(own.version, builtFrom)
  const electron = unpackedElectron()
  log(`Packaging ${own.productName} ${version} with Electron ${electron.version} ...`)
  // Every file of a package carries the commit's time: built twice, it is the same.
  process.env['SOURCE_DATE_EPOCH'] = String(builtFrom.committedAtS)
  rmSync(outFolder, { recursive: true, force: true })
  mkdirSync(outFolder, { recursive: true })
  const facts = { version, electron, noticesFile: writeNotices(electron.version) }

  const { build, Platform } = await import('electron-builder')
  const platform = Platform.current()
  /** @param {string} target @param {{ prepackaged?: string }} [more] */
  const make = (target, more = {}) =>
    build({
      projectDir: projectRoot,
      config: builderConfig(facts), // made anew: electron-builder changes what it is given
      publish: 'never',
      targets: platform.createTarget([target]),
      ...more,
    })
  await make('dir')
  await requireFuses()
  const prepackaged = { prepackaged: dirname(packagedExecutable()) }
  if (!isUnpackedOnly) {
    if (process.platform === 'linux') {
      if (existsSync(DPKG_DEB))
        process.env['CUSTOM_FPM_PATH'] = join(projectRoot, 'scripts/packaging/fpm-by-dpkg.mjs')
      await make('deb', prepackaged)
      await makeAppImage({ build: () => make('AppImage', prepackaged), outFolder, log })
    } else await make(process.platform === 'darwin' ? 'dmg' : 'nsis')
  }
  reportSizes()
}

/** @returns {{ folder: string, version: string }} */
function unpackedElectron() {
  const folder = dirname(realpathSync(electronBinary()))
  if (isFallback(folder)) return { folder, version: fallbackVersion }
  return { folder, version: readFileSync(join(folder, 'version'), 'utf8').trim().replace(/^v/, '') }
}

/**
 * @param {string} electronVersion
 * @returns {string} The file.
 */
function writeNotices(electronVersion) {
  const packages = shippedPackages({ root: projectRoot, bundled: bundledPackages(join(projectRoot, 'out')) })
  const ownLicence = readFileSync(join(projectRoot, 'LICENSE'), 'utf8')
  const file = join(outFolder, 'THIRD-PARTY.txt')
  writeFileSync(file, noticesText(packages, { electronVersion, ownLicence }))
  log(`${packages.length} packages are part of it; their licences are in THIRD-PARTY.txt.`)
  return file
}

async function requireFuses() {
  const wrong = await wrongFuses(packagedExecutable())
  if (wrong.length > 0)
    throw new SetUpProblem(`The fuses are not as they should be:\n  ${wrong.join('\n  ')}`)
  log('The fuses were read back and are as they should be.')
}

function reportSizes() {
  const names = readdirSync(outFolder).filter((name) => !/^builder-|\.txt$/.test(name))
  for (const name of names) {
    const path = join(outFolder, name)
    log(`  ${(bytesOf(path) / 1e6).toFixed(1).padStart(6)} MB  ${name}`)
  }
}

/**
 * @param {string} path
 * @returns {number}
 */
function bytesOf(path) {
  const entry = statSync(path)
  if (!entry.isDirectory()) return entry.size
  return readdirSync(path).reduce((sum, name) => sum + bytesOf(join(path, name)), 0)
}
