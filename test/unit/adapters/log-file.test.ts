import { appendFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { LogLine } from '@contract/logs'
import { createLineLogger } from '@main/adapters/line-logger'
import { followLog, readLog } from '@main/adapters/log-file'
import { createLogFeed } from '@main/adapters/log-feed'
import { sleep } from '@main/adapters/sleep'
import { isFrom, readLogLine } from '@main/core/log-line'
import { temporaryFolder } from '../../helpers/temporary-folder'

/** What the logger makes of an entry. */
function line(area: string, message: string, fields: Record<string, unknown> = {}): string {
  let text = ''
  createLineLogger({ write: (written) => (text = written) }, 'debug').log('info', area, message, fields)
  return text
}

const everything = () => true

describe('the log as it is read back', () => {
  it('is what was written, with the fields as JSON', () => {
    const read = readLogLine(line('warming', 'a run begins', { run: 't1', at2: 'ü' }))
    expect(read).toMatchObject({ level: 'info', area: 'warming', message: 'a run begins' })
    expect(JSON.parse(read?.fields ?? '')).toEqual({ run: 't1', at2: 'ü' })
  })

  it.each(['', 'no json', '{}', '{"at":"yesterday","level":"info","area":"a","message":"m"}', '[1]', 'null'])(
    'leaves out %j, which is no line of ours',
    (text) => expect(readLogLine(text)).toBeNull(),
  )

  it('gives the newest lines of a source, over the change from one file to the next', async () => {
    const file = join(await temporaryFolder(), 'gallery.log')
    writeFileSync(`${file}.1`, `${line('warming', 'first')}\n${line('ipc', 'other')}\n`)
    writeFileSync(file, `${line('warming', 'second')}\nhalf a li`)
    const warming = await readLog(file, (each) => isFrom('warming', each), 10)
    expect(warming.map(({ message }) => message)).toEqual(['first', 'second'])
    const newest = await readLog(file, everything, 2)
    expect(newest.map(({ message }) => message)).toEqual(['other', 'second'])
  })

  it('is empty where nothing was ever written', async () => {
    expect(await readLog(join(await temporaryFolder(), 'none.log'), everything, 5)).toEqual([])
  })

  it('is followed while it grows and through its rotation, until the person has enough', async () => {
    const file = join(await temporaryFolder(), 'gallery.log')
    writeFileSync(file, `${line('a', 'before')}\n`)
    const seen: LogLine[] = []
    const enough = new AbortController()
    const following = followLog(file, (each) => seen.push(each), enough.signal, sleep)
    const messages = () => seen.map(({ message }) => message)
    await sleep(50, enough.signal)
    appendFileSync(file, `${line('a', 'one')}\n${line('a', 'two').slice(0, 20)}`)
    await expect.poll(messages, { timeout: 5000 }).toEqual(['one'])
    renameSync(file, `${file}.1`)
    writeFileSync(file, `${line('a', '3')}\n`)
    await expect.poll(messages, { timeout: 5000 }).toEqual(['one', '3'])
    enough.abort()
    await following
  })
})

describe('the feed of the log', () => {
  it('hands every line on once, to the file and to who watches', () => {
    const written: string[] = []
    let told = 0
    const feed = createLogFeed({ write: (text) => written.push(text) }, () => told++)
    const logger = createLineLogger(feed, 'info')
    logger.log('info', 'warming', 'one')
    logger.log('debug', 'warming', 'not worth a line')
    logger.log('warn', 'schedule', 'two')
    expect(feed.drain().map(({ message }) => message)).toEqual(['one', 'two'])
    expect(feed.drain()).toEqual([])
    expect([written.length, told]).toEqual([2, 2])
  })
})
