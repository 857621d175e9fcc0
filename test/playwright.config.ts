import { availableParallelism } from 'node:os'
import { defineConfig } from '@playwright/test'
import { hasDisplay } from '../scripts/display.mjs'

export default defineConfig({
  testDir: './e2e/specs',
  globalSetup: './e2e/fixtures/warm-profile.ts',
  outputDir: '../test-results',
  // An Electron that draws in software keeps about one core busy. On a display that is there already they would take
  // the focus and the clipboard from each other, and from whoever sits there.
  workers: hasDisplay() || availableParallelism() < 2 ? 1 : 2,
  // By test, not by file: otherwise whoever gets the longest file last works on alone.
  fullyParallel: true,
  timeout: 90_000,
  expect: { timeout: 30_000 },
  // One repetition, reported as flaky: graphics in software on a busy machine have been seen to freeze at start.
  retries: 1,
  reporter: 'list',
  use: { trace: 'retain-on-failure' },
})
