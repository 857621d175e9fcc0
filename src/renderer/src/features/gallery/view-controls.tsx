// The views one can go to at once, and the turntable: each with its key on the sculpture.

import { PRESET_VIEWS } from '../../three/preset-views'
import type { SculptureView } from '../../three/scene'
import { pageMarks } from '../../ui/follow-page-settings'
import { useValue } from '../../ui/use-value'
import { WORDS } from '../../ui/words'
import { presetKeys } from './stage-keys'
import type { Turntable } from './use-turntable'

interface ViewControlsProps {
  readonly view: SculptureView
  readonly turntable: Turntable
}

export function ViewControls({ view, turntable: { isTurning, toggle } }: ViewControlsProps) {
  const words = WORDS.views
  const isCalm = useValue(pageMarks).motion === 'reduced'
  const hint = isCalm ? words.turnStep : words.turning[isTurning ? 'off' : 'on']
  return (
    <div className="view-controls" role="group" aria-label={words.landmark}>
      {PRESET_VIEWS.map((preset) => (
        <button
          key={preset}
          type="button"
          title={words.withKey(words.what[preset], presetKeys(preset)[0] ?? '')}
          onClick={() => view.move({ kind: 'preset', view: preset })}
        >
          {words.names[preset]}
        </button>
      ))}
      <button
        type="button"
        className="turn"
        title={words.withKey(hint, 'T')}
        aria-pressed={isCalm ? undefined : isTurning}
        onClick={toggle}
      >
        {isCalm ? words.turnStep : words.turn}
      </button>
    </div>
  )
}
