// Everything the room of the settings knows and can do, put together. Outlives the room: whoever comes back finds what
// was typed.

import type { SourceChoice } from '@contract/settings'
import type { GalleryClient } from '../../ipc/client'
import { createValue, type ChangeableValue } from '../../ui/value'
import type { SettingsSection } from './sections'
import { createSettingsStore, type SettingsStore } from './settings-store'
import { createTransferStore, type TransferStore } from './transfer-store'
import { createWarmingFormStore, type WarmingFormStore } from './warming-form-store'

export interface SettingsRoomStore {
  readonly settings: SettingsStore
  readonly warming: WarmingFormStore
  readonly transfer: TransferStore
  /** Where who comes in wants to be; null: at the beginning. */
  readonly wanted: ChangeableValue<SettingsSection | null>
  close(): void
}

/** @param chooseSource shows laps of this source from now on. */
export function createSettingsRoom(
  client: GalleryClient,
  chooseSource: (source: SourceChoice) => void,
): SettingsRoomStore {
  const settings = createSettingsStore(client)
  const warming = createWarmingFormStore(client, settings)
  return {
    settings,
    warming,
    transfer: createTransferStore(client, (taken, { changes }) => {
      settings.take(taken)
      if (changes.some(({ path }) => path === 'source')) chooseSource(taken.source)
    }),
    wanted: createValue<SettingsSection | null>(null),
    close: () => {
      warming.close()
      settings.close()
    },
  }
}
