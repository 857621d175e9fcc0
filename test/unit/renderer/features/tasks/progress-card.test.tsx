import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import type { TaskProgress } from '@contract/tasks'
import { ProgressCard } from '@renderer/features/tasks/progress-card'

const MIB = 1024 * 1024

function card(progress: Partial<TaskProgress>): string {
  const task = {
    id: 't1',
    kind: 'open-session' as const,
    subject: 's',
    state: 'active' as const,
    progress: {
      stage: 'downloading' as const,
      done: 0,
      total: 0,
      bytes: 0,
      remainingMs: null,
      ...progress,
    },
    createdAt: 1,
    startedAt: 1,
    finishedAt: null,
    error: null,
  }
  return renderToStaticMarkup(
    <ProgressCard title="Opening" askedAtMs={0} task={task} onCancel={() => undefined} />,
  )
}

describe('the card of what is going on', () => {
  it('shows the bytes of the download while they come, against the total once it is known', () => {
    expect(card({ done: MIB })).toContain('1.0 MiB')
    expect(card({ done: MIB, total: 4 * MIB })).toContain('1.0 MiB of 4.0 MiB')
    expect(card({})).not.toContain('Received')
  })

  it('says how long it will take as long as that is known', () => {
    expect(card({ done: MIB, total: 4 * MIB, remainingMs: 11_500 })).toContain('about 15 sec left')
    expect(card({ done: MIB, total: 4 * MIB })).not.toContain('left')
  })

  it('keeps showing what has been received when the download is over', () => {
    expect(card({ stage: 'decoding', done: 1, total: 2, bytes: 3 * MIB })).toContain('3.0 MiB')
  })
})
