// One build for three processes. Output: out/main (ES modules), out/preload (one CommonJS file, because a
// sandboxed preload cannot be an ES module), out/renderer (served by the app:// protocol, never file://).
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { defineConfig } from 'electron-vite'
import react from '@vitejs/plugin-react'
import { listBundledPackages } from './scripts/packaging/bundled-packages.mjs'

// The oldest runtime we support, not the newest one electron-vite knows: Electron 33 is Node 20.18 and Chromium 130.
const NODE_TARGET = 'node20.18'
const PAGE_TARGET = 'chrome130'

/**
 * Packages that stay as they are, beside our files: threads and WebAssembly are found by their paths, and fflate declares
 * a name of its own that electron-vite declares for bundled CommonJS too. All others are drawn into ours, because one
 * file is read faster than hundreds: 90 ms of the start.
 */
const BESIDE_OURS: ReadonlySet<string> = new Set([
  'piscina',
  'manifold-3d',
  'fflate',
  '@fontsource/barlow-condensed',
])
const { dependencies } = JSON.parse(readFileSync(resolve(import.meta.dirname, 'package.json'), 'utf8')) as {
  readonly dependencies: Readonly<Record<string, string>>
}
const drawnIn = Object.keys(dependencies).filter((name) => !BESIDE_OURS.has(name))

const outFolder = resolve(import.meta.dirname, 'out')

const contract = { '@contract': resolve(import.meta.dirname, 'src/preload/contract') }

export default defineConfig({
  main: {
    resolve: { alias: contract },
    plugins: [listBundledPackages(outFolder, 'main')],
    build: {
      target: NODE_TARGET,
      externalizeDeps: { exclude: drawnIn },
      rollupOptions: {
        // cli runs without Electron; workers are loaded by path, from whichever entry started the pool.
        input: {
          index: resolve(import.meta.dirname, 'src/main/index.ts'),
          cli: resolve(import.meta.dirname, 'src/main/cli.ts'),
          'session-worker': resolve(import.meta.dirname, 'src/main/workers/session.worker.ts'),
          'export-worker': resolve(import.meta.dirname, 'src/main/workers/export.worker.ts'),
        },
        output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
      },
    },
  },
  preload: {
    resolve: { alias: contract },
    plugins: [listBundledPackages(outFolder, 'preload')],
    build: {
      target: NODE_TARGET,
      externalizeDeps: false,
      rollupOptions: {
        input: { index: resolve(import.meta.dirname, 'src/preload/index.ts') },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: resolve(import.meta.dirname, 'src/renderer'),
    resolve: { alias: contract },
    plugins: [react(), listBundledPackages(outFolder, 'renderer')],
    build: {
      target: PAGE_TARGET,
      minify: true,
      rollupOptions: { input: { index: resolve(import.meta.dirname, 'src/renderer/index.html') } },
    },
  },
})
