// Who may touch which file when: writes to one file come one after another, its removal waits for who reads it, and all
// writes can be held back while a folder is being exchanged.

export class Turns {
  private readonly writing = new Map<string, Promise<void>>()
  private readonly reading = new Map<string, number>()
  private readonly waiting = new Map<string, (() => void)[]>()
  private held: Promise<void> | null = null

  /** Runs the work after all that was asked for this file before, whether or not it went well. */
  async write<T>(name: string, work: () => Promise<T>): Promise<T> {
    while (this.held !== null) await this.held
    const turn = (this.writing.get(name) ?? Promise.resolve()).then(work)
    const settled = turn.then(
      () => {},
      () => {},
    )
    this.writing.set(name, settled)
    void settled.then(() => {
      if (this.writing.get(name) === settled) this.writing.delete(name)
    })
    return await turn
  }

  /** Runs the work while nobody removes the file. Any number may read at once. */
  async read<T>(name: string, work: () => Promise<T>): Promise<T> {
    this.reading.set(name, (this.reading.get(name) ?? 0) + 1)
    try {
      return await work()
    } finally {
      const left = (this.reading.get(name) ?? 1) - 1
      if (left > 0) this.reading.set(name, left)
      else {
        this.reading.delete(name)
        for (const resume of this.waiting.get(name) ?? []) resume()
        this.waiting.delete(name)
      }
    }
  }

  /** Resolves when nobody reads the file. */
  async unread(name: string): Promise<void> {
    while (this.reading.has(name))
      await new Promise<void>((resolve) => {
        this.waiting.set(name, [...(this.waiting.get(name) ?? []), resolve])
      })
  }

  /** Waits for the writes under way; those asked for from now on wait until the returned function is called. */
  async hold(): Promise<() => void> {
    while (this.held !== null) await this.held
    let release = () => {}
    this.held = new Promise((resolve) => {
      release = resolve
    })
    await Promise.all(this.writing.values())
    return () => {
      this.held = null
      release()
    }
  }
}
