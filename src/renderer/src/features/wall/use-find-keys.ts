// Ctrl+F (Cmd+F) leads to the search. Escape empties it, and pressed again leads from there to the wall; elsewhere on the
// wall it shows the whole of it.

import { useEffect, type RefObject } from 'react'
import type { ChangeableValue } from '../../ui/value'
import { WHOLE_WALL, type WallQuery } from './wall-query'

interface FindKeys {
  readonly isOnShow: boolean
  readonly query: ChangeableValue<WallQuery>
  readonly search: RefObject<HTMLInputElement | null>
}

export function useFindKeys({ isOnShow, query, search }: FindKeys): void {
  useEffect(() => {
    if (!isOnShow) return
    const onKeyDown = (event: KeyboardEvent): void => {
      const isUnderDialog = document.querySelector('dialog:modal') !== null
      if (event.defaultPrevented || event.altKey || event.shiftKey || isUnderDialog) return
      if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'f') {
        if (search.current === null) return
        event.preventDefault()
        search.current.focus()
        search.current.select()
      } else if (event.key === 'Escape' && !(event.target instanceof HTMLSelectElement)) {
        const isInSearch = event.target === search.current
        const isEmpty = query.get().text === ''
        if (isInSearch && isEmpty) document.getElementById('wall')?.focus({ preventScroll: true })
        else if (isInSearch) query.change((known) => ({ ...known, text: '' }))
        else query.change((known) => (known === WHOLE_WALL ? known : { ...WHOLE_WALL, sort: known.sort }))
      }
    }
    window.addEventListener('keydown', onKeyDown)
    return () => window.removeEventListener('keydown', onKeyDown)
  }, [isOnShow, query, search])
}
