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

/** Rules on the numbers of anybody's message, to whoever asked alone; of the message nothing is kept. */
export async function onCheck(session: Session, wish: Wish): Promise<void> {
  const { team, channel, user, responseUrl, thread, message } = wish;
  const claim = typedText(messageText(message), session.me.botUserId);
  const query = {
    asked: { command: 'check' as const, values: [claim] },
    language: () => languageFor(session, team, user),
  };
  // Without its text: a button that shares the ruling carries figures and numbers, never somebody's words.
  const answered = await answer(session.bot, { query }, 'asker');
  await tell(session, { responseUrl, channel, user, thread }, draw(answered), 'check');
}

/** A message as a shortcut on it tells it: anybody's, also another app's, with what it forwards. */
export type SlackMessage = { text?: unknown; blocks?: unknown; attachments?: unknown };

/** Parts of a message that are looked at; a message is somebody's input, and may be nested without end. */
const MOST_PARTS = 500;
/** Where blocks and attachments hold what people read. */
const TEXTS = ['text', 'pretext', 'title', 'value', 'fallback'] as const;
/** What people are shown of an attachment instead of its fallback. */
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
      // Blocks mostly say again what the text says.
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
