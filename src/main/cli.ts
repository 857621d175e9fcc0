// The command line without Electron, for development and scripts: `npm run -s gallery -- laps 2025 20 Q --json`.

import { join } from 'node:path'
import { runCommandLine } from './app/command-line/index'

process.exitCode = await runCommandLine(process.argv.slice(2), {
  workerFile: join(import.meta.dirname, 'session-worker.js'),
  isPackaged: false,
  version: process.env['npm_package_version'] ?? 'development',
})
