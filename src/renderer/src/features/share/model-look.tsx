// Says in which look a model will be made: that of the stage. It is chosen there, where one sees it.

import { CHANNEL_SCALES } from '@contract/channel-scale'
import type { SculptureLook } from '@contract/sculpture-look'
import { channelName } from '../../ui/units'
import { WORDS } from '../../ui/words'

interface ModelLookProps {
  readonly look: SculptureLook
  /** False for files that hold no colours. */
  readonly hasColours: boolean
}

export function ModelLook({ look, hasColours }: ModelLookProps) {
  const { styles, maps, diverging } = WORDS.look
  const words = WORDS.share
  const map = CHANNEL_SCALES[look.colour].isSigned ? diverging : maps[look.map]
  return (
    <p className="export-look">
      <span className="quiet">{words.lookName}</span>{' '}
      <strong>
        {hasColours
          ? words.shapeInColour(styles[look.style], channelName(look.height), channelName(look.colour), map)
          : words.shape(styles[look.style], channelName(look.height))}
      </strong>{' '}
      <span className="quiet">{hasColours ? words.lookOfStage : words.lookWithoutColours}</span>
    </p>
  )
}
