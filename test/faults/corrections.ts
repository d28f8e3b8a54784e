import { pause, until } from '../support/until.ts';
import type { Fault } from './fault.ts';
import type { Readers } from './readers.ts';
import type { Stage } from './stage.ts';

/** A figure that twelve channels watch is corrected while something goes wrong: each hears of it, once. */

/** A note whose process was killed belongs to it for a minute and a half. */
const MOST_TELLING_MS = 240_000;
const AFTERWARDS_MS = 3_000;
/** Discord's route for messages. */
const POST = 'POST /channels/:channel/messages';

/** Corrects the figure, lets something go wrong, and sees to it that everybody hears of it once. */
async function correcting(stage: Stage, goWrong: (readers: Readers) => Promise<void>): Promise<void> {
  const { readers, program } = stage;
  if (!readers) throw new Error('nobody watches anything');
  readers.correct();
  program().process.kill('SIGHUP');
  await goWrong(readers);
  const isTold = () => readers.told().every((count) => count > 0);
  await until(isTold, { within: MOST_TELLING_MS, what: 'the correction in every channel' });
  await pause(AFTERWARDS_MS);
  const twice = readers.told().filter((count) => count > 1).length;
  if (twice > 0) throw new Error(`${twice} channels were told twice`);
}

export const CORRECTIONS: Record<string, Fault> = {
  'correction-limited': {
    name: 'a watched figure is corrected while Slack answers posts with 429, Retry-After 3 s',
    bot: 'waits as long as Slack wants; each channel hears of it once',
    world: { corrects: true },
    happen: (stage) =>
      correcting(stage, async () => {
        stage.slack.faults.breakMethod('chat.postMessage', { kind: 'rate_limited', retryAfterSeconds: 3 });
        await pause(6_000);
        stage.slack.faults.healMethods();
      }),
  },
  'correction-lost': {
    name: 'a watched figure is corrected while Slack and Discord take the notes and lose their answers',
    bot: 'looks for each note, finds it, and sends none again',
    world: { corrects: true, readsBack: true },
    happen: (stage) =>
      correcting(stage, async () => {
        stage.slack.faults.breakMethod('chat.postMessage', { kind: 'drop_answer' });
        const repair = stage.discord.faults.rest({ fault: 'done-but-reset', route: POST, ms: 6_000 });
        await pause(6_000);
        repair();
        stage.slack.faults.healMethods();
      }),
  },
  'correction-limited-discord': {
    name: 'the same while Discord answers messages with 429, Retry-After 2 s',
    bot: 'waits as long as Discord wants; each channel hears of it once',
    world: { corrects: true },
    happen: (stage) =>
      correcting(stage, async () => {
        const repair = stage.discord.faults.rest({ fault: '429-shared', retryAfterMs: 2_000, route: POST, ms: 6_000 });
        await pause(6_000);
        repair();
      }),
  },
  'correction-killed': {
    name: 'killed while channels are told of a correction',
    bot: 'a supervisor starts it again; each channel hears of it once',
    world: { corrects: true, readsBack: true },
    happen: (stage) =>
      correcting(stage, async (readers) => {
        await until(() => readers.told().some((count) => count > 0), { what: 'the first note' });
        await stage.kill();
        await stage.restart();
      }),
    cost: { beingAnswered: true, notTaken: true, postsInDoubt: true },
  },
};
