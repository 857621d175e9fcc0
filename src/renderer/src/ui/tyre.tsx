// A tyre compound by its name, with the colour of its side wall as an edge. The name says it, the colour repeats it.

import { WORDS } from './words'

export function compoundName(compound: string): string {
  return WORDS.compounds[compound] ?? compound
}

export function Tyre({ compound }: { readonly compound: string }) {
  return (
    <span className="tyre" data-compound={compound}>
      {compoundName(compound)}
    </span>
  )
}
