import { MOST_VALUE_CHARACTERS } from '../../../core/commands/invoke.ts';
import { typedText } from '../render/text.ts';
import { answer, draw, tell } from './answering.ts';
import { languageFor, type Session } from './session.ts';

/** The callback_id of the shortcut on messages, as the manifests name it. */
export const CHECK = 'check_number';

/** Somebody wants to know whether the numbers of a message are right. */
export type Wish = {
  team: string;
  channel: string;
  user: string;
  responseUrl: string;
  thread: string | undefined;
  message: SlackMessage;
};

/** Checks the numbers in a message of anybody, and shows the result to the person who asked only. Nothing of the message is kept. */
export async function onCheck(session: Session, wish: Wish): Promise<void> {
  const { team, channel, user, responseUrl, thread, message } = wish;
  const claim = typedText(messageText(message), session.me.botUserId);
  const query = {
    asked: { command: 'check' as const, values: [claim] },
    language: () => languageFor(session, team, user),
  };
  // The text is left out: the button that shares the result carries figures and numbers, never somebody's words.
  const answered = await answer(session.bot, { query }, 'asker');
  await tell(session, { responseUrl, channel, user, thread }, draw(answered), 'check');
}

/** A message as a shortcut delivers it: of any person or app, with what it forwards. */
export type SlackMessage = { text?: unknown; blocks?: unknown; attachments?: unknown };

/** Parts of a message that are read at most; a message is input and may be nested deeply. */
const MOST_PARTS = 500;
/** Where blocks and attachments hold what people read. */
const TEXTS = ['text', 'pretext', 'title', 'value', 'fallback'] as const;
/** The properties of an attachment that are shown instead of its fallback. */
const SHOWN = ['text', 'pretext', 'title', 'fields', 'blocks', 'message_blocks'] as const;
const NESTED = ['blocks', 'message_blocks', 'message', 'attachments', 'elements', 'fields', 'text', 'rows'] as const;

/** All that people read in a message, each text once, up to what is checked of it. */
export function messageText({ text, blocks, attachments }: SlackMessage): string {
  let whole = typeof text === 'string' ? text.slice(0, MOST_VALUE_CHARACTERS) : '';
  const waiting: unknown[] = [attachments, blocks];
  for (let parts = 0; waiting.length > 0 && parts < MOST_PARTS && whole.length < MOST_VALUE_CHARACTERS; parts++) {
    const part = waiting.shift();
    if (Array.isArray(part)) {
      waiting.unshift(...part.slice(0, MOST_PARTS));
      continue;
    }
    if (typeof part !== 'object' || part === null) continue;
    const properties = part as Record<string, unknown>;
    for (const name of TEXTS) {
      // A fallback is for those who are shown nothing else of it; of a forwarded message it begins with its date.
      if (name === 'fallback' && SHOWN.some((shown) => properties[shown])) continue;
      const found = properties[name];
      // Blocks mostly repeat the text.
      if (typeof found === 'string' && !squeezed(whole).includes(squeezed(found)))
        whole += `\n${found.slice(0, MOST_VALUE_CHARACTERS)}`;
    }
    waiting.unshift(...NESTED.map((name) => properties[name]).filter((value) => typeof value === 'object'));
  }
  return whole;
}

function squeezed(text: string): string {
  return text.replace(/[\s*_~`]+/g, '');
}
