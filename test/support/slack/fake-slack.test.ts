import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { buttonsOf } from './clickables.ts';
import { type EchoApp, startEchoApp } from './echo-app.ts';
import { type FakeSlack, startFakeSlack } from './fake-slack.ts';
import { controlSequencesIn, pingsIn, wordsOf } from './pings.ts';

describe.each(['socket', 'http'] as const)('a plain Bolt app by %s', (mode) => {
  let slack: FakeSlack;
  let app: EchoApp;

  beforeAll(async () => {
    slack = await startFakeSlack();
    // A busy machine may need the three seconds of Slack by itself.
    slack.timing.ackMs = 30_000;
    app = await startEchoApp(slack, { mode });
  });
  afterAll(async () => {
    await app.stop();
    await slack.close();
  });

  it('acks a slash command and answers the asker alone', async () => {
    const begun = performance.now();
    const turn = await slack.slash('/echo', 'how many labs');
    expect(turn.ack).toMatchObject({ ok: true });
    expect(turn.ack.ms).toBeLessThan(performance.now() - begun);
    const answer = await turn.answer();
    expect(answer).toMatchObject({ text: 'how many labs', via: 'response_url', visibleTo: { user: slack.user.id } });
    expect(buttonsOf(answer)).toEqual(['Again']);
    expect(turn.startedAt).toBeGreaterThan(begun);
    expect(answer.at).toBeLessThan(performance.now());
    expect(answer.at).toBeGreaterThan(turn.startedAt);
  });

  it('shows an answer that came inside the ack', async () => {
    const turn = await slack.slash('/inside-ack', 'labs');
    expect(await turn.answer()).toMatchObject({ text: 'labs', via: 'ack', visibleTo: 'everyone' });
  });

  it('escapes what people type, and sends it raw when told to', async () => {
    const typed = await slack.slash('/echo', 'A & <!channel>');
    expect(await typed.answer()).toMatchObject({ text: 'A &amp; &lt;!channel&gt;' });
    expect(pingsIn(await typed.answer())).toEqual([]);
    const raw = await slack.slash('/echo', '<!channel>', { raw: true });
    expect(pingsIn(await raw.answer())).toContain('<!channel>');
  });

  it('sees a mention answered in its thread and a direct message in its place', async () => {
    const mention = await slack.mention(slack.channel, 'labs?');
    expect(await mention.answer()).toMatchObject({ threadTs: mention.message?.ts, channel: slack.channel.id });
    const direct = await slack.directMessage(slack.user, 'hello');
    expect(await direct.answer()).toMatchObject({ text: 'hello', threadTs: undefined });
    // The bot is told of its own message, and Bolt keeps that from the listeners.
    expect(await direct.whenQuiet()).toHaveLength(1);
  });

  it('lets people click on a message, ephemeral or not, by label or by action_id', async () => {
    const shown = await (await slack.slash('/echo', 'patents')).answer();
    const clicked = await slack.click(shown, 'Again');
    expect(await clicked.answer()).toMatchObject({ text: 'clicked patents', change: 'updated', ts: shown.ts });
    await expect(async () => slack.click(shown, 'Nothing')).rejects.toThrow('there is: Again');
  });

  it('shows a Home, and a click in it is answered by direct message', async () => {
    const opened = await slack.openHome(slack.user);
    const clicked = await slack.click(await opened.home(), 'again');
    expect(await clicked.answer()).toMatchObject({ text: 'clicked Home', via: 'chat' });
  });

  it('opens a modal and takes what was put into it', async () => {
    const modal = await (await slack.slash('/modal')).modal();
    const submitted = await slack.submit(modal, { words: { said: { type: 'plain_text_input', value: 'labs' } } });
    expect((await submitted.answer()).text).toContain('labs');
  });

  it('runs a message shortcut', async () => {
    const written = await slack.say(slack.channel, 'words of mine');
    if (!written.message) throw new Error('no message');
    const turn = await slack.messageAction('repeat', written.message);
    expect(await turn.answer()).toMatchObject({ text: 'words of mine' });
  });

  it('answers 200 commands at once, each with its own answer and none twice', async () => {
    const asked = Array.from({ length: 200 }, (_, index) => `question ${index}`);
    const turns = await Promise.all(asked.map((text) => slack.slash('/echo', text)));
    const answers = await Promise.all(turns.map((turn) => turn.answer()));
    expect(answers.map((answer) => answer.text)).toEqual(asked);
    expect(turns.every((turn) => turn.ack.ok && turn.answers().length === 1)).toBe(true);
  });

  it('runs a listener once for every delivery of the same event', async () => {
    const turn = await slack.mention(slack.channel, 'twice');
    await turn.redeliver({ retry: { num: 1, reason: 'timeout' } });
    await turn.waitForAnswers(2);
    const [first, second] = app.events.slice(-2);
    expect(second?.id).toBe(first?.id);
    expect(second?.retryNum).toBe(1);
  });

  it('sends only events the app subscribed to', async () => {
    const before = app.events.length;
    const silent = await slack.say(slack.channel, 'nobody asked');
    expect(silent.deliveries).toHaveLength(0);
    slack.installation.events.add('message.channels');
    const heard = await slack.say(slack.channel, 'labs');
    expect(heard.ack.ok).toBe(true);
    await heard.answer();
    slack.installation.events.delete('message.channels');
    expect(app.events.length).toBeGreaterThan(before);
  });

  it('delivers edits, joins and other bots as the events they are', async () => {
    for (const name of ['message.channels', 'member_joined_channel']) slack.installation.events.add(name);
    const written = await slack.say(slack.channel, 'first words');
    if (!written.message) throw new Error('no message');
    const turns = [
      await slack.edit(written.message, 'other words'),
      await slack.join(slack.workspace.addUser(), slack.channel),
      await slack.otherBotSays(slack.channel, 'beep'),
    ];
    for (const turn of turns) expect(turn.ack.ok).toBe(true);
    for (const name of ['message.channels', 'member_joined_channel']) slack.installation.events.delete(name);
  });
});

