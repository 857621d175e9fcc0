// Errors in words: what happened, what one can do about it, and the button that does it.

import type { ErrorReport } from '@contract/errors'
import { WhatIsThis } from './what-is-this'
import { WORDS } from './words'
import { messageBeyondTitle, troubleHint, troubleMessage, troubleTitle } from './trouble-text'

interface TroubleProps {
  readonly report: ErrorReport
  readonly onRetry: () => void
  readonly onClose: () => void
}

interface TroubleCardProps extends Omit<TroubleProps, 'onClose'> {
  /** Left out where there is nothing behind the card. */
  readonly onClose?: (() => void) | undefined
  /** Offered where the simulated season would get round the trouble. */
  readonly onDemo?: (() => void) | undefined
}

/** Over the stage: the piece that was asked for cannot be shown. */
export function TroubleCard({ report, onRetry, onClose, onDemo }: TroubleCardProps) {
  const words = WORDS.trouble
  const subject = messageBeyondTitle(report)
  return (
    <section className="card trouble" role="alert">
      <h2>{troubleTitle(report.code)}</h2>
      {subject !== '' && <p>{subject}</p>}
      <p className="trouble-hint">
        {troubleHint(report)} <WhatIsThis code={report.code} />
      </p>
      {onDemo !== undefined && <p className="quiet">{words.demoHint}</p>}
      {report.code === 'internal/bug' && report.correlationId !== undefined && (
        <p className="quiet">{words.reference(report.correlationId)}</p>
      )}
      <div className="buttons">
        {report.retry !== 'never' && (
          <button type="button" className="button primary" onClick={onRetry}>
            {report.code === 'task/cancelled' ? words.again : words.retry}
          </button>
        )}
        {onDemo !== undefined && (
          <button type="button" className="button" onClick={onDemo}>
            {words.demo}
          </button>
        )}
        {onClose !== undefined && (
          <button type="button" className="button" onClick={onClose}>
            {words.close}
          </button>
        )}
      </div>
    </section>
  )
}

/** In the catalogue: a list cannot be read, while the sculpture on the plinth is none the worse. */
export function TroubleNote({ report, onRetry, onClose }: TroubleProps) {
  return (
    <div className="trouble-note" role="alert">
      <p>{troubleMessage(report)}</p>
      <p className="quiet">
        {troubleHint(report)} <WhatIsThis code={report.code} />
      </p>
      <div className="buttons">
        {report.retry !== 'never' && (
          <button type="button" className="button" onClick={onRetry}>
            {WORDS.trouble.retry}
          </button>
        )}
        <button type="button" className="button" onClick={onClose}>
          {WORDS.trouble.close}
        </button>
      </div>
    </div>
  )
}
