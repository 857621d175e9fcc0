// The application's entry: a command word means the command line, anything else the window.

import { join } from 'node:path'
import { app } from 'electron'
import { isCommandLine, ownArguments } from './app/command-line/own-arguments'

const workerFile = join(import.meta.dirname, 'session-worker.js')
const args = ownArguments(process.argv, app.isPackaged)

// Each loads what it needs alone: the window is to be there soon.
if (isCommandLine(args)) {
  const { runCommandLine } = await import('./app/command-line/index')
  const exitCode = await runCommandLine(args, {
    workerFile,
    isPackaged: app.isPackaged,
    version: app.getVersion(),
  })
  app.exit(exitCode)
} else {
  const { startGallery } = await import('./app/bootstrap')
  startGallery({ outFolder: join(import.meta.dirname, '..'), workerFile, args })
}
