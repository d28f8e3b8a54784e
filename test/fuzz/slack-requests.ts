import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { startBot } from '../adapters/slack/running-bot.ts';
import type { FakeSlack } from '../support/slack/fake-slack.ts';
import { signed } from '../support/slack/http-delivery.ts';
import { pingsIn } from '../support/slack/pings.ts';
import type { Json } from './mutations.ts';
import { insist } from './target.ts';

/** Something that Slack sends, as it is before it is written into a body. */
export type SlackRequest = { kind: 'event' | 'interaction' | 'command'; payload: Json };

let recorded: Promise<SlackRequest[]> | undefined;

/** Requests as the fake Slack makes them when people do all that people can do. */
export function recordedRequests(): Promise<SlackRequest[]> {
  recorded ??= record();
  return recorded;
}

/** Takes them down on their way to a bot that answers as ever. */
async function record(): Promise<SlackRequest[]> {
  const cleaners: (() => unknown)[] = [];
  const { slack, url } = await startBot(
    { onTestFinished: (clean) => void cleaners.push(clean as () => unknown) },
    { mode: 'http' },
  );
  const requests: SlackRequest[] = [];
  const recorder = createServer(async (request, response) => {
    const body = await buffer(request);
    const type = request.headers['content-type'] ?? '';
    requests.push(readRequest(body.toString(), type !== 'application/json'));
    const headers = { 'content-type': type, ...signed(body.toString(), slack.installation.signingSecret) };
    const answer = await fetch(`${url}/slack/events`, { method: 'POST', headers, body });
    response.writeHead(answer.status).end(await answer.text());
  });
  await new Promise<void>((resolve) => recorder.listen(0, '127.0.0.1', resolve));
  slack.deliverTo(`http://127.0.0.1:${(recorder.address() as AddressInfo).port}/`);
  await actAll(slack);
  recorder.close();
  recorder.closeAllConnections();
  for (const clean of cleaners) await clean();
  return requests.map(({ kind, payload }) => ({ kind, payload: freshened(payload, slack.user.id) }));
}

async function actAll(slack: FakeSlack): Promise<void> {
  const { user, channel } = slack;
  const answer = await (await slack.slash('/harbin', 'how many labs?')).answer();
  await slack.slash('/harbin', 'daily on 09:00');
  await slack.slash('/harbin', 'check Harbin has 229 labs');
  await (await slack.click(answer, 'Universities & colleges')).answer();
  await slack.click(answer, 'Share');
  const mention = await (await slack.mention(channel, 'labs?')).answer();
  await slack.click(mention, 'Universities & colleges');
  await slack.directMessage(user, 'labs?', { thread: (await (await slack.directMessage(user, 'labs?')).answer()).ts });
  const home = await (await slack.openHome(user)).home();
  await slack.click(home, 'language', { option: 'ru' }).catch(() => {});
  await slack.messageAction('check', mention);
  await slack.shortcut('unknown');
  await slack.event({ type: 'tokens_revoked', tokens: { oauth: [], bot: [slack.workspace.bot.id] } });
}

function readRequest(body: string, isForm: boolean): SlackRequest {
  if (!isForm) return { kind: 'event', payload: JSON.parse(body) as Json };
  const fields = Object.fromEntries(new URLSearchParams(body));
  const { payload } = fields;
  if (payload !== undefined) return { kind: 'interaction', payload: JSON.parse(payload) as Json };
  return { kind: 'command', payload: fields };
}

/** Stand for what is new in every request, so that none is taken for a repeated one, and no person asks too much. */
const FRESH = { id: '«id»', ts: '«ts»', user: '«user»', url: '«url»' };

function freshened(payload: Json, user: string): Json {
  return JSON.parse(JSON.stringify(payload), (name, value: unknown) => {
    if (value === user) return FRESH.user;
    if (['trigger_id', 'event_id'].includes(name)) return FRESH.id;
    if (name === 'response_url') return FRESH.url;
    return ['ts', 'event_ts', 'action_ts'].includes(name) ? FRESH.ts : value;
  }) as Json;
}

/** The body of a request, and the type that Slack declares. */
export function bodyOf({ kind, payload }: SlackRequest, { users, sinkUrl }: Fresh): { type: string; body: string } {
  const fill = filler({ users, sinkUrl });
  if (kind === 'event') return { type: 'application/json', body: fill(JSON.stringify(payload)) };
  const fields =
    kind === 'command' && typeof payload === 'object' && payload !== null && !Array.isArray(payload)
      ? Object.entries(payload).map(([name, value]) => [
          name,
          typeof value === 'string' ? value : JSON.stringify(value),
        ])
      : [['payload', JSON.stringify(payload)]];
  const filled = fields.map(([name = '', value = '']): [string, string] => [name, fill(value)]);
  return { type: 'application/x-www-form-urlencoded', body: String(new URLSearchParams(filled)) };
}

/** The same as Socket Mode wraps it, to be changed as a whole. */
export function envelopeOf({ kind, payload }: SlackRequest): Json {
  const type = { event: 'events_api', interaction: 'interactive', command: 'slash_commands' }[kind];
  return { envelope_id: FRESH.id, type, accepts_response_payload: kind === 'command', payload };
}

export function frameOf(envelope: Json, { users, sinkUrl }: Fresh): string {
  return filler({ users, sinkUrl })(JSON.stringify(envelope));
}

/** What stands in for the parts that are new in every request. */
export type Fresh = { users: readonly string[]; sinkUrl: string };

/** Where answers by response_url go, as often as one likes. */
export async function startSink(): Promise<{ url: string; close(): void }> {
  const server = createServer((request, response) => {
    request.resume().on('end', () => response.writeHead(200, { 'content-type': 'text/plain' }).end('ok'));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}

let serial = 0;

function filler({ users, sinkUrl }: Fresh): (text: string) => string {
  serial += 1;
  const at = `${Math.floor(Date.now() / 1_000)}.${String(serial).padStart(6, '0')}`;
  const user = users[serial % users.length] ?? '';
  return (text) =>
    text
      .replaceAll(FRESH.id, `fresh-${serial}`)
      .replaceAll(FRESH.ts, at)
      .replaceAll(FRESH.user, user)
      .replaceAll(FRESH.url, sinkUrl)
      // Nothing is asked of any machine but this one.
      .replaceAll(/https?:\/\/(?!127\.0\.0\.1[:/])/g, 'https://127.0.0.1:9/');
}

/** Looks at what the bot has said since the last look: it must call nobody. */
export function pingWatch(slack: FakeSlack): () => void {
  let looked = 0;
  return () => {
    // What one person alone sees calls nobody.
    const news = slack.messages
      .slice(looked)
      .filter(({ author, visibleTo }) => author === slack.workspace.bot.id && visibleTo === 'everyone');
    looked = slack.messages.length;
    const pings = news.flatMap(pingsIn);
    insist(pings.length === 0, `the bot calls ${pings.join(', ')}`);
  };
}

/** A plain question still gets its answer, whatever came before. */
export async function answersStill(slack: FakeSlack): Promise<void> {
  // Nobody else's answer is taken for this one.
  const [user, channel] = [slack.workspace.addUser(), slack.workspace.addChannel()];
  const turn = await slack.slash('/harbin', 'how many labs?', { user, channel });
  const { text } = await turn.answer({ what: 'the answer to a plain question' });
  insist(text.startsWith('229'), `a plain question is answered: ${text.slice(0, 100)}`);
}
