// One of several, as a row of buttons with the chosen one filled: radio buttons, so that arrow keys work.

interface ChoiceProps<T extends string> {
  /** Read out; seen only where `isNamed`. */
  readonly label: string
  /** Tells the radio buttons of one choice from those of another on the same page. */
  readonly name: string
  readonly options: readonly { readonly value: T; readonly text: string }[]
  readonly chosen: T
  readonly onChoose: (value: T) => void
}

export function Choice<T extends string>({ label, name, options, chosen, onChoose }: ChoiceProps<T>) {
  return (
    <fieldset className="switch choice">
      <legend>{label}</legend>
      {options.map(({ value, text }) => (
        <label key={value}>
          <input type="radio" name={name} checked={value === chosen} onChange={() => onChoose(value)} />
          <span>{text}</span>
        </label>
      ))}
    </fieldset>
  )
}
