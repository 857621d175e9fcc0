// Everything the room of the settings knows and can do, put together. Outlives the room: whoever comes back finds what
// was typed.

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

export function createSettingsRoom(client: GalleryClient): SettingsRoomStore {
  const settings = createSettingsStore(client)
  const warming = createWarmingFormStore(client, settings)
  return {
    settings,
    warming,
    transfer: createTransferStore(client, (taken) => settings.take(taken)),
    wanted: createValue<SettingsSection | null>(null),
    close: () => {
      warming.close()
      settings.close()
    },
  }
}
