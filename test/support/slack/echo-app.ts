import type { AddressInfo } from 'node:net';
import { App, HTTPReceiver, type Logger, LogLevel } from '@slack/bolt';
import type { FakeSlack } from './fake-slack.ts';

/** A plain Bolt app that repeats what it is told; it shows what Bolt does by itself. */
export type EchoApp = {
  /** The event_id and retry number of every event a listener ran for. */
  readonly events: { id: string; retryNum: number | undefined }[];
  readonly errors: unknown[];
  stop(): Promise<void>;
};

/** How Slack reaches the app. */
export type EchoOptions = { mode: 'socket' | 'http' };

/** Starts the app and waits until the fake Slack can reach it. */
export async function startEchoApp(slack: FakeSlack, options: EchoOptions): Promise<EchoApp> {
  const { botToken: token, appToken, signingSecret } = slack.installation;
  const clientOptions = { slackApiUrl: slack.apiUrl };
  const receiver = new HTTPReceiver({ signingSecret, bodyLimit: '1mb', logger: SILENT });
  const app =
    options.mode === 'socket'
      ? new App({ token, appToken, socketMode: true, clientOptions, logger: SILENT })
      : new App({ token, receiver, clientOptions, logger: SILENT });
  const events: EchoApp['events'] = [];
  const errors: unknown[] = [];
  app.error(async (error) => void errors.push(error));
  app.use(async ({ body, context, next }) => {
    const { event_id: id } = body as { event_id?: string };
    if (id !== undefined) events.push({ id, retryNum: context.retryNum });
    await next();
  });
  listen(app);
  if (options.mode === 'socket') {
    await app.start();
    await slack.connected();
  } else {
    const server = await app.start(0);
    slack.deliverTo(
      `http://127.0.0.1:${((server as { address(): unknown }).address() as AddressInfo).port}/slack/events`,
    );
  }
  return { events, errors, stop: async () => void (await app.stop()) };
}

function listen(app: App): void {
  app.command('/echo', async ({ ack, command, respond }) => {
    await ack();
    await respond({ text: command.text, blocks: withButton(command.text) });
  });
  app.command('/inside-ack', async ({ ack, command }) => ack({ text: command.text, response_type: 'in_channel' }));
  app.command('/modal', async ({ ack, command, client }) => {
    await ack();
    await client.views.open({ trigger_id: command.trigger_id, view: MODAL });
  });
  app.command('/never-acked', async () => {});
  app.view('echo_modal', async ({ ack, view, body, client }) => {
    await ack();
    await client.chat.postMessage({ channel: body.user.id, text: JSON.stringify(view.state.values) });
  });
  app.event('app_mention', async ({ event, say }) => {
    await say({ text: event.text, thread_ts: event.thread_ts ?? event.ts });
  });
  app.message(async ({ message, say }) => {
    if (message.subtype === undefined && 'text' in message) await say(message.text ?? '');
  });
  app.event('app_home_opened', async ({ event, client }) => {
    await client.views.publish({ user_id: event.user, view: { type: 'home', blocks: withButton('Home') } });
  });
  app.action('again', async ({ ack, action, body, client, respond }) => {
    await ack();
    const text = 'value' in action ? `clicked ${action.value}` : 'clicked';
    const { id: user } = body.user;
    if ('response_url' in body) await respond({ text, replace_original: true });
    else await client.chat.postMessage({ channel: user, text });
  });
  app.shortcut('repeat', async ({ ack, shortcut, respond }) => {
    await ack();
    if ('message' in shortcut) await respond(String(shortcut.message.text));
  });
}

function withButton(text: string) {
  const button = { type: 'button' as const, action_id: 'again', text: plain('Again'), value: text.slice(0, 50) };
  const words = { type: 'mrkdwn' as const, text: text === '' ? 'nothing' : text };
  return [
    { type: 'section' as const, text: words },
    { type: 'actions' as const, elements: [button] },
  ];
}

function plain(text: string) {
  return { type: 'plain_text' as const, text };
}

const MODAL = {
  type: 'modal' as const,
  callback_id: 'echo_modal',
  title: plain('Echo'),
  submit: plain('Send'),
  blocks: [
    {
      type: 'input' as const,
      block_id: 'words',
      label: plain('Words'),
      element: { type: 'plain_text_input' as const, action_id: 'said' },
    },
  ],
};

const SILENT: Logger = {
  debug() {},
  info() {},
  warn() {},
  error() {},
  setLevel() {},
  getLevel: () => LogLevel.ERROR,
  setName() {},
};
