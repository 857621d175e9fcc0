// `npm run -s gallery -- <command>`: the command line out of the working copy. Standard output belongs to the
// tool alone; what has to be installed or built first is told on standard error, and only if there is something.

import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { buildIfNeeded } from './build.mjs'
import { setUp } from './setup.mjs'
import { projectRoot } from './setup/folders.mjs'
import { reportAndExit } from './setup/set-up-problem.mjs'

const log = console.error
const tool = join(projectRoot, 'out', 'main', 'cli.js')

try {
  await setUp({ log, purpose: 'command-line' })
  await buildIfNeeded({ log })
} catch (error) {
  reportAndExit(error)
}
// In this very process, so that signals, exit code, terminal and pipes are the tool's own without forwarding.
process.argv = [process.execPath, tool, ...process.argv.slice(2)]
await import(pathToFileURL(tool).href)
