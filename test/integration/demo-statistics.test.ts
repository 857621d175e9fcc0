// A simulated qualifying beside a recorded one: sampled, packed and interrupted alike. Prints the table.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { inflateRawSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import type { TopicBytes, TopicName } from '@main/core/session/topics'
import { needingRecordings, recordingsFolder } from '../helpers/recordings'
import { aSession, ALL_TOPICS, bytesOf } from '../unit/core/sources/demo/demo-fixture'

const recordings = recordingsFolder()
const MEXICO = 'archive/static/2025/2025-10-26_Mexico_City_Grand_Prix/2025-10-25_Qualifying'

function recorded(folder: string): TopicBytes {
  const read = (topic: TopicName) => readFileSync(join(folder, MEXICO, `${topic}.jsonStream`))
  return new Map(ALL_TOPICS.filter((topic) => topic !== 'LapCount').map((topic) => [topic, read(topic)]))
}

interface StreamStatistics {
  readonly stampsMs: readonly number[]
  readonly samplesALine: readonly number[]
  readonly bytes: number
  readonly inflatedBytes: number
}

function streamOf(topics: TopicBytes, topic: 'CarData.z' | 'Position.z'): StreamStatistics {
  const bytes = topics.get(topic)!
  const lines = Buffer.from(bytes)
    .toString('utf8')
    .replace(/^\uFEFF/, '')
    .split('\r\n')
    .filter((line) => line !== '')
  const stampsMs: number[] = []
  const samplesALine: number[] = []
  let inflatedBytes = 0
  for (const line of lines) {
    const json = inflateRawSync(Buffer.from(line.slice(13, -1), 'base64')).toString('utf8')
    inflatedBytes += json.length
    const stamps = [...json.matchAll(/"(?:Utc|Timestamp)":"([^"]+)"/g)].map((match) => Date.parse(match[1]!))
    stampsMs.push(...stamps)
    samplesALine.push(stamps.length)
  }
  return { stampsMs, samplesALine, bytes: bytes.byteLength, inflatedBytes }
}

const HOLE_MS = 700
const quantile = (values: readonly number[], share: number): number =>
  values.toSorted((a, b) => a - b)[Math.floor(share * (values.length - 1))]!
const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length

/** What is compared, in this order in the table. */
function statisticsOf(topics: TopicBytes): ReadonlyMap<string, number> {
  const rows = new Map<string, number>()
  for (const topic of ['CarData.z', 'Position.z'] as const) {
    const { stampsMs, samplesALine, bytes, inflatedBytes } = streamOf(topics, topic)
    const gaps = stampsMs.slice(1).map((stamp, i) => stamp - stampsMs[i]!)
    const minutes = (stampsMs.at(-1)! - stampsMs[0]!) / 60_000
    const holes = gaps.filter((gap) => gap > HOLE_MS)
    rows.set(`${topic}: minutes`, minutes)
    rows.set(`${topic}: samples`, stampsMs.length)
    rows.set(`${topic}: interval, median ms`, quantile(gaps, 0.5))
    rows.set(`${topic}: interval, mean ms`, mean(gaps))
    rows.set(`${topic}: interval, p95 ms`, quantile(gaps, 0.95))
    rows.set(`${topic}: lines`, samplesALine.length)
    rows.set(`${topic}: samples a line, mean`, mean(samplesALine))
    rows.set(`${topic}: samples a line, most`, Math.max(...samplesALine))
    rows.set(`${topic}: holes an hour`, (60 * holes.length) / minutes)
    rows.set(`${topic}: hole, median ms`, quantile(holes, 0.5))
    rows.set(`${topic}: bytes`, bytes)
    rows.set(`${topic}: inflated bytes`, inflatedBytes)
  }
  for (const topic of ['TimingData', 'TimingAppData', 'DriverList', 'RaceControlMessages'] as const) {
    const bytes = topics.get(topic)!
    rows.set(`${topic}: bytes`, bytes.byteLength)
    rows.set(`${topic}: lines`, Buffer.from(bytes).toString('utf8').split('\r\n').length - 1)
  }
  return rows
}

/** How far apart, as a share of the recorded value, the two may be; by the end of the row's name. */
const CLOSENESS: readonly (readonly [RegExp, number])[] = [
  [/\.z: (minutes|samples|lines)$/, 0.05],
  [/interval, /, 0.05],
  [/samples a line, mean/, 0.05],
  [/samples a line, most/, 0.2],
  [/holes an hour/, 0.15],
  [/hole, median/, 0.1],
  [/\.z: (bytes|inflated bytes)$/, 0.1],
  // Without colours of sectors and status bits, and with fewer laps driven.
  [/^TimingData: /, 0.4],
  [/^TimingAppData: /, 0.45],
]

describe.skipIf(recordings === null)(
  needingRecordings('a simulated qualifying beside a recorded one'),
  () => {
    it('has the same statistics of sampling, holes and sizes', () => {
      const real = statisticsOf(recorded(recordings ?? ''))
      const demo = statisticsOf(bytesOf(aSession('Q', 6)))
      const show = (value: number) => (Number.isInteger(value) ? String(value) : value.toFixed(2))
      const rows = [...real].map(([name, value]) => ({ name, real: value, demo: demo.get(name)! }))
      console.log(
        ['| | recorded Mexico City 2025 Q | simulated Q | ratio |', '|---|---|---|---|']
          .concat(
            rows.map(
              (row) =>
                `| ${row.name} | ${show(row.real)} | ${show(row.demo)} | ${(row.demo / row.real).toFixed(2)} |`,
            ),
          )
          .join('\n'),
      )
      const tooFar = rows.filter((row) => {
        const closeness =
          CLOSENESS.find(([pattern]) => pattern.test(row.name))?.[1] ?? Number.POSITIVE_INFINITY
        return Math.abs(row.demo / row.real - 1) > closeness
      })
      expect(tooFar).toEqual([])
    }, 60_000)
  },
)
