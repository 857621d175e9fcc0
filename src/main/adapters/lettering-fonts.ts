// The font of the raised lettering: Barlow Condensed SemiBold by Jeremy Tribby, SIL Open Font License 1.1, out of its
// npm package. Condensed, because names of Grands Prix are long; semi-bold, because a nozzle has to draw its strokes.

import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'

/** The first subset has most letters of Western names, the second the rest of Europe's. */
const SUBSETS = ['latin', 'latin-ext'] as const

let reading: Promise<readonly Uint8Array[]> | null = null

/** @returns both subsets as WOFF, some 60 KB together; read once. */
export async function readLetteringFonts(): Promise<readonly Uint8Array[]> {
  const { resolve } = createRequire(import.meta.url)
  reading ??= Promise.all(
    SUBSETS.map((subset) =>
      readFile(resolve(`@fontsource/barlow-condensed/files/barlow-condensed-${subset}-600-normal.woff`)),
    ),
  )
  return await reading
}
