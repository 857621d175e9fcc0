// The command line: the same parts as the window, without a window. One answer on stdout, everything else on
// stderr. Exit codes: 0 done, 1 failed, 2 wrong use, 3 partly failed, 130 cancelled.

import { once } from 'node:events'
import { Command, CommanderError } from 'commander'
import {
  SESSION_CODES,
  type LapChoice,
  type SessionCode,
  type SessionId,
  type SourceKind,
} from '@contract/ids'
import { startDemoServer } from '../../adapters/demo-server'
import { AppError, toReport } from '../../core/app-error'
import { sessionCodeIn } from '../../core/calendar/session-code'
import { addCacheCommands } from './cache-commands'
import { withParts, withShared, type Ask, type Decide, type DecideParts, type SharedOptions } from './asking'
import * as commands from './commands'
import { ReportedError } from './desk'
import { exportTarget, withExport, type ExportFlags } from './export'
import { parseLap, parsePort, parseRound, parseSession, parseYear, upperCase } from './parsers'
import type { CommandLineOptions, OpenPlace } from './place'
import { addSettingsCommands } from './settings-commands'
import * as text from './text'
import { addWarmingCommands } from './warm-commands'

export type { CommandLineOptions } from './place'

const EXIT = { done: 0, failed: 1, wrongUse: 2, 'partly-failed': 3, cancelled: 130 } as const

/** Runs one command to its end. @returns the exit code. Never throws. */
export async function runCommandLine(args: readonly string[], options: CommandLineOptions): Promise<number> {
  const wantsJson = args.includes('--json')
  const interrupt = new AbortController()
  const onInterrupt = () => interrupt.abort()
  process.once('SIGINT', onInterrupt)
  process.once('SIGTERM', onInterrupt)
  let opened: OpenPlace | null = null
  try {
    const ask = parse(args, options.version)
    if (ask === null) return EXIT.done
    // Brings the whole application with it, which help and wrong use do without.
    const { openPlace } = await import('./place')
    opened = openPlace(options, wantsJson, interrupt.signal)
    const answer = await ask(opened.place)
    opened.quiet()
    if (answer === null) return EXIT.done
    process.stdout.write(`${wantsJson ? JSON.stringify(answer.json) : answer.text}\n`)
    return EXIT[answer.outcome ?? 'done']
  } catch (error) {
    opened?.quiet()
    return complain(error, wantsJson, interrupt.signal.aborted)
  } finally {
    process.off('SIGINT', onInterrupt)
    process.off('SIGTERM', onInterrupt)
    await opened?.close()
  }
}

/** @returns null when commander has already answered (help, version). @throws AppError `cli/wrong-use`. */
function parse(args: readonly string[], version: string): Ask | null {
  let ask: Ask | null = null
  const decide: Decide = (question) => {
    ask = question
  }
  const program = new Command('gallery')
    .description('Formula 1 laps as sculptures: the command line of the F1 Sculpture Gallery.')
    .version(version)
    .exitOverride()
    .configureOutput({ outputError: () => {} })
  const decideParts: DecideParts = (question) => decide(withParts(question))
  addCalendarCommands(program, decideParts)
  addSessionCommands(program, decideParts)
  addCacheCommands(program, decide)
  addWarmingCommands(program, decide)
  addSettingsCommands(program, decide)
  addDemoCommands(program, decideParts)
  try {
    program.parse(args, { from: 'user' })
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error
    // Help and version are exceptions to commander, with the exit code of a success.
    if (error.exitCode === 0) return null
    throw new AppError('cli/wrong-use', error.message.replace(/^error: |\.$/g, ''), { cause: error })
  }
  return ask
}

function addCalendarCommands(program: Command, decide: DecideParts): void {
  withShared(program.command('rounds').description('the calendar, with which sessions have finished'))
    .argument('<year>', 'season', parseYear)
    .action((season: number, { source }: SharedOptions) =>
      decide(async (parts, signal) => {
        const json = await commands.rounds(parts, source, season, signal)
        return { json, text: text.roundsText(json) }
      }),
    )
  withShared(program.command('standings').description("the drivers' championship"))
    .argument('<year>', 'season', parseYear)
    .option('--round <round>', 'as it stood after this round', parseRound)
    .action((season: number, { source, round }: SharedOptions & { round?: number }) =>
      decide(async (parts, signal) => {
        const json = await commands.standings(parts, source, season, round ?? 'latest', signal)
        return { json, text: text.standingsText(json) }
      }),
    )
}

