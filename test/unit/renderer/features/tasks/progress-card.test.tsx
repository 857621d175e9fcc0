import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import type { TaskProgress } from '@contract/tasks'
import { ProgressCard } from '@renderer/features/tasks/progress-card'
import { aTask, someProgress } from '../../../../helpers/task-fixtures'

const MIB = 1024 * 1024

function card(progress: Partial<TaskProgress>): string {
  const task = aTask({ progress: someProgress(progress) })
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
