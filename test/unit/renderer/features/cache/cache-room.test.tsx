import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { ERROR_WORDS } from '@contract/errors'
import type { ClearScope, DiskState } from '@contract/cache'
import { AskingDialog } from '@renderer/features/cache/asking-dialog'
import type { Asking } from '@renderer/features/cache/cache-state'
import type { CacheStore } from '@renderer/features/cache/cache-store'
import { DiskTrouble } from '@renderer/features/cache/disk-trouble'
import { OutcomeLine } from '@renderer/features/cache/outcome-line'
import { UsageChart } from '@renderer/features/cache/usage-chart'
import { UsageTable } from '@renderer/features/cache/usage-table'
import { aCacheStatus, aCacheUsage, aSeasonUsage, aSessionUsage } from '../../../../helpers/cache-fixtures'

const store = {} as CacheStore
const nameOf = (_season: number, { round }: { round: number }) => `Grand Prix ${round}`
const textOf = (element: React.ReactElement) =>
  renderToStaticMarkup(element)
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll(/\s+/g, ' ')

const MIB = 2 ** 20
const USAGE = aCacheUsage([
  aSeasonUsage(2026, [
    aSessionUsage(2, { sculptures: MIB, laps: MIB / 4, raw: 6 * MIB }, true),
    aSessionUsage(1, { sculptures: MIB, laps: 0, raw: 0 }),
  ]),
  aSeasonUsage(2025, [aSessionUsage(20, { sculptures: MIB, laps: 0, raw: 0 })]),
])

function asked(scope: ClearScope, pinned: number, entries = 21): string {
  const asking: Asking = {
    kind: 'clear',
    scope,
    clearing: { entries, bytes: { results: entries * 1024, raw: entries * 1024 }, pinned },
  }
  return textOf(<AskingDialog asking={asking} store={store} nameOf={nameOf} />)
}

describe('the room of the cache', () => {
  it('names each part of the picture with its sizes for who cannot see it', () => {
    const markup = renderToStaticMarkup(<UsageChart usage={USAGE} nameOf={nameOf} note={null} />)
    expect(markup).toContain('2026, Grand Prix 2: 7.3 MiB · Recordings 6.0 MiB · Laps 256 KiB')
    expect(markup.match(/tabindex="0"/g)).toHaveLength(1)
  })

  it('shows the sessions of the newest season, and the sums of the others', () => {
    const text = textOf(<UsageTable usage={USAGE} nameOf={nameOf} store={store} />)
    expect(text).toContain('Grand Prix 2 21 7.3 MiB pinned Unpin Clear…')
    expect(text).toContain('Grand Prix 1 21 1.0 MiB Pin Clear…')
    expect(text).toContain('2025 22 1.0 MiB Pin Clear…')
    expect(text).not.toContain('Grand Prix 20')
  })

  it('asks with the size that is freed, and says when pinned entries go too', () => {
    const session = { kind: 'session', season: 2026, round: 2, session: 'Q' } as const
    expect(asked(session, 0)).toMatch(/Clear 2026, Grand Prix 2\? This frees 42\.0 KiB: 21 entries\./)
    expect(asked(session, 0)).not.toMatch(/pinned/)
    expect(asked(session, 1)).toMatch(/One of them is pinned and goes too/)
    expect(asked({ kind: 'all' }, 3)).toMatch(/3 of them are pinned and go too/)
  })

  it('offers nothing to agree to where nothing would be freed', () => {
    expect(asked({ kind: 'raw' }, 0, 0)).toMatch(/There is nothing of it\. Keep it $/)
  })

  it('says why a folder cannot be taken instead of offering it', () => {
    const trouble = {
      code: 'cache/full',
      message: 'The disk is full: /x.',
      subject: '/x',
      hint: ERROR_WORDS['cache/full'].hint,
      retry: 'later',
    } as const
    const chosen = { token: 'd1', name: '/x', bytes: MIB, freeBytes: 1024, trouble }
    const text = textOf(<AskingDialog asking={{ kind: 'move', chosen }} store={store} nameOf={nameOf} />)
    expect(text).toContain(`The disk is full: /x. ${trouble.hint}`)
    expect(text).not.toContain('Move it')
  })

  it.each([
    ['full', /The disk is full .*can still be opened.* Clear recordings…/],
    ['unwritable', /cannot be written .*can still be opened/],
    ['missing', /is not there .*Connect the disk.* Use the usual folder/],
  ] as const)('says what a disk that is %s means, and what still works', (state, expected) => {
    const health = { state: state as DiskState, since: 0, trouble: null }
    expect(textOf(<DiskTrouble status={aCacheStatus({ health })} store={store} />)).toMatch(expected)
  })

  it('says nothing of a disk that is well', () => {
    expect(textOf(<DiskTrouble status={aCacheStatus()} store={store} />)).toBe('')
  })

  it('has its live region before there is anything to say', () => {
    const markup = renderToStaticMarkup(<OutcomeLine trouble={null} onClose={() => {}} />)
    expect(markup).toMatch(/^<output[^>]*><\/output>$/)
  })
})
