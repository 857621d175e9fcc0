// A line of text to type, with its name, what is wrong with it, and a hint while nothing is.

import { useId } from 'react'

interface TextFieldProps {
  readonly label: string
  readonly value: string
  readonly onChange: (value: string) => void
  /** Said in place of the hint. */
  readonly problem?: string | undefined
  readonly hint?: string | undefined
  readonly kind?: 'text' | 'whole' | 'search'
  readonly isCode?: boolean
}

export function TextField(props: TextFieldProps) {
  const { label, value, onChange, problem, hint, kind = 'text', isCode = false } = props
  const id = useId()
  const noteId = `${id}-note`
  const note = problem ?? hint
  return (
    <div className="field" data-kind={kind}>
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        type={kind === 'search' ? 'search' : 'text'}
        inputMode={kind === 'whole' ? 'numeric' : undefined}
        className={isCode ? 'code' : undefined}
        value={value}
        spellCheck={false}
        autoComplete="off"
        placeholder={kind === 'search' ? hint : undefined}
        aria-invalid={problem !== undefined}
        aria-describedby={note === undefined || kind === 'search' ? undefined : noteId}
        onChange={(event) => onChange(event.target.value)}
      />
      {note !== undefined && kind !== 'search' && (
        <span id={noteId} className={problem === undefined ? 'quiet small' : 'wrong small'}>
          {note}
        </span>
      )}
    </div>
  )
}
