// One build for three processes. Output: out/main (ES modules), out/preload (one CommonJS file, because a
// sandboxed preload cannot be an ES module), out/renderer (served by the app:// protocol, never file://).
import { resolve } from 'node:path'
import { defineConfig } from 'electron-vite'
import react from '@vitejs/plugin-react'
import { listBundledPackages } from './scripts/packaging/bundled-packages.mjs'

// The oldest runtime we support, not the newest one electron-vite knows: Electron 33 is Node 20.18 and Chromium 130.
const NODE_TARGET = 'node20.18'
const PAGE_TARGET = 'chrome130'

const outFolder = resolve(import.meta.dirname, 'out')

const contract = { '@contract': resolve(import.meta.dirname, 'src/preload/contract') }

export default defineConfig({
  main: {
    resolve: { alias: contract },
    plugins: [listBundledPackages(outFolder, 'main')],
    build: {
      target: NODE_TARGET,
      // Its ES module is not what Node finds: bundled here, `import { parse }` is what it says.
      externalizeDeps: { exclude: ['opentype.js'] },
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
