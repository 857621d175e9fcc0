// One session through the built worker in a process of its own, so that its peak memory is its own too.
// Usage: node decode-child.mjs FOLDER SESSION; FOLDER holds `{topic}.jsonStream` files. Prints one JSON object.
import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'

const [folder = '', session = 'R'] = process.argv.slice(2)
const worker = resolve(import.meta.dirname, '../../out/main/session-worker.js')
const { default: answer } = await import(pathToFileURL(worker).href)

const idleMiB = process.resourceUsage().maxRSS / 1024
const topics = new Map(
  readdirSync(folder).map((file) => [file.replace(/\.jsonStream$/, ''), readFileSync(join(folder, file))]),
)
const cpu = process.cpuUsage()
const startedAt = performance.now()
const must = (/** @type {any} */ answered) => {
  if (!answered.ok) throw new Error(JSON.stringify(answered.error))
  return answered.value
}
const context = { season: 2025, round: 1, session, source: 'archive' }
const laps = must(answer({ kind: 'decode-laps', topics, context }))
const lapsMs = performance.now() - startedAt
const wanted = laps.drivers.flatMap((/** @type {any} */ { code, fastest }) =>
  fastest === null ? [] : [{ driver: code, lap: fastest.lap, choice: 'fastest' }],
)
const order = { topics, laps, wanted, circuitLine: null, tier: 2 }
const built = must(answer({ kind: 'build-sculptures', order, progress: { postMessage() {} } }))
const { user, system } = process.cpuUsage(cpu)
console.log(
  JSON.stringify({
    lapsMs,
    wallMs: performance.now() - startedAt,
    cpuMs: (user + system) / 1000,
    idleMiB,
    peakMiB: process.resourceUsage().maxRSS / 1024,
    laps: laps.drivers.reduce(
      (/** @type {number} */ sum, /** @type {any} */ each) => sum + each.laps.length,
      0,
    ),
    sculptures: built.laps.filter((/** @type {any} */ each) => each.ok).length,
  }),
)
