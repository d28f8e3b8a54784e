/** One fault in the catalogue, told so that a curator can find and mend it. */
export type Problem = {
  file: string;
  /** Where in the file: "figures[3] (key-laboratories).observations[0].source", or "line 12" of broken JSON. */
  at: string;
  what: string;
  remedy: string;
};

/** The problem in one line, as the command line prints it. */
export function describeProblem({ file, at, what, remedy }: Problem): string {
  return `${[file, at].filter(Boolean).join(' ')}: ${what}; ${remedy}`;
}

/** A catalogue that must not be used: it carries every problem that was found. */
export class FaultyCatalogue extends Error {
  readonly problems: Problem[];

  constructor(folder: string, problems: Problem[]) {
    super(`The catalogue in ${folder} has ${problems.length} problem(s):\n${problems.map(describeProblem).join('\n')}`);
    this.name = 'FaultyCatalogue';
    this.problems = problems;
  }
}
