// Settings saved to a file and taken from one, as the room shows it: what a file would change first, and then whether it
// is to. No React.

import type { ErrorReport } from '@contract/errors'
import type { ShownSettings } from '@contract/settings'
import type { SettingsOffer } from '@contract/settings-transfer'
import { toReport, type GalleryClient } from '../../ipc/client'
import { createValue, type Value } from '../../ui/value'

export type TransferOutcome =
  | { readonly kind: 'saved'; readonly name: string }
  | { readonly kind: 'taken'; readonly name: string }
  | { readonly kind: 'same'; readonly name: string }

export interface TransferState {
  /** A file that was looked at and changes something. */
  readonly offer: SettingsOffer | null
  readonly outcome: TransferOutcome | null
  readonly trouble: ErrorReport | null
  /** A dialog of the system is open, or a file is being written. */
  readonly isBusy: boolean
}

export interface TransferStore {
  readonly state: Value<TransferState>
  save(): Promise<void>
  choose(): Promise<void>
  /** Takes what the file on show says. */
  agree(): Promise<void>
  decline(): void
}

const QUIET: TransferState = { offer: null, outcome: null, trouble: null, isBusy: false }

/** @param onTaken told what is set now, after a file was taken. */
export function createTransferStore(
  client: GalleryClient,
  onTaken: (settings: ShownSettings) => void,
): TransferStore {
  const state = createValue<TransferState>(QUIET)
  const attempt = async (work: () => Promise<Partial<TransferState>>): Promise<void> => {
    if (state.get().isBusy) return
    state.change((known) => ({ ...known, outcome: null, trouble: null, isBusy: true }))
    try {
      const next = await work()
      state.change(() => ({ ...QUIET, ...next }))
    } catch (error) {
      state.change(() => ({ ...QUIET, trouble: toReport(error) }))
    }
  }
  return {
    state,
    save: () =>
      attempt(async () => {
        const saving = await client.call('settings:save')
        return saving.state === 'saved' ? { outcome: { kind: 'saved', name: saving.name } } : {}
      }),
    choose: () =>
      attempt(async () => {
        const offer = await client.call('settings:chooseFile')
        if (offer === null) return {}
        return offer.changes.length === 0 ? { outcome: { kind: 'same', name: offer.name } } : { offer }
      }),
    agree: () =>
      attempt(async () => {
        const { offer } = state.get()
        if (offer === null) return {}
        onTaken(await client.call('settings:takeFile', offer.token))
        return { outcome: { kind: 'taken', name: offer.name } }
      }),
    decline: () => state.change(() => QUIET),
  }
}
