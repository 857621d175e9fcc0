import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { SculptureId } from '@contract/ids'
import { createAppHandler, DEVELOPMENT_CSP, PRODUCTION_CSP } from '@main/app/app-protocol'
import { temporaryFolder } from '../../helpers/temporary-folder'

async function setUp() {
  const folder = await temporaryFolder()
  const rendererFolder = join(folder, 'renderer')
  await mkdir(join(rendererFolder, 'assets'), { recursive: true })
  await mkdir(join(folder, 'renderer-evil'))
  await writeFile(join(rendererFolder, 'index.html'), '<!doctype html><html><head></head></html>')
  await writeFile(join(rendererFolder, 'assets', 'index.js'), 'export {}')
  await writeFile(join(rendererFolder, 'notes.txt'), 'not for the page')
  await writeFile(join(folder, 'renderer-evil', 'index.html'), 'evil')
  await writeFile(join(folder, 'secret.html'), 'secret')
  const asked: SculptureId[] = []
  const handle = createAppHandler({
    rendererFolder,
    devServerUrl: null,
    readSculpture: (id) => {
      asked.push(id)
      return Promise.resolve(id.driver === 'NOR' ? new Uint8Array([1, 2, 3]) : null)
    },
    rootAttributes: () => ({ lang: 'de-AT', 'data-x': '"<&$&' }),
  })
  const get = (url: string, method = 'GET') => handle(new Request(url, { method }))
  return { get, asked }
}

describe('the app protocol', () => {
  it('serves the page and its assets with their media types and the strict policy', async () => {
    const { get } = await setUp()
    const page = await get('app://gallery/')
    expect(page.status).toBe(200)
    expect(page.headers.get('content-security-policy')).toBe(PRODUCTION_CSP)
    expect((await get('app://gallery/assets/index.js')).headers.get('content-type')).toMatch(/javascript/)
  })

  it('writes what the page must know first into its document', async () => {
    const { get } = await setUp()
    expect(await (await get('app://gallery/')).text()).toContain(
      '<html lang="de-AT" data-x="&quot;&lt;&amp;$&amp;">',
    )
  })

  it('forbids inline code, eval and every foreign origin in production', () => {
    expect(PRODUCTION_CSP).toBe(
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; font-src 'self'; " +
        "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    )
    expect(PRODUCTION_CSP).not.toMatch(/unsafe|https?:|\*|ws:/)
    expect(DEVELOPMENT_CSP).not.toMatch(/unsafe-eval|https?:|\*/)
  })

  it('serves the bytes of a sculpture that is in the cache', async () => {
    const { get, asked } = await setUp()
    const response = await get('app://gallery/sculptures/archive/2025/20/Q/NOR/fastest')
    expect(new Uint8Array(await response.arrayBuffer())).toEqual(new Uint8Array([1, 2, 3]))
    expect(asked).toEqual([
      { source: 'archive', season: 2025, round: 20, session: 'Q', driver: 'NOR', lap: 'fastest' },
    ])
    expect((await get('app://gallery/sculptures/archive/2025/20/Q/VER/12')).status).toBe(404)
    expect(asked[1]?.lap).toBe(12)
  })

  it.each([
    'app://gallery/../secret.html',
    'app://gallery/%2e%2e/secret.html',
    'app://gallery/..%2fsecret.html',
    'app://gallery/..%5csecret.html',
    'app://gallery/%2e%2e%2frenderer-evil/index.html',
    'app://gallery/assets',
    'app://gallery/notes.txt',
    'app://gallery/missing.html',
    'app://gallery/%00',
    'app://gallery/%E0%A4%A',
    'app://gallery/sculptures/archive/2025/20/Q/NOR',
    'app://gallery/sculptures/archive/2025/20/Q/NOR/fastest/more',
    'app://gallery/sculptures/archive/2025/20/Q/..%2f..%2fx/fastest',
    'app://gallery/sculptures/elsewhere/2025/20/Q/NOR/fastest',
    'app://gallery/sculptures/archive/2025/1e1/Q/NOR/1.5',
    'app://other/index.html',
  ])('answers %s with a plain 404', async (url) => {
    const { get } = await setUp()
    const response = await get(url)
    expect(response.status).toBe(404)
    expect(await response.text()).toBe('not found')
  })

  it('answers nothing but GET', async () => {
    const { get } = await setUp()
    expect((await get('app://gallery/', 'POST')).status).toBe(404)
  })
})
