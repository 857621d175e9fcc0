// The wall when nothing on it answers to what is looked for.

import { WORDS } from '../../ui/words'
import { Plan } from './plan'
import type { WallQuery } from './wall-query'

interface NothingFoundProps {
  readonly whose: WallQuery['whose']
  readonly hasFavourites: boolean
  readonly onClear: () => void
}

export function NothingFound({ whose, hasFavourites, onClear }: NothingFoundProps) {
  const words = WORDS.hang.nothingFound
  const isForWantOfStars = whose === 'favourites' && !hasFavourites
  return (
    <section className="wall-nothing">
      <Plan plan={null} />
      <h2>{isForWantOfStars ? words.noFavourites : words.title}</h2>
      <p>{isForWantOfStars ? words.noFavouritesHint : words.hint}</p>
      <div className="buttons">
        <button type="button" className="button primary" onClick={onClear}>
          {WORDS.hang.find.clear}
        </button>
      </div>
    </section>
  )
}
