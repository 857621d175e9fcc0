// The application's entry: a command word means the command line, anything else the window.

import { join } from 'node:path'
import { app } from 'electron'
import { startGallery } from './app/bootstrap'
import { isCommandLine, runCommandLine } from './app/command-line/index'
import { ownArguments } from './app/command-line/own-arguments'

const workerFile = join(import.meta.dirname, 'session-worker.js')
const args = ownArguments(process.argv, app.isPackaged)

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
