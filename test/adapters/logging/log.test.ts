import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createPinoLog } from '../../../src/adapters/logging/pino-log.ts';
import { createScrub } from '../../../src/adapters/logging/scrub.ts';
import type { Log } from '../../../src/adapters/shared/posting-adapter.ts';
import { inRequest } from '../../../src/adapters/shared/request.ts';

/** One of every kind of secret, each made up. */
const SECRETS = {
  botToken: 'xoxb-123456789012-1234567890123-AbCdEfGhIjKlMnOpQrStUvWx',
  rotatedToken: 'xoxe.xoxb-1-MS0yLTEyMzQ1Njc4OTAxMg',
  appToken: 'xapp-1-A0123456789-1234567890123-0123456789abcdef0123456789abcdef',
  signingSecret: '8f742231b10e8888abcd99yyyzzz85a5',
  plainSigningSecret: '8f742231b10e8888abcd99aaabbb85a5',
  discordToken: 'MTAxMjM0NTY3ODkwMTIzNDU2Nzg.GabcDE.abcdefghijklmnopqrstuvwxyz0123456789AB',
  password: 'p@ss/w0rd "quoted"',
  responsePath: '/commands/T01234567/1234567890123/abcdefghijklmnopqrstuvwx',
  interactionToken: 'aW50ZXJhY3Rpb246MTIzNDU2Nzg5MDEyMzQ1Njc4OTpabc',
  ticket: '0123456789-abcdefghij',
};
const CONFIGURED = [SECRETS.signingSecret, SECRETS.password];

/** What a log that is asked to write gives to its stream. */
async function logged(calls: (log: Log) => void | Promise<void>): Promise<string> {
  const written: string[] = [];
  const out = { write: (line: string) => void written.push(line) };
  await calls(createPinoLog({ level: 'debug', scrub: createScrub(CONFIGURED), out }));
  return written.join('');
}

function lines(text: string): Record<string, unknown>[] {
  return text
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>);
}

