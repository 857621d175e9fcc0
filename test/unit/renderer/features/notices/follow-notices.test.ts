import { describe, expect, it } from 'vitest'
import type { DiskState } from '@contract/cache'
import type { TaskSnapshot } from '@contract/tasks'
import { UNKNOWN_CACHE, type CacheState, type Outcome } from '@renderer/features/cache/cache-state'
import { followNotices } from '@renderer/features/notices/follow-notices'
import { createNotices } from '@renderer/features/notices/notices'
import { createValue } from '@renderer/ui/value'
import { aCacheStatus } from '../../../../helpers/cache-fixtures'
import { anEndedRun, aRunTask } from '../../../../helpers/warming-fixtures'

function setUp() {
  const cache = createValue<CacheState>({ ...UNKNOWN_CACHE, source: 'demo' })
  const tasks = createValue<readonly TaskSnapshot[] | null>(null)
  const notices = createNotices({ now: () => 0, after: () => () => undefined })
  const stop = followNotices({ cache, tasks, items: () => [] }, notices)
  const disk = (state: DiskState, source: CacheState['source'] = 'demo'): void =>
    cache.change((known) => ({
      ...known,
      source,
      status: aCacheStatus({ health: { state, since: 0, trouble: null } }),
    }))
  const outcome = (next: Outcome | null): void => cache.change((known) => ({ ...known, outcome: next }))
  const texts = () => notices.kept.get().map(({ text }) => text)
  return { notices, tasks, disk, outcome, texts, stop }
}

const CLEARED: Outcome = {
  kind: 'cleared',
  clearing: { entries: 21, bytes: { results: 1024, raw: 1024 }, pinned: 0 },
}

describe('what becomes a notice', () => {
  it('is what was asked of the cache and went well, once', () => {
    const { disk, outcome, texts } = setUp()
    outcome(CLEARED)
    disk('ok')
    outcome(null)
    expect(texts()).toEqual(['Cleared 2.0 KiB, 21 entries.'])
  })

  it('is not what failed: that stands where it was asked', () => {
    const { outcome, texts } = setUp()
    outcome({ kind: 'failed', report: { code: 'cache/full', message: 'x', hint: '', retry: 'later' } })
    expect(texts()).toEqual([])
  })

  it('is a disk that takes no more, and the same disk when it does again', () => {
    const { notices, disk, texts } = setUp()
    disk('ok')
    disk('full')
    disk('full')
    expect(notices.shown.get()[0]?.tone).toBe('trouble')
    disk('ok')
    expect(texts()).toEqual(['The cache can be written again. What waited goes on.', 'The disk is full'])
  })

  it('is nothing of a disk that is well where that of another source is full', () => {
    const { disk, texts } = setUp()
    disk('full', 'demo')
    disk('ok', 'archive')
    expect(texts()).toEqual(['The disk is full'])
  })

  it('is a run that ends while one is here, and none that had ended before', () => {
    const { tasks, texts } = setUp()
    const old = anEndedRun(50, 'complete')
    tasks.change(() => [old, aRunTask()])
    expect(texts()).toEqual([])
    tasks.change(() => [old, anEndedRun(1, 'partly-failed', { warmed: 7 })])
    tasks.change((known) => [...(known ?? [])])
    expect(texts()).toEqual([
      'The warming has made 7 sculptures ready, and failed in part. Its list of tasks tells more.',
    ])
  })

  it('is nothing any more once it is stopped', () => {
    const { outcome, texts, stop } = setUp()
    stop()
    outcome(CLEARED)
    expect(texts()).toEqual([])
  })
})
