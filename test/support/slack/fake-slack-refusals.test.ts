import { webApi } from '@slack/bolt';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type FakeSlack, startFakeSlack } from './fake-slack.ts';
import { LIMITS } from './limits.ts';

const { WebAPIPlatformError, WebClient } = webApi;

let slack: FakeSlack;
let web: webApi.WebClient;
beforeAll(async () => {
  slack = await startFakeSlack();
  web = clientOf(slack.installation.botToken);
});
afterAll(() => slack.close());

describe('a wrong token', () => {
  it('is refused by the name that tells what is wrong with it', async () => {
    const call = (token?: string) => refusal(clientOf(token).auth.test());
    expect(await call(slack.installation.botToken)).toBe('ok');
    expect(await call('xoxb-of-someone-else')).toBe('invalid_auth');
    expect(await call(undefined)).toBe('not_authed');
    expect(await call(slack.installation.appToken)).toBe('not_allowed_token_type');
    expect(await refusal(web.apps.connections.open())).toBe('not_allowed_token_type');
  });

  it('of the app opens no socket', async () => {
    const open = () => refusal(clientOf(slack.installation.appToken).apps.connections.open());
    expect(await open()).toBe('ok');
    slack.installation.appTokenError = 'link_disabled';
    expect(await open()).toBe('link_disabled');
    slack.installation.appTokenError = undefined;
  });

  it.each(['account_inactive', 'token_revoked'])('that was good before gives %s', async (error) => {
    slack.installation.botTokenError = error;
    expect(await refusal(web.auth.test())).toBe(error);
    slack.installation.botTokenError = undefined;
    expect(await web.auth.test()).toMatchObject({ ok: true, bot_id: slack.workspace.botId });
  });
});

describe('a missing scope', () => {
  it('is named, with the scopes there are', async () => {
    slack.installation.scopes.delete('users:read');
    const error = await failure(web.users.info({ user: slack.user.id }));
    expect(error.data).toMatchObject({ error: 'missing_scope', needed: 'users:read' });
    expect(error.data).toHaveProperty('provided', expect.stringContaining('chat:write'));
    slack.installation.scopes.add('users:read');
    const { user } = await web.users.info({ user: slack.user.id, include_locale: true });
    expect(user).toMatchObject({ locale: 'en-US', tz: 'Asia/Shanghai' });
  });

  it('depends on the kind of channel', async () => {
    expect(await refusal(web.conversations.history({ channel: slack.channel.id }))).toBe('missing_scope');
    const { id } = slack.workspace.directChannel(slack.user.id);
    await web.chat.postMessage({ channel: slack.user.id, text: 'hello' });
    const { messages } = await web.conversations.history({ channel: id });
    expect(messages?.map((message) => message.text)).toContain('hello');
  });
});

describe('a place where the bot may not post', () => {
  it.each([
    ['channel_not_found', () => 'C0UNKNOWN'],
    ['not_in_channel', () => slack.workspace.addChannel({ withBot: false }).id],
    ['channel_not_found', () => slack.workspace.addChannel({ withBot: false, kind: 'private' }).id],
    ['is_archived', () => slack.workspace.addChannel({ isArchived: true }).id],
  ])('is refused with %s', async (error, place) => {
    expect(await refusal(web.chat.postMessage({ channel: place(), text: 'hi' }))).toBe(error);
  });

  it('includes showing something to a person who is not there', async () => {
    const channel = slack.workspace.addChannel();
    const absent = slack.workspace.addUser();
    channel.members.delete(absent.id);
    const call = web.chat.postEphemeral({ channel: channel.id, user: absent.id, text: 'hi' });
    expect(await refusal(call)).toBe('user_not_in_channel');
  });
});

describe('the text of a message', () => {
  it('has to be there and not too long', async () => {
    expect(await post({ text: '' })).toBe('no_text');
    expect(await post({ text: '   ' })).toBe('no_text');
    expect(await post({ text: 'x'.repeat(LIMITS.messageText) })).toBe('ok');
    expect(await post({ text: 'x'.repeat(LIMITS.messageText + 1) })).toBe('msg_too_long');
    expect(await post({ markdown_text: 'x'.repeat(12_001) })).toBe('msg_too_long');
    expect(await post({ markdown_text: 'x', text: 'y' })).toBe('markdown_text_conflict');
    expect(await post({ text: 'x', metadata: { event_type: 'daily' } })).toBe('invalid_metadata_format');
  });
});

