// The command line as it ships: a process of its own, judged by its exit code and by what it prints where.
import { spawn } from 'node:child_process'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { commandLineFile } from '../helpers/built-app'
import { needingRecordings, recordingsFolder } from '../helpers/recordings'
import { serveRecordings, type StaticServer } from '../helpers/static-server'
import { gallery, json, NOWHERE } from '../helpers/run-command'
import { temporaryFolder } from '../helpers/temporary-folder'

const recordings = recordingsFolder()

describe('the command line', () => {
  it('answers with one JSON document on stdout and nothing else', async () => {
    const outcome = await gallery(
      ['rounds', '2026', '--source', 'demo', '--json'],
      await temporaryFolder(),
      NOWHERE,
      {
        F1_NOW: '2026-06-15T12:00:00Z',
      },
    )
    expect(outcome.code).toBe(0)
    expect(json(outcome)).toMatchObject({ season: 2026, source: 'demo' })
    expect(outcome.stdout.trimEnd().split('\n').length).toBe(1)
  })

  it('prints the standings, as JSON or as a table', async () => {
    const args = ['standings', '2026', '--source', 'demo']
    const env = { F1_NOW: '2026-06-15T12:00:00Z' }
    const asJson = await gallery([...args, '--json'], await temporaryFolder(), NOWHERE, env)
    expect(json(asJson)).toMatchObject({ season: 2026, round: 12, source: 'demo' })
    const asText = await gallery([...args, '--round', '1'], await temporaryFolder(), NOWHERE, env)
    expect(asText.stdout).toMatch(/after round 1\nposition +code +number/)
  })

  it('fails with a typed JSON error and exit code 1 when the archive is unreachable', async () => {
    const outcome = await gallery(['laps', '2025', '20', 'Q', '--json'], await temporaryFolder())
    expect(outcome.code).toBe(1)
    expect(json(outcome)).toMatchObject({ error: { code: 'source/unreachable', retry: 'now' } })
  })

  it.each([
    [['bogus']],
    [['laps', '2025', '20']],
    [['laps', '1066', '20', 'Q']],
    [['laps', '2025', '20', 'Z']],
    [['laps', '2025', '20', 'Q', '--nonsense']],
    [['sculpture', '2025', '20', 'Q', 'NOR', '--lap', 'first']],
  ])('says how %j is wrong and exits with 2', async (args) => {
    const outcome = await gallery([...args, '--json'], await temporaryFolder())
    expect(outcome.code).toBe(2)
    expect(json(outcome)).toMatchObject({ error: { code: 'cli/wrong-use' } })
  })

  it('tells people in words on stderr, and leaves stdout empty, when something fails', async () => {
    const outcome = await gallery(['laps', '2025', '20', 'Q'], await temporaryFolder())
    expect(outcome.stdout).toBe('')
    expect(outcome.stderr).toMatch(/cannot be reached[\s\S]*Check the network/)
  })

  it('explains itself with --help', async () => {
    const outcome = await gallery(['--help'], await temporaryFolder())
    expect(outcome.code).toBe(0)
    expect(outcome.stdout).toMatch(/sculpture/)
  })

  it('refuses a development switch that makes no sense', async () => {
    const outcome = await gallery(['health', '--json'], await temporaryFolder(), NOWHERE, {
      F1_NOW: 'yesterday',
    })
    expect(outcome.code).toBe(2)
    expect(outcome.stdout).toMatch(/F1_NOW/)
  })

  it('is degraded, not broken, without a network', async () => {
    const outcome = await gallery(['health', '--json'], await temporaryFolder())
    expect(outcome.code).toBe(0)
    expect(json(outcome)).toMatchObject({ status: 'degraded', cache: { writable: true } })
  })
})

