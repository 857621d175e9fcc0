// How long a session takes from bytes to laps and samples. The floor is what any reader of these bytes must do:
// inflate both telemetry topics and parse their JSON with Node's own zlib and JSON.parse, measured in turn with it.
// Then how time and memory grow with the length of a race.
import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { inflateRawSync } from 'node:zlib'
import { it } from 'vitest'
import type { SessionLaps } from '@contract/laps'
import { decodeLaps, type SessionContext } from '@main/core/session/decode-laps'
import { decodeSamples } from '@main/core/session/decode-samples'
import type { TimeSpan } from '@main/core/session/time-spans'
import type { TopicBytes } from '@main/core/session/topics'
import { recordingsFolder, RECORDINGS_MISSING } from '../helpers/recordings'
import { recordedTopics } from '../unit/core/session/recorded-sessions'
import { costOf, machine, median, printTable, range, record, type Cost } from './measure'
import { makeRace } from './synthetic-race'

const RUNS = 15
const RACE_MINUTES = [15, 30, 60, 120] as const
const CARS = 22
const MIB = 1024 * 1024

const MEXICO_Q = '2025/2025-10-26_Mexico_City_Grand_Prix/2025-10-25_Qualifying'

/** Inflates and parses every line; keeps nothing. */
function floor(topics: TopicBytes): void {
  for (const name of ['CarData.z', 'Position.z'] as const)
    for (const line of Buffer.from(topics.get(name) ?? [])
      .toString('latin1')
      .split('\r\n')) {
      const quote = line.indexOf('"')
      if (quote === -1) continue
      JSON.parse(inflateRawSync(Buffer.from(line.slice(quote + 1, -1), 'base64')).toString('utf8'))
    }
}

/** The fastest lap of every driver, a second longer at both ends. */
function fastestSpans(laps: SessionLaps): readonly TimeSpan[] {
  return laps.drivers.flatMap(({ fastest, laps: driven }): TimeSpan[] => {
    const lap = driven.find((each) => each.lap === fastest?.lap)
    if (lap === undefined || lap.endMs === null || fastest === null) return []
    return [{ startMs: lap.endMs - fastest.lapTimeMs - 1000, endMs: lap.endMs + 1000 }]
  })
}

async function compareWithFloor(name: string, topics: TopicBytes, context: SessionContext): Promise<void> {
  const work = {
    'floor: inflate and JSON.parse both telemetry topics': () => floor(topics),
    'all laps, and the samples of all fastest laps': () =>
      decodeSamples(topics, fastestSpans(decodeLaps(topics, context))),
    'all laps, and all samples of all cars': () => [decodeLaps(topics, context), decodeSamples(topics)],
    'all laps alone': () => decodeLaps(topics, context),
  }
  const costs = new Map<string, Cost[]>(Object.keys(work).map((what) => [what, []]))
  const first = new Map<string, Cost>()
  // In turn, so that a slow minute of the machine falls on all alike; the first round runs code that is still cold.
  for (let run = 0; run <= RUNS; run++)
    for (const [what, each] of Object.entries(work)) {
      const cost = await costOf(each)
      if (run === 0) first.set(what, cost)
      else costs.get(what)?.push(cost)
    }
  const [floorName = '', floors = []] = [...costs][0] ?? []
  for (const [what, all] of costs) {
    const of = (pick: (cost: Cost) => number, unit: string) => ({
      name: `${name}: ${what}`,
      unit,
      values: all.map(pick),
      ...(what === floorName ? {} : { floor: { name: floorName, values: floors.map(pick) } }),
    })
    record('decode', [of(({ wallMs }) => wallMs, 'ms wall'), of(({ cpuMs }) => cpuMs, 'ms CPU')])
  }
  printTable(
    [
      name,
      'wall ms, median',
      'range',
      'CPU ms, median',
      'wall / floor, median of pairs',
      'CPU / floor',
      'first call, wall ms',
    ],
    [...costs].map(([what, all]) => [
      what,
      median(all.map(({ wallMs }) => wallMs)).toFixed(0),
      range(all.map(({ wallMs }) => wallMs)),
      median(all.map(({ cpuMs }) => cpuMs)).toFixed(0),
      median(all.map(({ wallMs }, run) => wallMs / floors[run]!.wallMs)).toFixed(2),
      median(all.map(({ cpuMs }, run) => cpuMs / floors[run]!.cpuMs)).toFixed(2),
      first.get(what)!.wallMs.toFixed(0),
    ]),
  )
}

interface ChildReport {
  readonly lapsMs: number
  readonly wallMs: number
  readonly cpuMs: number
  readonly idleMiB: number
  readonly peakMiB: number
  readonly laps: number
  readonly sculptures: number
}

async function measureRace(minutes: number): Promise<readonly string[]> {
  const { topics } = makeRace(minutes, CARS)
  const folder = await mkdtemp(join(tmpdir(), 'f1-bench-race-'))
  let bytes = 0
  for (const [name, content] of topics) {
    bytes += content.byteLength
    await writeFile(join(folder, `${name}.jsonStream`), content)
  }
  const reports: ChildReport[] = []
  for (let run = 0; run < 3; run++) {
    const child = resolve(import.meta.dirname, 'decode-child.mjs')
    const { stdout } = await promisify(execFile)(process.execPath, [child, folder, 'R'])
    reports.push(JSON.parse(stdout) as ChildReport)
  }
  await rm(folder, { recursive: true })
  const middle = (pick: (report: ChildReport) => number) => median(reports.map(pick))
  const name = `synthetic race of ${minutes} min`
  record('decode', [
    { name, unit: 'ms wall', values: reports.map(({ wallMs }) => wallMs) },
    { name, unit: 'ms CPU', values: reports.map(({ cpuMs }) => cpuMs) },
    { name, unit: 'MiB peak', values: reports.map(({ peakMiB }) => peakMiB) },
  ])
  return [
    `${minutes} min`,
    (bytes / MIB).toFixed(1),
    `${reports[0]!.laps}`,
    `${reports[0]!.sculptures}`,
    middle((each) => each.lapsMs).toFixed(0),
    middle((each) => each.wallMs).toFixed(0),
    (middle((each) => each.cpuMs) / minutes).toFixed(1),
    middle((each) => each.peakMiB).toFixed(0),
    middle((each) => each.idleMiB).toFixed(0),
  ]
}

it('decodes', async () => {
  console.log(`\n${machine()}, ${RUNS} runs`)
  const recordings = recordingsFolder()
  if (recordings === null) console.warn(`recorded qualifying left out: ${RECORDINGS_MISSING}`)
  else
    await compareWithFloor('recorded qualifying, 20 cars', recordedTopics(recordings, MEXICO_Q), {
      season: 2025,
      round: 20,
      session: 'Q',
      source: 'archive',
    })
  const rows: (readonly string[])[] = []
  for (const minutes of RACE_MINUTES) rows.push(await measureRace(minutes))
  printTable(
    [
      `synthetic race, ${CARS} cars, process of its own`,
      'MiB of topics',
      'laps',
      'sculptures',
      'laps alone, ms',
      'everything, wall ms',
      'CPU ms a minute of race',
      'peak MiB',
      'of it before decoding',
    ],
    rows,
  )
})