const text = (length: number, type = 'mrkdwn') => ({ type, text: 'x'.repeat(length) });
const plain = (length: number) => text(length, 'plain_text');
const many = <T>(count: number, make: (index: number) => T) => Array.from({ length: count }, (_, index) => make(index));
const button = (rest: object = {}) => ({ type: 'button', text: plain(3), ...rest });
const actions = (...elements: object[]) => ({ type: 'actions', elements });
const option = (index: number) => ({ text: plain(1), value: `v${index}` });
const menu = (type: string, count: number) => actions({ type, action_id: 'menu', options: many(count, option) });
const raw = (words: string) => ({ type: 'raw_text', text: words });
const grid = (rows: number, columns: number) => many(rows, () => many(columns, () => raw('1')));
const dataTable = (rows: number, columns: number, rest: object = { caption: 'Labs' }) => ({
  type: 'data_table',
  rows: grid(rows, columns),
  ...rest,
});
const chart = (title: number, points: number, label = 5) => ({
  type: 'data_visualization',
  title: 'x'.repeat(title),
  chart: {
    type: 'bar',
    series: [{ name: 'x'.repeat(label), data: many(points, (index) => ({ label: `${index}`, value: index })) }],
    axis_config: { categories: many(points, (index) => `${index}`) },
  },
});
const image = { type: 'image', image_url: 'https://a.example/a.png' };

/** What Slack still takes, and what it takes no more. */
const LIMIT_CASES: [string, object[], object[]][] = [
  ['50 blocks', many(50, () => ({ type: 'divider' })), many(51, () => ({ type: 'divider' }))],
  ['section text', [{ type: 'section', text: text(3_000) }], [{ type: 'section', text: text(3_001) }]],
  ['empty text', [{ type: 'section', text: text(1) }], [{ type: 'section', text: text(0) }]],
  ['a section with something', [{ type: 'section', fields: [text(1)] }], [{ type: 'section' }]],
  [
    'section fields',
    [{ type: 'section', fields: many(10, () => text(2_000)) }],
    [{ type: 'section', fields: many(11, () => text(1)) }],
  ],
  ['a field', [{ type: 'section', fields: [text(2_000)] }], [{ type: 'section', fields: [text(2_001)] }]],
  ['header', [{ type: 'header', text: plain(150) }], [{ type: 'header', text: plain(151) }]],
  ['plain headers', [{ type: 'header', text: plain(1) }], [{ type: 'header', text: text(1) }]],
  [
    'context elements',
    [{ type: 'context', elements: many(10, () => text(1)) }],
    [{ type: 'context', elements: many(11, () => text(1)) }],
  ],
  ['actions elements', [actions(...many(25, () => button()))], [actions(...many(26, () => button()))]],
  ['button text', [actions(button({ text: plain(75) }))], [actions(button({ text: plain(76) }))]],
  ['button value', [actions(button({ value: 'x'.repeat(2_000) }))], [actions(button({ value: 'x'.repeat(2_001) }))]],
  ['button url', [actions(button({ url: 'x'.repeat(3_000) }))], [actions(button({ url: 'x'.repeat(3_001) }))]],
  ['action_id', [actions(button({ action_id: 'x'.repeat(255) }))], [actions(button({ action_id: 'x'.repeat(256) }))]],
  [
    'accessibility_label',
    [actions(button({ accessibility_label: 'x'.repeat(75) }))],
    [actions(button({ accessibility_label: 'x'.repeat(76) }))],
  ],
  [
    'action ids that differ in a block',
    [actions(button({ action_id: 'a' })), actions(button({ action_id: 'a' }))],
    [actions(button({ action_id: 'a' }), button({ action_id: 'a' }))],
  ],
  [
    'block ids that differ',
    [{ type: 'divider', block_id: 'a' }],
    [
      { type: 'divider', block_id: 'a' },
      { type: 'divider', block_id: 'a' },
    ],
  ],
  ['select options', [menu('static_select', 100)], [menu('static_select', 101)]],
  ['overflow options', [menu('overflow', 5)], [menu('overflow', 6)]],
  ['checkboxes', [menu('checkboxes', 10)], [menu('checkboxes', 11)]],
  ['alt text', [{ ...image, alt_text: 'x'.repeat(2_000) }], [{ ...image, alt_text: 'x'.repeat(2_001) }]],
  ['alt text at all', [{ ...image, alt_text: 'x' }], [image]],
  [
    'markdown in all',
    many(2, () => ({ type: 'markdown', text: 'x'.repeat(6_000) })),
    many(2, () => ({ type: 'markdown', text: 'x'.repeat(6_001) })),
  ],
  ['table rows', [{ type: 'table', rows: grid(100, 2) }], [{ type: 'table', rows: grid(101, 2) }]],
  ['table columns', [{ type: 'table', rows: grid(2, 20) }], [{ type: 'table', rows: grid(2, 21) }]],
  ['one table', [{ type: 'table', rows: grid(1, 1) }], many(2, () => ({ type: 'table', rows: grid(1, 1) }))],
  ['data_table rows', [dataTable(201, 2)], [dataTable(202, 2)]],
  ['data_table with a row below its header', [dataTable(2, 2)], [dataTable(1, 2)]],
  ['a data_table caption', [dataTable(2, 2)], [dataTable(2, 2, {})]],
  ['chart title', [chart(50, 3)], [chart(51, 3)]],
  ['chart points', [chart(5, 20)], [chart(5, 21)]],
  ['chart labels', [chart(5, 2, 20)], [chart(5, 2, 21)]],
  ['two charts', many(2, () => chart(5, 2)), many(3, () => chart(5, 2))],
  ['known types', [{ type: 'divider' }], [{ type: 'separator' }]],
  ['known elements', [actions(button())], [actions({ type: 'knob' })]],
  ['known properties', [{ type: 'divider' }], [{ type: 'divider', colour: 'red' }]],
];

