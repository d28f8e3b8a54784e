import * as fc from 'fast-check';
import type { Subject, Target } from './target.ts';

/** How long or how often a target is tried, and how long one input may take. */
export type Budget = { seed: number; seconds: number; runs: number; mostMs: number };

/** Something that does not hold, and how to see it again. */
export type Finding = { what: string; input: string; seed: number };

/** What came of it. */
export type Outcome = { name: string; tried: number; slowestMs: number; findings: Finding[] };

/** Inputs between two looks at whether all is well. */
const ROUND = 100;
/** A slow input is tried so often again: the machine may have been busy with something else. */
const SECOND_TRIES = 5;
/** Of one target; more would say the same again. */
const MOST_FINDINGS = 5;
/** How much of an input is printed, in characters. */
const MOST_SHOWN = 400;

/** Throws inputs at a target until its budget is used up, or a few things are found. */
export async function fuzz(target: Target, budget: Budget): Promise<Outcome> {
  const { seed, seconds, runs } = budget;
  const mostMs = budget.mostMs + target.waitsMs;
  const outcome: Outcome = { name: target.name, tried: 0, slowestMs: 0, findings: [] };
  const add = (finding: Finding) => {
    // One fault is found by many inputs.
    if (!outcome.findings.some(({ what }) => what === finding.what)) outcome.findings.push(finding);
  };
  const forgotten = (reason: unknown) => add({ what: `rejected and not handled: ${told(reason)}`, input: '', seed });
  process.on('unhandledRejection', forgotten);
  const subject = await target.open();
  const end = performance.now() + seconds * 1_000;
  try {
    // Once at least, however little of the machine there is.
    const isTime = () => outcome.tried === 0 || performance.now() < end;
    for (let round = 0; outcome.tried < runs && isTime() && outcome.findings.length < MOST_FINDINGS; round += 1) {
      const details = await fc.check(
        fc.asyncProperty(target.arbitrary, async (input) => {
          // Left out here, since fast-check would leave an input alone in the midst of its work.
          if (!isTime()) return;
          outcome.tried += 1;
          const ms = await timeOf(subject, input, target.clock, mostMs);
          outcome.slowestMs = Math.max(outcome.slowestMs, ms);
          if (ms > mostMs) throw new Error(`took more than ${mostMs} ms`);
        }),
        {
          seed: seed + round,
          // What another process makes of an input cannot be told from what it made of the one before.
          endOnFailure: target.waitsMs > 0,
          numRuns: Math.min(ROUND, runs - outcome.tried),
        },
      );
      if (details.counterexample !== null)
        add({ what: told(details.errorInstance), input: shown(details.counterexample[0]), seed: seed + round });
      await subject.settle().catch((error) => add({ what: told(error), input: 'one of a round', seed: seed + round }));
    }
  } finally {
    await subject.close();
    process.off('unhandledRejection', forgotten);
  }
  return outcome;
}

/** How long an input takes in milliseconds: the shortest of several tries where it seems to take too long. */
async function timeOf(
  subject: Subject<unknown>,
  input: unknown,
  clock: Target['clock'],
  mostMs: number,
): Promise<number> {
  let shortest = Number.POSITIVE_INFINITY;
  for (let tries = 0; tries <= SECOND_TRIES && shortest > mostMs; tries += 1) {
    const begun = clock();
    const judge = await subject.take(input);
    shortest = Math.min(shortest, clock() - begun);
    judge();
  }
  return shortest;
}

function told(error: unknown): string {
  return error instanceof Error ? `${error.name}: ${error.message}`.slice(0, MOST_SHOWN) : String(error);
}

function shown(input: unknown): string {
  const text = fc
    .stringify(input)
    .replace(/(.{1,24}?)\1{9,}/gsu, (all, piece) => `«${piece}»×${all.length / piece.length}`);
  return text.length > MOST_SHOWN ? `${text.slice(0, MOST_SHOWN)}… (${text.length} characters)` : text;
}
