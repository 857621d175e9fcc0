// What goes last when room is needed. Pins name seasons, sessions and single entries; what belongs to a pinned session,
// its raw topics included, is pinned with it.

import type { PinScope } from '@contract/cache'
import { seasonKey, sessionKey } from '@contract/ids'
import type { BlobMetadata } from '../ports'
import { subjectOf } from './scopes'

/** Where pins outlast the process. */
export interface PinKeeper {
  read(): readonly PinScope[]
  /** The pins hold from now on also when it fails. @throws AppError `cache/full`, `cache/unwritable`, `cache/missing`. */
  write(pins: readonly PinScope[]): Promise<void>
}

export class Pins {
  private names: ReadonlySet<string>

  constructor(private readonly keeper: PinKeeper) {
    this.names = new Set(keeper.read().map(nameOf))
  }

  /** The keeper has others now. */
  reread(): void {
    this.names = new Set(this.keeper.read().map(nameOf))
  }

  list(): readonly PinScope[] {
    return this.keeper.read()
  }

  has(scope: PinScope): boolean {
    return this.names.has(nameOf(scope))
  }

  /** Whether an entry is pinned, by itself or with what it belongs to. Asked for every entry when room is needed. */
  covers(entry: { readonly key: string; readonly metadata: BlobMetadata }): boolean {
    if (this.names.size === 0) return false
    if (this.names.has(entry.key)) return true
    const { part } = subjectOf(entry)
    if (part === null) return false
    if (this.names.has(seasonKey(part.season))) return true
    return (part.kind === 'session' || part.kind === 'sculpture') && this.names.has(wholeSession(part))
  }

  /** @throws AppError as PinKeeper.write. */
  async pin(scope: PinScope): Promise<void> {
    if (!this.has(scope)) await this.replace([...this.list(), scope])
  }

  /** @throws AppError as PinKeeper.write. */
  async unpin(scope: PinScope): Promise<void> {
    const name = nameOf(scope)
    if (this.has(scope)) await this.replace(this.list().filter((each) => nameOf(each) !== name))
  }

  private async replace(pins: readonly PinScope[]): Promise<void> {
    this.names = new Set(pins.map(nameOf))
    await this.keeper.write(pins)
  }
}

/** Two scopes with the same name are the same pin. */
function nameOf(scope: PinScope): string {
  switch (scope.kind) {
    case 'season':
      return seasonKey(scope.season)
    case 'session':
      return wholeSession(scope)
    case 'key':
      return scope.key
  }
}

/** Not the session's own key, which names its laps alone. */
function wholeSession(id: Parameters<typeof sessionKey>[0]): string {
  return `${sessionKey(id)} and all that belongs to it`
}
