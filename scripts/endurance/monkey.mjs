// An hour at random: uses the window as nobody would, and says what went wrong.

import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openDisplay } from '../display.mjs'
import { inTemporaryFolder } from '../setup/temporary-folder.mjs'
import { listenForComplaints } from './complaints.mjs'
import { growthOf } from './growth.mjs'
import { ACTIONS } from './monkey-actions.mjs'
import { openGround } from './monkey-window.mjs'
import { chanceOf } from './random.mjs'
import { ALLOWANCES, openSampler } from './sample-window.mjs'

const MINUTE_MS = 60_000
/** Of the actions before trouble: enough to see the way there. */
const TOLD_ACTIONS = 40
/** Between two actions, ms: from faster than a person to a hesitating one. */
const PAUSES_MS = /** @type {const} */ ([20, 400])
/** The page has to answer within this, ms: software draws large pictures slowly, and sessions are decoded beside it. */
const ANSWERS_WITHIN_MS = 30_000

/**
 * @typedef {object} MonkeyOrder
 * @property {number} seed
 * @property {number} minutes
 * @property {(line: string) => void} log
 */

/**
 * @param {MonkeyOrder} order
 * @returns {Promise<boolean>} Whether nothing went wrong.
 */
export async function letMonkeyIn({ seed, minutes, log }) {
  const display = await openDisplay()
  try {
    return await inTemporaryFolder(join(tmpdir(), 'f1-monkey-'), async (folder) => {
      const ground = await openGround(folder, display.env)
      try {
        const complaints = listenForComplaints(ground)
        await useWindow(ground, complaints, { seed, minutes, log })
        return complaints.all.length === 0
      } finally {
        await ground.close()
      }
    })
  } finally {
    await display.close()
  }
}

/**
 * Until the time is over, or too much is wrong for the rest to tell more.
 * @param {import('./monkey-window.mjs').Ground} ground
 * @param {import('./complaints.mjs').Complaints} complaints
 * @param {MonkeyOrder} order
 */
async function useWindow(ground, complaints, { seed, minutes, log }) {
  const chance = chanceOf(seed)
  const sample = await openSampler(ground)
  /** @type {import('./growth.mjs').Sample[]} */
  const samples = []
  /** @type {string[]} */
  const last = []
  let actions = 0
  let misses = 0
  let told = 0
  const tell = () => {
    if (complaints.all.length === told) return
    for (const complaint of complaints.all.slice(told)) log(`\nWRONG (seed ${seed}): ${complaint}`)
    told = complaints.all.length
    log(`The last ${last.length} actions:\n${last.join('\n')}\n`)
    last.length = 0
  }
  const startedAt = performance.now()
  const minutesGone = () => (performance.now() - startedAt) / MINUTE_MS
  while (minutesGone() < minutes && !complaints.isHopeless()) {
    const begunAt = minutesGone()
    /** @type {string} */
    let what
    try {
      what = (await chance.weighted(ACTIONS)?.act(ground, chance)) ?? ''
    } catch (error) {
      // A control that has gone while it was aimed at: no fault of the window's. That it answers is seen below.
      misses += 1
      what = `missed: ${error instanceof Error ? error.message.split('\n')[0] : String(error)}`
    }
    actions += 1
    last.push(`${begunAt.toFixed(2)} min  ${what}`)
    if (last.length > TOLD_ACTIONS) last.shift()
    await answers(ground.page, complaints)
    await complaints.readLog()
    tell()
    await new Promise((resolve) => setTimeout(resolve, chance.whole(...PAUSES_MS)))
    if (minutesGone() < samples.length + 1 || complaints.isHopeless()) continue
    const taken = await sample()
    samples.push(taken)
    log(`${Math.floor(minutesGone())} min, ${actions} actions: ${inWords(taken)}`)
  }
  // Only now: on the way the second quarter is still one of first visits.
  for (const growth of growthOf(samples, ALLOWANCES)) complaints.add(growth)
  tell()
  const passed = [...complaints.expected].map(([message, times]) => `"${message}" ${times} times`)
  log(
    `Seed ${seed}: ${actions} actions in ${minutesGone().toFixed(1)} minutes, ${misses} missed, ${told} complaints; ` +
      `expected warnings: ${passed.join(', ') || 'none'}.`,
  )
}

/**
 * @param {import('playwright').Page} page
 * @param {import('./complaints.mjs').Complaints} complaints
 */
async function answers(page, complaints) {
  /** @type {NodeJS.Timeout | undefined} */
  let timer
  const late = new Promise((resolve) => {
    timer = setTimeout(() => resolve('late'), ANSWERS_WITHIN_MS)
  })
  const ask = () => page.evaluate(() => 'here')
  // Another language is another page: what was asked of the one before is asked of it.
  const answer = await Promise.race([ask().catch(ask).catch(String), late])
  clearTimeout(timer)
  if (answer === 'late') complaints.giveUp(`the page has not answered for ${ANSWERS_WITHIN_MS / 1000} s`)
  else if (answer !== 'here') complaints.giveUp(`the page cannot answer: ${String(answer)}`)
}

/** @param {import('./growth.mjs').Sample} sample */
function inWords(sample) {
  return Object.entries(sample)
    .map(([name, value]) => `${name} ${value}`)
    .join(', ')
}
