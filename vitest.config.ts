import { defineConfig } from 'vitest/config';

/** Tests that say how quickly a crowd is acknowledged: nothing else may run beside them. */
const UNDISTURBED = ['test/adapters/slack/crowd.test.ts', 'test/adapters/discord/burst.test.ts'];

export default defineConfig({
  test: {
    testTimeout: 30_000,
    projects: [
      {
        extends: true,
        test: { name: 'all', include: ['test/**/*.test.ts'], exclude: UNDISTURBED, sequence: { groupOrder: 0 } },
      },
      {
        extends: true,
        test: { name: 'undisturbed', include: UNDISTURBED, fileParallelism: false, sequence: { groupOrder: 1 } },
      },
    ],
  },
});
