// Whether the desktop has a place for a tray icon, as it changes: panels start after the applications of a log-in, and end
// before them.

export class TrayPresence {
  private isThere = false
  private asking: Promise<boolean> | null = null

  /**
   * @param ask whether there is one now; must not reject.
   * @param onChange told when it comes and when it goes, before `check` resolves. Until the first `check` there is none.
   */
  constructor(
    private readonly ask: () => Promise<boolean>,
    private readonly onChange: (isThere: boolean) => void,
  ) {}

  /** Looks again; whoever asks while somebody looks is told the same. */
  check(): Promise<boolean> {
    this.asking ??= this.look().finally(() => (this.asking = null))
    return this.asking
  }

  private async look(): Promise<boolean> {
    const isThere = await this.ask()
    if (isThere !== this.isThere) {
      this.isThere = isThere
      this.onChange(isThere)
    }
    return isThere
  }
}
