// One choice out of a list, with its name beside it.

interface LookSelectProps<T extends string> {
  readonly label: string
  readonly value: T
  readonly options: readonly { readonly value: T; readonly name: string }[]
  readonly isDisabled?: boolean
  readonly onChoose: (value: T) => void
}

export function LookSelect<T extends string>(props: LookSelectProps<T>) {
  const { label, value, options, isDisabled = false, onChoose } = props
  return (
    <label className="look-select">
      <span>{label}</span>
      <select
        value={value}
        disabled={isDisabled}
        onChange={(event) => {
          const chosen = options.find((option) => option.value === event.target.value)
          if (chosen !== undefined) onChoose(chosen.value)
        }}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.name}
          </option>
        ))}
      </select>
    </label>
  )
}
