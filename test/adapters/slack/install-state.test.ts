import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { expect, it, vi } from 'vitest';
import { openStore } from '../../../src/adapters/storage/open-store.ts';
import { createSeal } from '../../../src/adapters/storage/sealing.ts';
import { visitInstallPage } from '../../support/slack/install.ts';
import { startBot } from './running-bot.ts';

const MINUTE_MS = 60_000;

it.each([
  [9, 200],
  [11, 400],
])('an installation that a browser finishes after %i minutes gets %i', async (minutes, status) => {
  const folder = mkdtempSync(`${tmpdir()}/harbin-install-state-`);
  const store = await openStore(`file:${folder}/harbin.db`, () => {});
  const ends: (() => unknown)[] = [() => store.close(), () => rmSync(folder, { recursive: true, force: true })];
  try {
    const installations = store.installations(createSeal([{ id: 'a', key: randomBytes(32) }]));
    const { slack, url } = await startBot(
      { onTestFinished: (end) => void ends.unshift(end as () => unknown) },
      { mode: 'http', installations },
    );
    const visit = await visitInstallPage(url, slack);
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + minutes * MINUTE_MS });
    expect((await visit.finish()).status).toBe(status);
    expect(slack.callsOf('oauth.v2.access')).toHaveLength(status === 200 ? 1 : 0);
  } finally {
    vi.useRealTimers();
    for (const end of ends) await end();
  }
});
