// Which npm packages the build has drawn into our own files. They are shipped as surely as those that lie beside
// them, but nothing in the package shows it: their licences are found by this list.

import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** Below the build's output; one file for each of the three processes. */
const FOLDER = '.bundled'

/**
 * A plugin for the build of one process.
 * @param {string} outFolder
 * @param {string} process
 * @returns {import('vite').Plugin}
 */
export function listBundledPackages(outFolder, process) {
  return {
    name: 'list-bundled-packages',
    apply: 'build',
    writeBundle(_options, bundle) {
      const modules = Object.values(bundle).flatMap((part) => (part.type === 'chunk' ? part.moduleIds : []))
      const folder = join(outFolder, FOLDER)
      mkdirSync(folder, { recursive: true })
      writeFileSync(join(folder, `${process}.json`), JSON.stringify(packagesOf(modules), null, 2))
    },
  }
}

/**
 * @param {readonly string[]} modules Ids as the bundler knows them.
 * @returns {string[]} Paths below the project, as in package-lock.json: `node_modules/three`. Sorted, each once.
 */
export function packagesOf(modules) {
  const found = modules.flatMap((id) => {
    const [, folder] =
      /^.*?[/\\]?(node_modules[/\\].*)$/.exec(id.replace(/^\0/, '').replaceAll('\\', '/')) ?? []
    // The last one: a package inside a package is one of its own.
    const [path] = /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(folder ?? '') ?? []
    return path === undefined ? [] : [path]
  })
  return [...new Set(found)].sort()
}

/**
 * @param {string} outFolder
 * @returns {string[]} Sorted, each once.
 */
export function bundledPackages(outFolder) {
  const folder = join(outFolder, FOLDER)
  /** @type {string[]} */
  const all = readdirSync(folder).flatMap((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')))
  return [...new Set(all)].sort()
}
