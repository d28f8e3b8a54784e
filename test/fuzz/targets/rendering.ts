import * as fc from 'fast-check';
import { render } from '../../../src/adapters/discord/render/render.ts';
import { LIMITS } from '../../../src/adapters/slack/render/limits.ts';
import { render as renderForSlack, renderLine } from '../../../src/adapters/slack/render/render.ts';
import { word } from '../../../src/adapters/slack/render/words.ts';
import type { Reply } from '../../../src/core/bot.ts';
import { readCommand } from '../../../src/core/commands/read-command.ts';
import { loadCatalogue } from '../../../src/data/load.ts';
import { LANGUAGES } from '../../../src/data/schema.ts';
import { botOf } from '../../support/bot.ts';
import { checkMessage } from '../../support/discord/check-message.ts';
import { mentionsIn } from '../../support/discord/mentions.ts';
import { partsWithin } from '../../support/slack/blocks.ts';
import { problemsInBlocks } from '../../support/slack/check-blocks.ts';
import { insist, stateless } from '../target.ts';
import { shortHostileText } from '../texts.ts';

const RULES = { isKnownFile: () => false, unsupported: new Set<string>() };

const inputs = fc.record({
  text: shortHostileText,
  how: fc.constantFrom('plain' as const, 'check' as const, 'compare' as const, 'source' as const, 'daily on' as const),
  name: fc.oneof(shortHostileText, fc.constantFrom('Mei', '@everyone', '<!channel>', '<@U1>', '**x**', '`x`')),
  language: fc.constantFrom(...LANGUAGES),
  embeds: fc.boolean(),
});

/** Answers that quote what people typed, and names of people, as both platforms get them. */
export const rendering = stateless('payloads', inputs, async () => {
  const catalogue = await loadCatalogue();
  const bot = botOf(catalogue);
  const addresses = new Set(catalogue.sources.map(({ url }) => new URL(url).href));
  return async ({ text, how, name, language, embeds }) => {
    const asked = how === 'plain' ? (readCommand(text) ?? text) : { command: how, values: [text, text] };
    const reply = await bot.reply({ asked, language });
    const slack = renderForSlack(reply.message, { charts: 'native', closing: word('sharedBy', language, { name }) });
    const line = renderLine(name || '…');
    const discord = drawnForDiscord(reply, embeds, name);
    return () => {
      checkSlack(slack, addresses);
      checkSlack(line, addresses);
      checkDiscord(discord, addresses);
    };
  };
});

function drawnForDiscord(reply: Reply, embeds: boolean, sharer: string) {
  return render(reply, { embeds, sharer, isPrivate: true, mentionCommand: (command) => `</harbin ${command}:1>` });
}

function checkSlack({ text, blocks }: ReturnType<typeof renderForSlack>, addresses: ReadonlySet<string>): void {
  const [problem] = problemsInBlocks(JSON.parse(JSON.stringify(blocks)), 'message', RULES);
  insist(problem === undefined, `Slack refuses: ${problem}`);
  insist(!/[<>]|&(?!(?:amp|lt|gt);)/.test(text), 'an unescaped sign in the text');
  insist(text !== '' && text.length <= LIMITS.messageText, 'a text of a wrong length');
  for (const part of partsWithin(blocks)) {
    insist(
      !['user', 'usergroup', 'broadcast', 'channel', 'emoji', 'date'].includes(String(part['type'])),
      `${part['type']} by nobody's wish`,
    );
    if (part['type'] === 'link') insist(addresses.has(new URL(String(part['url'])).href), `a link to ${part['url']}`);
    if (part['type'] === 'mrkdwn') checkMarkup(String(part['text']), addresses);
  }
}

function checkMarkup(text: string, addresses: ReadonlySet<string>): void {
  for (const [whole, inside = ''] of text.matchAll(/<([^<>]*)>?/g)) {
    const [url = ''] = inside.split('|');
    insist(
      whole.endsWith('>') && URL.canParse(url) && addresses.has(new URL(url.replaceAll('&amp;', '&')).href),
      `markup: ${whole}`,
    );
  }
  insist(!/[*_~`]/.test(text.replace(/<[^<>]*\|/g, '')), 'formatting in small print');
}

function checkDiscord(drawing: ReturnType<typeof drawnForDiscord>, addresses: ReadonlySet<string>): void {
  checkMessage(drawing as never, []);
  for (const [at, text] of [drawing.content, ...drawing.embeds.map(({ description = '' }) => description)].entries()) {
    // What a backslash stands before is shown as it is.
    const named = mentionsIn(text.replace(/\\[\s\S]/g, ' '));
    insist(!named.everyone && named.users.length + named.roles.length === 0, 'a mention');
    const bare = text
      .replace(/```\n[\s\S]*?\n```/g, ' ')
      .replace(/<\/harbin [a-z ]+:1>/g, ' ')
      .replace(/(?<!\\)\]\(<?(https?:[^()\s]*?)>?\)/g, (_, url: string) => {
        insist(
          addresses.has(new URL(url.replace(/%2[89]/g, (code) => decodeURIComponent(code))).href),
          `a link to ${url}`,
        );
        return ' ';
      });
    insist(!/[a-z][a-z\d+.-]*:\/\/|discord\.gg\//i.test(bare), 'a bare link');
    insist(
      !/(?<!\\)(?:\\\\)*[<|~]/.test(bare.replace(/\\[\s\S]/g, '')),
      `a sign of Discord's in ${at === 0 ? 'the text' : 'an embed'}`,
    );
    insist(!/^(?:#{1,3} |>{1,3} )/m.test(bare), 'a heading or quotation');
  }
}
