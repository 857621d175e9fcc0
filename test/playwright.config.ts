import { defineConfig } from '@playwright/test'

export default defineConfig({
  testDir: './e2e/specs',
  outputDir: '../test-results',
  // One Electron at a time: each draws in software on machines without a GPU, and uses all cores for it.
  workers: 1,
  timeout: 90_000,
  expect: { timeout: 30_000 },
  // One repetition, reported as flaky: graphics in software on a busy machine have been seen to freeze at start.
  retries: 1,
  reporter: 'list',
  use: { trace: 'retain-on-failure' },
})
