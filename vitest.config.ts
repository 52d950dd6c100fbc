import { svelte } from '@sveltejs/vite-plugin-svelte'
import { defineConfig } from 'vitest/config'

const seconds = 1000

/**
 * One project for each kind of proof. `unit` needs nothing but Node; every file of `redis` starts a real Redis of its
 * own (test/support/redis.ts); `house` reads the sources; `faults` kills real processes; `bench` tests the measuring.
 */
export default defineConfig({
  test: {
    maxWorkers: 2,
    projects: [
      {
        plugins: [svelte({ configFile: false })],
        resolve: { conditions: ['browser'] },
        test: {
          name: 'unit',
          include: ['test/**/*.test.ts'],
          exclude: ['test/**/*.redis.test.ts', 'test/{house,faults,bench,browser}/**']
        }
      },
      {
        test: {
          name: 'redis',
          include: ['test/**/*.redis.test.ts'],
          exclude: ['test/{house,faults,bench,browser}/**'],
          testTimeout: 20 * seconds,
          hookTimeout: 20 * seconds
        }
      },
      { test: { name: 'house', include: ['test/house/**/*.test.ts'] } },
      {
        test: {
          name: 'faults',
          include: ['test/faults/**/*.test.ts'],
          testTimeout: 120 * seconds,
          hookTimeout: 60 * seconds,
          fileParallelism: false
        }
      },
      { test: { name: 'bench', include: ['test/bench/**/*.test.ts'], testTimeout: 60 * seconds } }
    ]
  }
})
