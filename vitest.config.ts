import { defineConfig } from 'vitest/config';
import { ByProject } from './test/order.ts';

export default defineConfig({
  test: {
    testTimeout: 60_000,
    sequence: { shuffle: true, sequencer: ByProject },
    // Both of two cores: browsers and disks are waited for as much as they compute.
    maxWorkers: 2,
    projects: [
      {
        extends: true,
        test: {
          name: 'house',
          include: ['test/**/*.test.ts'],
          exclude: ['test/browser/**', 'test/product/**', 'test/store/**'],
          // Content and cards are read once for each worker, and not once for each of a hundred files.
          isolate: false,
        },
      },
      {
        extends: true,
        // Its disk fails on command: the modules around it are its own.
        test: { name: 'store', include: ['test/store/**/*.test.ts'] },
      },
      {
        extends: true,
        test: {
          name: 'product',
          include: ['test/browser/**/*.test.ts', 'test/product/**/*.test.ts'],
          // What is tested runs in processes of its own; those of the tests only look on.
          isolate: false,
          // Only where a test of this project is to run: the product is compiled for them.
          globalSetup: ['test/browser/compile-product.ts'],
          testTimeout: 120_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
});
