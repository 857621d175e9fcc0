import { describe, expect, it } from 'vitest'
import { DEFAULT_PRINT, type ExportedFile } from '@contract/export'
import { DEFAULT_LOOK } from '@contract/sculpture-look'
import type { SculptureExporter } from '@main/core/export/exporter'
import { ExportDesk, type DeskTools } from '@main/ipc/export-desk'

const id = { source: 'demo', season: 2026, round: 1, session: 'Q', driver: 'AAA', lap: 'fastest' } as const
const order = { id, format: 'stl', print: DEFAULT_PRINT, look: DEFAULT_LOOK } as const

function setUp(chosen: string | null) {
  const did: string[] = []
  const file = (format: ExportedFile['format']): ExportedFile => ({
    fileName: `lap.${format}`,
    format,
    bytes: 1,
    elapsedMs: 1,
    solid: null,
    warnings: [],
  })
  const exporter = {
    suggestName: (_id: unknown, ending: string) => Promise.resolve(`suggested.${ending}`),
    save: (_order: unknown, path: string) => (did.push(`wrote ${path}`), Promise.resolve(file('stl'))),
    savePicture: (_png: unknown, path: string) => (did.push(`drew ${path}`), Promise.resolve(file('png'))),
  } as unknown as SculptureExporter
  const tools: DeskTools = {
    chooseFile: (name, ending) => (did.push(`asked for ${name}, ${ending}`), Promise.resolve(chosen)),
    copyPicture: () => (did.push('copied'), Promise.resolve()),
    showInFolder: (path) => did.push(`showed ${path}`),
  }
  return { did, desk: new ExportDesk(exporter, tools, new AbortController().signal) }
}

describe('the export desk', () => {
  it('writes to the place the person chose, and gives the page a token, not the path', async () => {
    const { did, desk } = setUp('/home/ada/lap.stl')
    const outcome = await desk.save(order)
    expect(outcome).toMatchObject({ state: 'saved', token: 'f1', file: { fileName: 'lap.stl' } })
    expect(JSON.stringify(outcome)).not.toContain('/home/ada')
    desk.showInFolder('f1')
    expect(did).toEqual([
      'asked for suggested.stl, stl',
      'wrote /home/ada/lap.stl',
      'showed /home/ada/lap.stl',
    ])
  })

  it('does nothing when the dialog is closed: that is no error', async () => {
    const { did, desk } = setUp(null)
    expect(await desk.save(order)).toEqual({ state: 'dismissed' })
    expect(await desk.savePicture(id, new Uint8Array(1))).toEqual({ state: 'dismissed' })
    expect(did).toEqual(['asked for suggested.stl, stl', 'asked for suggested.png, png'])
  })

  it('shows no file it has not saved, and forgets those of long ago', async () => {
    const { desk } = setUp('/home/ada/lap.png')
    expect(() => desk.showInFolder('f1')).toThrow(/no longer known/)
    for (let i = 0; i < 51; i++) await desk.savePicture(id, new Uint8Array(1))
    expect(() => desk.showInFolder('f1')).toThrow(/no longer known/)
    expect(() => desk.showInFolder('f51')).not.toThrow()
  })
})