describe('blocks', () => {
  it.each(LIMIT_CASES)('are taken up to the limit and refused beyond it: %s', async (_what, good, bad) => {
    expect(await post({ text: 'words', blocks: good })).toBe('ok');
    expect(await post({ text: 'words', blocks: bad })).toBe('invalid_blocks');
  });

  it('that the workspace does not have yet are refused, with the place named', async () => {
    slack.installation.unsupportedBlocks.add('data_visualization');
    const error = await failure(postAny({ text: 'words', blocks: [chart(5, 2)] }));
    expect(error.data.response_metadata?.messages).toEqual([
      '[ERROR] unsupported type: data_visualization [json-pointer:/blocks/0/type]',
    ]);
    slack.installation.unsupportedBlocks.clear();
    expect(await post({ text: 'words', blocks: 'no list' })).toBe('invalid_blocks_format');
  });
});

describe('views', () => {
  const home = (blocks: object[]) => ({ type: 'home' as const, blocks: blocks as never[] });

  it('take 100 blocks and no chart', async () => {
    const publish = (blocks: object[]) => refusal(web.views.publish({ user_id: slack.user.id, view: home(blocks) }));
    expect(await publish(many(100, () => ({ type: 'divider' })))).toBe('ok');
    expect(await publish(many(101, () => ({ type: 'divider' })))).toBe('invalid_arguments');
    expect(await publish([chart(5, 2)])).toBe('invalid_arguments');
  });

  it('are not overwritten with an old hash', async () => {
    const user_id = slack.workspace.addUser().id;
    const view = home([{ type: 'divider' }]);
    const first = await web.views.publish({ user_id, view });
    const hash = String(first.view?.hash);
    expect(await refusal(web.views.publish({ user_id, view, hash }))).toBe('ok');
    expect(await refusal(web.views.publish({ user_id, view, hash }))).toBe('hash_conflict');
  });

  it('are opened once by a trigger, within three seconds', async () => {
    const title = { type: 'plain_text' as const, text: 'Echo' };
    const view = { type: 'modal' as const, title, blocks: [{ type: 'divider' as const }] };
    const open = async (trigger_id: string) => refusal(web.views.open({ trigger_id, view }));
    const command = await slack.slash('/harbin');
    const late = await slack.slash('/harbin');
    expect(await open(String(command.triggerId))).toBe('ok');
    expect(await open(String(command.triggerId))).toBe('exchanged_trigger_id');
    slack.passTime(3_001);
    expect(await open(String(late.triggerId))).toBe('expired_trigger_id');
  });
});

describe('a response_url', () => {
  const respond = (url: string | undefined, body: object = { text: 'hi' }) =>
    fetch(String(url), { method: 'POST', body: JSON.stringify(body), headers: { 'content-type': 'application/json' } });

  it('takes five answers and no more', async () => {
    const { responseUrl } = await slack.slash('/harbin');
    for (let use = 0; use < 5; use += 1) expect((await respond(responseUrl)).status).toBe(200);
    expect((await respond(responseUrl)).status).toBe(404);
  });

  it('ends after thirty minutes', async () => {
    const { responseUrl } = await slack.slash('/harbin');
    slack.passTime(29 * 60_000);
    expect((await respond(responseUrl)).status).toBe(200);
    slack.passTime(2 * 60_000);
    expect((await respond(responseUrl)).status).toBe(404);
  });

  it('refuses bad blocks, by body or by status', async () => {
    const { responseUrl } = await slack.slash('/harbin');
    const bad = { text: 'x', blocks: [{ type: 'section' }] };
    expect(await (await respond(responseUrl, bad)).json()).toMatchObject({ ok: false, error: 'invalid_blocks' });
    slack.installation.responseUrlRefusalStatus = 400;
    expect((await respond(responseUrl, bad)).status).toBe(400);
    slack.installation.responseUrlRefusalStatus = 200;
  });
});

