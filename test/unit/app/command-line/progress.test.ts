import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { TaskProgress } from '@contract/tasks'
import { createProgressLine } from '@main/app/command-line/progress'
import { progressText } from '@main/app/command-line/text'
import { aTask, someProgress } from '../../../helpers/task-fixtures'

const MIB = 1024 * 1024

function downloading(done: number, change: Partial<TaskProgress> = {}): TaskProgress {
  return someProgress({ done, ...change })
}

describe('progress on the command line', () => {
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => void vi.useRealTimers())

  function setUp(isTTY: boolean) {
    const written: string[] = []
    const state = { progress: downloading(0) }
    const output = { isTTY, write: (text: string) => written.push(text) }
    return { written, state, line: createProgressLine(output, () => [aTask({ progress: state.progress })]) }
  }

  it('says how much has come, of how much, and how long the rest will take, as far as it is known', () => {
    expect(progressText(downloading(0))).toBe('downloading')
    expect(progressText(downloading(MIB))).toBe('downloading 1.0 MiB')
    expect(progressText(downloading(MIB, { total: 2 * MIB, remainingMs: 11_200 }))).toBe(
      'downloading 1.0 MiB of 2.0 MiB, about 12 s left',
    )
    expect(progressText(downloading(1, { stage: 'g-forces', total: 4 }))).toBe('computing G-forces')
  })

  it('writes a line over on a terminal, and leaves it clean', () => {
    const { written, state, line } = setUp(true)
    line.request()
    state.progress = downloading(MIB)
    line.request()
    vi.advanceTimersByTime(1_000)
    line.close()
    expect(written).toEqual(['\r\u001B[2Kdownloading', '\r\u001B[2Kdownloading 1.0 MiB', '\r\u001B[2K'])
  })

  it('writes seldom, whole lines and nothing twice into a log', () => {
    const { written, state, line } = setUp(false)
    for (let i = 0; i < 40; i++) {
      state.progress = downloading(Math.floor(i / 20) * MIB)
      line.request()
      vi.advanceTimersByTime(100)
    }
    expect(written).toEqual(['downloading\n', 'downloading 1.0 MiB\n'])
  })

  it('is silent once it is closed, twice if need be', () => {
    const { written, line } = setUp(false)
    line.close()
    line.close()
    line.request()
    expect(written).toEqual([])
  })
})
