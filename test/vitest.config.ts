import { resolve } from 'node:path'
import { defineConfig } from 'vitest/config'

const root = resolve(import.meta.dirname, '..')

export default defineConfig({
  root,
  resolve: {
    alias: {
      '@contract': resolve(root, 'src/preload/contract'),
      '@main': resolve(root, 'src/main'),
      '@renderer': resolve(root, 'src/renderer/src'),
    },
  },
  test: {
    // Vitest leaves one core free, which on the two of a small machine is half of them.
    maxWorkers: '100%',
    setupFiles: [resolve(root, 'test/helpers/unit-set-up.ts')],
    projects: [
      {
        extends: true,
        // Properties and simulated sessions take seconds where several runs share two cores; none waits for anything.
        test: {
          name: 'unit',
          include: ['test/unit/**/*.test.ts', 'test/unit/**/*.test.tsx'],
          testTimeout: 30_000,
          // A process and all modules anew for each file took two thirds of the time of most. What a test changes for
          // everyone (timers, globals) it puts back, as it must between the tests of one file.
          isolate: false,
        },
      },
      {
        extends: true,
        test: { name: 'integration', include: ['test/integration/**/*.test.ts'], testTimeout: 60_000 },
      },
    ],
  },
})
