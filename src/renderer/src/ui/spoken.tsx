// A sentence for screen readers only, said politely and without hurry whenever it changes.

import { useEffect, useState } from 'react'
import { createUnhurried } from './unhurried'

export function Spoken({ text }: { readonly text: string }) {
  const [told, setTold] = useState('')
  const [voice] = useState(() =>
    createUnhurried({
      nowMs: () => performance.now(),
      later: (run, ms) => {
        const timer = setTimeout(run, ms)
        return () => clearTimeout(timer)
      },
      tell: setTold,
    }),
  )
  useEffect(() => voice.say(text), [voice, text])
  useEffect(() => voice.close, [voice])
  return (
    <p className="unseen" aria-live="polite">
      {told}
    </p>
  )
}
