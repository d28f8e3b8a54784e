/** The environment is not one to start with; the message lists everything that is wrong with it. */
export class FaultyConfiguration extends Error {
  override readonly name = 'FaultyConfiguration';
  readonly problems: readonly string[];

  constructor(problems: readonly string[]) {
    const lines = problems.map((problem) => `- ${problem}\n`).join('');
    super(`${problems.length} problem${problems.length === 1 ? '' : 's'} in the environment or .env:\n${lines}`);
    this.problems = problems;
  }
}
