// The parent's end of a life: asks it, waits for it, and kills it.
import { fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import type { LifeCalls, LifeOrder } from './life-calls'

/** Nothing a life is asked takes longer, ms; what does hangs. */
const ANSWERS_WITHIN_MS = 150_000

export class Life {
  private readonly child: ChildProcess
  private readonly waiting = new Map<number, (answer: Answer) => void>()
  private asked = 0

  private constructor(script: string, order: LifeOrder) {
    this.child = fork(script, [JSON.stringify(order)], {
      // Where a warning comes from; and nothing of the test runner's.
      execArgv: ['--trace-warnings'],
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    })
    this.child.on('message', (answer: Answer) => this.waiting.get(answer.id)?.(answer))
    this.child.on('exit', (code, signal) => {
      for (const [id, tell] of this.waiting) tell({ id, error: `it has ended: ${code ?? signal}` })
    })
  }

  static async begin(script: string, order: LifeOrder): Promise<Life> {
    const life = new Life(script, order)
    await life.answer(0, 'begin')
    return life
  }

  async ask<K extends keyof LifeCalls>(
    call: K,
    input: LifeCalls[K]['input'],
  ): Promise<LifeCalls[K]['output']> {
    this.asked += 1
    const id = this.asked
    const answer = this.answer(id, call)
    this.child.send({ id, call, input })
    return (await answer) as LifeCalls[K]['output']
  }

  /** In the middle of whatever it does. */
  async kill(): Promise<void> {
    const ended = once(this.child, 'exit')
    this.child.kill('SIGKILL')
    await ended
  }

  /** Does nothing where it has ended by itself. */
  async end(): Promise<void> {
    if (!this.child.connected) return
    await this.ask('close', {})
    const ended = once(this.child, 'exit')
    this.child.disconnect()
    await ended
  }

  private answer(id: number, call: string): Promise<unknown> {
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => tell({ id, error: 'no answer' }), ANSWERS_WITHIN_MS)
      const tell = ({ output, error }: Answer): void => {
        clearTimeout(timer)
        this.waiting.delete(id)
        if (error === undefined) resolve(output)
        else reject(new Error(`${call}: ${error}`))
      }
      this.waiting.set(id, tell)
    })
  }
}

interface Answer {
  readonly id: number
  readonly output?: unknown
  readonly error?: string
}
