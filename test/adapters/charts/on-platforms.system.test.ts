import { expect, it } from 'vitest';
import { realPainter } from '../../support/charts/real-painter.ts';
import { people, stage } from '../discord/harness.ts';
import { startBot } from '../slack/running-bot.ts';

const LEAST_BYTES = 10_000;

it('a chart on Discord is the picture that the drawing thread made', async (test) => {
  const painter = realPainter();
  test.onTestFinished(() => painter.close());
  const { discord } = await stage(test, { painter, timings: { pictureMs: 60_000 } });
  const { channel, mei } = people(discord);
  const answer = await discord.slash(mei, channel, 'harbin chart', { what: 'research' }).answered();
  expect(answer.files[0]?.bytes.length).toBeGreaterThan(LEAST_BYTES);
});

it('a chart on Slack is the picture that the drawing thread made, where Slack draws none itself', async (test) => {
  const painter = realPainter();
  test.onTestFinished(() => painter.close());
  const prepare = ({ installation }: Awaited<ReturnType<typeof startBot>>['slack']) =>
    installation.unsupportedBlocks.add('data_visualization');
  const { slack } = await startBot(test, { painter, prepare });
  await (await slack.mention(slack.channel, 'chart research')).waitForAnswers(2);
  expect(slack.files.files[0]?.content?.length).toBeGreaterThan(LEAST_BYTES);
});
