import { defineConfig } from 'vitest/config'

/** Two files at a time: each of them waits a lot. */
const beside = { maxWorkers: 2, sequence: { groupOrder: 0 } }
/** After the others: a browser with a whole house behind it has much to do. */
const afterwards = { maxWorkers: 2, sequence: { groupOrder: 1 } }

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'rules',
          include: ['{contract,domain,config,storage,api,lambdas,web}/**/*.test.ts'],
          testTimeout: 30_000,
          ...beside,
        },
      },
      {
        test: {
          name: 'stacks',
          // CDK takes seconds to load, and nothing of ours remembers anything: once for each worker is enough.
          isolate: false,
          include: ['infra/**/*.test.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
          ...beside,
        },
      },
      {
        test: {
          name: 'conformance',
          include: ['local/**/*.test.ts'],
          testTimeout: 60_000,
          hookTimeout: 120_000,
          ...beside,
        },
      },
      {
        test: {
          name: 'stories',
          include: ['stories/*.test.ts'],
          globalSetup: './stories/global-setup.ts',
          testTimeout: 60_000,
          hookTimeout: 120_000,
          ...beside,
        },
      },
      {
        test: {
          name: 'journeys',
          include: ['stories/browser/*.test.ts'],
          globalSetup: ['./stories/global-setup.ts', './stories/browser/built-site.ts'],
          testTimeout: 180_000,
          hookTimeout: 120_000,
          // A page that comes anew has more to do than vitest waits for by itself, which is a second.
          expect: { poll: { timeout: 10_000 } },
          ...afterwards,
        },
      },
    ],
  },
})
