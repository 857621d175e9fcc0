// The commands about warming: what is asked, of whom, and how it is followed to its end.

import { Option, type Command } from 'commander'
import type { HealthPart, HealthReport } from '@contract/health'
import { LOG_SOURCES, type LogSource } from '@contract/logs'
import { PRESET_NAMES } from '@contract/settings'
import { TASK_STATES, type TaskDetails, type TaskState } from '@contract/tasks'
import type { WarmRequest } from '@contract/warming'
import { followLog, readLog } from '../../adapters/log-file'
import { ruleInWords } from '../../adapters/rule-words'
import { sleep } from '../../adapters/sleep'
import { AppError } from '../../core/app-error'
import { isFrom } from '../../core/log-line'
import { withJson, withShared, type Answer, type Decide, type Place } from './asking'
import { followRun } from './follow'
import { parseRound, parseWhole, parseYear } from './parsers'
import {
  parseDrivers,
  parseSessions,
  raceWish,
  recentWish,
  seasonWish,
  type RecentFlags,
  type WarmFlags,
} from './warm-flags'
import {
  healthText,
  logText,
  planText,
  runProgressText,
  runText,
  scheduleText,
  tasksText,
  taskText,
} from './warm-text'

interface RunFlags {
  readonly plan?: true
  readonly detach?: true
}

export function addWarmingCommands(program: Command, decide: Decide): void {
  addWarm(program, decide)
  addTasks(program, decide)
  addReports(program, decide)
}

function addWarm(program: Command, decide: Decide): void {
  const warm = program.command('warm').description('put laps into the cache before anyone asks for them')
  withWish(warm.command('recent').description('the latest rounds, as the strategy or the options have it'))
    .option('--rounds <n>', 'how many', (value: string) => parseWhole(value, 1, 30, 'a number from 1 to 30'))
    .option('--season <year>', 'of another season than the current', parseYear)
    .action((flags: RecentFlags & RunFlags) => decide((place) => warmFor(place, recentWish(flags), flags)))
  withWish(warm.command('race').description('one round'))
    .argument('<year>', 'season', parseYear)
    .argument('<round>', 'round of the championship, 1 to n', parseRound)
    .action((season: number, round: number, flags: WarmFlags & RunFlags) =>
      decide((place) => warmFor(place, raceWish(season, round, flags), flags)),
    )
  withWish(warm.command('season').description('every round of a season that is in the archive'))
    .argument('<year>', 'season', parseYear)
    .action((season: number, flags: WarmFlags & RunFlags) =>
      decide((place) => warmFor(place, seasonWish(season, flags), flags)),
    )
}

function withWish(command: Command): Command {
  return withShared(command)
    .option('--sessions <list>', 'e.g. Q,R', parseSessions)
    .option('--drivers <list>', 'e.g. VER,HAM', parseDrivers)
    .option('--all-drivers', 'everyone who set a time')
    .addOption(new Option('--preset <preset>', 'what the other options leave open').choices(PRESET_NAMES))
    .option('--plan', 'only say what would be done')
    .option('--detach', 'leave it to the application that runs, and end at once')
}

async function warmFor(place: Place, request: WarmRequest, flags: RunFlags): Promise<Answer> {
  const desk = await place.desk()
  if (flags.plan === true) {
    const plan = await desk.call('warming:plan', request)
    return { json: plan, text: planText(plan) }
  }
  if (flags.detach === true && !desk.isApplication)
    throw new AppError('cli/wrong-use', '--detach', { detail: 'the application is not running' })
  // The run's own line stands for those of the tasks that it is made of.
  place.show('')
  const id = await desk.call('warming:start', request)
  if (flags.detach === true) return { json: { id }, text: id }
  place.say(`${id}: warming`)
  const details = await followRun(desk, id, (task) => place.show(runProgressText(task)), place.signal, sleep)
  return { json: taskJson(details), text: runText(details), outcome: outcomeOf(details) }
}

function outcomeOf({ task }: TaskDetails): NonNullable<Answer['outcome']> {
  if (task.state === 'cancelled') return 'cancelled'
  if (task.state === 'failed' || task.run?.outcome === 'failed') return 'failed'
  return task.run?.outcome === 'partly-failed' ? 'partly-failed' : 'done'
}

