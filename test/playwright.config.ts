import { defineConfig } from '@playwright/test'

export default defineConfig({
  testDir: './e2e/specs',
  outputDir: '../test-results',
  // One Electron at a time: each draws in software on machines without a GPU, and uses all cores for it.
  workers: 1,
  timeout: 90_000,
  expect: { timeout: 30_000 },
  retries: 0,
  reporter: 'list',
  use: { trace: 'retain-on-failure' },
})
