// What the schedule needs to know of the computer it runs on. An interface only; adapters implement it.

/** `power`: from the mains to the battery or back. */
export type SurroundingsChange = 'resume' | 'power'

export interface Surroundings {
  isOnline(): boolean
  /** False where there is no battery, or the system does not say. */
  isOnBattery(): boolean
  /** Whether the connection is paid for by the byte; null where the system does not say. Never rejects. */
  isMetered(): Promise<boolean | null>
  /** @returns a function that ends it; it may be called twice. */
  onChange(listener: (change: SurroundingsChange) => void): () => void
}
