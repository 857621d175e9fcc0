// One sculpture on the wall: its picture in a lit niche and the label under it. The whole of it is one button.

import type { WallItem } from '@contract/wall'
import { THUMBNAIL_SIZE } from '../../three/thumbnail-view'
import { lapTime } from '../../ui/format'
import { Tyre } from '../../ui/tyre'
import { WORDS } from '../../ui/words'
import { Plan } from './plan'
import type { Thumbnails } from './start-thumbnails'
import { useThumbnail } from './use-thumbnails'

interface WallCardProps {
  readonly item: WallItem
  readonly thumbnails: Thumbnails | null
  readonly onOpen: (item: WallItem) => void
}

export function WallCard({ item, thumbnails, onOpen }: WallCardProps) {
  const words = WORDS.wall
  const { url, frame } = useThumbnail(thumbnails, item)
  const time = item.lapTimeMs === null ? WORDS.caption.noTime : lapTime(item.lapTimeMs)
  const isSimulated = item.id.source === 'demo'
  return (
    <button
      type="button"
      className="piece"
      data-key={item.key}
      aria-label={words.card(item.driverName, item.eventName, item.sessionName, time, isSimulated)}
      onClick={() => onOpen(item)}
    >
      <span className="niche" ref={frame}>
        {url === null ? (
          <Plan plan={item.plan} />
        ) : (
          <img src={url} alt="" width={THUMBNAIL_SIZE.width} height={THUMBNAIL_SIZE.height} />
        )}
        {isSimulated && <span className="niche-badge">{WORDS.caption.simulated}</span>}
      </span>
      <span className="plaque">
        <svg className="plaque-edge" preserveAspectRatio="none" viewBox="0 0 1 1" aria-hidden="true">
          <rect width="1" height="1" fill={item.teamColour ?? 'currentColor'} />
        </svg>
        <span className="plaque-name">{item.driverName}</span>
        <span className="plaque-team">{item.team}</span>
        <span className="plaque-lap">
          <span className="plaque-time">{time}</span>
          {item.id.lap !== 'fastest' && <span>{WORDS.caption.lap(item.lap)}</span>}
          {item.compound !== null && <Tyre compound={item.compound} />}
        </span>
      </span>
    </button>
  )
}
