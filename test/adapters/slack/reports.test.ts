import { describe, expect, it } from 'vitest';
import { buttonsOf } from '../../support/slack/clickables.ts';
import type { FakeSlack } from '../../support/slack/fake-slack.ts';
import { pingsIn } from '../../support/slack/pings.ts';
import type { ShownView } from '../../support/slack/view-shelf.ts';
import { until } from '../../support/until.ts';
import { startBot } from './running-bot.ts';

const BUTTON = 'Report this number';

function filled(says: string, link?: string) {
  return {
    says: { says: { type: 'plain_text_input', value: says } },
    link: { link: { type: 'url_text_input', value: link ?? null } },
  };
}

async function formOf(slack: FakeSlack, asked = 'source of key labs') {
  const answer = await (await slack.slash('/harbin', asked)).answer();
  return (await slack.click(answer, BUTTON)).modal();
}

/** All that a modal says. */
function shownIn({ view }: ShownView): string {
  return JSON.stringify(view);
}

/** What was posted into a channel. */
function postedIn(slack: FakeSlack, channel: string) {
  return slack.messages.filter((message) => message.channel === channel && message.via === 'chat');
}

describe.each(['socket', 'http'] as const)('"Report this number" on Slack by %s', (mode) => {
  it('shows a report to whoever runs the bot, and tells whoever sent it that it arrived', async (test) => {
    const { slack, reports } = await startBot(test, {
      mode,
      reportTo: ({ workspace }) => workspace.addChannel({ name: 'bot-reports' }).id,
    });
    const [channel] = [...slack.workspace.channels.values()].filter(({ name }) => name === 'bot-reports');
    const form = await formOf(slack);
    const turn = await slack.submit(form, filled('It is 231 by now', 'https://example.com/labs'));
    expect(shownIn(await turn.modal())).toContain('Thank you, your report has arrived.');
    await until(() => postedIn(slack, channel?.id ?? '').length === 1, { what: 'a report' });
    const [post] = postedIn(slack, channel?.id ?? '');
    expect(post?.text).toMatch(/^Somebody reports a wrong number\./);
    expect(post?.text).toContain('It is 231 by now');
    expect(post?.text).toContain('https://example.com/labs');
    expect(post?.text).toContain('229 key laboratories');
    expect(JSON.stringify(post)).not.toContain(slack.user.id);
    expect(reports.noted).toEqual([]);
    expect(reports.counted).toEqual([{ word: '', language: 'en', near: 'key-laboratories' }]);
  });

  it('writes it down where no channel is chosen, also after a restart', async (test) => {
    const bot = await startBot(test, { mode });
    const { slack, reports } = bot;
    const form = await formOf(slack);
    await bot.restart();
    const turn = await slack.submit(form, filled('  It is 231  '));
    expect(shownIn(await turn.modal())).toContain('Thank you, your report has arrived.');
    await until(() => reports.noted.length === 1, { what: 'a report' });
    expect(reports.noted[0]).toMatchObject({
      language: 'en',
      says: 'It is 231',
      about: { figures: ['key-laboratories'] },
    });
    expect(reports.noted[0]).not.toHaveProperty('link');
  });
});

describe('"Report this number" on Slack', () => {
  it('stands under the source of a figure, and nowhere else', async (test) => {
    const { slack } = await startBot(test);
    for (const [asked, has] of [
      ['source of key labs', true],
      ['how many key labs?', false],
      ['source', false],
      ['help', false],
    ] as const) {
      const other = slack.workspace.addUser();
      const answer = await (await slack.slash('/harbin', asked, { user: other })).answer();
      expect(buttonsOf(answer).includes(BUTTON), asked).toBe(has);
    }
  });

  it('opens from Home too, in the language of the answer', async (test) => {
    const { slack } = await startBot(test);
    slack.user.locale = 'ru-RU';
    const home = await (await slack.openHome(slack.user)).home();
    const source = buttonsOf(home).find((label) => label === 'Источник') ?? '';
    const answered = await (await slack.click(home, source)).home();
    const form = await (await slack.click(answered, 'Сообщить об ошибке')).modal();
    expect(shownIn(form)).toContain('Что неверно?');
  });

  it('counts a report that came twice once', async (test) => {
    const { slack, reports } = await startBot(test);
    const form = await formOf(slack);
    const turn = await slack.submit(form, filled('It is 231'));
    await turn.redeliver();
    await until(() => reports.noted.length === 1, { what: 'a report' });
    await turn.whenQuiet();
    expect(reports.counted).toHaveLength(1);
  });

  it('writes a report down that its channel does not take', async (test) => {
    const { slack, reports } = await startBot(test, { reportTo: () => 'C0GONE' });
    const turn = await slack.submit(await formOf(slack), filled('It is 231'));
    expect(shownIn(await turn.modal())).toContain('Thank you, your report has arrived.');
    await until(() => reports.noted.length === 1, { what: 'a report' });
  });

  it('lets nothing in a report ping, link or format', async (test) => {
    const { slack } = await startBot(test, { reportTo: ({ channel }) => channel.id });
    const form = await formOf(slack);
    await slack.submit(form, filled('<!channel> *no* <https://evil.example|x> <@U0SOMEONE>', 'javascript:alert(1)'));
    await until(() => postedIn(slack, slack.channel.id).length === 1, { what: 'a report' });
    for (const post of postedIn(slack, slack.channel.id)) expect(pingsIn(post)).toEqual([]);
  });

  it('says that a form of another version is out of date, and reports nothing', async (test) => {
    const { slack, reports } = await startBot(test);
    const form = await formOf(slack);
    const forged = { ...form, view: { ...form.view, private_metadata: 'q~en~f~universities' } };
    const turn = await slack.submit(forged, filled('It is 231'));
    expect(shownIn(await turn.modal())).toContain('This form is out of date.');
    expect(reports.counted).toEqual([]);
  });

  it('tells whoever clicks when the form cannot be opened', async (test) => {
    const { slack } = await startBot(test);
    const answer = await (await slack.slash('/harbin', 'source of key labs')).answer();
    slack.faults.breakMethod('views.open', { kind: 'error', error: 'fatal_error' });
    expect((await (await slack.click(answer, BUTTON)).answer()).text).toMatch(/^Sorry, something went wrong/);
  });
});
