import pg from 'pg';
import { pause, until } from '../support/until.ts';
import type { Asked } from './asking.ts';
import type { Cost, Fault } from './fault.ts';
import type { Stage } from './stage.ts';

/** The process is killed (SIGKILL) at each step of an answer and of a post, and started again at once. */

/** Nobody can be asked while it is gone; and a post on its way to Slack then is not sent again without a look. */
const KILLED: Cost = { beingAnswered: true, notTaken: true, postsInDoubt: true };
const RESTARTED = 'a supervisor starts it again; ';

/** Kills as soon as something is seen to be so. */
async function killWhen(stage: Stage, what: string, look: () => boolean): Promise<void> {
  await until(look, { what });
  await stage.kill();
  await stage.restart();
}

const since = ({ asking }: Stage) => {
  const before = new Set(asking.all);
  return (is: (asked: Asked) => boolean) => () => asking.all.some((asked) => !before.has(asked) && is(asked));
};

export const KILLS: Record<string, Fault> = {
  'kill-arrival': {
    name: 'killed when a question arrives',
    bot: `${RESTARTED}Slack repeats events that were not acknowledged`,
    happen: (stage) =>
      killWhen(
        stage,
        'a question',
        since(stage)(() => true),
      ),
    cost: KILLED,
  },
  'kill-acknowledged': {
    name: 'killed when a question is acknowledged',
    bot: `${RESTARTED}no platform repeats it`,
    happen: (stage) =>
      killWhen(
        stage,
        'an acknowledgement',
        since(stage)((asked) => asked.isTaken() && asked.shown().length === 0),
      ),
    cost: KILLED,
  },
  'kill-sending': {
    name: 'killed while the platforms hold the answers',
    bot: `${RESTARTED}no platform repeats what was acknowledged`,
    async happen(stage) {
      const { slack, discord } = stage;
      for (const method of ['chat.postMessage', 'response_url']) slack.faults.breakMethod(method, { kind: 'hang' });
      discord.faults.rest({ fault: 'hang', ms: 2_000 });
      await pause(2_000);
      await stage.kill();
      slack.faults.healMethods();
      await stage.restart();
    },
    cost: KILLED,
  },
  'kill-answered': {
    name: 'killed when an answer was accepted, before the platform says so',
    bot: `${RESTARTED}it does not come twice`,
    happen: (stage) =>
      killWhen(
        stage,
        'an answer',
        since(stage)((asked) => asked.shown().length > 0),
      ),
    cost: KILLED,
  },
  'kill-looking-up': {
    name: 'killed while answers wait for the database',
    bot: `${RESTARTED}Discord goes on showing "thinking" for what was announced`,
    world: { database: 'postgres' },
    async happen(stage) {
      const client = new pg.Client({ connectionString: stage.databaseUrl });
      await client.connect();
      await client.query('begin');
      await client.query('lock table setting in access exclusive mode');
      await pause(1_500);
      await stage.kill();
      await client.end();
      await stage.restart();
    },
    cost: KILLED,
  },
  'kill-post-due': {
    name: 'killed when a post falls due',
    bot: `${RESTARTED}it goes out`,
    happen: (stage) => {
      const before = stage.posts.due(stage.now()).length;
      return killWhen(stage, 'a due post', () => stage.posts.due(stage.now()).length > before);
    },
    cost: KILLED,
  },
  'kill-post-sending': {
    name: 'killed while Slack and Discord hold their responses to posts',
    bot: `${RESTARTED}after a minute and a half it looks for them, and sends what is not there`,
    world: { readsBack: true },
    async happen(stage) {
      const { slack, discord } = stage;
      slack.faults.breakMethod('chat.postMessage', { kind: 'slow', ms: 1_000 });
      discord.faults.rest({ fault: 'hang', route: 'POST /channels/:channel/messages', ms: 3_500 });
      await pause(3_500);
      await stage.kill();
      slack.faults.healMethods();
      await stage.restart();
    },
    cost: KILLED,
  },
  'kill-post-accepted': {
    name: 'killed when a post was accepted, before it is marked as sent',
    bot: `${RESTARTED}after a minute and a half it looks for it, and finds it`,
    world: { readsBack: true },
    happen: (stage) => {
      const before = shownIn(stage);
      return killWhen(stage, 'a post', () => shownIn(stage) > before);
    },
    cost: KILLED,
  },
  'kill-post-marked': {
    name: 'killed when a post was marked as sent',
    bot: `${RESTARTED}it does not go out again`,
    happen: (stage) => {
      const sent = () => stage.output().split('daily post sent').length;
      const before = sent();
      return killWhen(stage, 'a mark', () => sent() > before);
    },
    cost: KILLED,
  },
};

function shownIn({ posts, now }: Stage): number {
  return posts.due(now()).filter(({ shown }) => shown() > 0).length;
}
