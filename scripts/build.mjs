// Owns out/: builds it when the sources have changed since the last build, and leaves it alone otherwise. Also
// `npm run build`.

import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { localTool } from './local-tool.mjs'
import { isRunDirectly } from './run-directly.mjs'
import { setUp } from './setup.mjs'
import { projectRoot } from './setup/folders.mjs'
import { oneAtATime } from './setup/one-at-a-time.mjs'
import { runNodeQuietly } from './setup/run-quietly.mjs'
import { reportAndExit, SetUpProblem } from './setup/set-up-problem.mjs'

/** Everything that can change what the build makes. A folder or file that does not exist counts as empty. */
const INPUTS = [
  'src',
  'resources',
  'electron.vite.config.ts',
  'scripts/packaging/bundled-packages.mjs',
  'package.json',
  'package-lock.json',
]

/** Holds the fingerprint of the inputs of the last build that went well; electron-vite leaves it in place. */
const STAMP = join(projectRoot, 'out', '.built-from')

/**
 * @param {{ log: (line: string) => void }} options
 * @returns {Promise<void>}
 * @throws {SetUpProblem} With the build's output, if it fails.
 */
export async function buildIfNeeded({ log }) {
  if (isBuilt(fingerprint(projectRoot))) return
  await oneAtATime(log, async () => {
    const inputs = fingerprint(projectRoot)
    if (isBuilt(inputs)) return
    log('Building the app ...')
    rmSync(STAMP, { force: true })
    const { ok, output } = await runNodeQuietly([localTool('electron-vite'), 'build'], {
      cwd: projectRoot,
    })
    if (!ok) throw new SetUpProblem(`The build failed:\n\n${output.trim()}`)
    writeFileSync(STAMP, inputs)
  })
}

/**
 * By content, not by time: a fresh clone or a branch switch touches every file without changing it.
 * @param {string} root
 * @returns {string} Hex.
 */
export function fingerprint(root) {
  const hash = createHash('sha256')
  for (const input of INPUTS) {
    for (const file of filesBelow(root, input)) {
      const content = readFileSync(join(root, file))
      hash.update(`${file}\0${content.length}\0`).update(content)
    }
  }
  return hash.digest('hex')
}

/**
 * @param {string} root
 * @param {string} path Relative to root, with forward slashes.
 * @returns {string[]} In an order that does not depend on the file system.
 */
function filesBelow(root, path) {
  const absolute = join(root, path)
  if (!existsSync(absolute)) return []
  if (!statSync(absolute).isDirectory()) return [path]
  return readdirSync(absolute)
    .sort()
    .flatMap((name) => filesBelow(root, `${path}/${name}`))
}

/** @param {string} inputs */
function isBuilt(inputs) {
  const { main } = JSON.parse(readFileSync(join(projectRoot, 'package.json'), 'utf8'))
  return existsSync(join(projectRoot, main)) && existsSync(STAMP) && readFileSync(STAMP, 'utf8') === inputs
}

if (isRunDirectly(import.meta.url)) {
  const log = console.log
  try {
    await setUp({ log, purpose: 'command-line' })
    await buildIfNeeded({ log })
  } catch (error) {
    reportAndExit(error)
  }
}
