// A small sculpture, drawn: the plan of an invented circuit in perspective, a wall on it as high as the force, and its
// colour. Computed once; a picture to explain by, not of any lap.

import { HELP_WORDS } from '../../ui/words'
import { drawDiagram } from './diagram'

const DIAGRAM = drawDiagram()

/** Parts of the drawing that can be set apart from the rest. */
export type DiagramPart = 'plan' | 'height' | 'colour'

export function HelpDiagram() {
  const words = HELP_WORDS.diagram
  return (
    <figure className="help-diagram">
      <DiagramDrawing name={words.name} shown={['plan', 'height', 'colour']} />
      <figcaption>
        <ol>
          <li>{words.plan}</li>
          <li>{words.height}</li>
          <li>{words.colour}</li>
        </ol>
      </figcaption>
    </figure>
  )
}

interface DiagramDrawingProps {
  /** Null where the text beside it says the same. */
  readonly name: string | null
  readonly shown: readonly DiagramPart[]
}

export function DiagramDrawing({ name, shown }: DiagramDrawingProps) {
  const { width, height, plan, walls } = DIAGRAM
  const hasHeight = shown.includes('height')
  const hasColour = shown.includes('colour')
  return (
    <svg
      viewBox={`0 0 ${width} ${height}`}
      className="diagram"
      {...(name === null ? { 'aria-hidden': true } : { role: 'img', 'aria-label': name })}
    >
      <path d={plan} className="diagram-plan" />
      {hasHeight &&
        walls.map(({ path, colour, engraved }) => (
          <g key={path}>
            <path
              d={path}
              className="diagram-wall"
              style={hasColour ? { fill: colour, stroke: colour } : undefined}
            />
            {engraved !== '' && <path d={engraved} className="diagram-line" />}
          </g>
        ))}
    </svg>
  )
}
