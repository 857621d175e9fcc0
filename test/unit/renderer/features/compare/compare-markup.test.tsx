import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { ERROR_WORDS } from '@contract/errors'
import { sculptureKey } from '@contract/ids'
import type { Sculpture } from '@contract/sculpture'
import { DEFAULT_LOOK } from '@contract/sculpture-look'
import { AllLaps } from '@renderer/features/compare/all-laps'
import { compareLaps } from '@renderer/features/compare/comparison'
import { CornerGapTable, SectorTable } from '@renderer/features/compare/gap-tables'
import { GhostBar } from '@renderer/features/compare/ghost-bar'
import { createGhostPlayer } from '@renderer/features/compare/ghost-player'
import { LapList } from '@renderer/features/compare/lap-list'
import { RibbonLegend } from '@renderer/features/compare/ribbon-legend'
import { ghostPlaces, leaderAt, longestLapS, sharedTrackOf } from '@renderer/features/compare/shared-track'
import type { BesideLap } from '@renderer/features/gallery/beside'
import type { Exhibit } from '@renderer/features/gallery/exhibit'
import { LapChart } from '@renderer/features/gallery/lap-chart'
import { aDriver, aLap, someLaps } from '../../../../helpers/builders'
import { aCircuitLap, threeCorners } from '../../../../helpers/circuit-laps'

const noop = (): void => {}

function exhibitOf(sculpture: Sculpture): Exhibit {
  const { header } = sculpture
  const { source, season, round, session, driver } = header
  const id = { source, season, round, session }
  const key = sculptureKey({ ...id, driver, lap: header.lap })
  return {
    ticket: { key, path: '', header, servedFrom: 'memory', freshness: 'fresh', elapsedMs: 1, bytes: 1 },
    sculpture,
    place: { id, eventName: 'Grand Prix', sessionName: 'Qualifying' },
    askedAtMs: 0,
  }
}

const lapOf = (driver: string, team: string, factor: number): Exhibit =>
  exhibitOf(
    aCircuitLap({
      samples: 301,
      speedMs: (ratio) => factor * threeCorners(ratio),
      header: { driver, team, driverName: driver },
    }),
  )

const NOR = lapOf('NOR', 'McLaren', 1)
const PIA = lapOf('PIA', 'McLaren', 0.99)
const LEC = lapOf('LEC', 'Ferrari', 0.98)
const comparison = compareLaps([NOR, PIA, LEC])
const [pia, lec] = comparison.others as [typeof comparison.reference, typeof comparison.reference]

describe('the charts with other laps', () => {
  const html = renderToStaticMarkup(
    <LapChart
      sculpture={NOR.sculpture}
      look={DEFAULT_LOOK}
      laps={{ comparison, chosen: lec }}
      station={150}
      onHover={noop}
      onPin={noop}
    />,
  )

  it('have their speeds and gaps, the team mate dashed, the chosen one named with its value', () => {
    expect(html.match(/chart-line lap dashed/g)).toHaveLength(2)
    expect(html).toContain('Gap to NOR, s')
    expect(html).toMatch(/LEC <b>\+\d\.\d\d<\/b>/)
    expect(html).not.toContain('PIA <b>')
  })

  it('name the main lap first', () => {
    expect(html.indexOf('Speed, km/h')).toBeLessThan(html.indexOf('LEC <b>'))
  })
})

describe('the list of laps', () => {
  it('has each by its line and body, with its gap, and says what is coming and what failed', () => {
    const id = { ...NOR.place.id, driver: 'SAI', lap: 'fastest' } as const
    const failed: BesideLap = {
      place: NOR.place,
      id,
      ask: 7,
      status: {
        kind: 'failed',
        report: {
          code: 'sculpture/other-circuit',
          message: 'This lap is of another circuit or layout.',
          ...ERROR_WORDS['source/no-data'],
        },
      },
    }
    const waiting: BesideLap = { ...failed, ask: 8, status: { kind: 'waiting' } }
    const html = renderToStaticMarkup(
      <LapList
        comparison={comparison}
        chosen={pia}
        choose={noop}
        beside={[failed, waiting]}
        onTakeAway={noop}
      />,
    )
    expect(html).toContain('on the plinth')
    expect(html.match(/type="radio"/g)).toHaveLength(2)
    expect(html).toMatch(/aria-label="Compare with the lap of PIA"[^>]* checked=""/)
    expect(html).toContain('SAI: This lap is of another circuit or layout')
    expect(html).toContain('SAI is on its way')
  })
})

