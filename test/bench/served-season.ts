// The simulated season as the archive's hosts would serve it, from files once it was asked for: generating it takes
// longer than everything that is measured over it.
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { createReadStream, existsSync } from 'node:fs'
import { mkdir, rename, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import { createInterface } from 'node:readline'
import { dirname, join } from 'node:path'
import { workerFile } from '../helpers/built-app'

export interface ServedSeason {
  readonly url: string
  /** How long whoever asked has waited for answers that had to be generated, ms, since the server began. */
  readonly generatedMs: () => number
  stop(): Promise<void>
}

/** Of the real archive's answers, which of them an application can be given: 200, or 403 and 404 for what is not there. */
const STATUSES = [200, 403, 404] as const

/**
 * @param folder of the files; those of an earlier server at the same instant are served again.
 * @param now the instant at which the season is seen, ISO; left out: the real one.
 */
export async function serveSeason(folder: string, now?: string): Promise<ServedSeason> {
  await mkdir(folder, { recursive: true })
  const tool = join(dirname(workerFile), 'cli.js')
  const season = spawn(process.execPath, [tool, 'demo', 'serve', '--json'], {
    env: {
      ...process.env,
      F1_USER_DATA: join(folder, 'server'),
      ...(now === undefined ? {} : { F1_NOW: now }),
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const [line] = (await once(createInterface(season.stdout), 'line')) as [string]
  const { url } = JSON.parse(line) as { url: string }
  let generatedMs = 0
  const generate = async (path: string, stem: string) => {
    const startedAt = performance.now()
    const response = await fetch(`${url}${path}`)
    const file = `${stem}.${response.status}`
    await writeFile(`${file}.part`, new Uint8Array(await response.arrayBuffer()))
    await rename(`${file}.part`, file)
    generatedMs += performance.now() - startedAt
    return { status: response.status, file }
  }
  const answers = new Map<string, ReturnType<typeof generate>>()
  const answerTo = (path: string) => {
    const stem = join(folder, createHash('sha1').update(path).digest('hex'))
    const status = STATUSES.find((each) => existsSync(`${stem}.${each}`))
    if (status !== undefined && !answers.has(path)) return { status, file: `${stem}.${status}` }
    const answer = answers.get(path) ?? generate(path, stem)
    answers.set(path, answer)
    return answer
  }
  const server = createServer((request, response) => {
    Promise.resolve(answerTo(request.url ?? '/')).then(
      ({ status, file }) => {
        response.statusCode = status
        createReadStream(file).pipe(response)
      },
      // A cancelled run at the end of a measurement may still be asking.
      () => response.destroy(),
    )
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  return {
    url: `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`,
    generatedMs: () => generatedMs,
    stop: async () => {
      server.close()
      season.kill('SIGINT')
      await once(season, 'exit')
    },
  }
}

/** Only races have it, and the answer that a session does not have it has the session simulated all the same. */
const ASKED_ANYWAY = 'LapCount.jsonStream'

interface SeasonIndex {
  readonly Meetings: readonly { readonly Sessions: readonly { readonly Path?: string }[] }[]
}
interface SessionIndex {
  readonly Feeds: Readonly<Record<string, { readonly StreamPath: string }>>
}

/**
 * Has everything of a season's first rounds generated, so that nothing is while a clock runs.
 * @param tell told after each round what there is: rounds, sessions, bytes.
 */
export async function generateRounds(
  { url }: ServedSeason,
  season: number,
  rounds: number,
  tell: (round: number, sessions: number, bytes: number) => void,
): Promise<void> {
  const textOf = async (path: string): Promise<string> =>
    (await (await fetch(`${url}/static/${path}`)).text()).replace(/^\uFEFF/, '')
  const { Meetings } = JSON.parse(await textOf(`${season}/Index.json`)) as SeasonIndex
  let [sessions, bytes] = [0, 0]
  for (const [i, meeting] of Meetings.slice(0, rounds).entries()) {
    for (const { Path: path } of meeting.Sessions) {
      if (path === undefined) continue
      const { Feeds } = JSON.parse(await textOf(`${path}Index.json`)) as SessionIndex
      const streams = Object.values(Feeds).map(({ StreamPath }) => StreamPath)
      for (const stream of new Set([...streams, ASKED_ANYWAY]))
        bytes += (await (await fetch(`${url}/static/${path}${stream}`)).arrayBuffer()).byteLength
      sessions++
    }
    // Of the race, which was simulated last: where a recording is confirmed.
    for (const subject of ['results', 'sprint', 'laps/1'])
      await fetch(`${url}/ergast/f1/${season}/${i + 1}/${subject}.json?limit=100&offset=0`)
    tell(i + 1, sessions, bytes)
  }
}