function addSessionCommands(program: Command, decide: DecideParts): void {
  withSession(program.command('drivers').description('who took part in a session')).action(
    (season: number, round: number, session: SessionCode, { source }: SharedOptions) =>
      decide(async (parts) => {
        const json = await commands.drivers(parts, sessionId(source, season, round, session))
        return { json, text: text.driversText(json) }
      }),
  )
  withSession(program.command('laps').description('all laps of a session'))
    .option('--driver <code>', 'only this driver, e.g. VER', upperCase)
    .action(
      (season: number, round: number, session: SessionCode, options: SharedOptions & { driver?: string }) =>
        decide(async (parts) => {
          const id = sessionId(options.source, season, round, session)
          const json = await commands.laps(parts, id, options.driver ?? null)
          return { json, text: text.lapsText(json) }
        }),
    )
  const sculpture = withSession(program.command('sculpture').description('one lap with its G-forces'))
    .argument('<driver>', 'three-letter code, e.g. VER', upperCase)
    .option('--lap <lap>', '"fastest" or a lap number', parseLap, 'fastest')
    .option('--channels', 'with --json: all samples along the lap')
    .option('--refined', 'waits for the better computation, with the clocks repaired')
  withExport(sculpture).action(
    (
      season: number,
      round: number,
      session: SessionCode,
      driver: string,
      options: SharedOptions & ExportFlags & SculptureOptions,
    ) => {
      // Before anything is asked for: a look that a file cannot have is wrong use.
      const out = exportTarget(options)
      decide(async (parts) => {
        const { source, lap, channels, refined } = options
        const id = { ...sessionId(source, season, round, session), driver, lap }
        const json = await commands.sculpture(parts, id, {
          withChannels: channels === true,
          refined: refined === true,
          out,
        })
        return { json, text: text.sculptureText(json) }
      })
    },
  )
}

interface SculptureOptions {
  readonly lap: LapChoice
  readonly channels?: true
  readonly refined?: true
}

function addDemoCommands(program: Command, decide: DecideParts): void {
  const demo = program.command('demo').description('the simulated season')
  demo
    .command('serve')
    .description('serve it on loopback, laid out like the real hosts, until interrupted')
    .option('--port <port>', 'a free one if left out', parsePort, 0)
    .option('--json', 'one JSON document on stdout and nothing else')
    .action(({ port, json }: { port: number; json?: true }) =>
      decide(async (parts, signal) => {
        const server = await startDemoServer(port, parts.demoFile)
        const answer = commands.demoServer(parts, server)
        process.stdout.write(`${json === true ? JSON.stringify(answer) : text.demoServerText(answer)}\n`)
        if (!signal.aborted) await once(signal, 'abort')
        await server.close()
        return null
      }),
    )
}

function withSession(command: Command): Command {
  return withShared(command)
    .argument('<year>', 'season', parseYear)
    .argument('<round>', 'round of the championship, 1 to n', parseRound)
    .argument('<session>', SESSION_CODES.join(' '), parseSession)
}

/** The session that was meant: what it was called depends on the season. */
function sessionId(source: SourceKind, season: number, round: number, typed: SessionCode): SessionId {
  return { source, season, round, session: sessionCodeIn(season, typed) }
}

/** Tells what went wrong, as JSON on stdout or in words on stderr. @returns the exit code. */
function complain(error: unknown, wantsJson: boolean, wasInterrupted: boolean): number {
  const report =
    error instanceof ReportedError
      ? error.report
      : toReport(wasInterrupted ? new AppError('task/cancelled', '', { cause: error }) : error)
  if (wantsJson) process.stdout.write(`${JSON.stringify({ error: report })}\n`)
  else process.stderr.write(`${report.message}\n${report.hint}\n`)
  if (report.code === 'internal/bug' && error instanceof Error) process.stderr.write(`${error.stack ?? ''}\n`)
  if (report.code === 'task/cancelled') return EXIT.cancelled
  return report.code === 'cli/wrong-use' ? EXIT.wrongUse : EXIT.failed
}