/** The stable shape of a task; a run's summary stands where scripts look for it. */
function taskJson({ task, items }: TaskDetails) {
  return { ...task, ...(task.run === null ? {} : { summary: task.run.summary }), items }
}

function addTasks(program: Command, decide: Decide): void {
  withJson(program.command('tasks').description('what is being done and was done'))
    .addOption(new Option('--state <state>', 'only these').choices(TASK_STATES))
    .action(({ state }: { state?: TaskState }) =>
      decide(async (place) => {
        const all = await (await place.desk()).call('tasks:list', undefined)
        const tasks = all.filter((task) => state === undefined || task.state === state)
        return { json: { tasks }, text: tasksText(tasks) }
      }),
    )
  withJson(program.command('task').description('one task with all its items'))
    .argument('<id>', 'e.g. t12')
    .action((id: string) =>
      decide(async (place) => {
        const details = await (await place.desk()).call('tasks:get', id)
        if (details === null) throw new AppError('task/unknown', id)
        return { json: taskJson(details), text: taskText(details) }
      }),
    )
  withJson(program.command('cancel').description('stop a task of the application that runs'))
    .argument('<id>', 'e.g. t12')
    .action((id: string) =>
      decide(async (place) => {
        const isCancelled = await (await place.desk()).call('tasks:cancel', id)
        if (!isCancelled) throw new AppError('task/unknown', id, { detail: 'or it has ended' })
        return { json: { id, cancelled: true }, text: `${id} cancelled` }
      }),
    )
}

function addReports(program: Command, decide: Decide): void {
  withJson(program.command('schedule').description('when the gallery is warmed by itself'))
    .option('--next <n>', 'how many of the next runs', parseNext, DEFAULT_NEXT)
    .action(({ next }: { next: number }) =>
      decide(async (place) => {
        const status = await (await place.desk()).call('warming:getStatus', undefined)
        const shown = {
          ...status,
          schedule: { ...status.schedule, next: status.schedule.next.slice(0, next) },
        }
        const { rule, problem } = shown.schedule
        const { clock } = place.settings.appearance
        const words = problem === null ? await ruleInWords(rule, { clock, language: 'en' }) : null
        const schedule = { ...shown.schedule, words }
        return { json: { ...shown, schedule }, text: scheduleText(shown, words) }
      }),
    )
  withJson(program.command('health').description('whether every part of the gallery can work')).action(() =>
    decide(async (place) => {
      const report = await (await place.desk()).call('health:get', undefined)
      return {
        json: healthJson(report, place.version),
        text: healthText(report, place.version),
        outcome: report.status === 'failing' ? 'failed' : 'done',
      }
    }),
  )
  withJson(program.command('logs').description('what the application has noted'))
    .addOption(new Option('--source <source>', 'only lines of it').choices(LOG_SOURCES).default('all'))
    .option(
      '--lines <n>',
      'the newest so many',
      (value: string) => parseWhole(value, 1, 1000, 'from 1 to 1000'),
      50,
    )
    .option('--follow', 'go on until interrupted')
    .action(({ source, lines, follow }: { source: LogSource; lines: number; follow?: true }) =>
      decide(async ({ logFile, signal, print }) => {
        const found = await readLog(logFile, (line) => isFrom(source, line), lines)
        if (follow !== true) return { json: { lines: found }, text: found.map(logText).join('\n') }
        for (const line of found) print(line, logText(line))
        await followLog(
          logFile,
          (line) => {
            if (isFrom(source, line)) print(line, logText(line))
          },
          signal,
          sleep,
        )
        return null
      }),
    )
}

/** The archive and the cache by themselves too, where scripts look for them. */
function healthJson(report: HealthReport, version: string) {
  const partOf = (wanted: HealthPart) => report.parts.find(({ part }) => part === wanted)
  const [archive, cache] = [partOf('archive'), partOf('cache')]
  return {
    ...report,
    version,
    runtime: { node: process.versions.node, platform: process.platform },
    archive: { reachable: archive?.state === 'ok', message: archive?.detail ?? '' },
    cache: { writable: cache?.state === 'ok', message: cache?.detail ?? '' },
  }
}

/** As many as the schedule names. */
const MOST_NEXT = 5
const DEFAULT_NEXT = 5

function parseNext(value: string): number {
  return parseWhole(value, 1, MOST_NEXT, `a number from 1 to ${MOST_NEXT}`)
}
