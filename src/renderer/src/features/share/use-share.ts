// What the share panel does: asks for sizes, has files and pictures made, and tells how it went. One thing at a time.

import { useCallback, useContext, useRef, useState } from 'react'
import type { ExportedFile, PrintOptions, SavedFileToken } from '@contract/export'
import type { ErrorReport } from '@contract/errors'
import { linkText } from '@contract/link'
import type { SculptureLook } from '@contract/sculpture-look'
import { toReport, type GalleryClient } from '../../ipc/client'
import type { SculptureView } from '../../three/scene'
import type { PictureSize } from '../../three/take-picture'
import { bytes } from '../../ui/format'
import { WORDS } from '../../ui/words'
import { exhibitId, type Exhibit } from '../gallery/exhibit'
import { NoticesContext } from '../notices/notices-context'
import { copyText } from '../warming/copy-text'
import { drawPicture } from './draw-picture'
import { PICTURE_SIZES, type ShareFormat } from './share-state'
import { troubleHint, troubleMessage } from '../../ui/trouble-text'

export type ShareStatus =
  | { readonly kind: 'idle' }
  | { readonly kind: 'busy'; readonly format: ShareFormat }
  | { readonly kind: 'saved'; readonly file: ExportedFile; readonly token: SavedFileToken }
  | { readonly kind: 'failed'; readonly report: FailedShare }

export interface Share {
  readonly status: ShareStatus
  save(format: ShareFormat, print: PrintOptions, look: SculptureLook, size: PictureSize): Promise<void>
  copy(): Promise<void>
  /** Of the lap on the plinth, seen as it is. To be called in answer to a click or a key. */
  copyLink(): void
  cancel(taskId: string): void
  showInFolder(token: SavedFileToken): void
  forget(): void
}

/** Without a code where only this page knows of it. */
type FailedShare = Pick<ErrorReport, 'message' | 'hint'> & Partial<Pick<ErrorReport, 'code'>>

const IDLE: ShareStatus = { kind: 'idle' }

export function useShare(client: GalleryClient, exhibit: Exhibit, view: SculptureView | null): Share {
  const [status, setStatus] = useState<ShareStatus>(IDLE)
  const isBusy = useRef(false)
  const notices = useContext(NoticesContext)

  const oneAtATime = useCallback(async (format: ShareFormat, work: () => Promise<ShareStatus>) => {
    if (isBusy.current) return
    isBusy.current = true
    setStatus({ kind: 'busy', format })
    try {
      setStatus(await work())
    } catch (error) {
      setStatus(statusOf(error))
    } finally {
      isBusy.current = false
    }
  }, [])

  const picture = async (size: PictureSize): Promise<Uint8Array> => {
    if (view === null) throw new RangeError('there is no view')
    return await drawPicture(view, exhibit, size)
  }

  return {
    status,
    save: (format, print, look, size) =>
      oneAtATime(format, async () => {
        const id = exhibitId(exhibit)
        const outcome =
          format === 'png'
            ? await client.call('exports:savePicture', { id, png: await picture(size) })
            : await client.call('exports:save', { id, format, print, look })
        if (outcome.state === 'dismissed') return IDLE
        // The dialog says so, with what else there is to say of the file.
        notices?.note(WORDS.share.saved(outcome.file.fileName, bytes(outcome.file.bytes)))
        return { kind: 'saved', ...outcome }
      }),
    copy: () =>
      oneAtATime('png', async () => {
        await client.call('exports:copyPicture', { png: await picture(PICTURE_SIZES.at(-1)!) })
        notices?.tell(WORDS.share.copied)
        return IDLE
      }),
    copyLink: () => {
      const text = linkText({ id: exhibitId(exhibit), camera: view?.pose() ?? null })
      const words = WORDS.views.link
      if (copyText(text)) notices?.tell(words.copied)
      else notices?.tell(words.refused, 'trouble')
    },
    cancel: (taskId) => {
      client.call('tasks:cancel', taskId).catch((error: unknown) => setStatus(statusOf(error)))
    },
    showInFolder: (token) => {
      client.call('exports:showInFolder', token).catch((error: unknown) => setStatus(statusOf(error)))
    },
    forget: () => setStatus(IDLE),
  }
}

/** A cancelled export is what the person wanted, not trouble. */
function statusOf(error: unknown): ShareStatus {
  if (error instanceof RangeError)
    return { kind: 'failed', report: { message: WORDS.share.tooLarge, hint: '' } }
  const report = toReport(error)
  return report.code === 'task/cancelled'
    ? IDLE
    : { kind: 'failed', report: { message: troubleMessage(report), hint: troubleHint(report) } }
}
