// Where the cache lies, and moving it.

import type { CacheFolder } from '@contract/cache'
import type { TaskSnapshot } from '@contract/tasks'
import { bytes } from '../../ui/format'
import { CACHE_WORDS } from '../../ui/words'
import type { CacheStore } from './cache-store'

interface FolderSectionProps {
  readonly folder: CacheFolder
  /** While it is being moved. */
  readonly move: TaskSnapshot | null
  readonly store: CacheStore
}

export function FolderSection({ folder, move, store }: FolderSectionProps) {
  const words = CACHE_WORDS.folder
  const isUsual = folder.path === folder.usualPath
  return (
    <section className="folder-section" aria-label={words.title}>
      <h2>{words.title}</h2>
      <p className="folder-path">{folder.path}</p>
      {isUsual && <p className="quiet small">{words.usual}</p>}
      {move === null ? (
        <div className="buttons">
          <button type="button" className="button" onClick={() => void store.showFolder()}>
            {words.show}
          </button>
          <button type="button" className="button" onClick={() => void store.chooseFolder()}>
            {words.move}
          </button>
          {!isUsual && (
            <button type="button" className="button" onClick={() => void store.returnToUsualFolder()}>
              {words.back}
            </button>
          )}
        </div>
      ) : (
        <Moving move={move} store={store} />
      )}
    </section>
  )
}

function Moving({ move, store }: { readonly move: TaskSnapshot; readonly store: CacheStore }) {
  const words = CACHE_WORDS.folder
  const { done, total } = move.progress
  return (
    <div className="moving">
      <p>{words.moving}</p>
      {total > 0 ? (
        <progress aria-label={words.moving} value={done} max={total} />
      ) : (
        <progress aria-label={words.moving} />
      )}
      <p className="quiet">{total > 0 && words.progress(bytes(done), bytes(total))}</p>
      <button type="button" className="button" onClick={() => void store.cancelMove()}>
        {words.cancel}
      </button>
    </div>
  )
}
