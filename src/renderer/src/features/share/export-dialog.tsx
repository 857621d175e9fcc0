// The export dialog: what as, how large, and where to. A modal `dialog`: the browser keeps the focus in it, closes it
// on Escape and gives the focus back.

import { useEffect, useRef, useState } from 'react'
import { exportSubject, isSolidFormat, type PrintSize } from '@contract/export'
import { sculptureKey } from '@contract/ids'
import type { SculptureLook } from '@contract/sculpture-look'
import type { TaskSnapshot } from '@contract/tasks'
import type { GalleryClient } from '../../ipc/client'
import { decimal, whole } from '../../ui/format'
import { WORDS } from '../../ui/words'
import { exhibitId, type Exhibit } from '../gallery/exhibit'
import { taskFor } from '../tasks/task-feed'
import { weekendOf } from '../spoilers/hidden-places'
import { isHidden } from '../spoilers/hidden-weekends'
import { RevealOffer } from '../spoilers/reveal-button'
import { ModelLook } from './model-look'
import { PrintForm } from './print-form'
import { ShareOutcome } from './share-outcome'
import {
  DEFAULT_FIELDS,
  PICTURE_SIZES,
  readPrint,
  SHARE_FORMATS,
  type PrintFields,
  type ShareFormat,
} from './share-state'
import type { Share } from './use-share'

interface ExportDialogProps {
  readonly exhibit: Exhibit
  readonly look: SculptureLook
  /** Without a view there is no picture to take. */
  readonly hasView: boolean
  readonly client: GalleryClient
  readonly tasks: readonly TaskSnapshot[]
  readonly share: Share
  readonly onClose: () => void
}

export function ExportDialog({ exhibit, look, hasView, client, tasks, share, onClose }: ExportDialogProps) {
  const words = WORDS.share
  const dialog = useRef<HTMLDialogElement>(null)
  const [format, setFormat] = useState<ShareFormat>(isHidden(exhibit.place.id) ? 'png' : '3mf')
  const [fields, setFields] = useState(DEFAULT_FIELDS)
  const [pictureIndex, setPictureIndex] = useState(0)
  const print = readPrint(fields)
  const isClosed = isHidden(exhibit.place.id)
  const canSave = format === 'png' ? hasView : !isClosed
  const isSolid = format !== 'png' && isSolidFormat(format)
  const size = usePrintSize(client, exhibit, look, isSolid ? fields : null)
  const isBusy = share.status.kind === 'busy'
  const key = sculptureKey(exhibitId(exhibit))
  const task = format === 'png' ? null : taskFor(tasks, [exportSubject(key, format)])

  useEffect(() => {
    dialog.current?.showModal()
  }, [])

  return (
    <dialog ref={dialog} className="export" aria-labelledby="export-title" onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          if (print !== null && canSave) void share.save(format, print, look, PICTURE_SIZES[pictureIndex]!)
        }}
      >
        <h2 id="export-title">{words.dialog(exhibit.ticket.header.driverName)}</h2>
        <fieldset className="export-formats" disabled={isBusy}>
          <legend>{words.format}</legend>
          {SHARE_FORMATS.map((each) => (
            <label key={each} className="row">
              <input
                type="radio"
                name="export-format"
                value={each}
                checked={format === each}
                disabled={each === 'png' ? !hasView : isClosed}
                onChange={() => setFormat(each)}
              />
              <span className="row-main">
                <strong>{words.formats[each].name}</strong> {words.formats[each].what}
              </span>
            </label>
          ))}
        </fieldset>
        {isClosed && <RevealOffer text={WORDS.spoilers.files} weekends={[weekendOf(exhibit.place)]} />}
        {isSolid && (
          <>
            <ModelLook look={look} hasColours={format !== 'stl'} />
            <PrintForm
              fields={fields}
              isSimulated={exhibit.ticket.header.source === 'demo'}
              isDisabled={isBusy}
              onChange={setFields}
            />
            <SizeLine size={print === null ? null : size} />
          </>
        )}
        {format === 'png' && (
          <label className="field">
            <span>{words.pictureSize}</span>
            <select value={pictureIndex} onChange={(event) => setPictureIndex(Number(event.target.value))}>
              {PICTURE_SIZES.map(({ width, height }, index) => (
                <option key={width} value={index}>
                  {words.pixels(String(width), String(height))}
                </option>
              ))}
            </select>
          </label>
        )}
        <ShareOutcome share={share} />
        {isBusy && <progress aria-label={words.saving} />}
        <div className="buttons">
          <button
            type="submit"
            className="button primary"
            disabled={isBusy || !canSave || (isSolid && print === null)}
          >
            {words.save}
          </button>
          {task !== null && (
            <button type="button" className="button" onClick={() => share.cancel(task.id)}>
              {words.cancel}
            </button>
          )}
          <button type="button" className="button" onClick={() => dialog.current?.close()}>
            {words.close}
          </button>
        </div>
      </form>
    </dialog>
  )
}

function SizeLine({ size }: { readonly size: PrintSize | null }) {
  const words = WORDS.share
  return (
    <p className="export-size">
      <span className="quiet">{words.sizeName}</span>{' '}
      {size === null ? (
        words.sizeUnknown
      ) : (
        <>
          <strong>{words.size(whole(size.widthMm), whole(size.depthMm), whole(size.heightMm))}</strong>{' '}
          <span className="quiet">{words.scale(whole(size.scaleDenominator), decimal(size.mmPerG, 1))}</span>
        </>
      )}
    </p>
  )
}

/** The size for these choices; the last one known while a new one is being worked out. */
function usePrintSize(
  client: GalleryClient,
  exhibit: Exhibit,
  look: SculptureLook,
  fields: PrintFields | null,
): PrintSize | null {
  const [size, setSize] = useState<PrintSize | null>(null)
  useEffect(() => {
    const print = fields === null ? null : readPrint(fields)
    if (print === null) return undefined
    let isWanted = true
    client
      .call('exports:planPrint', { id: exhibitId(exhibit), print, look })
      .then((answer) => {
        if (isWanted) setSize(answer)
      })
      .catch(() => {
        // Saving meets the same trouble and says so; the size alone is not worth a message.
        if (isWanted) setSize(null)
      })
    return () => {
      isWanted = false
    }
  }, [client, exhibit, look, fields])
  return size
}
