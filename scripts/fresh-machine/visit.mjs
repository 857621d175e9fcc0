// What a visitor does on a fresh machine: types a command, does what it asks for, types it again, and looks.

import { existsSync, readdirSync, writeFileSync } from 'node:fs'
import { constants } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { distinctColours, readScreen, toPng } from '../packaging/screen.mjs'
import { advisedCommands, closingCounts, setUpMs } from './reading.mjs'

/** The wall has at most 1,500 colours with the outlines of its sculptures, and 15,000 with the first two of them. */
const COLOURS_OF_SCULPTURES = 5_000

/** Ample for installing, building and a first start on a slow line, in ms. */
const SEEN_WITHIN_MS = 20 * 60_000
/** How often the screen is looked at, in ms: exact enough for a first start, and cheap beside it. */
const LOOK_EVERY_MS = 1_000
/** Exit code of what Ctrl-C did not end. */
const KILLED = 128 + constants.signals.SIGKILL
/** How often somebody does what a command asks for before giving up on it. */
const PATIENCE = 3

/**
 * @typedef {import('./machine.mjs').Ending} Ending
 * @typedef {Pick<import('./record.mjs').Finding, 'command' | 'result' | 'note' | 'setUpMs' | 'commandMs'
 *   | 'downloadedBytes' | 'diskBytes'>} Found
 * @typedef {object} Attempt
 * @property {Ending} ending
 * @property {string | null} seen What shows that it went well; null if it did not.
 * @property {number} seenMs
 */

/**
 * @param {object} options
 * @param {import('./machine.mjs').FreshMachine} options.machine
 * @param {import('./network.mjs').Network} options.network
 * @param {import('./plan.mjs').Machine} options.planned
 * @param {import('./plan.mjs').Command} options.command
 * @param {string | null} options.onlySteps
 * @param {string | null} options.screenFile Of a display outside of the machine.
 * @param {string | null} options.keep Path that files about it begin with.
 * @param {(line: string) => void} options.log
 * @returns {Promise<Found>}
 */
export async function tryCommand({ machine, network, planned, command, onlySteps, screenFile, keep, log }) {
  const typed =
    command === 'start' ? 'npm start' : `npm test${onlySteps === null ? '' : ` -- --only ${onlySteps}`}`
  const before = { bytes: network.received(), disk: await machine.diskBytes() }
  /** @type {string[]} */
  const notes = []
  let helpMs = 0
  for (let turn = 1; ; turn++) {
    log(`  ${typed}`)
    const running = machine.run(planned.user, typed)
    const attempt = command === 'start' ? await watchWindow(running, machine, screenFile, keep) : await readTests(running) // prettier-ignore
    const { ending, seen, seenMs } = attempt
    const output = ending.lines.map(({ text }) => text).join('\n')
    if (keep !== null) writeFileSync(`${keep}-${turn}.txt`, `${output}\n`)
    const advised = seen === null && turn < PATIENCE ? advisedCommands(output) : []
    if (advised.length > 0) {
      const help = await helped(machine, advised, log)
      notes.push(
        `asked to run: ${advised.map((line) => line.replace(/(install -y).*/, '$1 ...')).join('; ')}`,
      )
      helpMs += ending.ms + help.ms
      continue
    }
    if (seen === null) for (const { text } of ending.lines.slice(-20)) log(`    | ${text}`)
    const thisSetUp = setUpMs(ending.lines, seen === null ? ending.ms : 0)
    return {
      command: typed,
      result: seen === null ? 'failed' : 'ok',
      note: [...notes, seen ?? `ended with exit code ${ending.exitCode}`].join('; '),
      setUpMs: helpMs + thisSetUp,
      commandMs: Math.max(0, seenMs - thisSetUp),
      downloadedBytes: network.received() - before.bytes,
      diskBytes: (await machine.diskBytes()) - before.disk,
    }
  }
}

/**
 * @param {import('./machine.mjs').FreshMachine} machine
 * @param {readonly string[]} advised
 * @param {(line: string) => void} log
 */
async function helped(machine, advised, log) {
  let ms = 0
  for (const line of advised) {
    log(`  as an administrator: ${line}`)
    const ending = await machine.run('root', `DEBIAN_FRONTEND=noninteractive; export DEBIAN_FRONTEND; ${line}`).ended // prettier-ignore
    if (ending.exitCode !== 0) for (const { text } of ending.lines.slice(-10)) log(`    | ${text}`)
    ms += ending.ms
  }
  return { ms }
}

/**
 * @param {import('./machine.mjs').Running} running
 * @returns {Promise<Attempt>}
 */
async function readTests(running) {
  const ending = await running.ended
  const counts = closingCounts(ending.lines)
  const told =
    counts === null ? null : `${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped`
  return { ending, seen: ending.exitCode === 0 ? told : null, seenMs: ending.ms }
}

/**
 * @param {import('./machine.mjs').Running} running
 * @param {import('./machine.mjs').FreshMachine} machine
 * @param {string | null} screenFile
 * @param {string | null} keep
 * @returns {Promise<Attempt>}
 */
async function watchWindow(running, machine, screenFile, keep) {
  const startedAt = performance.now()
  const over = running.ended.then(() => true)
  over.catch(() => {}) // awaited below; while we sleep it must not count as forgotten
  while (performance.now() - startedAt < SEEN_WITHIN_MS) {
    const isOver = await Promise.race([over, sleep(LOOK_EVERY_MS, false)])
    if (isOver) break
    const file = screenFile ?? ownScreen(machine.root)
    const picture = file === null ? null : pictureOrNull(file)
    const colours = picture === null ? 0 : distinctColours(picture)
    if (picture === null || colours < COLOURS_OF_SCULPTURES) continue
    const seenMs = performance.now() - startedAt
    if (keep !== null) writeFileSync(`${keep}.png`, toPng(picture))
    running.end()
    const ending = await running.ended
    return { ending, seen: ending.exitCode === KILLED ? null : `${colours} colours on the screen`, seenMs }
  }
  running.end()
  return { ending: await running.ended, seen: null, seenMs: performance.now() - startedAt }
}

/**
 * @param {string} root
 * @returns {string | null} What the virtual display shows that the command itself has started.
 */
function ownScreen(root) {
  const names = readdirSync(join(root, 'tmp')).filter((name) => name.startsWith('f1-display-'))
  return names.map((name) => join(root, 'tmp', name, 'Xvfb_screen0')).find(existsSync) ?? null
}

/** @param {string} file */
function pictureOrNull(file) {
  try {
    return readScreen(file)
  } catch {
    return null // ENOENT or half written: the display has just come or gone
  }
}
