// A box to tick, with its text.

interface TickProps {
  readonly text: string
  readonly isTicked: boolean
  readonly onChange: (isTicked: boolean) => void
}

export function Tick({ text, isTicked, onChange }: TickProps) {
  return (
    <label className="tick">
      <input type="checkbox" checked={isTicked} onChange={(event) => onChange(event.target.checked)} />
      {text}
    </label>
  )
}
