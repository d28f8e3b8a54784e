import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, type TestContext, vi } from 'vitest';
import type { Installations } from '../../src/adapters/shared/installations.ts';
import { openStore } from '../../src/adapters/storage/open-store.ts';
import { createSeal, type SealingKey } from '../../src/adapters/storage/sealing.ts';
import { doctor, examined, found } from '../support/doctor.ts';
import { installation } from '../support/installation.ts';
import { run } from '../support/program.ts';
import { type FakeSlack, startFakeSlack } from '../support/slack/fake-slack.ts';

vi.setConfig({ maxConcurrency: 3 });

const [old, present] = ['2025', '2026'].map((id) => ({ id, key: randomBytes(32) })) as [SealingKey, SealingKey];
const asSet = (...keys: SealingKey[]) => keys.map(({ id, key }) => `${id}:${key.toString('base64')}`).join(',');

type World = {
  slack: FakeSlack;
  env: Record<string, string>;
  /** Lets workspaces install the app without going through its pages. */
  installed(key: SealingKey, work: (installations: Installations) => Promise<unknown>): Promise<void>;
};

async function worldOf(test: TestContext, keys = asSet(present)): Promise<World> {
  const slack = await startFakeSlack();
  const folder = mkdtempSync(join(tmpdir(), 'harbin-doctor-'));
  test.onTestFinished(async () => {
    await slack.close();
    rmSync(folder, { recursive: true, force: true });
  });
  const { clientId, clientSecret, signingSecret } = slack.installation;
  const env = {
    SLACK_CLIENT_ID: clientId,
    SLACK_CLIENT_SECRET: clientSecret,
    SLACK_STATE_SECRET: 'a-secret-of-many-letters',
    SLACK_SIGNING_SECRET: signingSecret,
    SLACK_API_URL: slack.apiUrl,
    ENCRYPTION_KEY: keys,
    DATABASE_URL: `file:${join(folder, 'harbin.db')}`,
    PORT: '0',
  };
  return {
    slack,
    env,
    async installed(key, work) {
      const store = await openStore(env.DATABASE_URL, () => {});
      await work(store.installations(createSeal([key])));
      await store.close();
    },
  };
}

