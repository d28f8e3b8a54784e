import { defineConfig } from 'vitest/config';

/** Tests in which time itself is the matter, such as how quickly a crowd is acknowledged: nothing else may run beside them. */
const UNDISTURBED = [
  'test/adapters/slack/crowd.test.ts',
  'test/adapters/slack/faults.test.ts',
  'test/adapters/discord/burst.test.ts',
  'test/support/slack/fake-slack-faults.test.ts',
];

export default defineConfig({
  test: {
    // Only for what hangs: no test is to depend on how fast the machine is, and a database may be slow to start.
    testTimeout: 240_000,
    hookTimeout: 240_000,
    // Most tests wait for clients and servers rather than work, so two at a time do not hinder each other.
    maxWorkers: 2,
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
