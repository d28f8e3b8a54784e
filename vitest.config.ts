import { defineConfig } from 'vitest/config';

/** Tests that start programs or servers, kill them, raise storms or let real time pass; CONTRIBUTING.md has the rule. */
const SYSTEM = 'test/**/*.system.test.ts';

/** What every store promises: tried on a SQLite file by the fast tests, and here on PostgreSQL. */
const STORES = 'test/adapters/storage/{contract,faults,installations,memory,migrate,readers,rotation,seen}.test.ts';

/** What holds for anything at all: tried a few times by the fast tests, and often here. */
const PROPERTIES = [
  'test/adapters/{charts/card,discord/render,slack/render}.test.ts',
  'test/core/daily/{button-codes,completing,schedule}.test.ts',
  'test/core/invariants/{question-codes,taken-over}.test.ts',
  'test/core/language/numbers/number.test.ts',
];

/** Of the system tests those that measure time: nothing else may run beside them. */
const UNDISTURBED = ['test/adapters/slack/crowd.system.test.ts', 'test/adapters/discord/burst.system.test.ts'];

export default defineConfig({
  test: {
    // Only for what hangs: no test is to depend on how fast the machine is, and a database may be slow to start.
    testTimeout: 240_000,
    hookTimeout: 240_000,
    maxWorkers: 2,
    projects: [
      {
        extends: true,
        test: {
          name: 'fast',
          include: ['test/**/*.test.ts'],
          exclude: [SYSTEM],
          // Files share the modules of their worker: loading the clients of both platforms takes a second.
          isolate: false,
          // On a slow machine more bots at once would each take longer than the bot's own limits of time.
          maxConcurrency: 4,
          sequence: { groupOrder: 0 },
        },
      },
      {
        extends: true,
        test: {
          name: 'system',
          include: [SYSTEM, STORES, ...PROPERTIES],
          env: { LONG_RUNS: '1' },
          exclude: UNDISTURBED,
          globalSetup: 'test/support/shared-postgres.ts',
          sequence: { groupOrder: 1 },
        },
      },
      {
        extends: true,
        test: {
          name: 'undisturbed',
          include: UNDISTURBED,
          fileParallelism: false,
          sequence: { groupOrder: 2 },
        },
      },
    ],
  },
});
