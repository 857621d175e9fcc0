// A list of terms and values, set like the small print of a museum label.

import type { ReactNode } from 'react'

export function Facts({ children }: { readonly children: ReactNode }) {
  return <dl className="facts">{children}</dl>
}

interface FactProps {
  readonly term: string
  readonly note?: string | undefined
  readonly children: ReactNode
}

export function Fact({ term, note, children }: FactProps) {
  return (
    <div className="fact">
      <dt>
        {term}
        {note !== undefined && <small>{note}</small>}
      </dt>
      <dd>{children}</dd>
    </div>
  )
}
