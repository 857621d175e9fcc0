import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import type { Sculpture } from '@contract/sculpture'
import { CornerTable } from '@renderer/features/gallery/corner-table'
import { cornerReadings } from '@renderer/features/gallery/corner-reading'
import { LapChart } from '@renderer/features/gallery/lap-chart'
import { LapTable } from '@renderer/features/gallery/lap-peaks'
import { ReadOut } from '@renderer/features/gallery/read-out'
import type { CornerMark } from '@contract/sculpture'
import { lapMarks } from '@renderer/three/lap-marks'
import { DEFAULT_LOOK, type SculptureLook } from '@contract/sculpture-look'
import { cssChannelColour } from '@contract/channel-scale'
import { aSculpture } from '../../../../helpers/builders'

const noop = (): void => {}

function chart(
  sculpture: Sculpture,
  station: number | null = null,
  look: SculptureLook = DEFAULT_LOOK,
): string {
  return renderToStaticMarkup(
    <LapChart sculpture={sculpture} look={look} station={station} onHover={noop} onPin={noop} />,
  )
}

const CORNER: CornerMark = {
  number: 7,
  direction: 'left',
  apexM: 60,
  radiusM: 100,
  entryM: 30,
  exitM: 90,
}

/** The builder's circle, of which neither corners nor sectors are known. */
const unmarked = (): Sculpture => aSculpture({ corners: [], sectorEndsM: null })

/** The builder's circle with one numbered corner, sector ends and vertical G. */
function aMarkedLap(corner: CornerMark = CORNER): Sculpture {
  const { header, channels } = aSculpture({ stepM: 3 })
  const marked = { ...header, corners: [corner], sectorEndsM: [150, 300] as const }
  return { header: marked, channels: withVertical(channels) }
}

function withVertical(channels: Sculpture['channels']): Sculpture['channels'] {
  const more = { verticalG: channels.zM.map(() => -0.3) }
  return { ...channels, ...more }
}

describe('the charts of a lap', () => {
  it('show speed, pedals, gear and forces, with the values of the marked place', () => {
    const html = chart(aSculpture(), 20)
    for (const id of ['speed', 'pedals', 'gear', 'forces', 'unrolled'])
      expect(html).toContain(`class="chart-panel ${id}"`)
    expect(html).toContain('Gear <b>6</b>')
    expect(html).toContain('Speed, km/h <b>180</b>')
    expect(html).toContain('Lateral, G <b>2.5</b>')
    expect(html).toContain('cursor-line')
  })

  it('leave a gap where the feed had nothing, in the line and in the value', () => {
    const html = chart(aSculpture(), 7)
    expect(html).toContain('Throttle, % <b></b>')
    const throttle = /class="chart-line throttle" d="(M[^"]{20,})"/.exec(html)![1]!
    expect(throttle.match(/M/g)).toHaveLength(2)
  })

  it('can be walked by keyboard: a slider that reads the place out', () => {
    const html = chart(aSculpture(), 20)
    expect(html).toContain('type="range"')
    expect(html).toMatch(/aria-valuetext="[^"]*metres, 180 kilometres an hour[^"]*plus or minus/)
  })

  it('draw vertical G, sector ends and corner numbers where the lap has them', () => {
    const plain = chart(unmarked())
    for (const mark of ['sector-line', 'corner-tick', 'chart-numbers']) expect(plain).not.toContain(mark)
    const marked = chart(aMarkedLap())
    for (const mark of ['chart-line vertical', 'sector-line', 'corner-tick', 'chart-numbers'])
      expect(marked).toContain(mark)
    expect(marked).toMatch(/<text[^>]*>7<\/text>/)
  })

  it('paint the unrolled sculpture from the table of the mesh', () => {
    const look = { ...DEFAULT_LOOK, colour: 'speedKmh', map: 'viridis' } as const
    expect(chart(aSculpture(), null, look)).toContain(`stop-color="${cssChannelColour(look, 180)}"`)
  })
})

describe('the reading of a place', () => {
  const reading = (sculpture: Sculpture, isOneOfMany = false): string =>
    renderToStaticMarkup(<ReadOut sculpture={sculpture} station={20} isOneOfMany={isOneOfMany} />)

  it('has its uncertainty beside every force', () => {
    const html = reading(aSculpture())
    expect(html.match(/±/g)).toHaveLength(4)
    expect(html).toContain('2.5 ± 0.4')
  })

  it('says whose lap it is where several stand, and only there', () => {
    expect(reading(aSculpture({ driver: 'LEC' }), true)).toMatch(/Lap of<\/dt><dd>LEC/)
    expect(reading(aSculpture({ driver: 'LEC' }))).not.toContain('LEC')
  })

  it('names a crest by its vertical G', () => {
    expect(reading(aMarkedLap())).toMatch(/Crest<\/dt><dd>0\.3 ± 0\.1/)
  })
})

describe('the lap in words', () => {
  it('is a table of its corners where they are known, of its summits where not', () => {
    const corners = renderToStaticMarkup(<LapTable sculpture={aMarkedLap()} />)
    expect(corners).toContain('<th scope="row">7, left</th><td>60</td><td>180</td><td>2.5 ± 0.4</td>')
    expect(renderToStaticMarkup(<LapTable sculpture={unmarked()} />)).toContain('Summits')
  })

  it('takes the strongest force to the corner’s own side, also across the finish line', () => {
    const sculpture = aMarkedLap({ ...CORNER, entryM: 600, exitM: 30 })
    const { lateralG } = sculpture.channels
    lateralG[4] = 3
    lateralG[5] = -9
    const n = lateralG.length
    const [corner] = cornerReadings(
      sculpture,
      lapMarks({ ...sculpture.header, corners: [{ ...CORNER, entryM: 600, exitM: 30 }] }, n).corners,
    )
    expect(corner!.strongest!.station).toBe(4)
  })

  it('says nothing of a corner in which no sample counts', () => {
    const sculpture = aMarkedLap()
    sculpture.channels.flags.fill(2)
    expect(renderToStaticMarkup(<CornerTable sculpture={sculpture} />)).toContain('<td>–</td>')
  })
})
