// Trouble where it belongs: under the field, the button or the row it is about.

import type { ErrorReport } from '@contract/errors'
import { WhatIsThis } from './what-is-this'
import { troubleHint, troubleMessage } from './trouble-text'

interface TroubleLineProps {
  readonly report: ErrorReport
  /** For a field's `aria-describedby`. */
  readonly id?: string | undefined
}

export function TroubleLine({ report, id }: TroubleLineProps) {
  return (
    <p className="trouble-line" id={id} role="alert">
      <strong>{troubleMessage(report)}</strong> <span>{troubleHint(report)}</span>{' '}
      <WhatIsThis code={report.code} />
    </p>
  )
}
