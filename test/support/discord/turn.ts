import { type Patience, until } from '../until.ts';
import { CALLBACK, type Interaction } from './interactions.ts';
import type { Choice } from './payloads.ts';
import { textOf } from './text-of.ts';
import type { Message, User } from './world.ts';

/** A message as a user of Discord meets it. */
export type SeenMessage = Message & {
  /** All that can be read in it. */
  readonly text: string;
  readonly isEphemeral: boolean;
};

/** The bot's first reaction to an interaction. */
type FirstResponse = { ms: number; type: number; isEphemeral: boolean };

/** What the bot did about one thing that a user did, now and as it goes on. */
type Turn = {
  /** The messages so far that are meant for this turn and say something, in order. */
  readonly messages: SeenMessage[];
  /** The first reaction: of an interaction its acknowledgement, otherwise the first message. */
  readonly firstResponse: FirstResponse | undefined;
  /** Waits for the first reaction. */
  responded(patience?: Patience): Promise<FirstResponse>;
  /** Waits for a message that says something, and is no longer "thinking". */
  answered(patience?: Patience): Promise<SeenMessage>;
  /** Waits for so many messages. */
  answeredTimes(count: number, patience?: Patience): Promise<SeenMessage[]>;
  /** Watches for so many ms and fails as soon as the bot says anything. */
  silent(forMs: number): Promise<void>;
};

/** What the bot did about an interaction. */
export type InteractionTurn = Turn & {
  readonly interaction: Interaction;
  /** Waits for the choices of an autocomplete. */
  choices(patience?: Patience): Promise<Choice[]>;
  /** Waits for a modal. */
  modal(patience?: Patience): Promise<NonNullable<Interaction['modal']>>;
};

/** What the bot did about a message: replies to it, and later messages in its channel that reply to nothing. */
export type MessageTurn = Turn & { readonly message: SeenMessage };

/** Follows what becomes of an interaction. */
export function followInteraction(interaction: Interaction): InteractionTurn {
  const what = `an answer to the interaction of ${interaction.user.name}`;
  const turn = followMessages(
    () => interaction.messages,
    () => interaction.answer,
    what,
  );
  return Object.assign(turn, {
    interaction,
    choices: (patience: Patience = {}) => until(() => interaction.choices, { what: 'choices', ...patience }),
    modal: (patience: Patience = {}) => until(() => interaction.modal, { what: 'a modal', ...patience }),
  });
}

/** Follows what becomes of a message. */
export function followMessage(message: Message, bot: User): MessageTurn {
  const startedAt = Date.parse(message.payload.timestamp);
  const answers = () =>
    message.channel.messages.filter((one) => {
      const to = one.payload.message_reference?.message_id;
      return one.author === bot && BigInt(one.id) > BigInt(message.id) && (to === undefined || to === message.id);
    });
  const firstResponse = () => {
    const [first] = answers();
    if (!first) return undefined;
    const ms = Math.max(0, Date.parse(first.payload.timestamp) - startedAt);
    return { ms, type: CALLBACK.message, isEphemeral: false };
  };
  const turn = followMessages(answers, firstResponse, `an answer to "${message.payload.content}"`);
  return Object.assign(turn, { message: seen(message) });
}

/** Shows a message as a user meets it. */
export function seen(message: Message): SeenMessage {
  // The message itself gets the additions, so that later edits show.
  const known = message as SeenMessage;
  if (!('text' in message)) {
    Object.defineProperties(message, {
      text: { get: () => textOf(message) },
      isEphemeral: { get: () => message.visibleTo !== undefined },
    });
  }
  return known;
}

function followMessages(all: () => readonly Message[], first: () => FirstResponse | undefined, what: string): Turn {
  const finished = () => [...new Set(all())].filter((message) => !message.thinking && !message.deleted).map(seen);
  const turn: Turn = {
    get messages() {
      return finished();
    },
    get firstResponse() {
      return first();
    },
    responded: (patience = {}) => until(first, { what, ...patience }),
    answered: (patience = {}) => until(() => finished()[0], { what, ...patience }),
    async answeredTimes(count, patience = {}) {
      const enough = () => (finished().length >= count ? finished() : undefined);
      return until(enough, { what: `${what}, ${count} messages`, ...patience });
    },
    async silent(forMs) {
      const deadline = performance.now() + forMs;
      await until(
        () => {
          const [said] = finished();
          if (said) throw new Error(`Expected silence, but the bot said: ${said.text}`);
          if (first()) throw new Error('Expected silence, but the bot responded.');
          return performance.now() > deadline;
        },
        { within: forMs + 1000 },
      );
    },
  };
  return turn;
}
