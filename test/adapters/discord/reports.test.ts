import { describe, expect, test } from 'vitest';
import { until } from '../../support/until.ts';
import { adapterFor, people, stage } from './harness.ts';

const BUTTON = 'Report this number';

describe.concurrent('"Report this number" on Discord', () => {
  test('shows a report to whoever runs the bot, and tells whoever sent it, alone, that it arrived', async (context) => {
    const { discord, reports } = await stage(context, {
      reportTo: (world) => world.channel(world.guild('Operators'), 'reports').id,
    });
    const { channel, mei } = people(discord);
    const answer = await discord.slash(mei, channel, 'harbin source', { figure: 'key labs' }).answered();
    const click = discord.click(answer, BUTTON, mei);
    expect((await click.modal()).title).toBe(BUTTON);
    const said = await discord
      .submitModal(click, { says: '@everyone it is **231**', link: 'https://example.com/labs' })
      .answered();
    expect(said.isEphemeral).toBe(true);
    expect(said.text).toBe('Thank you, your report has arrived.');
    const operators = [...discord.world.channels.values()].find(({ name }) => name === 'reports');
    if (!operators) throw new Error('no channel for reports');
    await until(() => discord.messagesIn(operators).length === 1, { what: 'a report' });
    const [post] = discord.messagesIn(operators);
    expect(post?.payload.content).toMatch(/^\*\*Somebody reports a wrong number\.\*\*/);
    for (const part of ['it is **231**', 'https://example.com/labs', '229 key laboratories'])
      expect(JSON.stringify(post?.payload)).toContain(part);
    expect(JSON.stringify(post?.payload)).not.toContain(mei.id);
    expect(post?.pings).toEqual({ everyone: false, roles: [], users: [] });
    expect(reports.counted).toEqual([{ word: '', language: 'en', near: 'key-laboratories' }]);
    expect(reports.noted).toEqual([]);
  });

  test('writes it down where no channel is chosen, also after a restart', async (context) => {
    const { discord, bot, adapter } = await stage(context);
    const { channel, mei } = people(discord);
    const answer = await discord.slash(mei, channel, 'harbin source', { figure: 'key labs' }).answered();
    const click = discord.click(answer, BUTTON, mei);
    await click.modal();
    await adapter.stop();
    const next = adapterFor(discord, bot);
    context.onTestFinished(() => next.adapter.stop());
    await next.adapter.start();
    const said = await discord.submitModal(click, { says: ' It is 231 ' }).answered();
    expect(said.text).toBe('Thank you, your report has arrived.');
    await until(() => next.reports.noted.length === 1, { what: 'a report' });
    expect(next.reports.noted[0]).toMatchObject({ says: 'It is 231', about: { figures: ['key-laboratories'] } });
    expect(next.reports.noted[0]).not.toHaveProperty('link');
  });

  test('writes a report down that its channel does not take', async (context) => {
    const { discord, reports } = await stage(context, { reportTo: () => '100000000000000000' });
    const { channel, mei } = people(discord);
    const answer = await discord.slash(mei, channel, 'harbin source', { figure: 'key labs' }).answered();
    const click = discord.click(answer, BUTTON, mei);
    await click.modal();
    await discord.submitModal(click, { says: 'It is 231' }).answered();
    await until(() => reports.noted.length === 1, { what: 'a report' });
  });

  test('says that a forged form is out of date, and reports nothing', async (context) => {
    const { discord, reports } = await stage(context);
    const { channel, mei } = people(discord);
    const answer = await discord.slash(mei, channel, 'harbin source', { figure: 'key labs' }).answered();
    const click = discord.click(answer, BUTTON, mei);
    const modal = await click.modal();
    modal.customId = 'h1^en~f~universities';
    const said = await discord.submitModal(click, { says: 'It is 231' }).answered();
    expect(said.isEphemeral).toBe(true);
    expect(said.text).toMatch(/^This form is out of date\./);
    expect(reports.counted).toEqual([]);
  });
});
