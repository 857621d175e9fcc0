// F1 leads to the help about what is on show, and out of it again.

import { useEffect } from 'react'
import { MENU_KEYS } from '@contract/menu-keys'
import type { HelpStore } from './help-store'

export function useHelpKey(help: HelpStore): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.key !== MENU_KEYS.help || event.ctrlKey || event.altKey || event.metaKey || event.shiftKey)
        return
      event.preventDefault()
      // An open dialog would go on blocking the page from a room out of sight.
      if (document.querySelector('dialog:modal') === null) help.toggle()
    }
    window.addEventListener('keydown', onKeyDown)
    return () => window.removeEventListener('keydown', onKeyDown)
  }, [help])
}
