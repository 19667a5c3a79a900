import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    testTimeout: 20_000,
    sequence: { shuffle: true },
    projects: [
      {
        extends: true,
        test: {
          name: 'house',
          include: ['test/**/*.test.ts'],
          exclude: ['test/browser/**', 'test/product/**'],
        },
      },
      {
        extends: true,
        test: {
          name: 'product',
          include: ['test/browser/**/*.test.ts', 'test/product/**/*.test.ts'],
          // Only where a test of this project is to run: the product is compiled for them.
          globalSetup: ['test/browser/compile-product.ts'],
          testTimeout: 120_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
});
