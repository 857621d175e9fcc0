// A season of everything: 24 rounds, every session, every driver, warmed from an empty cache by the product's own run
// and once more. A simulated season has more rounds than that; it is looked at on the Wednesday after the last one that
// is wanted, and then these are all there are. F1_BENCH_ROUNDS makes it shorter; F1_BENCH_SEASON_FILES keeps what the
// archive serves, which takes longer to generate than to warm, for the next time.
import { spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { cpus, loadavg, tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { it } from 'vitest'
import { DAY_MS, grandsPrixOf } from '@main/core/sources/demo/grand-prix'
import { workerFile } from '../helpers/built-app'
import { bundleScript } from '../helpers/bundle-script'
import { machine, median, percentile, printTable, record } from './measure'
import type { SeasonMeasured, SeasonRun, SessionEnd } from './season-child'
import { generateRounds, serveSeason } from './served-season'

const SEASON = 2026
const ROUNDS = Number(process.env['F1_BENCH_ROUNDS'] ?? 24)

it('warms a season of everything', { timeout: 4 * 3_600_000 }, async () => {
  const last = grandsPrixOf(SEASON)[ROUNDS - 1]
  if (last === undefined) throw new Error(`a simulated season has no ${ROUNDS} rounds`)
  const now = new Date(last.raceDayAt + 3 * DAY_MS).toISOString()
  const temporary = await mkdtemp(join(tmpdir(), 'f1-bench-'))
  const server = await serveSeason(
    join(process.env['F1_BENCH_SEASON_FILES'] ?? temporary, `${SEASON}-${ROUNDS}`),
    now,
  )
  try {
    await generateRounds(server, SEASON, ROUNDS, (round, sessions, bytes) =>
      console.log(`  generated: ${round} of ${ROUNDS} rounds, ${sessions} sessions, ${megabytes(bytes)}`),
    )
    const generatedMs = server.generatedMs()
    const load = loadavg()[0] ?? Number.NaN
    const measured = await measure(server.url, now)
    report(measured, { load, generatedMs: server.generatedMs() - generatedMs })
  } finally {
    await server.stop()
    await rm(temporary, { recursive: true, force: true })
  }
})

async function measure(url: string, now: string): Promise<SeasonMeasured> {
  // Within the project, where the packages are found.
  const script = await bundleScript('test/bench/season-child.ts', join(dirname(workerFile), '..', 'bench'))
  const child = spawn(process.execPath, [script, url, workerFile, String(SEASON), now], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  return JSON.parse((await buffer(child.stdout)).toString()) as SeasonMeasured
}

function report(
  measured: SeasonMeasured,
  { load, generatedMs }: { load: number; generatedMs: number },
): void {
  const { cold, again, resultsBytes, resultsEntries, rawBytes, rawEntries, peakMiB } = measured
  const { summary, outcome } = cold.report
  const took = cold.sessions.map(({ tookMs }) => tookMs)
  const [first, ...others] = quarters(cold.sessions)
  const lastQuarter = others.at(-1)
  console.log(
    `\n${ROUNDS} rounds of everything: ${cold.sessions.length} sessions, ${summary.warmed} laps warmed, ` +
      `${summary.failed} failed, ${summary.skipped} sessions that their weekend does not have; ${outcome}\n` +
      `${machine()} (${cpus().length} cores), load ${load.toFixed(1)} before and ${(loadavg()[0] ?? Number.NaN).toFixed(1)} after`,
  )
  printTable(
    ['', 'from an empty cache', 'again'],
    [
      ['wall, s', seconds(cold.wallMs), seconds(again.wallMs)],
      ['CPU, s', seconds(cold.cpuMs), seconds(again.cpuMs)],
      ['fetched', megabytes(summary.bytes), megabytes(again.report.summary.bytes)],
      ['warmed', String(summary.warmed), String(again.report.summary.warmed)],
      ['already warm', String(summary.alreadyWarm), String(again.report.summary.alreadyWarm)],
      ['failed', String(summary.failed), String(again.report.summary.failed)],
      ['main thread late, ms: p50, p99, most', late(cold), late(again)],
    ],
  )
  printTable(
    ['of the run from an empty cache', ''],
    [
      ['results stored', `${megabytes(resultsBytes)} in ${resultsEntries} entries`],
      ['recordings stored', `${megabytes(rawBytes)} in ${rawEntries} entries`],
      ['peak memory of the process, both runs', `${peakMiB.toFixed(0)} MiB`],
      ['a session, s: median, p95', `${seconds(median(took))}, ${seconds(percentile(took, 0.95))}`],
      [
        'a minute: sessions, laps',
        `${perMinute(cold.sessions.length, cold)}, ${perMinute(summary.warmed, cold)}`,
      ],
      ['first quarter of the sessions, s', seconds(first?.wallMs ?? Number.NaN)],
      ['last quarter, s', seconds(lastQuarter?.wallMs ?? Number.NaN)],
      ['answers generated meanwhile, s', seconds(generatedMs)],
    ],
  )
  record('season', [
    { name: `${ROUNDS} rounds of everything`, unit: 's wall', values: [cold.wallMs / 1000] },
    { name: `${ROUNDS} rounds of everything`, unit: 's CPU', values: [cold.cpuMs / 1000] },
    { name: `${ROUNDS} rounds again`, unit: 's wall', values: [again.wallMs / 1000] },
    { name: `${ROUNDS} rounds, fetched`, unit: 'MB', values: [summary.bytes / 1e6] },
    { name: `${ROUNDS} rounds, stored`, unit: 'MB', values: [(resultsBytes + rawBytes) / 1e6] },
    { name: `${ROUNDS} rounds, peak memory`, unit: 'MiB', values: [peakMiB] },
    { name: 'a session', unit: 's', values: took.map((ms) => ms / 1000) },
    {
      name: 'last quarter of the sessions',
      unit: 's wall',
      values: [(lastQuarter?.wallMs ?? Number.NaN) / 1000],
      floor: { name: 'the first quarter', values: [(first?.wallMs ?? Number.NaN) / 1000] },
    },
  ])
}

/** From the end of the session before them to the end of their last one. */
function quarters(sessions: readonly SessionEnd[]): readonly { readonly wallMs: number }[] {
  return [0, 1, 2, 3].map((quarter) => {
    const end = (ratio: number) => sessions[Math.round(ratio * sessions.length) - 1]?.endedMs ?? 0
    return { wallMs: end((quarter + 1) / 4) - end(quarter / 4) }
  })
}

function seconds(ms: number): string {
  return (ms / 1000).toFixed(ms < 10_000 ? 2 : 0)
}

function megabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(1)} MB`
}

function late({ lateMs: { p50, p99, max } }: SeasonRun): string {
  return [p50, p99, max].map((ms) => ms.toFixed(0)).join(', ')
}

function perMinute(count: number, { wallMs }: SeasonRun): string {
  return ((count / wallMs) * 60_000).toFixed(0)
}
