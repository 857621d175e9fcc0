// `npm run screenshots`: photographs every view and state of the gallery, in four sizes and two themes, into
// screenshots/, with a contact sheet. The simulated season is what is seen; nothing is fetched. A state that cannot be
// brought about is reported, and the others are photographed all the same. No part of `npm test`: pictures are to be
// looked at. `npm run screenshots -- --only help,plinth --sizes 1280x800 --themes dark` takes some of them.

import { mkdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { buildIfNeeded } from './build.mjs'
import { openDisplay } from './display.mjs'
import { contactSheet } from './screenshots/contact-sheet.mjs'
import { startLife } from './screenshots/life.mjs'
import { photograph, SIZES, THEMES } from './screenshots/photograph.mjs'
import { STATES } from './screenshots/states.mjs'
import { setUp } from './setup.mjs'
import { projectRoot } from './setup/folders.mjs'
import { reportAndExit, SetUpProblem } from './setup/set-up-problem.mjs'
import { inTemporaryFolder } from './setup/temporary-folder.mjs'

const log = console.log

/** @typedef {{ state: string, size: string, theme: string, file: string }} Photograph */

try {
  const choice = readChoice()
  await setUp({ log, purpose: 'app' })
  await buildIfNeeded({ log })
  process.exitCode = await takeAll(choice)
} catch (error) {
  reportAndExit(error)
}

/** @param {ReturnType<typeof readChoice>} choice */
async function takeAll({ states, sizes, themes, isWhole }) {
  const folder = join(projectRoot, 'screenshots')
  // What a state that is gone has left would be looked at as if it were there.
  if (isWhole) await rm(folder, { recursive: true, force: true })
  await mkdir(folder, { recursive: true })
  /** @type {Photograph[]} */
  const taken = []
  /** @type {{ state: string, why: string }[]} */
  const failed = []
  const display = await openDisplay()
  try {
    await inTemporaryFolder(join(tmpdir(), 'f1-screenshots-'), async (profiles) => {
      for (const life of new Set(states.map((state) => state.life))) {
        // A state is reached from the one before it, so those that are not photographed are gone through too.
        const ways = STATES.filter((state) => state.life === life)
        const last = ways.findLastIndex((state) => states.includes(state))
        const { app, page } = await startLife(life, profiles, display.env)
        for (const state of ways.slice(0, last + 1)) {
          try {
            await state.go(page, app)
            if (!states.includes(state)) continue
            taken.push(...(await photograph({ app, page, state, folder, sizes, themes })))
            log(state.name)
          } catch (error) {
            const why = error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error)
            failed.push({ state: state.name, why })
            log(`${state.name}: ${why}`)
          }
        }
        await app.close()
      }
    })
  } finally {
    await display.close()
  }
  const sheet = join(folder, 'index.html')
  await writeFile(sheet, contactSheet(taken, failed))
  log(`\n${taken.length} photographs, ${failed.length} states that could not be brought about: ${sheet}`)
  return failed.length === 0 ? 0 : 1
}

/** @throws {SetUpProblem} where nothing is left to photograph. */
function readChoice() {
  const { values } = parseArgs({
    options: { only: { type: 'string' }, sizes: { type: 'string' }, themes: { type: 'string' } },
  })
  const starts = values.only?.split(',') ?? ['']
  const states = STATES.filter(({ name }) => starts.some((start) => name.startsWith(start)))
  const sizes = SIZES.filter(({ name }) => values.sizes?.split(',').includes(name) ?? true)
  const themes = THEMES.filter((theme) => values.themes?.split(',').includes(theme) ?? true)
  if (states.length * sizes.length * themes.length === 0) {
    const names = STATES.map(({ name }) => name).join(', ')
    throw new SetUpProblem(`There is no such state, size or theme. The states are: ${names}.`)
  }
  return { states, sizes, themes, isWhole: values.only === undefined }
}
