import { describe, expect, it, type TestContext, vi } from 'vitest';
import { createMemoryReaders } from '../../../src/core/news/memory-readers.ts';
import { UNEDITABLE } from '../../../src/core/ports.ts';
import { corrected, correctionIn, newsPost } from '../../support/news.ts';
import { startBot } from './running-bot.ts';

const NEVER = new AbortController().signal;
const KNOWN = corrected();

/** A mention that was answered in its thread, and what is remembered of it. */
async function answered(test: Pick<TestContext, 'onTestFinished'>, question = 'how many labs?') {
  const readers = createMemoryReaders();
  const running = await startBot(test, {
    prepare: (fake) => fake.installation.scopes.add('channels:history').add('groups:history'),
    remember: async (channel, id, { shown }) => shown && readers.remember(channel, id, shown),
  });
  const { slack, adapter } = running;
  const channel = { platform: 'slack', workspace: slack.workspace.teamId, id: slack.channel.id } as const;
  const answer = await (await slack.mention(slack.channel, question)).answer();
  const showings = await vi.waitFor(async () => {
    const found = await readers.shownIn(channel);
    expect(found).not.toEqual([]);
    return found;
  });
  return {
    slack,
    messenger: adapter.messenger,
    channel,
    answer,
    showing: showings[0] as (typeof showings)[0],
    readers,
  };
}

describe.concurrent('a correction in Slack', () => {
  it('puts an answer right where it stands, with what it said before and why', async (test) => {
    const { slack, messenger, channel, answer, showing } = await answered(test);
    expect(showing).toMatchObject({ form: 'fact', language: 'en' });
    const news = { kind: 'edit', message: showing.message, form: 'fact', items: [correctionIn(KNOWN)] } as const;
    const sent = await messenger.send(newsPost(KNOWN, news, channel), NEVER);
    expect(sent).toMatchObject({ kind: 'sent' });
    const now = slack.messages.findLast(({ ts }) => ts === answer.ts);
    expect(now?.text).toMatch(/^231 key laboratories .*\nCorrected on 29 November 2026: it said 229 before\. Reason: /);
    expect(JSON.stringify(now?.blocks)).toContain('"style":{"strike":true}');
    // The same again changes nothing, and posts nothing.
    expect(await messenger.send(newsPost(KNOWN, news, channel), NEVER)).toMatchObject({ kind: 'sent' });
    const own = slack.messages.filter(({ author }) => author === answer.author);
    expect(new Set(own.map(({ ts }) => ts)).size).toBe(1);
  });

  it('puts an answer right that somebody shared', async (test) => {
    const readers = createMemoryReaders();
    const { slack, adapter } = await startBot(test, {
      remember: async (channel, id, { shown }) => shown && readers.remember(channel, id, shown),
    });
    const channel = { platform: 'slack', workspace: slack.workspace.teamId, id: slack.channel.id } as const;
    const asked = await (await slack.slash('/harbin', 'how many labs?')).answer();
    expect(await readers.shownIn(channel)).toEqual([]);
    await slack.click(asked, 'Share');
    const [showing] = await vi.waitFor(async () => {
      const found = await readers.shownIn(channel);
      expect(found).toHaveLength(1);
      return found;
    });
    const news = { kind: 'edit', message: showing?.message ?? '', form: 'fact', items: [correctionIn(KNOWN)] } as const;
    expect(await adapter.messenger.send(newsPost(KNOWN, news, channel), NEVER)).toMatchObject({ kind: 'sent' });
    expect(slack.messages.findLast(({ ts }) => ts === showing?.message)?.text).toMatch(/^231 key laboratories /);
  });

  it('of a message that shows more is a reply in its thread, found again by its key', async (test) => {
    const { slack, messenger, channel, answer, showing } = await answered(test, 'compare labs and research centres');
    expect(showing).toMatchObject({ form: 'part' });
    const news = { kind: 'note', under: showing.message, watched: [], items: [correctionIn(KNOWN)] } as const;
    const post = newsPost(KNOWN, news, channel);
    const sent = await messenger.send(post, NEVER);
    const note = slack.messages.at(-1);
    expect(note).toMatchObject({ threadTs: answer.threadTs, text: expect.stringMatching(/^Corrected on 29 November/) });
    expect(sent).toMatchObject({ kind: 'sent', id: note?.ts });
    expect(await messenger.find(post, NEVER)).toMatchObject({ kind: 'there', id: note?.ts });
    expect(await messenger.find({ ...post, key: 'another' }, NEVER)).toEqual({ kind: 'absent' });
  });

  it('says of a message that is fixed that it cannot be changed, and of one that is gone that it is gone', async (test) => {
    const { slack, messenger, channel, showing } = await answered(test);
    const news = { kind: 'edit', message: showing.message, form: 'fact', items: [correctionIn(KNOWN)] } as const;
    slack.faults.breakMethod('chat.update', { kind: 'error', error: 'edit_window_closed' });
    expect(await messenger.send(newsPost(KNOWN, news, channel), NEVER)).toMatchObject({ code: UNEDITABLE });
    slack.faults.healMethods('chat.update');
    const gone = { ...news, message: '1.1' };
    expect(await messenger.send(newsPost(KNOWN, gone, channel), NEVER)).toMatchObject({ remedy: 'gone' });
  });
});

describe('The Home tab', () => {
  it('lists the figures that a person watches, and tells each by a click', async (test) => {
    const { slack } = await startBot(test, { watchedBy: async () => ['key-laboratories'] });
    const home = await (await slack.openHome(slack.user)).home();
    expect(JSON.stringify(home.view)).toContain('Figures you watch');
    const told = await (await slack.click(home, 'ask:watched:0')).home();
    expect(JSON.stringify(told.view)).toContain('229 key laboratories');
  });
});
