// What the sculpture is made into: style, and the force that raises it. What colours it stands at the legend.

import { DEFAULT_LOOK, HEIGHT_CHANNELS, lookKey, STYLES } from '@contract/sculpture-look'
import { WORDS } from '../../ui/words'
import { LookSelect } from './look-select'
import type { LookChoice } from './use-look'

export function LookControls({ look, choose, reset }: LookChoice) {
  const words = WORDS.look
  return (
    <div className="look" role="group" aria-label={words.landmark}>
      <fieldset className="switch">
        <legend>{words.style}</legend>
        {STYLES.map((style) => (
          <label key={style}>
            <input
              type="radio"
              name="style"
              value={style}
              checked={style === look.style}
              onChange={() => choose({ style })}
            />
            <span>{words.styles[style]}</span>
          </label>
        ))}
      </fieldset>
      <LookSelect
        label={words.height}
        value={look.height}
        options={HEIGHT_CHANNELS.map((channel) => ({ value: channel, name: words.channels[channel] }))}
        onChoose={(height) => choose({ height })}
      />
      <button
        type="button"
        className="button small"
        disabled={lookKey(look) === lookKey(DEFAULT_LOOK)}
        onClick={reset}
      >
        {words.reset}
      </button>
    </div>
  )
}
