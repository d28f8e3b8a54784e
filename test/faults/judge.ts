import { numbersIn } from '../support/numbers-in.ts';
import type { Asked } from './asking.ts';
import type { Cost, Fault } from './fault.ts';
import type { DuePost } from './posts.ts';
import type { Stage } from './stage.ts';

/** What was measured of one fault: the same for all. */
type Measured = {
  asked: number;
  answered: number;
  /** Whoever asked was told honestly that there is no answer now. */
  told: number;
  /** The platform did not hand them over, or shows them as failed. */
  notTaken: number;
  /** Taken, and then no word. */
  lost: number;
  /** Of these, what was being answered when the process was killed. */
  cutOff: number;
  doubled: number;
  /** Of these, what was answered and not yet acknowledged when the process was killed. */
  unconfirmed: number;
  /** Answers with a number that is not that of the question. */
  wrong: number;
  posts: { due: number; lost: number; doubled: number; inDoubt: number; refused: number };
  /** From the end of the fault until every question is answered again; undefined where that does not come. */
  againAfter: number | undefined;
  /** Lines of the log that only a bug writes, and exits that nobody asked for. */
  bugs: string[];
};

/** What a fault came to, and everything in it that must not be. */
export type Verdict = { fault: Fault; measured: Measured; faults: string[]; notes: string[] };

/** What the judge looks at. */
type Judged = Pick<Stage, 'cutOff' | 'unconfirmed' | 'output' | 'exits'> & {
  asking: Pick<Stage['asking'], 'all'>;
  posts: Pick<Stage['posts'], 'doubtful' | 'outcome'>;
};

/** Both platforms must have the bot back by then. */
const AGAIN_WITHIN_S = 60;
const BUGS = ['unhandled rejection', 'uncaught error', 'slack listener failed', 'discord event failed'];

export type Fate = 'answered' | 'told' | 'not taken' | 'lost' | 'open';

/** What became of a question; `open` while something may still come of it. */
export function fateOf(asked: Asked): Fate {
  const shown = asked.shown();
  if (shown.some((text) => isAnswer(asked, text))) return 'answered';
  if (shown.length > 0) return 'told';
  if (asked.mayStillCome()) return 'open';
  return asked.isTaken() ? 'lost' : 'not taken';
}

/** The seconds after which every question was answered again, on the platform that took longer. */
export function againAfter(all: readonly Asked[], endedAt: number): number | undefined {
  const times = (['slack', 'discord'] as const).map((platform) => {
    const later = all.filter((asked) => asked.platform === platform && asked.at >= endedAt);
    const lastFailed = later.findLast((asked) => fateOf(asked) !== 'answered');
    const first = later.find(({ at, answeredAt }) => answeredAt !== undefined && at > (lastFailed?.at ?? 0));
    return first?.answeredAt === undefined ? undefined : (first.answeredAt - endedAt) / 1_000;
  });
  return times.includes(undefined) ? undefined : Math.max(...times.map((time) => time ?? 0));
}

export async function judge(fault: Fault, stage: Judged, endedAt: number, due: readonly DuePost[]): Promise<Verdict> {
  const { all } = stage.asking;
  const having = (...fates: Fate[]) => all.filter((asked) => fates.includes(fateOf(asked)));
  const lost = having('lost', 'open');
  const doubled = all.filter((asked) => asked.shown().filter((text) => isAnswer(asked, text)).length > 1);
  const measured: Measured = {
    asked: all.length,
    answered: having('answered').length,
    told: having('told').length,
    notTaken: having('not taken').length,
    lost: lost.length,
    cutOff: lost.filter((asked) => stage.cutOff.has(asked)).length,
    doubled: doubled.length,
    unconfirmed: doubled.filter((asked) => stage.unconfirmed.has(asked)).length,
    wrong: wrongIn(all),
    posts: await judgePosts(stage, due),
    againAfter: againAfter(all, endedAt),
    bugs: [
      ...stage
        .output()
        .split('\n')
        .filter((line) => BUGS.some((bug) => line.includes(bug))),
      ...stage.exits.map((code) => `the process ended by itself with ${code}`),
    ],
  };
  return { fault, measured, faults: faultsIn(measured, fault.cost ?? {}), notes: notes(all, endedAt) };
}

async function judgePosts({ posts }: Judged, due: readonly DuePost[]): Promise<Measured['posts']> {
  const count = { due: due.length, lost: 0, doubled: 0, inDoubt: 0, refused: 0 };
  let doubtful = await posts.doubtful();
  for (const post of due) {
    if (post.shown() > 1) count.doubled += 1;
    if (post.shown() > 0) continue;
    const outcome = await posts.outcome(post);
    if (outcome?.kind === 'uncertain' || (outcome?.kind === 'waiting' && doubtful-- > 0)) count.inDoubt += 1;
    else if (outcome?.kind === 'failed') count.refused += 1;
    else count.lost += 1;
  }
  return count;
}

function faultsIn(measured: Measured, cost: Cost): string[] {
  const { lost, cutOff, doubled, unconfirmed, wrong, notTaken, posts, againAfter: again, bugs } = measured;
  const excess: [string, number][] = [
    ['questions lost', cost.beingAnswered ? lost - cutOff : lost],
    ['answers doubled', cost.unconfirmedTwice ? doubled - unconfirmed : doubled],
    ['wrong answers', wrong],
    ['questions not taken', cost.notTaken ? 0 : notTaken],
    ['posts lost', posts.lost],
    ['posts doubled', posts.doubled],
    ['posts in doubt', cost.postsInDoubt ? 0 : posts.inDoubt],
    ['posts refused', cost.postsRefused ? 0 : posts.refused],
  ];
  return [
    ...excess.filter(([, count]) => count > 0).map(([what, count]) => `${count} ${what}`),
    ...(again === undefined ? ['it never answered again'] : []),
    ...(again !== undefined && again > AGAIN_WITHIN_S ? [`it answered again only after ${again.toFixed(1)} s`] : []),
    ...bugs,
  ];
}

function isAnswer({ question }: Asked, text: string): boolean {
  return text.includes(question.number);
}

/** An honest line that says there is no answer holds no number but that of the error. */
const HONEST = /ask again|something went wrong|lack these permissions/i;

/** Answers whose numbers are not those of the first answer to the same question on the same platform. */
function wrongIn(all: readonly Asked[]): number {
  const known = new Map<string, string>();
  let count = 0;
  for (const asked of all) {
    for (const text of asked.shown()) {
      if (!isAnswer(asked, text)) {
        if (!HONEST.test(text)) count += 1;
        continue;
      }
      const numbers = valuesIn(text);
      const key = `${asked.platform} ${asked.question.text}`;
      if (numbers !== (known.get(key) ?? numbers)) count += 1;
      known.set(key, known.get(key) ?? numbers);
    }
  }
  return count;
}

function valuesIn(text: string): string {
  return [...new Set(numbersIn(text, 'en').map(({ value }) => value))].sort((left, right) => left - right).join(' ');
}

/** What each question that did not go well came to, for whoever looks for the cause. */
function notes(all: readonly Asked[], endedAt: number): string[] {
  return all.flatMap((asked) => {
    const fate = fateOf(asked);
    const shown = asked.shown().map((text) => text.slice(0, 70));
    const isWell = fate === 'answered' && shown.length === 1;
    const at = ((asked.at - endedAt) / 1_000).toFixed(2);
    return isWell
      ? []
      : [`${at} s ${asked.platform} ${asked.way} "${asked.question.text}": ${fate} ${JSON.stringify(shown)}`];
  });
}
