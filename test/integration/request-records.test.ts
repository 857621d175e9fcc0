// Limits that outlast the process, over real files and real requests on loopback.
import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { hostLimitsFor } from '@main/adapters/http/http-stack'
import { createRequestRecords } from '@main/adapters/http/request-records'
import { ARCHIVE_LIMITS, JOLPICA_LIMITS } from '@main/core/network/request-limits'
import { OFFICIAL_HOSTS } from '@main/core/sources/archive/hosts'
import { answers, answersStatus, startFaultServer } from '../helpers/fault-server'
import { httpForTest } from '../helpers/http-for-test'
import { silentLogger } from '../helpers/silent-logger'
import { temporaryFolder } from '../helpers/temporary-folder'

const signal = () => new AbortController().signal

/** As the application makes it, each time it starts, with Jolpica played by `url`. */
function startWith(folder: string, url: string, logger = silentLogger()) {
  return httpForTest({
    records: createRequestRecords(folder, logger),
    limitsOf: hostLimitsFor({ ...OFFICIAL_HOSTS, jolpicaUrl: `${url}/ergast/f1` }),
  })
}

describe('requests to Jolpica', () => {
  it('go out at four a second', async () => {
    const server = await startFaultServer(answers('{}'))
    const folder = await temporaryFolder()
    const http = startWith(folder, server.url)
    await Promise.all(
      Array.from({ length: 6 }, (_, i) =>
        http.get({ url: `${server.url}/ergast/f1/${i}.json`, signal: signal() }),
      ),
    )
    // When they left, by our own record: when they arrive depends on how busy the machine is.
    const [file = ''] = await readdir(folder)
    const { sentAt } = JSON.parse(await readFile(join(folder, file), 'utf8')) as { sentAt: readonly number[] }
    expect(sentAt.length).toBe(6)
    expect(sentAt[4]! - sentAt[0]!).toBeGreaterThanOrEqual(1000)
    expect(sentAt[5]! - sentAt[1]!).toBeGreaterThanOrEqual(1000)
    expect(server.requests.map(({ path }) => path)).toEqual(
      Array.from({ length: 6 }, (_, i) => `/ergast/f1/${i}.json`),
    )
  })

  it('are counted across restarts: the 501st of an hour is not sent', async () => {
    const server = await startFaultServer(answers('{}'))
    const folder = await temporaryFolder()
    await startWith(folder, server.url).get({ url: `${server.url}/ergast/f1/1.json`, signal: signal() })
    const [file = ''] = await readdir(folder)
    const sentAt = Array.from({ length: 500 }, (_, i) => Date.now() - 1_800_000 + i)
    await writeFile(join(folder, file), JSON.stringify({ sentAt, heldUntil: 0 }))
    await expect(
      startWith(folder, server.url).get({ url: `${server.url}/ergast/f1/2.json`, signal: signal() }),
    ).rejects.toMatchObject({
      code: 'source/rate-limited',
      message: expect.stringMatching(/free again at \d\d:\d\d:\d\d UTC/) as string,
    })
    expect(server.requests.length).toBe(1)
  })

  it('are not sent again before a time that the host has named, also after a restart', async () => {
    const server = await startFaultServer(answersStatus(429, { 'retry-after': '900' }))
    const folder = await temporaryFolder()
    for (const path of ['1', '2'])
      await expect(
        startWith(folder, server.url).get({ url: `${server.url}/ergast/f1/${path}.json`, signal: signal() }),
      ).rejects.toMatchObject({ code: 'source/rate-limited' })
    expect(server.requests.length).toBe(1)
  })

  it.each(['{"sentAt":[1,2', '{"sentAt":"often"}', ''])(
    'start afresh, with one warning, when the record is damaged: %s',
    async (damaged) => {
      const server = await startFaultServer(answers('{}'))
      const folder = await temporaryFolder()
      const url = `${server.url}/ergast/f1/1.json`
      await startWith(folder, server.url).get({ url, signal: signal() })
      const [file = ''] = await readdir(folder)
      await writeFile(join(folder, file), damaged)
      const logger = silentLogger()
      const http = startWith(folder, server.url, logger)
      expect((await http.get({ url, signal: signal() })).status).toBe(200)
      expect(logger.lines.map(({ level, area }) => [level, area])).toEqual([['warn', 'network']])
      expect(JSON.parse(await readFile(join(folder, file), 'utf8'))).toMatchObject({ heldUntil: 0 })
      expect((await readdir(folder)).length).toBe(1)
    },
  )

  it('are still sent when the record cannot be written', async () => {
    const server = await startFaultServer(answers('{}'))
    const file = join(await temporaryFolder(), 'a-file')
    await writeFile(file, '')
    const logger = silentLogger()
    const http = startWith(file, server.url, logger)
    const answer = await http.get({ url: `${server.url}/ergast/f1/1.json`, signal: signal() })
    expect(answer.status).toBe(200)
    expect(logger.lines.length).toBe(1)
  })
})

describe('who is limited', () => {
  const limitsOf = hostLimitsFor(OFFICIAL_HOSTS)

  it('is Jolpica by its published limits, and both archives by ours', () => {
    expect(limitsOf('https://api.jolpi.ca/ergast/f1/2025.json')).toEqual({
      limits: JOLPICA_LIMITS,
      isKept: true,
    })
    for (const url of OFFICIAL_HOSTS.archiveUrls)
      expect(limitsOf(`${url}/2025/Index.json`)).toEqual({ limits: ARCHIVE_LIMITS, isKept: false })
  })

  it("is not a developer's own archive", () => {
    for (const host of ['127.0.0.1:8080', 'localhost', '[::1]:8080'])
      expect(limitsOf(`http://${host}/static/2025/Index.json`)).toBeNull()
    expect(limitsOf('http://127.0.0.1.example.org/static/2025/Index.json')).not.toBeNull()
  })
})
