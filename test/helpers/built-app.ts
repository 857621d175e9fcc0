// Where the built application lies. Worker threads and the command line are tested as they ship, not as sources.
import { existsSync } from 'node:fs'
import { resolve } from 'node:path'

export const projectRoot = resolve(import.meta.dirname, '../..')
export const workerFile = resolve(projectRoot, 'out/main/session-worker.js')
export const commandLineFile = resolve(projectRoot, 'out/main/cli.js')

if (!existsSync(workerFile))
  throw new Error('out/ is missing: run `npm run build` before the integration tests')
