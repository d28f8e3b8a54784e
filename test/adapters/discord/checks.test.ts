import { describe, expect, test } from 'vitest';
import { adapterFor, COMMANDS, people, stage } from './harness.ts';

const ENTRY = 'Check this number';

/** The buttons of a message with what they carry. */
function buttons(message: {
  payload: { components: readonly { components?: readonly { label?: string; custom_id?: string }[] }[] };
}) {
  return message.payload.components.flatMap(({ components = [] }) => components);
}

describe.concurrent('"Check this number" in the menu of a message', () => {
  test('answers whoever asked, alone, and in the language of the message', async (context) => {
    const { discord } = await stage(context);
    const { channel, mei } = people(discord);
    const said = {
      'The mayor says the city plans to invest 168 billion yuan':
        /^\*\*10 times too high\*\*\. Claimed: 168 billion yuan/,
      哈尔滨有300所高校: /^\*\*与来源不符。\*\*原话：300。/,
      'В Харбине 229 ключевых лабораторий': /^\*\*Совпадает с источником\.\*\* В Харбине \*\*229/,
    };
    for (const [text, start] of Object.entries(said)) {
      const { message } = discord.say(mei, channel, text);
      const answer = await discord.messageAction(ENTRY, message, mei).answered();
      expect(answer.isEphemeral).toBe(true);
      expect(answer.payload.content).toMatch(start);
      expect(answer.text).toContain(text);
    }
  });

  test('shares the ruling once with everyone, without a word of the message', async (context) => {
    const { discord } = await stage(context);
    const { channel, mei } = people(discord);
    const { message } = discord.say(mei, channel, 'The mayor swears that Shenyang has 48 universities');
    const answer = await discord.messageAction(ENTRY, message, mei).answered();
    const [share] = buttons(answer).filter(({ label }) => label === 'Share');
    expect(share?.custom_id).toBe('h1!en~k~universities:48:e:::shenyang');
    const shared = await discord.click(answer, 'Share', mei).answered();
    expect(shared.isEphemeral).toBe(false);
    expect(shared.payload.content).toMatch(/^\*\*The value of another place\.\*\*/);
    expect(shared.text).toContain('Claim: Institutions of higher learning, Shenyang: 48');
    expect(shared.text).toContain('Shared by Mei.');
    expect(shared.text).not.toMatch(/mayor|swears/);
    expect(buttons(shared).map(({ label }) => label)).not.toContain('Share');
    const again = await discord.click(answer, 'Share', mei).answered();
    expect(again.isEphemeral).toBe(true);
    expect(again.text).toBe('This has been shared already.');
  });

  test('shares after a restart too', async (context) => {
    const { discord, bot, adapter } = await stage(context);
    const { channel, mei } = people(discord);
    const { message } = discord.say(mei, channel, 'Harbin has 300 universities');
    const answer = await discord.messageAction(ENTRY, message, mei).answered();
    await adapter.stop();
    const next = adapterFor(discord, bot);
    context.onTestFinished(() => next.adapter.stop());
    await next.adapter.start();
    const shared = await discord.click(answer, 'Share', mei).answered();
    expect(shared.isEphemeral).toBe(false);
    expect(shared.text).toContain('Claimed: 300.');
  });

  test('shares many rulings in as many parts as fit', async (context) => {
    const { discord } = await stage(context);
    const { channel, mei } = people(discord);
    const text =
      'Harbin has 48 universities, 229 key laboratories, 250 engineering technology research centres and 1,751 high-tech companies';
    const { message } = discord.say(mei, channel, text);
    const answer = await discord.messageAction(ENTRY, message, mei).answered();
    const parts = buttons(answer).filter(({ label }) => label?.startsWith('Share'));
    expect(parts.length).toBeGreaterThan(1);
    for (const { custom_id = '' } of parts) expect(custom_id.length).toBeLessThanOrEqual(100);
    const shared = await Promise.all(parts.map(({ label = '' }) => discord.click(answer, label, mei).answered()));
    const all = shared.map((one) => one.text).join('\n');
    for (const value of ['48', '229', '250', '1,751']) expect(all).toContain(value);
  });

  test('reads embeds and forwarded messages', async (context) => {
    const { discord } = await stage(context);
    const { channel, mei } = people(discord);
    const embedding = discord.say(mei, channel, 'look', { embeds: [{ description: 'Harbin has 52 universities' }] });
    const answer = await discord.messageAction(ENTRY, embedding.message, mei).answered();
    expect(answer.payload.content).toMatch(/^\*\*The source says otherwise\.\*\* Claimed: 52\./);
    const { message } = discord.say(mei, channel, 'Harbin has 229 key laboratories');
    const forwarded = discord.forward(mei, channel, message);
    const other = await discord.messageAction(ENTRY, forwarded.message, mei).answered();
    expect(other.payload.content).toMatch(/^\*\*Matches the source\.\*\* \*\*229/);
  });

  test('works for people who added the app for themselves, where the bot is no member', async (context) => {
    const { discord } = await stage(context);
    const { mei } = people(discord);
    const guild = discord.guild('Elsewhere', { hasBot: false });
    const channel = discord.channel(guild, 'general');
    const { message } = discord.say(mei, channel, 'Harbin has 48 universities');
    const answer = await discord.messageAction(ENTRY, message, mei).answered();
    expect(answer.isEphemeral).toBe(true);
    expect(answer.payload.content).toMatch(/^\*\*Matches the source\.\*\*/);
  });

  test('lets nothing in the message ping, link or format', async (context) => {
    const { discord } = await stage(context);
    const { channel, mei } = people(discord);
    const { message } = discord.say(
      mei,
      channel,
      `@everyone <@${mei.id}> **Harbin** has 48 universities [here](https://evil.example) ||discord.gg/abc||`,
    );
    const answer = await discord.messageAction(ENTRY, message, mei).answered();
    expect(answer.payload.content).toMatch(/^\*\*Matches the source\.\*\*/);
    expect(answer.pings).toEqual({ everyone: false, users: [], roles: [] });
    expect(answer.text).not.toMatch(/@everyone|\]\(https:\/\/evil|<@\d|discord\.gg\/abc/);
  });

  test('answers a huge message within the limits, and logs nothing of it', async (context) => {
    const { discord, log } = await stage(context);
    const { channel, mei } = people(discord);
    const { message } = discord.say(mei, channel, 'Wolfgang says Harbin has 48 universities. '.repeat(47));
    const answer = await discord.messageAction(ENTRY, message, mei).answered();
    expect(answer.payload.content).toMatch(/^\*\*20 numbers checked\*\*/);
    expect(answer.text).toContain('15 more numbers are left out.');
    expect(JSON.stringify(log)).not.toMatch(/Wolfgang|universities/);
  });

  test('is registered in every language, and not written again at the next start', async (context) => {
    const { discord, bot, adapter } = await stage(context);
    const entry = discord.world.commands.get('global')?.find(({ type }) => type === 3);
    expect(entry).toMatchObject({
      name: ENTRY,
      name_localizations: { 'zh-CN': '核对这个数字', 'zh-TW': '核對這個數字', ru: 'Проверить число' },
      integration_types: [0, 1],
      contexts: [0, 1, 2],
    });
    await adapter.stop();
    const next = adapterFor(discord, bot);
    context.onTestFinished(() => next.adapter.stop());
    await next.adapter.start();
    expect(discord.requests.to(COMMANDS)).toHaveLength(1);
  });
});

test('/harbin check is for the asker alone, and can be shared', async (context) => {
  const { discord } = await stage(context);
  const { channel, mei } = people(discord);
  const answer = await discord
    .slash(mei, channel, 'harbin check', { claim: 'Harbin has 48 universities and 10 million people' })
    .answered();
  expect(answer.isEphemeral).toBe(true);
  expect(answer.payload.content).toMatch(/^\*\*2 numbers checked\*\*: 1 matches, 1 I can’t check\./);
  expect(await discord.click(answer, 'Share', mei).answered()).toMatchObject({ isEphemeral: false });
});
