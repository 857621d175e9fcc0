// The handlers of all calls: each hands its input to the part that knows. No rule of the product stands here.

import type { AppVersions, StartPlan } from '@contract/calls'
import type { SourceKind } from '@contract/ids'
import type { LogLine, LogSource } from '@contract/logs'
import type { WallStatus } from '@contract/wall'
import type { Showings } from '../core/desktop/showings'
import type { Gallery } from '../core/gallery/gallery'
import { openingCost } from '../core/gallery/opening-cost'
import type { SourceWish } from '../core/gallery/start-plan'
import { createCacheHandlers, type CacheHandlerParts } from './cache-handlers'
import type { ExportDesk } from './export-desk'
import type { Handlers } from './answer'
import { createSettingsHandlers, type SettingsHandlers } from './settings-handlers'
import { createWarmingHandlers, type WarmingHandlerParts } from './warming-handlers'

export interface HandlerParts extends CacheHandlerParts {
  readonly versions: AppVersions
  readonly galleries: Readonly<Record<SourceKind, Gallery>>
  readonly exports: ExportDesk
  readonly warming: WarmingHandlerParts
  readonly settings: SettingsHandlers
  readonly showings: Showings
  /** The newest lines of the log, oldest first. */
  readonly readLog: (source: LogSource, limit: number) => Promise<readonly LogLine[]>
  readonly sources: SourceHandlers
  /** A signal that fires when the application closes. */
  readonly closing: AbortSignal
}

export interface SourceHandlers {
  /** What is to be shown, and why. @throws AppError as planStart. */
  show(wish: SourceWish): Promise<StartPlan>
  wallStatus(source: SourceKind): WallStatus
}

export function createHandlers(parts: HandlerParts): Handlers {
  return {
    'app:getVersions': () => parts.versions,
    'app:getStartPlan': () => parts.sources.show({ kind: 'remembered' }),
    'showing:take': () => parts.showings.take(),
    'showing:note': (showing) => parts.showings.note(showing),
    'settings:chooseSource': (source) => parts.sources.show({ kind: 'chosen', source }),
    'app:visitSource': (source) => parts.sources.show({ kind: 'visited', source }),
    'calendar:getSeason': ({ source, season }) => parts.galleries[source].loadSeason(season, parts.closing),
    'sessions:open': (id) => parts.galleries[id.source].openSession(id),
    'sculptures:open': (id) => parts.galleries[id.source].openSculpture(id),
    'sculptures:getCost': (id) => openingCost(id, parts.galleries[id.source], parts.warming.warming),
    ...createWarmingHandlers(parts.warming),
    ...createSettingsHandlers(parts.settings),
    'logs:read': ({ source, limit }) => parts.readLog(source, limit),
    'exports:planPrint': ({ id, print, look }) => parts.exports.planPrint(id, print, look),
    'exports:save': (order) => parts.exports.save(order),
    'exports:savePicture': ({ id, png }) => parts.exports.savePicture(id, png),
    'exports:copyPicture': ({ png }) => parts.exports.copyPicture(png),
    'exports:showInFolder': (token) => parts.exports.showInFolder(token),
    ...createCacheHandlers(parts),
    'wall:list': async ({ source, from, limit }) => {
      // Taken before the list: a store in between makes the page ask again, never miss it.
      const status = parts.sources.wallStatus(source)
      const items = await parts.galleries[source].listWall()
      return { ...status, items: items.slice(from, from + limit), total: items.length }
    },
  }
}
