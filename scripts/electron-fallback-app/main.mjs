// Stands in for Electron's own default_app.asar in the fallback runtime (see ../setup/electron-fallback.mjs),
// which copies this folder to resources/app: finds the app that the command line names and runs it. Main
// process, Electron 33. Does what the original does for a folder or a file, and nothing for URLs or the REPL.

import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { app } from 'electron'

const { preloads, target } = readArguments(process.argv.slice(1))

// Playwright passes `-r <its loader>`; like Node's own -r it has to run before the app's first line.
const require = createRequire(import.meta.url)
for (const preload of preloads) require(resolve(preload))

if (target === null) {
  console.log(
    process.argv.includes('--version') || process.argv.includes('-v')
      ? `v${process.versions.electron}`
      : 'Usage: electron [switches] <folder with a package.json, or a script>',
  )
  process.exit(0)
}
await run(resolve(target))

/** @param {readonly string[]} args */
function readArguments(args) {
  /** @type {string[]} */
  const preloads = []
  for (let index = 0; index < args.length; index += 1) {
    const arg = /** @type {string} */ (args[index])
    const next = args[index + 1]
    if ((arg === '-r' || arg === '--require') && next !== undefined) {
      preloads.push(next)
      index += 1
    } else if (!arg.startsWith('-')) {
      return { preloads, target: arg }
    }
  }
  return { preloads, target: null }
}

/**
 * Ends in an `await import`: Electron holds back its `ready` event until the main module has been evaluated, so
 * an app that awaits at its top level sees the same order as under the original.
 * @param {string} path
 */
async function run(path) {
  Object.defineProperty(process, 'defaultApp', { configurable: false, enumerable: true, value: true })
  // The original uses the same two undocumented setters; there is no other way to name the app before it runs.
  const self = /** @type {Electron.App & { setVersion(v: string): void, setAppPath(p: string): void }} */ (
    app
  )
  const manifest = resolve(path, 'package.json')
  if (existsSync(manifest)) {
    const { name, productName, version } = JSON.parse(readFileSync(manifest, 'utf8'))
    if (version) self.setVersion(version)
    if (productName || name) self.setName(productName || name)
    self.setDesktopName(`${self.getName()}.desktop`)
  }
  try {
    const script = require.resolve(path) // reads "main" of a folder's package.json
    self.setAppPath(existsSync(manifest) ? path : dirname(script))
    await import(pathToFileURL(script).href)
  } catch (error) {
    console.error('The app threw an error while it was loading.')
    console.error(error)
    process.exit(1)
  }
}
