import { randomBytes } from 'node:crypto';
import { connect } from 'node:net';
import { gzipSync } from 'node:zlib';
import * as fc from 'fast-check';
import { startFakeSlack } from '../../support/slack/fake-slack.ts';
import { signed } from '../../support/slack/http-delivery.ts';
import { MARK } from '../mutations.ts';
import { runProgram } from '../running-program.ts';
import { insist, type Target } from '../target.ts';
import { nasty, shortHostileText } from '../texts.ts';

/** Bytes of a request as they go over the wire, and whether the line is closed behind them. */
type Input = { head: string; body: string; encoding: 'utf8' | 'latin1'; closes: boolean };

const PATHS = ['/', '/livez', '/readyz', '/metrics', '/slack/events', '/slack/install', '/slack/oauth_redirect', '*'];
const TRAVERSALS = [
  '/../../etc/passwd',
  '/%2e%2e/%2e%2e/.env',
  '//slack//events',
  '/slack/events/',
  '/SLACK/EVENTS',
  '/.env',
  '/%',
  '/%00',
  '\\..\\',
  'http://127.0.0.1:9/livez',
];
const METHODS = [
  'GET',
  'POST',
  'HEAD',
  'PUT',
  'DELETE',
  'OPTIONS',
  'TRACE',
  'CONNECT',
  'PATCH',
  'get',
  'PRI',
  'x'.repeat(300),
];

const wordy = fc.oneof(
  nasty,
  shortHostileText.map((text) => text + MARK),
  fc.constantFrom('0', '-1', '1e9', 'NaN', 'x'.repeat(20_000)),
);
const query = fc
  .array(fc.tuple(fc.constantFrom('code', 'state', 'error', 'q', '', '__proto__'), wordy), { maxLength: 5 })
  .map((pairs) => (pairs.length === 0 ? '' : `?${new URLSearchParams(pairs)}`));
const path = fc.oneof(
  { weight: 5, arbitrary: fc.tuple(fc.constantFrom(...PATHS), query).map(([one, rest]) => one + rest) },
  {
    weight: 2,
    arbitrary: fc
      .tuple(fc.constantFrom(...PATHS, ...TRAVERSALS), fc.constantFrom(...TRAVERSALS))
      .map(([one, rest]) => one + rest),
  },
  { weight: 1, arbitrary: wordy.map((text) => `/${encodeURI(text.replace(/[\ud800-\udfff]/g, ''))}`) },
  { weight: 1, arbitrary: wordy.map((text) => `/${text}`) },
);
const header = fc.oneof(
  fc.constantFrom(
    ...[
      'Content-Length: 5',
      'Content-Length: 99999999999',
      'Content-Length: -1',
      'Content-Length: 5, 6',
      'Content-Length: x',
      'Content-Length: 2000000',
    ],
    ...[
      'Transfer-Encoding: chunked',
      'Transfer-Encoding: gzip, chunked',
      'Transfer-Encoding: x',
      'Expect: 100-continue',
      'Expect: x',
      'Upgrade: websocket',
      'Connection: upgrade',
    ],
    ...[
      'Content-Type: application/json',
      'Content-Type: application/x-www-form-urlencoded',
      'Content-Encoding: gzip',
      'Connection: close',
      'Host: a\r\nHost: b',
      ' : ',
      'X',
    ],
    ...[
      'X-Slack-Request-Timestamp: 1',
      'X-Slack-Request-Timestamp: NaN',
      'X-Slack-Signature: v0=',
      `X-Slack-Signature: v0=${'0'.repeat(64)}`,
      'X-Slack-Retry-Num: x',
    ],
    ...['Cookie: slack-app-oauth-state=x', 'Cookie: =;;=%zz', 'X-Forwarded-For: 127.0.0.1'],
  ),
  wordy.map((text) => `Cookie: slack-app-oauth-state=${text.replace(/[\r\n]/g, '')}`),
  wordy.map((text) => `X-Slack-Signature: ${text}`),
);
const body = fc.oneof(
  fc.constantFrom(
    '',
    'null',
    '{}',
    '{"type":"url_verification","challenge":"x"}',
    'ssl_check=1',
    'ssl_check=1&payload=null',
    'payload={',
    'x'.repeat(1_100_000),
  ),
  fc.constantFrom('5\r\nhello\r\n0\r\n\r\n', 'ffffffffffff\r\nx', 'x\r\n\r\n', '-1\r\n', '5\r\nhello\r\n'),
  wordy,
  fc.constant(gzipSync(Buffer.alloc(10_000_000)).toString('latin1')),
);
const request: fc.Arbitrary<Input> = fc
  .tuple(
    fc.constantFrom(...METHODS),
    path,
    fc.constantFrom('HTTP/1.1', 'HTTP/1.1', 'HTTP/1.0', 'HTTP/2.0', 'HTTP/9', ''),
    fc.array(header, { maxLength: 6 }),
    fc.constantFrom('\r\n', '\n'),
    body,
    fc.boolean(),
  )
  .map(([method, where, version, headers, end, content, closes]) => ({
    head: [`${method} ${where} ${version}`, 'Host: 127.0.0.1', ...headers, '', ''].join(end),
    body: content,
    encoding: content.startsWith('\u001f') ? 'latin1' : 'utf8',
    closes,
  }));
