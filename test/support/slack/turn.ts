import { type Patience, pause, until } from '../until.ts';
import type { Ack, DeliveryOptions } from './delivery.ts';
import type { PostedMessage } from './message-board.ts';
import type { ShownView } from './view-shelf.ts';
import type { World } from './world.ts';

/** One thing a person did, and all that the bot did about it. */
export type Turn = {
  /** When it was done, on the scale of `at` of a message, so that their difference is the time to the answer. */
  readonly startedAt: number;
  /** How the bot took it: the first ack, or the last failure so far. */
  readonly ack: Ack;
  /** Every delivery of it, repeated ones included; empty when the app is not subscribed to such events. */
  readonly deliveries: readonly Ack[];
  /** What the person wrote, where they wrote a message. */
  readonly message: PostedMessage | undefined;
  readonly responseUrl: string | undefined;
  readonly triggerId: string | undefined;
  /** Every appearance so far that belongs to it: messages posted, updated and deleted. */
  answers(): PostedMessage[];
  /** Waits for the first message posted or updated. */
  answer(options?: Patience): Promise<PostedMessage>;
  /** Waits until there are so many. */
  waitForAnswers(count: number, options?: Patience): Promise<PostedMessage[]>;
  /** Lets the bot go on until nothing has appeared for so long (default 300 ms), and tells all there is. */
  whenQuiet(ms?: number): Promise<PostedMessage[]>;
  /** Waits for the Home that was published for the person since. */
  home(options?: Patience): Promise<ShownView>;
  /** Waits for the modal that was opened for the person since. */
  modal(options?: Patience): Promise<ShownView>;
  /** Waits until some delivery of it was acked. */
  acked(options?: Patience): Promise<Ack>;
  /** Delivers the very same thing again: same event_id, same trigger_id. */
  redeliver(options?: DeliveryOptions): Promise<Ack>;
};

/** What a turn is about: who did it where, and what tells its answers from others. */
export type TurnSubject = {
  user: string;
  /** Where answers are expected; a Home has no such place. */
  channel: string | undefined;
  /** The thread whose replies count; every message of the channel counts when there is none. */
  threadTs: string | undefined;
  message: PostedMessage | undefined;
  responseUrl: string | undefined;
  triggerId: string | undefined;
};

const NOT_DELIVERED: Ack = { ok: false, ms: 0, reason: 'not_subscribed' };
const QUIET_MS = 300;
/** Quiet is waited for in steps, in each of which the bot gets on: on a busy machine they are longer, and no fewer. */
const QUIET_STEP_MS = 5;

export function createTurn(
  subject: TurnSubject,
  world: World,
  deliveries: Ack[],
  redeliver: (options: DeliveryOptions) => Promise<Ack>,
  startedAt: number,
): Turn {
  const { board, views, workspace } = world;
  const direct = workspace.directChannel(subject.user).id;

  const belongs = (message: PostedMessage): boolean => {
    if (message.at < startedAt || message.via === 'person' || message.via === 'other_bot') return false;
    if (message.responseUrl !== undefined) return message.responseUrl === subject.responseUrl;
    if (message.visibleTo !== 'everyone' && message.visibleTo.user !== subject.user) return false;
    if (message.channel === direct && subject.channel !== direct) return true;
    if (message.channel !== subject.channel) return false;
    // An answer for the asker alone need not be in the thread.
    if (message.visibleTo !== 'everyone' || subject.threadTs === undefined) return true;
    return message.threadTs === subject.threadTs;
  };
  const answers = () => board.history.filter(belongs);
  const shown = () => answers().filter((message) => message.change !== 'deleted');
  const viewOf = (kind: 'home' | 'modal') => () =>
    views.history.find((view) => view.at >= startedAt && view.user === subject.user && view.kind === kind);

  return {
    startedAt,
    get ack() {
      return deliveries.find((ack) => ack.ok) ?? deliveries.at(-1) ?? NOT_DELIVERED;
    },
    deliveries,
    message: subject.message,
    responseUrl: subject.responseUrl,
    triggerId: subject.triggerId,
    answers,
    answer: (options) => until(() => shown()[0], { what: 'an answer', ...options }),
    async waitForAnswers(count, options) {
      await until(() => shown().length >= count, { what: `answer number ${count}`, ...options });
      return shown();
    },
    async whenQuiet(ms = QUIET_MS) {
      for (;;) {
        const before = answers().length;
        for (let step = 0; step < ms; step += QUIET_STEP_MS) await pause(QUIET_STEP_MS);
        if (answers().length === before) return answers();
      }
    },
    home: (options) => until(viewOf('home'), { what: 'the Home', ...options }),
    modal: (options) => until(viewOf('modal'), { what: 'a modal', ...options }),
    acked: (options) => until(() => deliveries.find((ack) => ack.ok), { what: 'an ack', ...options }),
    redeliver: (options = {}) => redeliver(options),
  };
}
