// RaceControlMessages: flags, deleted laps and stopped cars, in race control's own words, which decoders parse.

import type { Run } from './programme'
import type { SessionFrame } from './session-topics'
import { DELETION_ANNOUNCED_MS } from './timing-events'
import { wireDuration, wireLine, wireSecond } from './wire'

interface Announcement {
  readonly atMs: number
  readonly body: object
}

/** Between what happened and the line about it. */
const DELAY_MS = 240
/** Until somebody reports a car that stands on the track. */
const STOP_SEEN_MS = 12_000

export function* raceControlLines(frame: SessionFrame): Generator<string> {
  const all = [...flags(frame), ...deletions(frame), ...stops(frame)].toSorted((a, b) => a.atMs - b.atMs)
  for (const [i, { atMs, body }] of all.entries()) {
    const message = { Utc: wireSecond(frame.zeroAt + atMs), ...body }
    yield wireLine(atMs + DELAY_MS, { Messages: i === 0 ? [message] : { [i]: message } })
  }
}

function flags({ programme }: SessionFrame): readonly Announcement[] {
  const flag = (atMs: number, name: string, message: string): Announcement => ({
    atMs,
    body: { Category: 'Flag', Flag: name, Scope: 'Track', Message: message },
  })
  const green = programme.kind === 'race' ? 'GREEN LIGHT - RACE STARTS' : 'GREEN LIGHT - PIT EXIT OPEN'
  return [
    ...programme.segments.flatMap(({ startMs, endMs }) => [
      flag(startMs, 'GREEN', green),
      flag(endMs, 'CHEQUERED', 'CHEQUERED FLAG'),
    ]),
    ...programme.redFlags.flatMap(({ fromMs, toMs }) => [
      flag(fromMs, 'RED', 'RED FLAG'),
      flag(toMs, 'GREEN', green),
    ]),
    ...programme.yellowFlags.flatMap(({ fromMs, toMs }) => [
      flag(fromMs, 'YELLOW', 'YELLOW FLAG'),
      flag(toMs, 'CLEAR', 'TRACK CLEAR'),
    ]),
  ]
}

function deletions(frame: SessionFrame): readonly Announcement[] {
  return frame.programme.runs.flatMap((run) =>
    run.laps
      .filter((lap) => lap.deleted)
      .map((lap) => ({
        atMs: lap.endMs + DELETION_ANNOUNCED_MS,
        body: { Category: 'Other', Message: deletionText(frame, run, lap) },
      })),
  )
}

/** In race control's own form; its lap counts the way out of the pits, hence one more than the lap's number. */
function deletionText(frame: SessionFrame, run: Run, lap: Run['laps'][number]): string {
  const local = wireSecond(frame.zeroAt + lap.endMs + frame.grandPrix.gmtOffsetMs).slice(11)
  const { number, code } = run.driver
  const time = wireDuration(lap.lapTimeMs!).padStart(8, '0:')
  return `CAR ${number} (${code}) TIME ${time} DELETED - TRACK LIMITS AT TURN 4 LAP ${lap.lap + 1} ${local}`
}

function stops({ programme }: SessionFrame): readonly Announcement[] {
  return programme.runs
    .filter(({ plan }) => plan.isLast && plan.to !== 'garage')
    .map(({ driver, endMs }) => ({
      atMs: endMs + STOP_SEEN_MS,
      body: { Category: 'CarEvent', Message: `CAR ${driver.number} (${driver.code}) STOPPED` },
    }))
}
