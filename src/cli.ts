#!/usr/bin/env node
// src: the program. The main file of each folder below says what lives there and what may import it.
// Imported by: nothing.

/*
 * The `harbin` command. Only what Node 12 can read stands here, and nothing is imported before the version is known:
 * a Node that is too old shall say so, and not end with a SyntaxError.
 */

/** The oldest Node that runs the program: package.json says the same under "engines". */
const OLDEST = [20, 19] as const;

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
if (major < OLDEST[0] || (major === OLDEST[0] && minor < OLDEST[1])) {
  process.stderr.write(
    `harbin: this is Node ${process.versions.node}; Node ${OLDEST.join('.')} or newer is needed, best Node 24 (https://nodejs.org).\n`,
  );
  // 78: a supervisor that starts it again changes nothing.
  process.exitCode = 78;
} else {
  import('./cli/harbin.ts').then(
    ({ harbin }) => harbin(process.argv.slice(2)),
    (error: unknown) => {
      throw error;
    },
  );
}