describe('a file', () => {
  const upload = (rest: object = {}) =>
    web.filesUploadV2({ filename: 'chart.png', file: Buffer.from('pixels'), alt_text: 'bars', ...rest } as never);

  it('is uploaded into a thread with its comment', async () => {
    const channel_id = slack.channel.id;
    await upload({ channel_id, thread_ts: '1700000000.000001', initial_comment: '61 labs' });
    expect(slack.messages.at(-1)).toMatchObject({ via: 'file', text: '61 labs', threadTs: '1700000000.000001' });
    expect(slack.files.files.at(-1)).toMatchObject({ altText: 'bars', content: Buffer.from('pixels') });
  });

  it('needs its scope and a channel with the bot', async () => {
    const channel_id = slack.workspace.addChannel({ withBot: false }).id;
    expect(await refusal(upload({ channel_id }))).toBe('not_in_channel');
    slack.installation.scopes.delete('files:write');
    expect(await refusal(upload())).toBe('missing_scope');
    slack.installation.scopes.add('files:write');
  });

  it('can be shown in a block only once it was processed', async () => {
    slack.timing.fileProcessingMs = 60_000;
    await upload();
    const blocks = [{ type: 'image', alt_text: 'bars', slack_file: { id: slack.files.files.at(-1)?.id } }];
    const error = await failure(postAny({ text: 'chart', blocks }));
    expect(error.data.response_metadata?.messages?.[0]).toContain('invalid slack file');
    slack.passTime(60_000);
    expect(await post({ text: 'chart', blocks })).toBe('ok');
    slack.timing.fileProcessingMs = 0;
  });
});

describe('a message', () => {
  it('is changed and deleted by its author alone, and never when ephemeral', async () => {
    const channel = slack.channel.id;
    const { ts } = await web.chat.postMessage({ channel, text: 'one' });
    await web.chat.update({ channel, ts: String(ts), text: 'two' });
    expect(slack.messages.at(-1)).toMatchObject({ ts, text: 'two', change: 'updated' });
    await web.chat.delete({ channel, ts: String(ts) });
    expect(await refusal(web.chat.update({ channel, ts: String(ts), text: 'x' }))).toBe('message_not_found');
    const shown = await web.chat.postEphemeral({ channel, user: slack.user.id, text: 'psst' });
    const again = web.chat.update({ channel, ts: String(shown.message_ts), text: 'x' });
    expect(await refusal(again)).toBe('message_not_found');
    const theirs = await slack.say(slack.channel, 'mine');
    const change = web.chat.update({ channel, ts: String(theirs.message?.ts), text: 'x' });
    expect(await refusal(change)).toBe('cant_update_message');
  });

  it('shows its metadata to whoever asks for it', async () => {
    const metadata = { event_type: 'harbin_daily', event_payload: { key: '2026-11-23' } };
    await web.chat.postMessage({ channel: slack.user.id, text: 'fact', metadata });
    const channel = slack.workspace.directChannel(slack.user.id).id;
    const { messages } = await web.conversations.history({ channel, include_all_metadata: true, limit: 1 });
    expect(messages?.[0]).toMatchObject({ text: 'fact', metadata });
  });
});

function clientOf(token: string | undefined, options: webApi.WebClientOptions = {}): webApi.WebClient {
  const logger = { debug() {}, info() {}, warn() {}, error() {}, setLevel() {}, getLevel: () => 'error', setName() {} };
  const base = { slackApiUrl: slack.apiUrl, retryConfig: { retries: 0 }, rejectRateLimitedCalls: true };
  return new WebClient(token, { ...base, logger: logger as never, ...options });
}

function postAny(args: object): Promise<unknown> {
  return web.apiCall('chat.postMessage', { channel: slack.channel.id, ...args });
}

function post(args: object): Promise<string> {
  return refusal(postAny(args));
}

async function refusal(call: Promise<unknown>): Promise<string> {
  try {
    await call;
    return 'ok';
  } catch (error) {
    if (error instanceof WebAPIPlatformError) return error.data.error;
    throw error;
  }
}

async function failure(call: Promise<unknown>): Promise<webApi.WebAPIPlatformError> {
  const error = await call.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (error instanceof WebAPIPlatformError) return error;
  throw new Error('Slack was expected to refuse this call', { cause: error });
}
