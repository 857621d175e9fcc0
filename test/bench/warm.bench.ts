// The standard cycle of warming, three rounds of qualifying and race for fifteen drivers, from an empty cache and once
// more; and what a click waits beside it. The archive is the simulated season's server on loopback, in a process of its
// own. The web application this descends from claims 40 to 70 s for its cycle.
import { execFile } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { it } from 'vitest'
import type { RunReport } from '@contract/warming'
import { workerFile } from '../helpers/built-app'
import { bundleScript } from '../helpers/bundle-script'
import { machine, median, percentile, printTable, range, record } from './measure'
import { serveSeason } from './served-season'

const RUNS = 3

interface Cycle {
  readonly report: RunReport
  readonly wallMs: number
  readonly cpuMs: number
  readonly stagesMs: Readonly<Record<string, number>>
}

interface Clicks {
  readonly cached: readonly number[]
  readonly uncached: readonly number[]
}

interface Measured {
  readonly cold: Cycle
  readonly again: Cycle
  readonly peakMiB: number
  readonly quiet: Clicks
  readonly busy: Clicks
  readonly wasBusy: boolean
}

/** All of them: what is usual, and what waiting beside a run costs, are in the table. */
function clicks(kind: keyof Clicks, all: readonly Measured[]) {
  return {
    name: `${kind} click beside warming`,
    unit: 'ms',
    values: all.flatMap(({ busy }) => busy[kind]),
    floor: { name: 'the same alone', values: all.flatMap(({ quiet }) => quiet[kind]) },
  }
}

it('measures the cycle and the clicks beside it', { timeout: 1_200_000 }, async () => {
  const folder = await mkdtemp(join(tmpdir(), 'f1-bench-'))
  // Within the project, where the packages are found.
  const script = await bundleScript('test/bench/warm-child.ts', join(dirname(workerFile), '..', 'bench'))
  const server = await serveSeason(folder)
  const all: Measured[] = []
  for (let run = -1; run < RUNS; run++) {
    const { stdout } = await promisify(execFile)(process.execPath, [script, server.url, workerFile], {
      maxBuffer: 64 * 1024 * 1024,
    })
    // The first run has the season generated and is not counted.
    if (run >= 0) all.push(JSON.parse(stdout) as Measured)
  }
  await server.stop()
  await rm(folder, { recursive: true, force: true })

  const seconds = (of: (each: Measured) => number): readonly string[] => {
    const values = all.map((each) => of(each) / 1000)
    return [median(values).toFixed(2), range(values)]
  }
  const summary = all[0]?.cold.report.summary
  const stages = Object.keys(all[0]?.cold.stagesMs ?? {})
  console.log(
    `The standard cycle: ${summary?.warmed ?? 0} sculptures, ${((summary?.bytes ?? 0) / 1e6).toFixed(0)} MB (${machine()})`,
  )
  printTable(
    ['s', 'median', 'range'],
    [
      ['from an empty cache, wall', ...seconds(({ cold }) => cold.wallMs)],
      ['from an empty cache, CPU', ...seconds(({ cold }) => cold.cpuMs)],
      ...stages.map((stage) => [
        `  ${stage}, all tasks`,
        ...seconds(({ cold }) => cold.stagesMs[stage] ?? 0),
      ]),
      ['again, wall', ...seconds(({ again }) => again.wallMs)],
      ['again, CPU', ...seconds(({ again }) => again.cpuMs)],
      ['peak memory, MiB', median(all.map(({ peakMiB }) => peakMiB)).toFixed(0), ''],
    ],
  )
  const cycle = 'standard cycle'
  record('warm', [
    {
      name: `${cycle} from an empty cache`,
      unit: 's wall',
      values: all.map(({ cold }) => cold.wallMs / 1000),
    },
    { name: `${cycle} from an empty cache`, unit: 's CPU', values: all.map(({ cold }) => cold.cpuMs / 1000) },
    { name: `${cycle} again`, unit: 's wall', values: all.map(({ again }) => again.wallMs / 1000) },
    { name: 'peak memory', unit: 'MiB', values: all.map(({ peakMiB }) => peakMiB) },
    clicks('cached', all),
    clicks('uncached', all),
  ])
  const waits = (pick: (clicks: Clicks) => readonly number[], ratio: number): readonly string[] => {
    const quiet = percentile(
      all.flatMap((each) => pick(each.quiet)),
      ratio,
    )
    const busy = percentile(
      all.flatMap((each) => pick(each.busy)),
      ratio,
    )
    return [quiet.toFixed(2), busy.toFixed(2), (busy / quiet).toFixed(2)]
  }
  const cached = (clicks: Clicks) => clicks.cached
  const uncached = (clicks: Clicks) => clicks.uncached
  console.log(
    `What a click waits, ms${all.every(({ wasBusy }) => wasBusy) ? '' : ' (the warming ended before the clicks did)'}`,
  )
  printTable(
    ['', 'alone', 'beside warming', 'ratio'],
    [
      ['cached, median', ...waits(cached, 0.5)],
      ['cached, p95', ...waits(cached, 0.95)],
      ['uncached, median', ...waits(uncached, 0.5)],
      ['uncached, p95', ...waits(uncached, 0.95)],
    ],
  )
})
