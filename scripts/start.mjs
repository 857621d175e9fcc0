// `npm start`: sets up, builds and opens the app. Arguments go to the app, and its exit code comes back.

import { buildIfNeeded } from './build.mjs'
import { hasGraphicsCard, openDisplay } from './display.mjs'
import { runInForeground } from './foreground.mjs'
import { setUp } from './setup.mjs'
import { electronBinary } from './setup/electron-runtime.mjs'
import { projectRoot } from './setup/folders.mjs'
import { sandboxAdvice } from './setup/sandbox.mjs'
import { reportAndExit } from './setup/set-up-problem.mjs'

const log = console.log

try {
  await setUp({ log, purpose: 'app' })
  await buildIfNeeded({ log })
  process.exitCode = await openApp(process.argv.slice(2))
} catch (error) {
  reportAndExit(error)
}

/**
 * @param {readonly string[]} args
 * @returns {Promise<number>}
 */
async function openApp(args) {
  const display = await openDisplay()
  if (display.isVirtual)
    log('There is no display here: the app runs on a virtual one (Xvfb). Ctrl-C ends it.')
  try {
    const { exitCode } = await runInForeground(
      electronBinary(),
      [
        ...sandboxSwitches(),
        ...softwareGraphics(display.isVirtual || !hasGraphicsCard()),
        projectRoot,
        ...args,
      ],
      {
        cwd: projectRoot,
        env: electronEnvironment(display.env),
      },
    )
    const advice = sandboxAdvice(exitCode)
    if (advice !== null) console.error(advice)
    return exitCode
  } finally {
    await display.close()
  }
}

/** Chromium refuses to run its sandbox as root. Everybody else keeps it. */
function sandboxSwitches() {
  return process.platform === 'linux' && process.getuid?.() === 0 ? ['--no-sandbox'] : []
}

/**
 * Left to find out for itself that there is no graphics card, Electron 33 froze at about one start in forty: the page
 * went on, and the window went on showing its first picture.
 * @param {boolean} isNeeded
 */
function softwareGraphics(isNeeded) {
  return isNeeded ? ['--disable-gpu', '--enable-unsafe-swiftshader'] : []
}

/** @param {NodeJS.ProcessEnv} env */
function electronEnvironment(env) {
  // Editors built on Electron set this in their terminals; it would turn the app into a bare Node.js.
  const { ELECTRON_RUN_AS_NODE: _, ...rest } = env
  return rest
}