const garbage: fc.Arbitrary<Input> = fc
  .tuple(wordy, fc.boolean())
  .map(([text, closes]) => ({ head: text, body: '\r\n\r\n', encoding: 'utf8', closes }));

/** What a server may say to anybody. */
const STATUSES = new Set([200, 302, 400, 401, 404, 405, 408, 411, 413, 414, 415, 417, 426, 431, 501, 503, 505]);
/** A request that is not whole is waited for; the server gives up on it by itself later, in more time than is spent here. */
const MOST_WAITING_MS = 300;

/** Anything at all by HTTP, to the program's own server with all its pages. */
export const httpServer: Target = {
  name: 'HTTP',
  arbitrary: fc.array(fc.oneof({ weight: 8, arbitrary: request }, { weight: 1, arbitrary: garbage }), {
    minLength: 1,
    maxLength: 10,
  }),
  clock: () => performance.now(),
  waitsMs: MOST_WAITING_MS,
  async open() {
    const slack = await startFakeSlack();
    const { signingSecret, clientId, clientSecret } = slack.installation;
    const stateSecret = 'a-planted-state-secret';
    const key = randomBytes(32).toString('base64');
    const hidden = [signingSecret, clientSecret, stateSecret, key];
    const program = runProgram(
      {
        SLACK_CLIENT_ID: clientId,
        SLACK_CLIENT_SECRET: clientSecret,
        SLACK_STATE_SECRET: stateSecret,
        ENCRYPTION_KEY: `a:${key}`,
        SLACK_SIGNING_SECRET: signingSecret,
        SLACK_API_URL: slack.apiUrl,
        LOG_LEVEL: 'debug',
      },
      [...hidden, MARK],
    );
    await program.says('platform started');
    const url = program.url();
    const port = Number(new URL(url).port);
    return {
      async take(input) {
        const answers = await Promise.all((input as Input[]).map((each) => send(port, each)));
        return () => {
          for (const answer of answers) checkAnswer(answer, hidden);
          program.look();
        };
      },
      settle: () => servesStill(url, signingSecret),
      async close() {
        await program.close();
        await slack.close();
      },
    };
  },
};

/** What comes back within the time that is waited; nothing where the request was not whole. */
function send(port: number, { head, body: content, encoding, closes }: Input): Promise<string> {
  return new Promise((resolve) => {
    let answer = '';
    const socket = connect({ port, host: '127.0.0.1', allowHalfOpen: true });
    const finish = () => {
      socket.destroy();
      resolve(answer);
    };
    const patience = setTimeout(finish, MOST_WAITING_MS);
    const quiet = () => setTimeout(finish, 20);
    socket.setEncoding('latin1');
    socket.on('data', (chunk) => {
      answer += chunk;
      if (/^HTTP\/1\.1 (?!100)\d{3}/.test(answer)) quiet();
    });
    socket.on('error', () => {});
    socket.on('close', () => {
      clearTimeout(patience);
      resolve(answer);
    });
    socket.write(head, 'utf8');
    socket.write(content, encoding);
    if (closes) socket.end();
  });
}

function checkAnswer(answer: string, hidden: readonly string[]): void {
  if (answer === '') return;
  const statuses = [...answer.matchAll(/^HTTP\/1\.[01] (\d{3})/gm)]
    .map(([, status]) => Number(status))
    .filter((status) => status !== 100);
  for (const status of statuses) insist(STATUSES.has(status), `status ${status}`);
  insist(
    !/\n\s+at |node_modules|\/(?:dist|src)\//.test(answer),
    `an answer that tells too much: ${answer.slice(0, 300)}`,
  );
  insist(!/<script|<b>x|onerror/i.test(answer), `an answer with markup of the asker: ${answer.slice(0, 600)}`);
  insist(
    !answer.includes('Set-Cookie: x') && !/\r\n(?:Host|X-Slack)/i.test(answer),
    'an answer with a header of the asker',
  );
  for (const secret of hidden) insist(!answer.includes(secret), 'a secret in an answer');
}

/** Every page is there as before. */
async function servesStill(url: string, secret: string): Promise<void> {
  const { status } = await fetch(`${url}/livez`);
  insist(status === 200, `/livez answers ${status}`);
  for (const path of ['/readyz', '/metrics', '/slack/install']) {
    const answer = await fetch(`${url}${path}`);
    insist(answer.status === 200, `${path} answers ${answer.status}`);
  }
  const body = JSON.stringify({ type: 'url_verification', challenge: 'still here' });
  const headers = { 'content-type': 'application/json', ...signed(body, secret) };
  const answer = await fetch(`${url}/slack/events`, { method: 'POST', headers, body });
  insist((await answer.text()).includes('still here'), 'Slack is not taken any more');
}
