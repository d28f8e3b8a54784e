import { describe, expect, it } from 'vitest';
import { buttonsOf } from '../../support/slack/clickables.ts';
import type { FakeSlack } from '../../support/slack/fake-slack.ts';
import type { PostedMessage } from '../../support/slack/message-board.ts';
import { controlSequencesIn, pingsIn, wordsOf } from '../../support/slack/pings.ts';
import { startBot } from './running-bot.ts';

/** Somebody says something in the channel, and mei has its numbers checked. */
async function checked(slack: FakeSlack, text: string, said: { attachments?: object[]; thread?: string } = {}) {
  const { message } = await slack.say(slack.channel, text, said);
  if (!message) throw new Error('nothing was said');
  return slack.messageAction('check_number', message);
}

describe('"Check this number" on a message', () => {
  it.for([
    ['The mayor says the city plans to invest 168 billion yuan', /^10 times too high\. Claimed: 168 billion yuan\./],
    ['哈尔滨有300所高校', /^与来源不符。原话：300。哈尔滨有48所高等院校/],
    ['В Харбине 229 ключевых лабораторий', /^Совпадает с источником\. В Харбине 229 ключевых лабораторий/],
  ] as const)('answers whoever asked, alone and in the language of the message: %s', async ([text, start], test) => {
    const { slack } = await startBot(test);
    const turn = await checked(slack, text);
    const answer = await turn.answer();
    expect(answer).toMatchObject({ visibleTo: { user: slack.user.id }, via: 'response_url' });
    expect(answer.text).toMatch(start);
    expect(answer.text).toContain(text);
    expect(await turn.whenQuiet()).toHaveLength(1);
  });

  it('shares the ruling with everyone, without a word of the message, also after a restart', async (test) => {
    const bot = await startBot(test);
    const { slack } = bot;
    const answer = await (await checked(slack, 'The mayor swears that Shenyang has 48 universities')).answer();
    expect(JSON.stringify(answer.blocks.at(-1))).not.toMatch(/mayor|swears/);
    await bot.restart();
    const [shared, kept] = await (await slack.click(answer, 'Share')).waitForAnswers(2);
    expect(shared).toMatchObject({ visibleTo: 'everyone', channel: slack.channel.id });
    expect(shared?.text).toMatch(/^The value of another place\. 48 institutions of higher learning in Harbin/);
    expect(shared?.text).toContain('Claim: Institutions of higher learning, Shenyang: 48');
    expect(shared?.text).toContain('Shared by mei.');
    expect(shared?.text).not.toMatch(/mayor|swears/);
    expect(buttonsOf(kept as PostedMessage)).not.toContain('Share');
  });

  it('reads what a message forwards and what another app put into blocks', async (test) => {
    const { slack } = await startBot(test);
    const forwarded = { is_share: true, text: 'Harbin has 229 key laboratories', fallback: '[forwarded]' };
    const answer = await (await checked(slack, 'is that so?', { attachments: [forwarded] })).answer();
    expect(answer.text).toMatch(/^Matches the source\. 229 key laboratories/);
    const nested = { blocks: [{ type: 'section', text: { type: 'mrkdwn', text: 'Harbin has *52* universities' } }] };
    const other = await (await checked(slack, '', { attachments: [nested] })).answer();
    expect(other.text).toMatch(/^The source says otherwise\. Claimed: 52\./);
  });

  it('answers in the thread of the message', async (test) => {
    const { slack } = await startBot(test);
    const { message: root } = await slack.say(slack.channel, 'numbers');
    const turn = await checked(slack, 'Harbin has 48 universities', { thread: root?.ts ?? '' });
    expect(await turn.answer()).toMatchObject({ threadTs: root?.ts, visibleTo: { user: slack.user.id } });
  });

  it('says what it cannot check, and offers nothing to share then', async (test) => {
    const { slack } = await startBot(test);
    const nothing = await (await checked(slack, 'good morning')).answer();
    expect(nothing.text).toMatch(/^I see no number to check\./);
    const unheld = await (await checked(slack, 'Harbin has 48 students')).answer();
    expect(unheld.text).toMatch(/^I can’t check that\. No figure on students/);
    for (const answer of [nothing, unheld]) expect(buttonsOf(answer)).not.toContain('Share');
  });

  it('lets nothing in the message ping, link or format', async (test) => {
    const { slack } = await startBot(test);
    const { message } = await slack.say(
      slack.channel,
      '<!channel> <@U0SOMEONE> *Harbin* has 48 universities & <https://evil.example|more> `x`',
      { raw: true },
    );
    const answer = await (await slack.messageAction('check_number', message as PostedMessage)).answer();
    expect(answer.text).toMatch(/^Matches the source\./);
    expect(pingsIn(answer)).toEqual([]);
    expect(controlSequencesIn(answer).filter((sequence) => /evil|channel/.test(sequence))).toEqual([]);
    expect(wordsOf(answer)).toContain('universities');
  });

  it('answers a huge message, and nests without end do not hold it up', async (test) => {
    const { slack } = await startBot(test);
    const huge = `Harbin has 48 universities. ${'It has 229 key laboratories, too. '.repeat(1_100)}`;
    const answer = await (await checked(slack, huge)).answer();
    expect(answer.text.length).toBeLessThanOrEqual(4_000);
    expect(answer.text).toMatch(/^20 numbers checked: 20 match\.[\s\S]*I read the first \d+ characters only\./);
    let nested: object = { text: 'Harbin has 48 universities' };
    for (let depth = 0; depth < 2_000; depth++) nested = { elements: [nested] };
    const deep = await (await checked(slack, 'Harbin has 48 universities', { attachments: [nested] })).answer();
    expect(deep.text).toMatch(/^Matches the source\./);
  });

  it('logs nothing of the message, and keeps nothing of it for the next question', async (test) => {
    const { slack, log } = await startBot(test);
    await (await checked(slack, 'Harbin has 48 universities, says Wolfgang')).answer();
    expect(JSON.stringify(log)).not.toMatch(/Wolfgang|universities/);
    const next = await (await slack.slash('/harbin', 'and where is that from?')).answer();
    expect(next.text).not.toContain('Institutions of higher learning:');
  });

  it('acknowledges shortcuts of other versions without a word', async (test) => {
    const { slack } = await startBot(test);
    const { message } = await slack.say(slack.channel, 'Harbin has 48 universities');
    const turn = await slack.messageAction('something_else', message as PostedMessage);
    expect(turn.ack.ok).toBe(true);
    expect(await turn.whenQuiet()).toEqual([]);
  });
});

describe('/harbin check', () => {
  it('rules on every number, for the asker alone, with Share', async (test) => {
    const { slack } = await startBot(test);
    const text = 'check Harbin has 48 universities, 292 key laboratories and 10 million visitors';
    const answer = await (await slack.slash('/harbin', text)).answer();
    expect(answer.visibleTo).toEqual({ user: slack.user.id });
    expect(answer.text).toMatch(/^3 numbers checked: 1 matches, 1 does not, 1 I can’t check\./);
    const [shared] = await (await slack.click(answer, 'Share')).waitForAnswers(2);
    expect(shared?.text).toMatch(/^2 numbers checked: 1 matches, 1 does not\./);
  });
});
