// The simulated season as the real hosts would serve it: a path in, a file out. The live-timing archive under
// `/static/`, Jolpica under `/ergast/f1/`. Knows no HTTP. Long work; meant for a worker thread.

import type { SessionCode } from '@contract/ids'
import type { SourceRound, SourceSession } from '../session-source'
import { seasonIndex, sessionIndex, yearsIndex } from './archive-index'
import { grandsPrixOf, type DemoGrandPrix } from './grand-prix'
import {
  driversAnswer,
  lapTimings,
  qualifyingResults,
  raceAnswer,
  raceResults,
  scheduleAnswer,
  seasonsAnswer,
  standingsAnswer,
} from './jolpica-answers'
import { createTopicMaker, isTopic, type TopicMaker } from './make-topics'
import { COMPLETE_AFTER_MS, RECORDED_AFTER_MS, scheduleSeason, seasonsAt } from './schedule'
import { championshipAfter } from './standings'
import { hasPositions } from './weekend'
import { BYTE_ORDER_MARK } from './wire'
import { SESSION_WORDS } from './words'

/** Before the paths of Jolpica's answers. */
export const JOLPICA_ROOT = '/ergast/f1/'

export interface DemoFile {
  readonly bytes: Uint8Array
  /** It will not change any more: may be kept. */
  readonly isFinal: boolean
}

/** A file, or null where the real host has none. @param path decoded, with a leading slash. @param now epoch ms. */
export type DemoHost = (path: string, now: number) => DemoFile | null

export function createDemoHost(maker: TopicMaker = createTopicMaker()): DemoHost {
  return (path, now) => {
    const inArchive = /^\/static\/(.*)$/.exec(path)?.[1]
    if (inArchive !== undefined) return archiveFile(maker, inArchive, now)
    if (!path.startsWith(JOLPICA_ROOT)) return null
    const inJolpica = path.slice(JOLPICA_ROOT.length).replace(/(\.json|\/)$/, '')
    const answer = jolpicaAnswer(maker, path, inJolpica, now)
    return answer === null ? null : { bytes: Buffer.from(JSON.stringify(answer)), isFinal: false }
  }
}

function archiveFile(maker: TopicMaker, path: string, now: number): DemoFile | null {
  if (path === 'Index.json') return indexFile(yearsIndex(seasonsAt(now)))
  const ofYear = /^(\d{4})\/Index\.json$/.exec(path)?.[1]
  if (ofYear !== undefined) {
    const season = Number(ofYear)
    if (!seasonsAt(now).includes(season)) return null
    return indexFile(seasonIndex(grandsPrixOf(season), scheduleSeason(season, now), now))
  }
  const [, folder, file] = /^(\d{4}\/.*\/)([^/]+)$/.exec(path) ?? []
  const found = folder === undefined ? null : findSession(folder, now)
  if (found === null || folder === undefined || file === undefined) return null
  const { grandPrix, session } = found
  const { code, startAt, endAt } = session
  if (file === 'Index.json')
    return indexFile(sessionIndex(SESSION_WORDS[code].kind === 'race', hasPositions(grandPrix, code)))
  const topic = file.replace(/\.jsonStream$/, '')
  if (topic === file || !isTopic(topic)) return null
  const request = { path: folder, startAt, endAt, untilAt: now - RECORDED_AFTER_MS, topics: [topic] }
  const bytes = maker.topics(request).get(topic)
  return bytes === undefined ? null : { bytes, isFinal: now > endAt + COMPLETE_AFTER_MS }
}

/** The host's tables of contents begin with a byte order mark, too. */
function indexFile(content: object): DemoFile {
  return { bytes: Buffer.from(BYTE_ORDER_MARK + JSON.stringify(content)), isFinal: false }
}

/** A session that has begun. */
function findSession(
  folder: string,
  now: number,
): { readonly grandPrix: DemoGrandPrix; readonly session: SourceSession } | null {
  const season = Number.parseInt(folder, 10)
  if (!seasonsAt(now).includes(season)) return null
  const grandsPrix = grandsPrixOf(season)
  for (const [i, round] of scheduleSeason(season, now).entries())
    for (const session of round.sessions)
      if (session.path === folder && session.startAt <= now) return { grandPrix: grandsPrix[i]!, session }
  return null
}

function jolpicaAnswer(maker: TopicMaker, url: string, path: string, now: number): object | null {
  if (path === 'seasons') return seasonsAnswer(url, seasonsAt(now))
  const [year = '', second, third, fourth] = path.split('/')
  const season = Number(year)
  if (!seasonsAt(now).includes(season)) return null
  const grandsPrix = grandsPrixOf(season)
  const rounds = scheduleSeason(season, now)
  if (second === undefined || second === 'races') return scheduleAnswer(url, season, grandsPrix, rounds)
  if (second === 'drivers') return driversAnswer(url, season)
  if (second === 'driverstandings') return standings(maker, url, season, completedRounds(rounds, now))
  const round = Number(second)
  const grandPrix = grandsPrix[round - 1]
  const scheduled = rounds[round - 1]
  if (grandPrix === undefined || scheduled === undefined) return null
  if (third === undefined) return scheduleAnswer(url, season, [grandPrix], [scheduled])
  if (third === 'drivers') return driversAnswer(url, season)
  if (third === 'driverstandings')
    return standings(maker, url, season, Math.min(round, completedRounds(rounds, now)))
  return sessionAnswer(maker, url, grandPrix, scheduled, now, third, fourth)
}

/** Results, qualifying, sprint, laps: empty lists for what has not been run yet, as Jolpica answers. */
function sessionAnswer(
  maker: TopicMaker,
  url: string,
  grandPrix: DemoGrandPrix,
  round: SourceRound,
  now: number,
  subject: string,
  lap: string | undefined,
): object | null {
  const programme = (code: SessionCode) => {
    const session = round.sessions.find((each) => each.code === code)
    if (session === undefined || session.path === null || now < session.endAt) return null
    const { path, startAt, endAt } = session
    return maker.session({ path, startAt, endAt }).programme
  }
  switch (subject) {
    case 'results': {
      const race = programme('R')
      return raceAnswer(url, grandPrix, round, 'Results', race === null ? [] : raceResults(race, 'race'))
    }
    case 'sprint': {
      const race = programme('S')
      return raceAnswer(
        url,
        grandPrix,
        round,
        'SprintResults',
        race === null ? [] : raceResults(race, 'sprint'),
      )
    }
    case 'qualifying': {
      const qualifying = programme('Q')
      const results = qualifying === null ? [] : qualifyingResults(qualifying)
      return raceAnswer(url, grandPrix, round, 'QualifyingResults', results)
    }
    case 'laps': {
      const race = programme('R')
      const timings = race === null || lap === undefined ? [] : lapTimings(race, Number(lap))
      const list = timings.length === 0 ? [] : [{ number: lap, Timings: timings }]
      return raceAnswer(url, grandPrix, round, 'Laps', list, timings.length)
    }
    default:
      return null
  }
}

function standings(maker: TopicMaker, url: string, season: number, afterRound: number): object {
  return standingsAnswer(url, season, afterRound, championshipAfter(maker.world, season, afterRound))
}

function completedRounds(rounds: readonly SourceRound[], now: number): number {
  return rounds.filter(({ sessions }) => sessions.every(({ endAt }) => now >= endAt)).length
}
