// The application's entry: a command word means the command line, anything else the window.

import { join } from 'node:path'
import { app } from 'electron'
import { startGallery } from './app/bootstrap'
import { isCommandLine, runCommandLine } from './app/command-line/index'

const workerFile = join(import.meta.dirname, 'session-worker.js')
// In development Electron is given the project's folder first; a packaged application is not.
const args = process.argv.slice(app.isPackaged ? 1 : 2)

if (isCommandLine(args)) {
  const exitCode = await runCommandLine(args, {
    workerFile,
    isPackaged: app.isPackaged,
    version: app.getVersion(),
  })
  app.exit(exitCode)
} else {
  startGallery({ outFolder: join(import.meta.dirname, '..'), workerFile, args })
}
