// From an empty cache to all sculptures of a session, and back out of memory and disk. The floor is what any
// reader of these bytes must do: inflate both telemetry topics and parse the JSON, measured in the same run.
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { inflateRawSync } from 'node:zlib'
import { it } from 'vitest'
import type { SculptureId, SessionId } from '@contract/ids'
import { DEFAULT_SETTINGS } from '@contract/settings'
import { createNodeNetwork } from '@main/adapters/http/node-network'
import { compose, type Composition } from '@main/app/compose'
import { workerFile } from '../helpers/built-app'
import { recordingsFolder, RECORDINGS_MISSING } from '../helpers/recordings'
import { silentLogger } from '../helpers/silent-logger'
import { serveRecordings } from '../helpers/static-server'
import { costOf, machine, median, printTable, range, record, type Cost } from './measure'

const RUNS = 9
const FLOOR = 'floor: inflate and JSON.parse both telemetry topics'
const recordings = recordingsFolder()
if (recordings === null) console.warn(`recorded session left out: ${RECORDINGS_MISSING}`)

const rows: string[][] = []

function add(what: string, costs: readonly Cost[], floorCpuMs?: number): void {
  const cpuMs = median(costs.map((each) => each.cpuMs))
  const besideFloor = floorCpuMs === undefined ? {} : { floor: { name: FLOOR, values: [floorCpuMs] } }
  record('first-sculpture', [
    { name: what, unit: 'ms wall', values: costs.map((each) => each.wallMs) },
    { name: what, unit: 'ms CPU', values: costs.map((each) => each.cpuMs), ...besideFloor },
  ])
  rows.push([
    what,
    median(costs.map((each) => each.wallMs)).toFixed(1),
    range(costs.map((each) => each.wallMs)),
    cpuMs.toFixed(1),
    floorCpuMs === undefined ? '' : (cpuMs / floorCpuMs).toFixed(2),
  ])
}

async function measureSession(
  name: string,
  id: SessionId,
  url: string,
  driver: string | null,
): Promise<void> {
  const cold: Cost[] = []
  const disk: Cost[] = []
  const memory: Cost[] = []
  let bytes: readonly number[] = []
  for (let run = 0; run < RUNS; run++) {
    const folder = await mkdtemp(join(tmpdir(), 'f1-bench-'))
    const open = (): Composition =>
      compose({
        cacheFolder: folder,
        limitsFolder: join(folder, 'request-limits'),
        network: createNodeNetwork(),
        warming: { settings: () => DEFAULT_SETTINGS },
        workerFile,
        logger: silentLogger(),
        switches: {
          hosts: { archiveUrls: [`${url}/static`], jolpicaUrl: `${url}/ergast/f1` },
          userData: null,
          startAt: id.source === 'demo' ? null : Date.UTC(2026, 0, 15),
        },
      })
    const first = open()
    const sculptures = async (parts: Composition): Promise<readonly SculptureId[]> => {
      const { laps } = await parts.galleries[id.source].openSession(id)
      const timed = laps.drivers.filter(({ fastest }) => fastest !== null)
      return timed.map(({ code }) => ({ ...id, driver: code, lap: 'fastest' }))
    }
    let ids: readonly SculptureId[] = []
    cold.push(
      await costOf(async () => {
        ids = await sculptures(first)
        const asked = ids.find((each) => driver === null || each.driver === driver)
        if (asked !== undefined) await first.galleries[id.source].openSculpture(asked)
      }),
    )
    const hit = (parts: Composition, each: SculptureId) =>
      costOf(async () => {
        await parts.galleries[id.source].openSculpture(each)
        await parts.galleries[id.source].readFrame(each)
      })
    for (const each of ids) memory.push(await hit(first, each))
    await first.close()
    const second = open()
    for (const each of ids) disk.push(await hit(second, each))
    bytes = await Promise.all(
      ids.map(async (each) => (await second.galleries[id.source].openSculpture(each)).bytes),
    )
    await second.close()
    await rm(folder, { recursive: true })
  }
  const mean = bytes.reduce((sum, each) => sum + each, 0) / bytes.length
  add(`${name}: empty cache to ${bytes.length} sculptures`, cold, floor)
  add(`${name}: disk hit to bytes for the page`, disk)
  add(`${name}: memory hit to bytes for the page`, memory)
  rows.push([
    `${name}: bytes a sculpture`,
    `${Math.round(mean)} mean`,
    `${Math.max(...bytes)} largest`,
    '',
    '',
  ])
}

let floor: number | undefined

async function measureFloor(folder: string): Promise<void> {
  const topics = await Promise.all(
    ['CarData.z', 'Position.z'].map((topic) =>
      readFile(
        join(
          folder,
          `archive/static/2025/2025-10-26_Mexico_City_Grand_Prix/2025-10-25_Qualifying/${topic}.jsonStream`,
        ),
        'utf8',
      ),
    ),
  )
  const costs: Cost[] = []
  for (let run = 0; run < RUNS; run++)
    costs.push(
      await costOf(async () => {
        for (const topic of topics)
          for (const line of topic.split('\r\n'))
            if (line.length > 14)
              JSON.parse(inflateRawSync(Buffer.from(line.slice(13, -1), 'base64')).toString('utf8'))
        await Promise.resolve()
      }),
    )
  add(FLOOR, costs)
  floor = median(costs.map((each) => each.cpuMs))
}

it('measures', async () => {
  if (recordings !== null) {
    const server = await serveRecordings(recordings)
    await measureFloor(recordings)
    const qualifying: SessionId = { source: 'archive', season: 2025, round: 20, session: 'Q' }
    await measureSession('recorded qualifying, 20 cars', qualifying, server.url, 'NOR')
    await server.close()
  }
  floor = undefined
  const season = new Date().getUTCFullYear()
  await measureSession(
    'simulated qualifying, 20 cars',
    { source: 'demo', season, round: 1, session: 'Q' },
    'http://127.0.0.1:47',
    null,
  )
  console.log(`\n${machine()}, ${RUNS} runs`)
  printTable(['what', 'wall ms, median', 'range', 'CPU ms, median', 'CPU / floor'], rows)
})