describe('the log', () => {
  it('is one line of JSON an event, with its time and level', async () => {
    const [line] = lines(await logged((log) => log.warn('slack connection lost', { reason: 'warning', tries: 3 })));
    expect(line).toEqual({
      level: 'warn',
      time: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/),
      msg: 'slack connection lost',
      reason: 'warning',
      tries: 3,
    });
  });

  it('names the request on every line about it, also after waiting, and no other', async () => {
    const written = lines(
      await logged(async (log) => {
        log.info('before');
        const asked = ['a', 'b'].map((name) =>
          inRequest(async () => {
            log.info('heard', { name });
            await new Promise(setImmediate);
            log.info('answered', { name });
          }),
        );
        await Promise.all(asked);
        log.info('after');
      }),
    );
    const ids = ['a', 'b'].map((name) =>
      written.filter((line) => line['name'] === name).map((line) => line['request']),
    );
    expect(ids.map(([first, second]) => first === second)).toEqual([true, true]);
    expect(ids.flat()).toEqual(Array(4).fill(expect.stringMatching(/^[\da-f]{8}$/)));
    expect(new Set(ids.flat()).size).toBe(2);
    expect(written.filter((line) => 'request' in line)).toHaveLength(4);
  });

  it.for(Object.entries(SECRETS))('holds no %s, wherever it was put', async ([name, secret]) => {
    const inUrl =
      {
        password: `postgres://harbin:${encodeURIComponent(secret)}@localhost/harbin`,
        responsePath: `https://hooks.slack.com${secret}`,
        interactionToken: `https://discord.com/api/v10/webhooks/1012345678901234567/${secret}/messages/@original`,
        ticket: `wss://wss-primary.slack.com/link/?ticket=${secret}&app_id=1`,
      }[name] ?? `https://example.com/?token=${encodeURIComponent(secret)}&x=1`;
    // What has no shape of its own is known by where it stands, or because it is configured.
    const isKnownAnywhere = !['responsePath', 'interactionToken', 'ticket'].includes(name);
    const planted = isKnownAnywhere ? secret : inUrl;
    const written = await logged((log) => {
      const cause = new Error(`refused ${planted}`, { cause: new TypeError(`at ${inUrl}`) });
      const deep = Object.assign(cause, { headers: { authorization: `Bearer ${planted}` } });
      const error = new Error('outer', { cause: deep });
      log.error(`failed at ${inUrl}`, { error, token: planted, url: inUrl, says: planted });
      log.error('failed', { error: new AggregateError([deep], 'all of them'), authorization: `Bot ${planted}` });
      const says = JSON.stringify({ headers: { Authorization: `Bearer ${planted}` }, url: inUrl });
      log.debug('detail', { says });
    });
    expect(lines(written)).toHaveLength(3);
    expect(written).not.toContain(secret);
    expect(written).not.toContain(JSON.stringify(secret).slice(1, -1));
    expect(written).not.toContain(encodeURIComponent(secret));
    expect(written).toContain('[removed]');
  });

  it.for(['s3cret', 'p@ss', 'x', '1234', 'level'])(
    'holds no short secret either, and stays readable beside one: %s',
    async (secret) => {
      const written: string[] = [];
      const out = { write: (line: string) => void written.push(line) };
      const log = createPinoLog({ level: 'debug', scrub: createScrub([secret]), out });
      log.info('store refused', {
        says: `password authentication failed: ${secret}`,
        url: `postgres://harbin:${encodeURIComponent(secret)}@localhost/harbin`,
        quoted: `user\n${secret}\n"${secret}"`,
        given: secret,
        count: 1234,
      });
      const [line] = lines(written.join(''));
      expect(line).toMatchObject({ level: 'info', msg: 'store refused', count: 1234 });
      const { level: _, time: __, count: ___, ...said } = line ?? {};
      expect(
        Object.values(said)
          .join(' ')
          .split(/[\s:@"/]+/),
      ).not.toContain(secret);
      expect(said['says']).toBe('password authentication failed: [removed]');
      expect(said['given']).toBe('[removed]');
    },
  );

  it('tells of whatever was thrown, also where it cannot be read', async () => {
    const refuse = {
      get() {
        throw new Error('cannot be read');
      },
    };
    const ring = new Error('in a ring');
    ring.cause = ring;
    const thrown = [
      Object.defineProperty(new Error('says'), 'message', refuse),
      Object.defineProperty(new Error('says'), 'cause', refuse),
      Object.assign(new Error('says'), { code: Object.create(null), name: Symbol('x'), stack: 7 }),
      ring,
      Object.create(null),
      Symbol('x'),
      null,
      7n,
      'a word',
    ];
    const written = lines(
      await logged((log) => {
        for (const error of thrown) log.error('failed', { error });
      }),
    );
    expect(written).toHaveLength(9);
    expect(written.map(({ error }) => error).slice(3)).toEqual([
      expect.stringMatching(/^Error: in a ring <- /),
      ...['object', 'symbol', 'object', 'bigint', 'a word'],
    ]);
  });

  it('shortens what is endless, without half a secret at the end', async () => {
    const error = new Error('x '.repeat(1900) + SECRETS.password.repeat(2e5));
    const [line] = lines(await logged((log) => log.error('failed', { error })));
    expect(String(line?.['error']).length).toBeLessThan(4_100);
    expect(line?.['error']).not.toContain('p@ss');
  });

  it('tells an error with its causes, its code and its place, and nothing else of it', async () => {
    const cause = Object.assign(new Error('connect refused'), { code: 'ECONNREFUSED', requestBody: 'how many labs?' });
    const error = new TypeError('fetch failed', { cause });
    const [line] = lines(await logged((log) => log.error('failed', { error })));
    expect(line?.['error']).toBe('TypeError: fetch failed <- Error [ECONNREFUSED]: connect refused');
    expect(line?.['stack']).toMatch(/^at .+/);
    expect(JSON.stringify(line)).not.toContain('labs');
  });

  it('keeps out what people wrote, by the names under which it is carried', async () => {
    const words = 'how many labs?';
    const written = await logged((log) => log.info('x', { text: words, question: words, content: words }));
    expect(written).not.toContain('labs');
  });
});

describe('scrubbing', () => {
  const scrub = createScrub(CONFIGURED);

  it('leaves ordinary words, addresses, ids and times alone', () => {
    for (const text of [
      'slack connection lost, reconnecting',
      'Bot disconnected by the other side',
      'the signing secret of the Slack app, from "Basic Information"',
      'https://discord.com/oauth2/authorize?client_id=1012345678901234567&scope=bot+applications.commands&permissions=1',
      '2026-11-25T14:41:37.123Z request 1f3a5b7c in C0123456789, U0123456789',
      'discord:1012345678901234567:42 v10 harbin-figures-bot@0.1.0',
      'postgres://harbin@localhost:5432/harbin',
    ])
      expect(scrub(text)).toBe(text);
  });

  it.each(['\n', '\t', '\f', '\b', '\u0001', '"', '\\'])(
    'finds a secret right behind %j in JSON, and leaves the sign',
    (sign) => {
      // Some are known by what stands before them, and are not alone.
      const known = Object.values(SECRETS).filter((secret) => scrub(secret) !== secret);
      expect(known.length).toBeGreaterThan(5);
      for (const secret of known) {
        const clean = (JSON.parse(scrub(JSON.stringify({ value: `before${sign}${secret}` }))) as { value: string })
          .value;
        expect(clean).not.toContain(secret);
        expect(clean.startsWith(`before${sign}`)).toBe(true);
      }
    },
  );

  it.each([
    'https%3A%2F%2Fhooks.slack.com%2Fcommands%2FT01234567%2F1234567890123%2Fplanted-planted',
    String.raw`https:\/\/hooks.slack.com\/actions\/T01234567\/1234567890123\/planted-planted`,
    '%2Fapi%2Fv10%2Fwebhooks%2F1012345678901234567%2Fplanted-planted%2Fmessages',
    'wss%3A%2F%2Fwss-primary.slack.com%2Flink%2F%3Fticket%3Dplanted-planted',
    '%20MTAxMjM0NTY3ODkwMTIzNDU2Nzg.GabcDE.planted-planted-planted-planted',
  ])('knows an address that stands in another one, or in JSON: %s', (text) => {
    expect(scrub(text)).not.toContain('planted');
  });

  it('knows a configured secret however it is written', () => {
    const { password } = SECRETS;
    const form = String(new URLSearchParams({ password })).slice('password='.length);
    const quoted = JSON.stringify(JSON.stringify({ password }));
    for (const text of [
      form,
      form.replace(/%[\dA-F]{2}/g, (code) => code.toLowerCase()),
      encodeURIComponent(encodeURIComponent(password)),
      quoted,
      JSON.stringify(quoted).replaceAll('/', '\\/'),
      Buffer.from(password).toString('base64'),
    ])
      expect(scrub(text), text).not.toMatch(/ss.*quoted|cEBzcy93/);
  });

  it('never breaks a line of JSON, whatever is in it', () => {
    const word = fc.constantFrom(
      ...Object.values(SECRETS),
      'token=',
      'Bearer ',
      'https://u:p@',
      '\\',
      '"',
      '\n',
      '%3D',
    );
    const text = fc.array(fc.oneof(word, fc.string())).map((parts) => parts.join(''));
    fc.assert(
      fc.property(text, fc.string(), (value, other) => {
        const clean = JSON.parse(scrub(JSON.stringify({ value, other, n: 1 }))) as Record<string, unknown>;
        expect(Object.keys(clean)).toEqual(['value', 'other', 'n']);
      }),
    );
  });
});
