// `npm run fuzz`: the session decoder on hostile input, as many cases as FUZZ_CASES says. The seed is printed;
// FUZZ_SEED repeats a run. Stops at the first case that fails and prints it, shrunk.

import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { TELEMETRY_TOPICS, TIMING_TOPICS } from '@main/core/session/topics'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { checkDecoders, SESSION_CODES } from '../helpers/hostile/decoder-checks'
import { hostileTopics } from '../helpers/hostile/hostile-topics'
import type { TopicLines } from '../helpers/hostile/small-session'
import { recordingsFolder, RECORDINGS_MISSING } from '../helpers/recordings'

const CASES = Number(process.env['FUZZ_CASES'] ?? 100_000)
const SEED = Number(process.env['FUZZ_SEED'] ?? Date.now() % 2 ** 31)

/** Cases between two lines of progress. */
const ROUND = 10_000

/** Lines of each topic of a recorded session that a case starts from: as many as keep a case below 10 ms. */
const RECORDED_LINES = 25

const RECORDED = [
  '2023/2023-04-30_Azerbaijan_Grand_Prix/2023-04-29_Sprint',
  '2025/2025-10-26_Mexico_City_Grand_Prix/2025-10-25_Qualifying',
]

it('holds what it must for any input', { timeout: 0 }, () => {
  const recordings = recordedSessions()
  if (recordings.length === 0) console.log(`invented session only: ${RECORDINGS_MISSING}`)
  console.log(`seed ${SEED}, ${CASES} cases`)
  const topics = hostileTopics(recordings)
  const startedAt = performance.now()
  for (let done = 0; done < CASES; done += ROUND) {
    const numRuns = Math.min(ROUND, CASES - done)
    const property = fc.property(topics, fc.constantFrom(...SESSION_CODES), checkDecoders)
    const outcome = fc.check(property, { numRuns, seed: SEED + done })
    if (outcome.failed) {
      console.log(fc.stringify(outcome.counterexample))
      expect.fail(`FUZZ_SEED=${SEED + done}: ${String(outcome.errorInstance)}`)
    }
    const seconds = (performance.now() - startedAt) / 1000
    const rate = Math.round((done + numRuns) / seconds)
    const peakMiB = Math.round(process.resourceUsage().maxRSS / 1024)
    console.log(`${done + numRuns} cases, ${rate} a second, 0 failures, peak memory ${peakMiB} MiB`)
  }
})

/** The beginnings of recorded sessions, where there are any; of TimingData also a part from the middle. */
function recordedSessions(): readonly TopicLines[] {
  const folder = recordingsFolder()
  if (folder === null) return []
  return RECORDED.map((path) => {
    const found = [...TIMING_TOPICS, ...TELEMETRY_TOPICS].flatMap((topic) => {
      const file = resolve(folder, 'archive/static', path, `${topic}.jsonStream`)
      if (!existsSync(file)) return []
      const lines = readFileSync(file, 'utf8').replace(/^\uFEFF/, '').split('\r\n') // prettier-ignore
      const middle = Math.floor(lines.length / 2)
      const few = topic.endsWith('.z') ? 3 : RECORDED_LINES
      return [[topic, [...lines.slice(0, few), ...lines.slice(middle, middle + few)]] as const]
    })
    return new Map(found)
  })
}
