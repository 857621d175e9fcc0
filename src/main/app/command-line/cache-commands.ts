// The commands about the cache: what is asked of the application that runs, or of this process.

import { resolve } from 'node:path'
import type { Command } from 'commander'
import type { ClearScope, PinScope } from '@contract/cache'
import { SESSION_CODES, sculptureKey, type LapChoice, type SessionCode } from '@contract/ids'
import type { TaskId } from '@contract/tasks'
import { sleep } from '../../adapters/sleep'
import { AppError } from '../../core/app-error'
import { sessionCodeIn } from '../../core/calendar/session-code'
import { withJson, withShared, type Answer, type Decide, type Place, type SharedOptions } from './asking'
import { clearedText, planText, statsText, usageText } from './cache-text'
import { ReportedError, type Desk } from './desk'
import { followRun } from './follow'
import { parseLap, parseRound, parseSession, parseYear, upperCase } from './parsers'
import { progressText } from './text'

export function addCacheCommands(program: Command, decide: Decide): void {
  const cache = program.command('cache').description('what is kept on this machine')
  addReports(cache, decide)
  addClear(cache, decide)
  addPins(cache, decide)
  addFolder(cache, decide)
}

function addReports(cache: Command, decide: Decide): void {
  withShared(cache.command('stats').description('entries and bytes of each tier, and how it serves')).action(
    ({ source }: SharedOptions) =>
      decide(async (place) => {
        const status = await (await place.desk()).call('cache:getStatus', { source })
        return { json: { source, ...status }, text: statsText(status) }
      }),
  )
  withShared(cache.command('usage').description('what uses the space, by season and session')).action(
    ({ source }: SharedOptions) =>
      decide(async (place) => {
        const usage = await (await place.desk()).call('cache:getUsage', { source })
        return { json: { source, ...usage }, text: usageText(usage) }
      }),
  )
}

interface ClearOptions extends SharedOptions {
  readonly yes?: true
}

const WHOLE_SCOPES = {
  sculptures: 'all sculptures; they are made again from the recordings',
  sessions: 'the laps of all sessions; they are read again from the recordings',
  raw: 'all recordings; what is missing is fetched again',
  all: 'everything of this source',
} as const satisfies Partial<Record<ClearScope['kind'], string>>

function addClear(cache: Command, decide: Decide): void {
  const clear = cache.command('clear').description('make room; says first how much that is, and asks')
  const withYes = (command: Command) => withShared(command).option('--yes', 'do not ask')
  const names = Object.keys(WHOLE_SCOPES) as (keyof typeof WHOLE_SCOPES)[]
  for (const kind of names)
    withYes(clear.command(kind).description(WHOLE_SCOPES[kind])).action((options: ClearOptions) =>
      decide((place) => clearScope(place, { kind }, options)),
    )
  addParts(clear, withYes, (scope, options) => decide((place) => clearScope(place, scope, options)))
}

async function clearScope(place: Place, scope: ClearScope, { source, yes }: ClearOptions): Promise<Answer> {
  const { confirm } = place
  if (yes !== true && confirm === null)
    throw new AppError('cli/wrong-use', 'cache clear', { detail: 'without a terminal it needs --yes' })
  const desk = await place.desk()
  const plan = await desk.call('cache:planClear', { source, scope })
  if (yes !== true && plan.entries > 0 && !(await confirm?.(`${planText(plan)} Clear? [y/N] `)))
    return { json: { source, scope, cleared: null }, text: 'nothing was cleared', outcome: 'cancelled' }
  // Asked for again: while the person thought, the application may have come or gone.
  const cleared = await (await place.desk()).call('cache:clear', { source, scope })
  return { json: { source, scope, cleared }, text: clearedText(cleared) }
}

function addPins(cache: Command, decide: Decide): void {
  for (const verb of ['pin', 'unpin'] as const) {
    const description =
      verb === 'pin' ? 'let it go last when room is needed' : 'let it go like everything else'
    addParts(cache.command(verb).description(description), withShared, (scope, { source }) =>
      decide(async (place) => {
        await (await place.desk()).call(`cache:${verb}`, { source, scope })
        return { json: { source, scope, pinned: verb === 'pin' }, text: `${verb}ned` }
      }),
    )
  }
}

/** The commands that name a season, a session or a sculpture. */
function addParts(
  parent: Command,
  withOptions: (command: Command) => Command,
  act: (scope: PinScope, options: ClearOptions) => void,
): void {
  withOptions(parent.command('season').description('a season, with all its sessions'))
    .argument('<year>', 'season', parseYear)
    .action((season: number, options: ClearOptions) => act({ kind: 'season', season }, options))
  const withSession = (command: Command) =>
    withOptions(command)
      .argument('<year>', 'season', parseYear)
      .argument('<round>', 'round of the championship, 1 to n', parseRound)
      .argument('<session>', SESSION_CODES.join(' '), parseSession)
  withSession(parent.command('session').description('a session, with its sculptures and recordings')).action(
    (season: number, round: number, typed: SessionCode, options: ClearOptions) =>
      act({ kind: 'session', season, round, session: sessionCodeIn(season, typed) }, options),
  )
  withSession(parent.command('sculpture').description('one lap'))
    .argument('<driver>', 'three-letter code, e.g. VER', upperCase)
    .option('--lap <lap>', '"fastest" or a lap number', parseLap, 'fastest')
    .action(
      (
        season: number,
        round: number,
        typed: SessionCode,
        driver: string,
        options: ClearOptions & { readonly lap: LapChoice },
      ) => {
        const session = sessionCodeIn(season, typed)
        const key = sculptureKey({ season, round, session, driver, lap: options.lap })
        act({ kind: 'key', key }, options)
      },
    )
}

function addFolder(cache: Command, decide: Decide): void {
  withJson(cache.command('folder').description('where it lies')).action(() =>
    decide(async (place) => {
      const folder = await (await place.desk()).call('cache:getFolder', undefined)
      return { json: folder, text: folder.path }
    }),
  )
  withJson(cache.command('move').description('move it, with everything in it, to an empty or a new folder'))
    .argument('[folder]', 'where to')
    .option('--usual', 'back to the usual folder')
    .action((folder: string | undefined, { usual }: { usual?: true }) => {
      if ((folder === undefined) === (usual === undefined))
        throw new AppError('cli/wrong-use', 'cache move', { detail: 'a folder or --usual' })
      decide(async (place) => {
        const desk = await place.desk()
        const id =
          folder === undefined
            ? await desk.call('cache:useUsualFolder', undefined)
            : await desk.call('cache:moveToFolder', { folder: resolve(folder) })
        return await followMove(place, desk, id)
      })
    })
}

/** @param id null: there was nothing to move. */
async function followMove(place: Place, desk: Desk, id: TaskId | null): Promise<Answer> {
  if (id !== null) {
    place.show('')
    const show = ({ progress }: { progress: Parameters<typeof progressText>[0] }) =>
      place.show(progressText(progress))
    const { task } = await followRun(desk, id, show, place.signal, sleep)
    if (task.error !== null) throw new ReportedError(task.error)
    if (task.state === 'cancelled') throw new AppError('task/cancelled', '')
  }
  const folder = await desk.call('cache:getFolder', undefined)
  return { json: folder, text: `the cache lies in ${folder.path}` }
}
