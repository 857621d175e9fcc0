// The kinds of bodies that run along the laps: what tells team mates apart where colour does not.

export const GHOST_SHAPES = ['ball', 'cube', 'cone', 'diamond'] as const
export type GhostShape = (typeof GHOST_SHAPES)[number]

/** How a lap's body looks. */
export interface GhostLook {
  readonly shape: GhostShape
  /** `#rrggbb`. */
  readonly colour: string
  readonly tag: string
}
