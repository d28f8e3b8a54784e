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
  await until(look, { within: 20_000, what });
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
    bot: `${RESTARTED}no platform tells of it again`,
    happen: (stage) =>
      killWhen(
        stage,
        'an acknowledgement',
        since(stage)((asked) => asked.isTaken() && asked.shown().length === 0),
      ),
    cost: KILLED,
  },
  'kill-sending': {
    name: 'killed while the platforms hold their responses to answers',
    bot: `${RESTARTED}what was sent by then appears, once`,
    async happen(stage) {
      const { slack, discord } = stage;
      for (const method of ['chat.postMessage', 'response_url'])
        slack.faults.breakMethod(method, { kind: 'slow', ms: 1_000 });
      discord.faults.rest({ fault: 'hang', ms: 2_000 });
      await pause(2_000);
      await stage.kill();
      slack.faults.healMethods();
      await stage.restart();
    },
    cost: KILLED,
  },
  'kill-answered': {
    name: 'killed when an answer was accepted',
    bot: `${RESTARTED}it does not come twice`,
    happen: (stage) =>
      killWhen(
        stage,
        'an answer',
        since(stage)((asked) => asked.shown().length > 0),
      ),
    cost: KILLED,
  },
};
