import { expect, it } from 'vitest';
import { slackEnvironment } from './support/environment.ts';
import { run } from './support/program.ts';
import { startFakeSlack } from './support/slack/fake-slack.ts';

/** The signal at which something goes wrong in the midst of the program; loaded before it. */
const SIGNAL = 'SIGUSR2';
function atSignal(javascript: string): string[] {
  const waiting = `process.once('${SIGNAL}', () => { ${javascript} });`;
  return ['--import', `data:text/javascript,${encodeURIComponent(waiting)}`];
}

const TOKEN = 'xoxb-1234567890-planted';
const ERROR = `new Error('broken with ${TOKEN}', { cause: new Error('at https://example.com/?token=${TOKEN}') })`;

it.for([
  ['an error that nobody caught', `throw ${ERROR}`, 'uncaught error', 1],
  ['a rejection that nobody awaited', `void Promise.reject(${ERROR})`, 'unhandled rejection', 0],
] as const)('%s is told without its token, and stops no more than it must', async ([, bug, event, code], test) => {
  const slack = await startFakeSlack();
  test.onTestFinished(() => slack.close());
  const program = run(test, slackEnvironment(slack), atSignal(bug));
  await program.says('platform started');
  program.process.kill(SIGNAL);
  await program.says(event);
  if (code === 0) {
    expect((await (await slack.slash('/harbin', 'how many labs?')).answer()).text).toMatch(/^229/);
    program.process.kill('SIGTERM');
  }
  expect(await program.ended).toBe(code);
  expect(program.output()).toContain('broken with');
  expect(program.output()).not.toMatch(/planted/);
});