describe.skipIf(recordings === null)(needingRecordings('the command line over recorded sessions'), () => {
  let server: StaticServer
  beforeAll(async () => {
    const folder = recordings ?? ''
    server = await serveRecordings(folder)
  })
  afterAll(() => server.close())

  it('builds a sculpture the first time and finds it on disk the second time, in another process', async () => {
    const userData = await temporaryFolder()
    const args = ['sculpture', '2025', '20', 'Q', 'NOR', '--json']
    const first = await gallery(args, userData, server.url)
    expect(first.code).toBe(0)
    expect(first.stderr).toMatch(/^downloading/)
    expect(first.stderr).not.toMatch(/warning/i)
    expect(json(first)).toMatchObject({
      key: 'f1:sculpture:2025:20:Q:NOR',
      lap: 20,
      lapTimeMs: 75_586,
      servedFrom: 'built',
    })
    const second = await gallery(args, userData, server.url)
    expect(json(second)).toMatchObject({ servedFrom: 'disk', freshness: 'fresh' })
    expect(json(second)['stats']).toEqual(json(first)['stats'])
    const stats = await gallery(['cache', 'stats', '--json'], userData, server.url)
    expect(json(stats)).toMatchObject({ total_keys: 21, sculpture_keys: 20, session_keys: 1 })
  })

  it('lists a season with the time at the circuit, in JSON and in words', async () => {
    const userData = await temporaryFolder()
    const answer = json(await gallery(['rounds', '2023', '--json'], userData, server.url)) as {
      rounds: { round: number; format: string; sessions: object[] }[]
    }
    expect(answer.rounds.length).toBe(22)
    expect(answer.rounds[20]).toMatchObject({ round: 21, format: 'conventional' })
    expect(answer.rounds[20]?.sessions.at(-1)).toEqual({
      code: 'R',
      name: 'Race',
      startUtc: '2023-11-19T06:00:00.000Z',
      endUtc: '2023-11-19T08:00:00.000Z',
      startLocal: '2023-11-18T22:00:00-08:00',
      utcOffset: '-08:00',
      state: 'completed',
    })
    const table = (await gallery(['rounds', '2023'], userData, server.url)).stdout
    expect(table).toMatch(/21 +Las Vegas Grand Prix +R +2023-11-19 06:00 +2023-11-18 22:00 -08:00 +completed/)
  })

  it('takes SQ of 2022 for the sprint, which was called that', async () => {
    const outcome = await gallery(
      ['drivers', '2022', '4', 'sq', '--json'],
      await temporaryFolder(),
      server.url,
    )
    // The sprint itself is not recorded; that it was looked for shows what SQ was taken for.
    expect(json(outcome)).toMatchObject({
      error: {
        code: 'source/not-available',
        message: expect.stringMatching(/Emilia Romagna.*, Sprint/) as string,
      },
    })
  })

  it('prints all samples along the lap when asked, all of one length', async () => {
    const outcome = await gallery(
      ['sculpture', '2025', '20', 'Q', 'NOR', '--json', '--channels'],
      await temporaryFolder(),
      server.url,
    )
    const channels = json(outcome)['channels'] as Record<string, number[]>
    expect(new Set(Object.values(channels).map((values) => values.length)).size).toBe(1)
    expect(channels['distanceM']?.at(-1)).toBeCloseTo(4246.6, 0)
    expect(Object.keys(json(outcome)['units'] as object)).toEqual(Object.keys(channels))
    expect(json(outcome)['units']).toMatchObject({ speedKmh: 'km/h', verticalG: 'G', gear: '' })
  })

  it('gives the first pass at once, and the refined computation to who waits for it', async () => {
    const folder = await temporaryFolder()
    const ask = (...options: string[]) =>
      gallery(['sculpture', '2025', '20', 'Q', 'NOR', '--json', ...options], folder, server.url)
    expect(json(await ask())).toMatchObject({ tier: 2, isFinalTier: false, compound: 'SOFT', deleted: false })
    expect(json(await ask('--refined'))).toMatchObject({ tier: 3, isFinalTier: true })
    const again = json(await ask())
    expect(again).toMatchObject({ tier: 3, servedFrom: 'disk' })
    expect((again['corners'] as unknown[]).length).toBe(17)
  })

  it('exits with 130 when it is interrupted', async () => {
    const userData = await temporaryFolder()
    server.misbehave = (request, response) => {
      if (request.url?.includes('TimingData') !== true) return false
      response.writeHead(200).write('00:00:03.797{}\r\n')
      return true
    }
    const child = spawn(process.execPath, [commandLineFile, 'laps', '2025', '20', 'Q', '--json'], {
      env: { ...process.env, F1_USER_DATA: userData, F1_ARCHIVE_URL: `${server.url}/static`, F1_JOLPICA_URL: `${server.url}/ergast/f1` },
    }) // prettier-ignore
    let stdout = ''
    child.stdout.on('data', (chunk) => (stdout += String(chunk)))
    setTimeout(() => child.kill('SIGINT'), 1500)
    const code = await new Promise((resolve) => child.on('close', resolve))
    server.misbehave = null
    expect(code).toBe(130)
    expect(JSON.parse(stdout)).toMatchObject({ error: { code: 'task/cancelled' } })
  })
})
