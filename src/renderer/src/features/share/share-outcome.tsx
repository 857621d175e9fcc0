// How the last export went, in words.

import { bytes, decimal, whole } from '../../ui/format'
import { WhatIsThis } from '../../ui/what-is-this'
import { WORDS } from '../../ui/words'
import type { Share } from './use-share'
import { inWords } from '../../ui/trouble-text'

/** A live region: what changes in it is read out. */
export function ShareOutcome({ share }: { readonly share: Share }) {
  const words = WORDS.share
  const { status } = share
  return (
    <output className="share-outcome">
      {status.kind === 'busy' && <p>{status.format === 'png' ? words.drawing : words.saving}</p>}
      {status.kind === 'saved' && (
        <>
          <p>{words.saved(status.file.fileName, bytes(status.file.bytes))}</p>
          {status.file.solid !== null && (
            <p className="quiet">
              {words.savedSolid(whole(status.file.solid.triangles), decimal(status.file.solid.volumeCm3, 0))}
            </p>
          )}
          {status.file.warnings.map((warning) => (
            <p key={warning} className="quiet">
              {inWords(warning)}
            </p>
          ))}
          <button type="button" className="button small" onClick={() => share.showInFolder(status.token)}>
            {words.show}
          </button>
        </>
      )}
      {status.kind === 'failed' && (
        <div className="trouble-note" role="alert">
          <p>{status.report.message}</p>
          {status.report.hint !== '' && <p className="quiet">{status.report.hint}</p>}
          {status.report.code !== undefined && <WhatIsThis code={status.report.code} />}
        </div>
      )}
    </output>
  )
}
