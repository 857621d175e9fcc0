// A setting that is on or off, with what it means under it.

import { useId } from 'react'

interface TickRowProps {
  readonly text: string
  readonly hint: string
  readonly isTicked: boolean
  readonly onChange: (isTicked: boolean) => void
}

export function TickRow({ text, hint, isTicked, onChange }: TickRowProps) {
  const id = useId()
  return (
    <div className="setting tick-row">
      <label className="tick">
        <input
          type="checkbox"
          checked={isTicked}
          aria-describedby={id}
          onChange={(event) => onChange(event.target.checked)}
        />
        {text}
      </label>
      <p id={id} className="quiet small">
        {hint}
      </p>
    </div>
  )
}
