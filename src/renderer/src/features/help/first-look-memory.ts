// Whether somebody has seen the three steps before a first sculpture. Kept in the page's own storage, as the look is:
// each profile has its own.

import { pageStorage } from '../../ui/page-storage'

const KEY = 'first-look'

type FirstLookStorage = Pick<Storage, 'getItem' | 'setItem'>

/** Without a storage nobody could say that it was read, and it would be there again at every start: so it is not. */
export function isFirstLook(storage: FirstLookStorage | null = pageStorage()): boolean {
  return storage !== null && storage.getItem(KEY) === null
}

export function rememberFirstLook(storage: FirstLookStorage | null = pageStorage()): void {
  try {
    storage?.setItem(KEY, 'done')
  } catch {
    // QuotaExceededError: it comes once more at the next start.
  }
}
