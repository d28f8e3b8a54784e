import { randomBytes } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { run } from '../../support/program.ts';
import { startFakeSlack } from '../../support/slack/fake-slack.ts';
import { install } from '../../support/slack/install.ts';
import { runCli } from '../terminal/run-cli.ts';
import { answersIn, answersOnce, silentIn } from './answers-in.ts';

it('keeps installations over a restart, and their tokens out of the database file', async (test) => {
  const slack = await startFakeSlack();
  const folder = mkdtempSync(join(tmpdir(), 'harbin-installed-'));
  test.onTestFinished(async () => {
    await slack.close();
    rmSync(folder, { recursive: true, force: true });
  });
  const { appToken, clientId, clientSecret, botToken } = slack.installation;
  const old = `a:${randomBytes(32).toString('base64')}`;
  const environmentOf = (keys: string) => ({
    SLACK_CLIENT_ID: clientId,
    SLACK_CLIENT_SECRET: clientSecret,
    SLACK_STATE_SECRET: 'a-secret-of-many-letters',
    ENCRYPTION_KEY: keys,
    SLACK_APP_TOKEN: appToken,
    SLACK_API_URL: slack.apiUrl,
    DATABASE_URL: `file:${folder}/harbin.db`,
  });
  const start = (keys: string) => run(test, environmentOf(keys));
  const first = start(old);
  await first.says('platform started');
  await install(first.url(), slack);
  await answersIn(slack);
  const bytes = readdirSync(folder).map((file) => readFileSync(join(folder, file)));
  expect(bytes.some((each) => each.includes(slack.workspace.teamId))).toBe(true);
  for (const secret of [botToken, clientSecret]) expect(bytes.some((each) => each.includes(secret))).toBe(false);
  first.process.kill('SIGTERM');
  expect(await first.ended).toBe(0);

  const present = `b:${randomBytes(32).toString('base64')}`;
  const rotated = start(`${present},${old}`);
  await rotated.says('platform started');
  await answersOnce(slack);
  // While it runs.
  const rotation = await runCli(['rotate-keys'], { env: environmentOf(`${present},${old}`) });
  expect(rotation).toMatchObject({
    code: 0,
    out: expect.stringContaining('1 encrypted anew; 1 of 1 installation under'),
  });
  await answersOnce(slack);
  rotated.process.kill('SIGTERM');
  expect(await rotated.ended).toBe(0);

  const renewed = start(present);
  await renewed.says('platform started');
  await answersOnce(slack);
  renewed.process.kill('SIGTERM');
  expect(await renewed.ended).toBe(0);

  const foreign = start(`c:${randomBytes(32).toString('base64')}`);
  await foreign.says('platform started');
  await silentIn(slack);
  await foreign.says('encrypted with the key b, which ENCRYPTION_KEY does not have');
  expect(first.output() + rotated.output() + renewed.output() + foreign.output()).not.toMatch(
    /xoxb|xapp|fake-client-secret/,
  );
});
