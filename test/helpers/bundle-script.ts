// Makes a script of ours into one file that plain Node runs, for tests that need a process of their own.
import { join, resolve } from 'node:path'
import { build } from 'vite'

/** @param script relative to the project. @returns the path of the bundle in `outDir`. */
export async function bundleScript(script: string, outDir: string): Promise<string> {
  const root = resolve(import.meta.dirname, '../..')
  await build({
    root,
    configFile: false,
    logLevel: 'silent',
    resolve: {
      alias: { '@contract': join(root, 'src/preload/contract'), '@main': join(root, 'src/main') },
    },
    build: {
      outDir,
      ssr: join(root, script),
      rollupOptions: { output: { entryFileNames: 'script.mjs' } },
    },
  })
  return join(outDir, 'script.mjs')
}