describe('signed HTTP', () => {
  let slack: FakeSlack;
  let app: EchoApp;
  beforeAll(async () => {
    slack = await startFakeSlack();
    app = await startEchoApp(slack, { mode: 'http' });
  });
  afterAll(async () => {
    await app.stop();
    await slack.close();
  });

  it.concurrent.each([
    ['a bad signature', { badSignature: true }, 'http_401'],
    ['a time ten minutes ago', { staleBySeconds: 600 }, 'http_401'],
    ['a body of 2 MB', { padToBytes: 2_000_000 }, 'http_413'],
  ])('shows that the bot refuses %s', async (_what, delivery, reason) => {
    const turn = await slack.mention(slack.channel, 'let me in', { delivery });
    expect(turn.ack).toMatchObject({ ok: false, reason });
    expect(turn.answers()).toEqual([]);
  });

  it.concurrent('shows that a command without ack gets 404 after three seconds', async () => {
    const turn = await slack.slash('/never-acked');
    expect(turn.ack).toMatchObject({ ok: false, reason: 'late_http_404' });
    expect(turn.ack.ms).toBeGreaterThan(2_990);
  });

  it.concurrent('shows that an unknown command gets 404 too', async () => {
    expect((await slack.slash('/unheard-of')).ack).toMatchObject({ reason: 'late_http_404' });
  });

  it.concurrent('carries the retry headers', async () => {
    const turn = await slack.mention(slack.channel, 'again', {
      delivery: { retry: { num: 2, reason: 'http_error' } },
    });
    await turn.answer();
    expect(app.events.some((event) => event.retryNum === 2)).toBe(true);
  });
});

describe('pings', () => {
  let slack: FakeSlack;
  beforeEach(async () => {
    slack = await startFakeSlack();
  });
  afterEach(() => slack.close());

  it('are found in the text and in marked-up blocks, and not in plain text', async () => {
    const blocks = [
      { type: 'section', text: { type: 'mrkdwn', text: 'ask <@U123> or <!subteam^S1>' } },
      { type: 'header', text: { type: 'plain_text', text: '<!everyone>' } },
    ];
    const args = { channel: slack.channel.id, text: 'hi <!here> &lt;!channel&gt; <https://a.example|a>', blocks };
    await callApi(slack, 'chat.postMessage', args);
    const message = slack.messages.at(-1);
    if (!message) throw new Error('no message');
    expect(pingsIn(message)).toEqual(['<!here>', '<@U123>', '<!subteam^S1>']);
    expect(controlSequencesIn(message)).toContain('<https://a.example|a>');
    expect(wordsOf(message)).toContain('<!everyone>');
  });

  it('come from link_names and parse: full as well', async () => {
    await callApi(slack, 'chat.postMessage', { channel: slack.channel.id, text: 'now @channel', link_names: true });
    await callApi(slack, 'chat.postMessage', { channel: slack.channel.id, text: 'now @channel' });
    expect(slack.messages.map(pingsIn)).toEqual([['@channel'], []]);
  });
});

function callApi(slack: FakeSlack, method: string, args: object): Promise<Response> {
  const headers = { 'content-type': 'application/json', authorization: `Bearer ${slack.installation.botToken}` };
  return fetch(slack.apiUrl + method, { method: 'POST', headers, body: JSON.stringify(args) });
}
