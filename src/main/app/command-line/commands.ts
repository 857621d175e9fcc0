// What each command of the command line asks the parts for, and the JSON it answers with. The shapes are stable:
// fields may be added, none changed.

import type { DemoServer } from '../../adapters/demo-server'
import { decodeSculptureFrame } from '@contract/sculpture-frame'
import type { SculptureId, SessionId, SourceKind } from '@contract/ids'
import { isoWithOffset, utcOffset } from '../../core/calendar/local-time'
import { channelsTable } from '../../core/sculpture/channels-table'
import type { Composition } from '../compose'
import { writeExport, type ExportTarget } from './export'

export async function rounds(parts: Composition, source: SourceKind, season: number, signal: AbortSignal) {
  const loaded = await parts.galleries[source].loadSeason(season, signal)
  return {
    season: loaded.season,
    source,
    warnings: loaded.warnings,
    rounds: loaded.rounds.map((round) => ({
      ...round,
      sessions: round.sessions.map(({ code, name, startAt, endAt, gmtOffsetMs, state }) => ({
        code,
        name,
        startUtc: new Date(startAt).toISOString(),
        endUtc: new Date(endAt).toISOString(),
        /** By the clock of the circuit; null where that is not known. */
        startLocal: gmtOffsetMs === null ? null : isoWithOffset(startAt, gmtOffsetMs),
        utcOffset: gmtOffsetMs === null ? null : utcOffset(gmtOffsetMs),
        state,
      })),
    })),
  }
}

export async function standings(
  parts: Composition,
  source: SourceKind,
  season: number,
  round: number | 'latest',
  signal: AbortSignal,
) {
  return { source, ...(await parts.galleries[source].loadStandings(season, round, signal)) }
}

export async function drivers(parts: Composition, id: SessionId) {
  const { laps } = await parts.galleries[id.source].openSession(id)
  return {
    ...laps,
    drivers: laps.drivers.map(({ laps: driven, ...driver }) => ({ ...driver, laps: driven.length })),
  }
}

/** @param driver only this driver's laps, or null for all. An unknown one gives an empty list and a warning. */
export async function laps(parts: Composition, id: SessionId, driver: string | null) {
  const opened = await parts.galleries[id.source].openSession(id)
  const chosen = opened.laps.drivers.filter((each) => driver === null || each.code === driver)
  return { ...opened.laps, drivers: chosen }
}

/** @param refined waits for tier 3 where tier 2 is all there is yet. @param out a file to write as well, or null. */
export async function sculpture(
  parts: Composition,
  id: SculptureId,
  {
    withChannels,
    refined,
    out,
  }: { readonly withChannels: boolean; readonly refined: boolean; readonly out: ExportTarget | null },
) {
  const gallery = parts.galleries[id.source]
  const ticket = refined ? await gallery.openRefined(id) : await gallery.openSculpture(id)
  const { key, servedFrom, freshness, elapsedMs, bytes, header } = ticket
  const frame = withChannels ? await gallery.readFrame(id) : null
  const table = frame === null ? null : channelsTable(decodeSculptureFrame(frame))
  const written = out === null ? null : await writeExport(parts, id, out)
  return {
    key,
    source: header.source,
    driver: header.driver,
    lap: header.lap,
    lapTimeMs: header.lapTimeMs,
    sectorsMs: header.sectorsMs,
    compound: header.compound,
    tyreLife: header.tyreLife,
    deleted: header.deleted,
    accurate: header.accurate,
    servedFrom,
    freshness,
    elapsedMs: Math.round(elapsedMs * 10) / 10,
    bytes,
    lineQuality: header.lineQuality,
    lineOrigin: header.lineOrigin,
    placedBy: header.placedBy,
    tier: header.tier,
    isFinalTier: header.isFinalTier,
    warnings: header.warnings,
    stats: header.stats,
    ...(written === null ? {} : { export: written }),
    corners: header.corners,
    sectorEndsM: header.sectorEndsM,
    ...(table === null
      ? {}
      : {
          units: Object.fromEntries(table.map(({ name, unit }) => [name, unit])),
          channels: Object.fromEntries(table.map(({ name, values }) => [name, values])),
        }),
  }
}

/** Where a server of the simulated season is found, and how other tools are pointed at it. */
export function demoServer(parts: Composition, { url, port }: DemoServer) {
  return {
    url,
    port,
    archiveUrl: `${url}/static`,
    jolpicaUrl: `${url}/ergast/f1`,
    seasons: parts.galleries.demo.source.seasons(),
  }
}