describe('the tables', () => {
  it('have every sector, the lap, and every corner with both speeds', () => {
    const sectors = renderToStaticMarkup(<SectorTable reference={comparison.reference} other={lec} />)
    expect(sectors.match(/<tr>/g)).toHaveLength(5)
    const corners = renderToStaticMarkup(<CornerGapTable reference={comparison.reference} other={lec} />)
    expect(corners.match(/<th scope="row">/g)).toHaveLength(3)
    expect(corners).toContain('Apex LEC, km/h')
  })
})

describe('the scale of the ribbon', () => {
  it('says whose gap it is, which side is which, and how much a line is', () => {
    const html = renderToStaticMarkup(<RibbonLegend comparison={comparison} chosen={lec} />)
    expect(html).toMatch(/Gap of LEC to NOR.*Above: LEC is behind.*Below: LEC is ahead.*A line at each 0\.\d/)
  })
})

describe('the laps on one track', () => {
  it('are all but the main one, with the ribbon of the chosen', () => {
    const { threads, ribbon } = sharedTrackOf(comparison, lec)
    expect(threads.map(({ isChosen }) => isChosen)).toEqual([false, true])
    expect(ribbon?.reading.gapS).toBe(lec.gap.gapS)
    expect(sharedTrackOf(comparison, null).ribbon).toBeNull()
  })

  it('are run along together on the main one’s track, each on its own plinth side by side', () => {
    const onTrack = ghostPlaces(comparison, 'track', 20)
    expect(onTrack.every(({ on }) => on === NOR.sculpture)).toBe(true)
    expect(onTrack[0]!.station).toBeGreaterThan(onTrack[2]!.station)
    const apart = ghostPlaces(comparison, 'beside', 20)
    expect(apart.map(({ on }) => on)).toEqual([NOR, PIA, LEC].map(({ sculpture }) => sculpture))
    expect(leaderAt(comparison, 20)?.exhibit).toBe(NOR)
    expect(leaderAt(comparison, 0)).toBeNull()
    expect(longestLapS(comparison)).toBeCloseTo(LEC.ticket.header.lapTimeMs! / 1000, 9)
  })
})

describe('the run of the laps', () => {
  const player = createGhostPlayer({ requestFrame: () => 1, cancelFrame: noop })
  player.setCourse({ durationS: longestLapS(comparison), draw: noop })
  const bar = (): string =>
    renderToStaticMarkup(<GhostBar player={player} comparison={comparison} chosen={lec} />)

  it('can be played, scrubbed and slowed, and tells who leads and by how much', () => {
    expect(bar()).toContain('aria-label="Let the laps run"')
    player.scrub(30)
    player.setRate(0.25)
    expect(bar()).toMatch(/aria-valuetext="30\.0 seconds\. NOR leads · LEC \+0\.\d\d s"/)
    expect(bar()).toMatch(/<option value="0.25" selected="">¼×/)
  })

  it('shows where on the way the corners are', () => {
    expect(bar()).toMatch(/ghost-corners.*<text[^>]*>1<.*<text[^>]*>2<.*<text[^>]*>3</)
  })
})

describe('all laps of the session', () => {
  it('show one driver with tyres and marks, and offer the best laps', () => {
    const { season, round, session, driver, lap } = NOR.ticket.header
    const nor = aDriver({
      code: driver,
      fastest: { lap, lapTimeMs: 80_000 },
      laps: [
        aLap({ lap, segment: 'Q2', lapTimeMs: 80_000 }),
        aLap({ lap: 7, segment: 'Q1', lapTimeMs: 80_500, compound: 'MEDIUM', deleted: true }),
        aLap({ lap: 8, segment: 'Q1', lapTimeMs: 80_600, pitInMs: 5 }),
      ],
    })
    const html = renderToStaticMarkup(
      <AllLaps
        session={someLaps({ season, round, session, drivers: [nor] })}
        sessionName="Qualifying"
        main={NOR}
        others={[]}
        onOpen={noop}
        onBeside={noop}
      />,
    )
    expect(html).toContain('Q1 1:20.600')
    expect(html).toContain('Q2 1:20.000')
    expect(html).toMatch(/class="lap-dot on-show"/)
    expect(html).toMatch(/data-compound="MEDIUM"[^>]*><\/circle><text[^>]*>M<\/text><path class="lap-strike"/)
    expect(html).toContain('role="application"')
  })

  it('say so where there are none', () => {
    const html = (session: Parameters<typeof AllLaps>[0]['session']): string =>
      renderToStaticMarkup(
        <AllLaps session={session} sessionName="" main={NOR} others={[]} onOpen={noop} onBeside={noop} />,
      )
    expect(html(null)).toContain('not open yet')
    expect(html(someLaps({ drivers: [aDriver({ fastest: null, laps: [] })] }))).toContain('No lap of this')
  })
})
