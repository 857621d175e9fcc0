// Long runs of the decoder on hostile input, by `npm run fuzz` only; the unit tests run a sample of the same cases.
import { resolve } from 'node:path'
import { defineConfig } from 'vitest/config'
import shared from '../vitest.config'

const root = resolve(import.meta.dirname, '../..')

export default defineConfig({
  root,
  ...(shared.resolve === undefined ? {} : { resolve: shared.resolve }),
  test: { include: ['test/fuzz/**/*.fuzz.ts'], testTimeout: 0, disableConsoleIntercept: true },
})
