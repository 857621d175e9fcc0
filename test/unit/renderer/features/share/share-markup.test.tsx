import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { DEFAULT_LOOK, type SculptureLook } from '@contract/sculpture-look'
import { ModelLook } from '@renderer/features/share/model-look'
import { PrintForm } from '@renderer/features/share/print-form'
import { ShareOutcome } from '@renderer/features/share/share-outcome'
import { DEFAULT_FIELDS } from '@renderer/features/share/share-state'
import type { Share, ShareStatus } from '@renderer/features/share/use-share'

function outcome(status: ShareStatus): string {
  return renderToStaticMarkup(<ShareOutcome share={{ status } as unknown as Share} />)
}

describe('the outcome of an export', () => {
  it('names the file, its size, the solid, and what a person should know', () => {
    const size = { widthMm: 1, depthMm: 1, heightMm: 1, scaleDenominator: 1, mmPerG: 1 }
    const html = outcome({
      kind: 'saved',
      token: 'f1',
      file: {
        fileName: 'lap.stl',
        format: 'stl',
        bytes: 2048,
        elapsedMs: 1,
        solid: { size, triangles: 12, volumeCm3: 7 },
        warnings: ['A letter is missing.'],
      },
    })
    expect(html).toMatch(
      /Saved lap\.stl, 2\.0 KiB\..*12 triangles, 7 cm³.*A letter is missing\..*Show in folder/,
    )
  })

  it('says what went wrong and what to do, as an alert', () => {
    expect(outcome({ kind: 'failed', report: { message: 'It did not fit.', hint: 'Make room.' } })).toMatch(
      /role="alert".*It did not fit\..*Make room\./,
    )
  })

  it('is empty before anything was asked for', () => {
    expect(outcome({ kind: 'idle' })).toBe('<output class="share-outcome"></output>')
  })
})

describe('the look of a model', () => {
  const said = (look: Partial<SculptureLook>, hasColours = true) =>
    renderToStaticMarkup(<ModelLook look={{ ...DEFAULT_LOOK, ...look }} hasColours={hasColours} />).replace(
      /<[^>]+>/g,
      '',
    )

  it('names style, height, colour and map', () => {
    expect(said({})).toMatch(/Wall, raised by Combined G, coloured by Combined G \(Cividis\)/)
    expect(said({ style: 'tube', height: 'lateralG', colour: 'speedKmh', map: 'turbo' })).toMatch(
      /Tube, raised by Lateral G, coloured by Speed, km\/h \(Turbo\)/,
    )
  })

  it('names the map that signed channels have, whatever was chosen for the others', () => {
    expect(said({ colour: 'lateralG', map: 'turbo' })).toMatch(/coloured by Lateral G \(Blue to red\)/)
  })

  it('promises no colours where the file holds none', () => {
    expect(said({ colour: 'speedKmh' }, false)).not.toMatch(/coloured by/)
  })
})

describe('the form of a print', () => {
  const form = (change: Partial<typeof DEFAULT_FIELDS>) =>
    renderToStaticMarkup(
      <PrintForm
        fields={{ ...DEFAULT_FIELDS, ...change }}
        isSimulated
        isDisabled={false}
        onChange={() => {}}
      />,
    )
  it('marks what is out of its limits, and says the limits', () => {
    expect(form({})).not.toMatch(/aria-invalid="true"/)
    expect(form({ bedMm: '5' })).toMatch(/aria-invalid="true".*from 80 to 600/)
  })

  it('says that the simulated mark stays', () => {
    expect(form({})).not.toMatch(/in any case/)
    expect(form({ hasLettering: false })).toMatch(/in any case/)
  })
})
