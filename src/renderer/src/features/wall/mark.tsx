// The state of a session or a sculpture as a sign: each has a shape of its own and stands beside its word, so neither
// colour nor shape alone has to be understood.

export type MarkKind = 'warm' | 'stale' | 'warming' | 'cold' | 'gap'

export function Mark({ kind }: { readonly kind: MarkKind }) {
  return (
    <svg className="mark" data-mark={kind} viewBox="0 0 12 12" aria-hidden="true">
      {SHAPES[kind]}
    </svg>
  )
}

const RING = <circle cx="6" cy="6" r="4.5" className="mark-line" />
const SHAPES = {
  warm: <circle cx="6" cy="6" r="5" className="mark-fill" />,
  stale: (
    <>
      {RING}
      <path d="M6 1.5a4.5 4.5 0 0 1 0 9z" className="mark-fill" />
    </>
  ),
  warming: (
    <>
      <path d="M10.5 6A4.5 4.5 0 1 1 6 1.5" className="mark-line" />
      <path d="M4.8 -0.2 7.6 1.5 4.8 3.2z" className="mark-fill" />
    </>
  ),
  cold: <circle cx="6" cy="6" r="4.5" className="mark-line mark-dashed" />,
  gap: <path d="M6 1.2 11 10.4H1z" className="mark-line" />,
} as const satisfies Record<MarkKind, React.ReactNode>