describe.concurrent('harbin doctor, where many workspaces install the app', () => {
  it('says that none has yet, and then that each can be answered', async (test) => {
    const { slack, env, installed } = await worldOf(test);
    const before = await examined(env);
    expect(found(before, "Slack's time zones")).toMatch(/^note .+not compared/);
    expect(found(before, 'Slack workspaces')).toMatch(/^ok .+none has installed the app yet/);
    expect(found(before, 'Encryption keys')).toMatch(/^ok .+nothing is encrypted yet/);
    const other = slack.addWorkspace('SECOND');
    for (const { installation: granted } of [slack, other])
      for (const scope of ['channels:history', 'groups:history', 'channels:read', 'groups:read'])
        granted.scopes.add(scope);
    await installed(present, async (installations) => {
      for (const { workspace, installation: granted } of [slack, other])
        await installations.save(installation(workspace.teamId, granted.botToken));
    });
    const ran = await examined(env);
    expect(found(ran, 'Slack workspaces')).toMatch(/^ok .+checked 2 of 2; 2 can be answered$/);
    expect(found(ran, 'Encryption keys')).toMatch(/^ok .+2 of 2 installations under the key 2026$/);
    expect(found(ran, "Slack's time zones")).toMatch(/^ok .+the same for the 1 that people have$/);
    expect(ran.worst).not.toMatch('fail');
  });

  it('names the workspaces whose token is refused or lacks a scope, and what to do there', async (test) => {
    const { slack, env, installed } = await worldOf(test);
    const other = slack.addWorkspace('SECOND');
    slack.installation.scopes.delete('chat:write');
    await installed(present, async (installations) => {
      await installations.save(installation(slack.workspace.teamId, slack.installation.botToken));
      await installations.save(installation(other.workspace.teamId, other.installation.botToken));
      await installations.save(installation('T0GONE', 'xoxb-planted'));
    });
    const ran = await examined(env);
    expect(ran.worst).toBe('warn');
    expect(found(ran, 'Slack workspaces')).toMatch(/^warn .+checked 3 of 3; 1 can be answered;/);
    expect(ran.out).toContain('the token is refused in T0GONE (invalid_auth): install the app anew');
    expect(ran.out).toContain(`lacks in ${slack.workspace.teamId} (chat:write): install the app anew`);
    expect(ran.out).toContain(
      `works less in ${other.workspace.teamId} (channels:history groups:history channels:read groups:read)`,
    );
    expect(ran.out).not.toContain('planted');
  });

  it('tries a bounded number of them, and says how many', async (test) => {
    const { slack, env, installed } = await worldOf(test);
    await installed(present, async (installations) => {
      for (let number = 0; number < 205; number += 1) await installations.save(installation(`T${number}`));
    });
    const ran = await examined(env);
    expect(found(ran, 'Slack workspaces')).toMatch(/^fail .+checked 200 of 205; 0 can be answered; .+ and 195 more:/);
    expect(slack.callsOf('auth.test')).toHaveLength(200);
  });

  it('says how far it came where Slack hangs', async (test) => {
    const { slack, env, installed } = await worldOf(test);
    await installed(present, (installations) =>
      installations.save(installation(slack.workspace.teamId, slack.installation.botToken)),
    );
    slack.faults.breakMethod('auth.test', { kind: 'hang' });
    expect(found(await examined(env), 'Slack workspaces')).toMatch(/^fail .+checked 0 of 1/);
  });

  it('warns of tokens under an older key, and fails where a key is missing', async (test) => {
    const { env, installed } = await worldOf(test, asSet(present, old));
    await installed(old, (installations) => installations.save(installation('T1')));
    expect(found(await examined(env), 'Encryption keys')).toMatch(
      /^warn .+1 of 1 installation not under the first key 2026 but under 2025: .+ harbin rotate-keys/,
    );
    const without = await examined({ ...env, ENCRYPTION_KEY: asSet(present) });
    expect(without.worst).toBe('fail');
    expect(found(without, 'Encryption keys')).toMatch(/^fail .+cannot be opened .+the key 2025, not set\)/);
  });
});

describe.concurrent('harbin doctor, where Slack sends requests', () => {
  it('proves the public address with a signed request, and the page that installs the app', async (test) => {
    const { env } = await worldOf(test);
    const program = run(test, env);
    await program.says('platform started');
    const ran = await examined(env, program.url());
    expect(found(ran, 'Slack requests')).toBe(
      `ok    Slack requests: ${program.url()}/slack/events answers what Slack signs`,
    );
    expect(found(ran, 'Slack install page')).toMatch(/^ok .+\/slack\/install leads to Slack/);
    const here = await examined({ ...env, PORT: new URL(program.url()).port });
    expect(found(here, 'Slack requests')).toMatch(/^ok .+from outside: harbin doctor https:/);
    const other = await examined({ ...env, SLACK_SIGNING_SECRET: 'another-secret' }, program.url());
    expect(other.worst).toBe('fail');
    expect(found(other, 'Slack requests')).toMatch(
      /^fail .+refuses the signature: the bot there has another SLACK_SIGN/,
    );
  });

  it('says what to do where something else answers there, nobody does, or the bot does not run', async (test) => {
    const { slack, env } = await worldOf(test);
    const elsewhere = await examined(env, new URL(slack.apiUrl).origin);
    expect(found(elsewhere, 'Slack requests')).toMatch(
      /^fail .+answers \d+ instead of the bot: the proxy has to forward/,
    );
    expect(found(elsewhere, 'Slack install page')).toMatch(/^fail .+does not show the page/);
    const nobody = await examined(env, 'http://127.0.0.1:2');
    expect(found(nobody, 'Slack requests')).toMatch(/^fail .+cannot be reached \(ECONNREFUSED\), not by Slack either/);
    const stopped = await examined({ ...env, PORT: '2' });
    expect(found(stopped, 'Slack requests')).toMatch(/^note .+no bot runs here: start it/);
    expect((await doctor(env, 'harbin.example.com')).code).toBe(2);
  });
});
