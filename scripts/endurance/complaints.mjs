// Everything that must not happen while the window is used, gathered from where it would be said: the page, its console,
// the log, and the processes themselves.

import { existsSync } from 'node:fs'
import { open } from 'node:fs/promises'

/**
 * Warnings of the log that random use brings about, with the reason why they are no fault.
 * @type {Readonly<Record<string, string>>}
 */
const EXPECTED_WARNINGS = {
  'a link was refused': 'the monkey opens links that are none',
  'a run takes longer than it should': 'it shortens the time after which it is told',
}

/** Each comes with what was done before it; more of them tell no more. */
const MOST_COMPLAINTS = 20

/**
 * @typedef {object} Complaints
 * @property {readonly string[]} all So far.
 * @property {ReadonlyMap<string, number>} expected Warnings that were let pass, and how often they came.
 * @property {(text: string) => void} add
 * @property {(text: string) => void} giveUp The same, and nothing can be used any more.
 * @property {() => boolean} isHopeless
 * @property {() => Promise<void>} readLog What has been written to it since the last time.
 */

/**
 * @param {import('./monkey-window.mjs').Ground} ground
 * @returns {Complaints}
 */
export function listenForComplaints({ app, page, logFile }) {
  /** @type {string[]} */
  const all = []
  /** @type {Map<string, number>} */
  const expected = new Map()
  let readBytes = 0
  /** @param {string} text */
  const add = (text) => void all.push(text)
  let isGone = false
  /** @param {string} text */
  const giveUp = (text) => {
    isGone = true
    add(text)
  }
  page.on('pageerror', (error) => add(`page error: ${error.stack ?? error.message}`))
  page.on('console', (message) => {
    if (message.type() === 'error')
      add(`console error: ${message.text()} (${message.location().url}:${message.location().lineNumber})`)
  })
  page.on('crash', () => giveUp('the page has crashed'))
  app.on('close', () => giveUp('the application has ended'))
  return {
    all,
    expected,
    add,
    giveUp,
    isHopeless: () => isGone || all.length >= MOST_COMPLAINTS,
    readLog: async () => {
      const { text, size } = await readFrom(logFile, readBytes)
      readBytes = size
      for (const line of text.split('\n').filter((each) => each !== '')) {
        const { level, message } = /** @type {{ level: string, message: string }} */ (JSON.parse(line))
        if (level === 'error') add(`log: ${line}`)
        if (level !== 'warn') continue
        if (message in EXPECTED_WARNINGS) expected.set(message, (expected.get(message) ?? 0) + 1)
        else add(`log: ${line}`)
      }
    },
  }
}

/**
 * @param {string} path
 * @param {number} from Bytes; where the file has become shorter (its older half was put away) it is read from the start.
 */
async function readFrom(path, from) {
  // Nothing has been said yet.
  if (!existsSync(path)) return { text: '', size: 0 }
  const file = await open(path)
  try {
    const { size } = await file.stat()
    const start = size < from ? 0 : from
    const { buffer, bytesRead } = await file.read({
      buffer: Buffer.alloc(size - start),
      position: start,
      length: size - start,
    })
    // A line that is being written is read the next time.
    const end = buffer.lastIndexOf('\n', bytesRead) + 1
    return { text: buffer.toString('utf8', 0, end), size: start + end }
  } finally {
    await file.close()
  }
}
