// The simulated week, by `npm run endure` only: it takes minutes.
import { resolve } from 'node:path'
import { defineConfig } from 'vitest/config'
import shared from '../vitest.config'

const root = resolve(import.meta.dirname, '../..')

export default defineConfig({
  root,
  ...(shared.resolve === undefined ? {} : { resolve: shared.resolve }),
  test: { include: ['test/endurance/**/*.endure.ts'], testTimeout: 0, disableConsoleIntercept: true },
})
