// The application's parts as they ship (real worker threads, real disk), with a cache folder of the test's own.
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import type { SourceKind } from '@contract/ids'
import { DEFAULT_SETTINGS } from '@contract/settings'
import { createNodeNetwork } from '@main/adapters/http/node-network'
import { compose, type Composition, type CompositionOptions } from '@main/app/compose'
import { silentLogger } from './silent-logger'
import { workerFile } from './built-app'

/**
 * @param url of a static server; `startAt` is after every recorded session by default.
 * @param onSculpturesImproved with it sculptures are made better behind the scenes.
 */
export function composeForTest(
  cacheFolder: string,
  url: string,
  startAt = Date.UTC(2026, 0, 15),
  onSculpturesImproved?: (source: SourceKind, keys: readonly string[]) => void,
  change: Partial<CompositionOptions> = {},
): Composition {
  const parts = compose({
    ...(onSculpturesImproved && { onSculpturesImproved }),
    cacheFolder,
    limitsFolder: join(cacheFolder, 'request-limits'),
    network: createNodeNetwork(),
    warming: { settings: () => DEFAULT_SETTINGS },
    workerFile,
    logger: silentLogger(),
    switches: {
      hosts: { archiveUrls: [`${url}/static`], jolpicaUrl: `${url}/ergast/f1` },
      userData: null,
      startAt,
    },
    ...change,
  })
  onTestFinished(() => parts.close())
  return parts
}
