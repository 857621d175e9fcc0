// A boundary kept only by good intentions is gone in a month: this walks every import of src/.
import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'

const src = resolve(import.meta.dirname, '../../src')

interface Import {
  readonly from: string
  /** Path below src/ for a file of ours, else the package's name. */
  readonly to: string
}

function sourceFiles(): readonly string[] {
  return readdirSync(src, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => relative(src, join(entry.parentPath, entry.name)))
}

function importsOf(file: string): readonly Import[] {
  const text = readFileSync(join(src, file), 'utf8')
  const specifiers = text.matchAll(
    /^(?:import|export) [\w\s{},*]*from '([^']+)'|^import '([^']+)'|\bimport\('([^']+)'\)/gm,
  )
  return [...specifiers].map(([, named, bare, dynamic]) => {
    const specifier = named ?? bare ?? dynamic ?? ''
    if (specifier.startsWith('@contract/'))
      return { from: file, to: `preload/contract/${specifier.slice(10)}` }
    if (!specifier.startsWith('.')) return { from: file, to: specifier }
    return { from: file, to: relative(src, resolve(src, dirname(file), specifier)) }
  })
}

/** Which layers a layer may import from, itself included. Packages are judged by `PACKAGES`. */
const LAYERS: Readonly<Record<string, readonly string[]>> = {
  'preload/contract': ['preload/contract'],
  preload: ['preload', 'preload/contract'],
  'main/core': ['main/core', 'preload/contract'],
  'main/adapters': ['main/adapters', 'main/core', 'preload/contract'],
  'main/workers': ['main/workers', 'main/core', 'preload/contract'],
  'main/ipc': ['main/ipc', 'main/core', 'main/adapters', 'preload/contract'],
  'main/app': ['main/app', 'main/ipc', 'main/adapters', 'main/workers', 'main/core', 'preload/contract'],
  main: ['main/app'],
  renderer: ['renderer', 'preload/contract'],
}

const PACKAGES: Readonly<Record<string, RegExp>> = {
  'preload/contract': /^zod$/,
  preload: /^electron$/,
  // zlib and path are computation; everything that reads or waits comes through a port.
  'main/core':
    /^(node:(zlib|buffer)|zod|cron-parser|lru-cache|p-queue|manifold-3d|opentype\.js|fflate|@gltf-transform\/core)$/,
  'main/adapters': /^(node:.*|cronstrue\/i18n|electron-store|node-schedule|undici|zod)$/,
  'main/workers': /^(node:worker_threads|piscina)$/,
  'main/ipc': /^(node:crypto|electron|zod)$/,
  'main/app': /^(node:.*|electron|commander)$/,
  main: /^(node:path|electron)$/,
  renderer: /^(react|react-dom(\/client)?|@tanstack\/react-virtual|three(\/.*)?|p-queue)$/,
}

function layerOf(path: string): string {
  const known = Object.keys(LAYERS).sort((a, b) => b.length - a.length)
  return known.find((layer) => path.startsWith(`${layer}/`)) ?? 'unknown'
}

const files = sourceFiles()
const imports = files.flatMap(importsOf)
const isOurs = (each: Import) => /^(main|preload|renderer)\//.test(each.to)
const show = (each: Import) => `${each.from} -> ${each.to}`

describe('the architecture', () => {
  it('has no file outside a known layer', () => {
    expect(files.length).toBeGreaterThan(50)
    expect(files.filter((file) => layerOf(file) === 'unknown')).toEqual([])
  })

  it('has arrows in one direction only: contract, core, adapters and workers, ipc, app', () => {
    const wrong = imports
      .filter(isOurs)
      .filter((each) => !LAYERS[layerOf(each.from)]?.includes(layerOf(each.to)))
    expect(wrong.map(show)).toEqual([])
  })

  it('has no file that leads back to itself, by whatever way, for types either', () => {
    expect(circle(['a.ts', 'b.tsx'], [['a.ts', 'b'], ['b.tsx', 'a']])).toEqual(['a.ts', 'b.tsx', 'a.ts']) // prettier-ignore
    const arrows = imports.filter(isOurs).map(({ from, to }) => [from, to] as const)
    expect(circle(files, arrows)).toEqual([])
  })

  it('lets each layer use only the packages it is for', () => {
    const wrong = imports
      .filter((each) => !isOurs(each) && !each.to.endsWith('.css'))
      .filter((each) => PACKAGES[layerOf(each.from)]?.test(each.to) !== true)
    expect(wrong.map(show)).toEqual([])
  })

  it('touches ipcMain in the router alone, and window.api in the client alone', () => {
    const touching = (pattern: RegExp) =>
      files.filter((file) => pattern.test(readFileSync(join(src, file), 'utf8')))
    expect(touching(/ipcMain\./)).toEqual(['main/ipc/router.ts'])
    expect(
      touching(/window\.api/).filter((file) => layerOf(file) === 'renderer' && !file.endsWith('.d.ts')),
    ).toEqual(['renderer/src/ipc/client.ts'])
  })

  it('opens no window to the outside: no remote page, no shell, no webview', () => {
    const text = files.map((file) => readFileSync(join(src, file), 'utf8')).join('\n')
    expect(text).not.toMatch(
      /nodeIntegration: true|contextIsolation: false|sandbox: false|webSecurity: false/,
    )
    expect(text).not.toMatch(/openExternal|loadFile\(|<webview/)
  })
})

/**
 * @param arrows from a file to a path without its ending.
 * @returns the first way found that ends where it begins; empty when there is none.
 */
function circle(
  all: readonly string[],
  arrows: readonly (readonly [from: string, to: string])[],
): readonly string[] {
  const fileOf = new Map(all.map((file) => [file.replace(/\.tsx?$/, ''), file]))
  const done = new Set<string>()
  const walk = (file: string, way: readonly string[]): readonly string[] => {
    if (way.includes(file)) return [...way.slice(way.indexOf(file)), file]
    if (done.has(file)) return []
    for (const to of arrows.filter(([from]) => from === file).map(([, target]) => target)) {
      const next = fileOf.get(to)
      const found = next === undefined ? [] : walk(next, [...way, file])
      if (found.length > 0) return found
    }
    done.add(file)
    return []
  }
  for (const file of all) {
    const found = walk(file, [])
    if (found.length > 0) return found
  }
  return []
}
