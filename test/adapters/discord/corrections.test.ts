import { describe, expect, type TestContext, test, vi } from 'vitest';
import { createMemoryReaders } from '../../../src/core/news/memory-readers.ts';
import { UNEDITABLE } from '../../../src/core/ports.ts';
import { corrected, correctionIn, newsPost } from '../../support/news.ts';
import { people, stage } from './harness.ts';

const NEVER = new AbortController().signal;
const KNOWN = corrected();

/** A command that was answered to everybody, and what is remembered of it. */
async function answered(context: Pick<TestContext, 'onTestFinished'>, question = 'how many key labs?') {
  const readers = createMemoryReaders();
  const { discord, adapter } = await stage(context, {
    remember: async (place, id, { shown }) => shown && readers.remember(place, id, shown),
  });
  const { channel, mei } = people(discord);
  const place = { platform: 'discord', workspace: channel.guild?.id ?? '', id: channel.id } as const;
  const answer = await discord.slash(mei, channel, 'harbin ask', { question }).answered();
  const showings = await vi.waitFor(async () => {
    const found = await readers.shownIn(place);
    expect(found).not.toEqual([]);
    return found;
  });
  const showing = showings[0] as (typeof showings)[0];
  return { discord, messenger: adapter.messenger, channel, place, mei, answer, showing };
}

describe.concurrent('a correction in Discord', () => {
  test('puts an answer right where it stands, with what it said before and why', async (context) => {
    const { discord, messenger, channel, place, answer, showing } = await answered(context);
    expect(showing).toMatchObject({ message: answer.id, form: 'fact' });
    const news = { kind: 'edit', message: showing.message, form: 'fact', items: [correctionIn(KNOWN)] } as const;
    expect(await messenger.send(newsPost(KNOWN, news, place), NEVER)).toMatchObject({ kind: 'sent', id: answer.id });
    const [now] = discord.messagesIn(channel);
    expect(now?.payload.content).toMatch(/^\*\*231 key laboratories\*\*/);
    expect(now?.text).toContain('Corrected on 29 November 2026: it said ~~229~~ before. Reason: the release was');
    await messenger.send(newsPost(KNOWN, news, place), NEVER);
    expect(discord.messagesIn(channel)).toHaveLength(1);
  });

  test('of a message that shows more is a reply to it, shown once however often it is sent', async (context) => {
    const { discord, messenger, channel, place, answer, showing } = await answered(context, 'labs and universities');
    expect(showing).toMatchObject({ message: answer.id, form: 'part' });
    const news = { kind: 'note', under: showing.message, watched: [], items: [correctionIn(KNOWN)] } as const;
    const first = await messenger.send(newsPost(KNOWN, news, place), NEVER);
    expect(await messenger.send(newsPost(KNOWN, news, place), NEVER)).toEqual(first);
    const notes = discord.messagesIn(channel).filter(({ text }) => text.includes('Corrected on'));
    expect(notes.map(({ payload }) => payload.message_reference?.message_id)).toEqual([answer.id]);
  });

  test('is by itself where the bot may not read back, and so cannot reply', async (context) => {
    const { discord, messenger, channel, place, showing } = await answered(context, 'labs and universities');
    discord.deny(channel, ['ReadMessageHistory']);
    const news = { kind: 'note', under: showing.message, watched: [], items: [correctionIn(KNOWN)] } as const;
    expect(await messenger.send(newsPost(KNOWN, news, place), NEVER)).toMatchObject({ kind: 'sent' });
  });

  test('says of a message that is not its own that it cannot be changed, and of one that is gone that it is gone', async (context) => {
    const { discord, messenger, channel, place, mei } = await answered(context);
    const theirs = discord.say(mei, channel, 'hello').message;
    const news = { kind: 'edit', message: theirs.id, form: 'fact', items: [correctionIn(KNOWN)] } as const;
    expect(await messenger.send(newsPost(KNOWN, news, place), NEVER)).toMatchObject({ code: UNEDITABLE });
    const gone = { ...news, message: '1' };
    expect(await messenger.send(newsPost(KNOWN, gone, place), NEVER)).toMatchObject({ remedy: 'gone' });
  });
});
