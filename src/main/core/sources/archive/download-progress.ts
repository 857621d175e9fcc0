// Bytes over several files that are fetched at once.

interface FileProgress {
  readonly received: number
  /** Null until it is known. */
  readonly total: number | null
}

export class DownloadProgress {
  private readonly files: Map<string, FileProgress>

  /**
   * @param report called with the bytes of all files together. The total is 0 until that of every file is known: a
   *   sum over some of them would grow while one watches, and nothing could be told from it.
   */
  constructor(
    names: readonly string[],
    private readonly report: (received: number, total: number) => void,
  ) {
    this.files = new Map(names.map((name) => [name, { received: 0, total: null }]))
  }

  /** @param total as announced, 0 if it was not. */
  receive(name: string, received: number, total: number): void {
    this.set(name, { received, total: total > 0 ? Math.max(total, received) : null })
  }

  /** A file that needs no more bytes: it has come, was stored, or does not exist. */
  settle(name: string, received: number): void {
    this.set(name, { received, total: received })
  }

  private set(name: string, progress: FileProgress): void {
    this.files.set(name, progress)
    const all = [...this.files.values()]
    const totals = all.map(({ total }) => total)
    this.report(
      all.reduce((sum, { received }) => sum + received, 0),
      totals.some((total) => total === null)
        ? 0
        : totals.reduce<number>((sum, total) => sum + (total ?? 0), 0),
    )
  }
}
