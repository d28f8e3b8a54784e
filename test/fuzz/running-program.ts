import { type Program, run } from '../support/program.ts';
import { insist } from './target.ts';

/** The built program in a process of its own, watched for what must never happen. */
export type RunningProgram = Pick<Program, 'says' | 'url'> & {
  /** Resolves once the program has answered something else; throws where it does not. */
  isAlive(): Promise<void>;
  /** Throws where the program has ended, or has written what it must not since the last look. */
  look(): void;
  close(): Promise<void>;
};

/** What the log says of a fault in the program. */
const FAULTS = /unhandled rejection|uncaught error|stopped before|"level":"fatal"/;

/** `hidden`: what may stand in no line of the output. */
export function runProgram(environment: Record<string, string>, hidden: readonly string[]): RunningProgram {
  const cleaners: (() => unknown)[] = [];
  const program = run({ onTestFinished: (clean) => void cleaners.push(clean as () => unknown) }, environment);
  let looked = 0;
  const look = () => {
    const { exitCode } = program.process;
    const news = program.output().slice(looked);
    looked += news.length;
    const [fault] = news.split('\n').filter((line) => FAULTS.test(line));
    insist(fault === undefined, `the log says: ${fault}`);
    insist(exitCode === null, `the program ended with ${exitCode}: ${news.slice(-300)}`);
    for (const text of hidden) {
      const [line] = news.split('\n').filter((each) => each.includes(text));
      insist(line === undefined, `${text} stands in the log: ${line}`);
    }
  };
  return {
    says: program.says,
    url: program.url,
    look,
    async isAlive() {
      const answer = await fetch(`${program.url()}/livez`).catch((error: Error) => error);
      look();
      insist('status' in answer && answer.status === 200, '/livez does not answer');
    },
    async close() {
      program.process.kill('SIGKILL');
      await program.ended;
      for (const clean of cleaners) clean();
    },
  };
}
