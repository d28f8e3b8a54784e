import { asList, partsWithin } from './blocks.ts';
import type { PostedMessage } from './message-board.ts';

/** What a message says in one place, and whether Slack reads mentions and links there. */
type Said = { text: string; isMarkup: boolean };

const CONTROL_SEQUENCE = /<([@#!]?[^<>\s][^<>]*)>/g;
const PING = /^(!(?:channel|here|everyone)\b|!subteam\^|@[UWB])/;
const NAMED_PING = /(?<![\w<!@])@(?:channel|here|everyone)\b/g;

/** Everything in a message that would notify people: `<!channel>`, `<@U…>`, `<!subteam^S…>` and their block forms. */
export function pingsIn(message: PostedMessage): string[] {
  return [
    ...controlSequencesIn(message).filter((sequence) => PING.test(sequence.slice(1))),
    ...namedPings(message),
    ...richTextPings(message),
  ];
}

/** Every `<…>` that Slack would turn into a mention, a channel or a link, as it stands in the message. */
export function controlSequencesIn(message: PostedMessage): string[] {
  return said(message)
    .filter((each) => each.isMarkup)
    .flatMap((each) => [...each.text.matchAll(CONTROL_SEQUENCE)].map(([sequence]) => sequence));
}

/** All words of a message, its blocks included, in reading order. */
export function wordsOf(message: PostedMessage): string {
  return said(message)
    .map((each) => each.text)
    .join('\n');
}

function said(message: PostedMessage): Said[] {
  const isMarkup = message.sent.mrkdwn !== false && message.sent.mrkdwn !== 'false';
  const top: Said[] = message.text === '' ? [] : [{ text: message.text, isMarkup }];
  if (typeof message.sent.markdown_text === 'string') top.push({ text: message.sent.markdown_text, isMarkup: true });
  const inBlocks = partsWithin([...message.blocks, ...asList(message.sent.attachments)]).flatMap((part): Said[] =>
    [part.text, part.title, part.caption, part.alt_text]
      .filter((value) => typeof value === 'string')
      .map((text) => ({ text, isMarkup: [undefined, 'mrkdwn', 'markdown'].includes(part.type as string) })),
  );
  return [...top, ...inBlocks];
}

/** `parse: full` and `link_names` make a bare @channel ping. */
function namedPings(message: PostedMessage): string[] {
  const { parse, link_names } = message.sent;
  if (parse !== 'full' && ![true, 1, 'true', '1'].includes(link_names as string)) return [];
  return said(message).flatMap((each) => [...each.text.matchAll(NAMED_PING)].map(([ping]) => ping));
}

function richTextPings(message: PostedMessage): string[] {
  return partsWithin(message.blocks).flatMap((part) => {
    if (part.type === 'user') return [`<@${part.user_id}>`];
    if (part.type === 'usergroup') return [`<!subteam^${part.usergroup_id}>`];
    if (part.type === 'broadcast') return [`<!${part.range}>`];
    return [];
  });
}
