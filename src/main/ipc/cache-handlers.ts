// The calls about the cache: the page's and the control socket's, in the window's process and in the command line's.

import type { SourceKind } from '@contract/ids'
import type { TieredCache } from '../core/cache/tiered-cache'
import type { CacheDesk } from './cache-desk'
import type { Handlers } from './answer'

export interface CacheHandlerParts {
  readonly caches: Readonly<Record<SourceKind, TieredCache>>
  readonly cacheDesk: CacheDesk
}

type CacheCall = Extract<keyof Handlers, `cache:${string}`>

export function createCacheHandlers({ caches, cacheDesk }: CacheHandlerParts): Pick<Handlers, CacheCall> {
  return {
    'cache:getStatus': ({ source }) => caches[source].status(),
    'cache:getUsage': ({ source }) => caches[source].usage(),
    'cache:planClear': ({ source, scope }) => caches[source].planClear(scope),
    'cache:clear': ({ source, scope }) => caches[source].clear(scope),
    'cache:pin': ({ source, scope }) => caches[source].pin(scope),
    'cache:unpin': ({ source, scope }) => caches[source].unpin(scope),
    'cache:getFolder': () => cacheDesk.folder(),
    'cache:chooseFolder': () => cacheDesk.choose(),
    'cache:moveTo': (token) => cacheDesk.moveTo(token),
    'cache:moveToFolder': ({ folder }) => cacheDesk.moveToFolder(folder),
    'cache:useUsualFolder': () => cacheDesk.useUsualFolder(),
    'cache:showFolder': () => cacheDesk.show(),
  }
}
