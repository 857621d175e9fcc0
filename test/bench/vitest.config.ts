// Measurements, run by `npm run bench` only: a test that watches the clock fails on whoever's machine is busy.
import { resolve } from 'node:path'
import { defineConfig } from 'vitest/config'
import shared from '../vitest.config'

const root = resolve(import.meta.dirname, '../..')

export default defineConfig({
  root,
  ...(shared.resolve === undefined ? {} : { resolve: shared.resolve }),
  test: { include: ['test/bench/**/*.bench.ts'], testTimeout: 600_000, disableConsoleIntercept: true },
})
