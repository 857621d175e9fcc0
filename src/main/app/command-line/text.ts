// Answers of the command line for people: plain tables on stdout when `--json` is not given.

import type { TaskProgress, TaskStage } from '@contract/tasks'
import type * as commands from './commands'
import { exportRows } from './export'
import { mib, table } from './table'

type Answer<N extends keyof typeof commands> = Awaited<ReturnType<(typeof commands)[N]>>

/** `1:15.586`, or a dash. */
function lapTime(ms: number | null): string {
  if (ms === null) return '-'
  const minutes = Math.floor(ms / 60_000)
  const seconds = (ms % 60_000) / 1000
  return minutes === 0 ? seconds.toFixed(3) : `${minutes}:${seconds.toFixed(3).padStart(6, '0')}`
}

export function roundsText(answer: Answer<'rounds'>): string {
  const rows = answer.rounds.flatMap((round) =>
    round.sessions.map((session) => [
      String(round.round),
      round.name,
      session.code,
      minute(session.startUtc),
      session.startLocal === null ? '-' : `${minute(session.startLocal)} ${session.utcOffset}`,
      session.state,
    ]),
  )
  const titles = ['round', 'Grand Prix', 'session', 'start (UTC)', 'at the circuit', 'state']
  return [...answer.warnings, table(titles, rows)].join('\n')
}

/** `2025-10-25 21:00` of an ISO instant. */
function minute(iso: string): string {
  return iso.replace('T', ' ').slice(0, 16)
}

export function standingsText(answer: Answer<'standings'>): string {
  const after = answer.round === null ? 'before the first race' : `after round ${answer.round}`
  const rows = answer.drivers.map((driver) => [
    driver.position === null ? '-' : String(driver.position),
    driver.code ?? '-',
    driver.number ?? '-',
    driver.name,
    driver.team ?? '-',
    String(driver.points),
    String(driver.wins),
  ])
  const titles = ['position', 'code', 'number', 'name', 'team', 'points', 'wins']
  return [...answer.warnings, `${answer.season}, ${after}`, table(titles, rows)].join('\n')
}

export function driversText(answer: Answer<'drivers'>): string {
  const rows = answer.drivers.map((driver) => [
    driver.code,
    driver.number,
    driver.name,
    driver.team,
    lapTime(driver.fastest?.lapTimeMs ?? null),
  ])
  return [...answer.warnings, table(['code', 'number', 'name', 'team', 'fastest'], rows)].join('\n')
}

export function lapsText(answer: Answer<'laps'>): string {
  const rows = answer.drivers.flatMap((driver) =>
    driver.laps.map((lap) => [
      driver.code,
      String(lap.lap),
      lapTime(lap.lapTimeMs),
      ...lap.sectorsMs.map(lapTime),
      lap.compound ?? '-',
      lap.segment ?? '-',
      [
        lap.personalBest && 'best',
        lap.deleted && 'deleted',
        lap.pitInMs !== null && 'in',
        lap.pitOutMs !== null && 'out',
      ]
        .filter((mark) => typeof mark === 'string')
        .join(' '),
    ]),
  )
  const titles = ['driver', 'lap', 'time', 'sector 1', 'sector 2', 'sector 3', 'tyre', 'segment', 'marks']
  return [...answer.warnings, table(titles, rows)].join('\n')
}

export function sculptureText(answer: Answer<'sculpture'>): string {
  const { stats } = answer
  const g = (value: number) => `${value.toFixed(2)} G`
  return table(
    [answer.key, `lap ${answer.lap}, ${lapTime(answer.lapTimeMs)}`],
    [
      ['combined, highest / mean over time', `${g(stats.maxCombinedG)} / ${g(stats.meanCombinedG)}`],
      ['braking / acceleration (0.4 s mean)', `${g(stats.maxBrakingG)} / ${g(stats.maxAccelerationG)}`],
      ['lateral, left / right', `${g(stats.maxLateralLeftG)} / ${g(stats.maxLateralRightG)}`],
      ['top speed', `${stats.topSpeedKmh.toFixed(0)} km/h`],
      ['distance', `${stats.distanceM.toFixed(1)} m`],
      ['elevation range', `${stats.elevationRangeM.toFixed(1)} m`],
      ['computation', `tier ${answer.tier}, ${answer.isFinalTier ? 'final' : 'first pass'}`],
      [
        'served from',
        `${answer.servedFrom} (${answer.freshness}) in ${answer.elapsedMs} ms, ${answer.bytes} bytes`,
      ],
      ...(answer.export === undefined ? [] : exportRows(answer.export)),
      ...answer.warnings.map((warning) => ['note', warning]),
    ],
  )
}

const STAGES: Readonly<Record<TaskStage, string>> = {
  waiting: 'waiting',
  planning: 'planning',
  warming: 'warming',
  downloading: 'downloading',
  decoding: 'decoding',
  'track-line': 'finding the track line',
  'g-forces': 'computing G-forces',
  shaping: 'shaping the solid',
  copying: 'copying',
  storing: 'storing',
  done: 'done',
}

/** `downloading 1.2 MiB of 3.4 MiB, about 12 s left` */
export function progressText({ stage, done, total, remainingMs }: TaskProgress): string {
  const received = (stage === 'downloading' || stage === 'copying') && done > 0 ? ` ${mib(done)}` : ''
  const of = received !== '' && total > 0 ? ` of ${mib(total)}` : ''
  const left = remainingMs === null ? '' : `, about ${Math.ceil(remainingMs / 1000)} s left`
  return `${STAGES[stage]}${received}${of}${left}`
}

export function demoServerText(answer: ReturnType<typeof commands.demoServer>): string {
  return [
    `The simulated season is served at ${answer.url} until interrupted. To use it:`,
    `F1_ARCHIVE_URL=${answer.archiveUrl} F1_JOLPICA_URL=${answer.jolpicaUrl}`,
  ].join('\n')
}
