import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { copyOfShipped, entry, type Json } from './data/folder.ts';
import { slackEnvironment } from './support/environment.ts';
import { run } from './support/program.ts';
import { startFakeSlack } from './support/slack/fake-slack.ts';

async function edit(folder: string, change: (data: Json) => void): Promise<void> {
  const path = join(folder, 'figures.json');
  const data = JSON.parse(await readFile(path, 'utf8'));
  change(data);
  await writeFile(path, JSON.stringify(data));
}

it('answers from a changed catalogue after SIGHUP, in the same conversation, and refuses a faulty one', async (test) => {
  const slack = await startFakeSlack();
  test.onTestFinished(() => slack.close());
  const folder = await copyOfShipped();
  const program = run(test, { ...slackEnvironment(slack), DATA_DIR: folder });
  await slack.connected();
  await program.says('platform started');
  const ask = async (text: string) => (await (await slack.slash('/harbin', text)).answer()).text;
  expect(await ask('how many key labs?')).toContain('229');
  expect(await ask('how much investment is planned?')).toContain('16.8 billion yuan');

  await edit(folder, ({ figures }) => {
    entry(figures, 'key-laboratories').observations[0].value = 231;
  });
  program.process.kill('SIGHUP');
  await program.says('catalogue reloaded');
  expect(program.output()).toContain('value corrected: key-laboratories');
  expect(await ask('in dollars?')).toContain('2.353 billion US dollars');
  expect(await ask('how many key labs?')).toContain('231');

  await edit(folder, ({ figures }) => {
    entry(figures, 'key-laboratories').observations[0].source = 'nowhere';
  });
  program.process.kill('SIGHUP');
  await program.says('catalogue refused');
  expect(program.output()).toContain('nowhere');
  expect(await ask('how many key labs?')).toContain('231');
});
