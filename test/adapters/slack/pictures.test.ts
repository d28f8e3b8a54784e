import { describe, expect, it } from 'vitest';
import { chartBlock } from '../../../src/adapters/slack/render/blocks.ts';
import type { Painter } from '../../../src/core/ports.ts';
import type { FakeSlack } from '../../support/slack/fake-slack.ts';
import { startBot } from './running-bot.ts';

const HANGING: Painter = { paint: () => new Promise(() => {}) };
const SMALL: Painter = { paint: async () => Uint8Array.from([137, 80, 78, 71]) };
const NUMBERS = ['229', '250'];

/** A workspace that Slack's own charts have not come to yet. */
function withoutCharts({ installation }: FakeSlack) {
  installation.unsupportedBlocks.add('data_visualization');
}

describe('a chart on Slack', () => {
  it('is no chart of Slack’s where a series has gaps: Slack would refuse it, or draw them as nothing', () => {
    const point = (label: string) => ({ label, value: 1, text: '1' });
    const chartWith = (...others: string[][]) => ({
      kind: 'chart' as const,
      form: 'bars' as const,
      title: 'Patents',
      unit: '',
      source: '',
      summary: '',
      series: [['2021', '2022', '2023'], ...others].map((labels, at) => ({
        name: `Series ${at}`,
        points: labels.map(point),
      })),
    });
    expect(chartBlock(chartWith(['2021', '2022', '2023']))).toBeDefined();
    expect(chartBlock(chartWith(['2021', '2023'], ['2022']))).toBeUndefined();
  });

  it('is drawn by Slack, with every number in the text too', async (test) => {
    const { slack } = await startBot(test, { painter: SMALL });
    const answer = await (await slack.slash('/harbin', 'chart research')).answer();
    expect(answer.blocks).toContainEqual(
      expect.objectContaining({
        type: 'data_visualization',
        chart: expect.objectContaining({
          type: 'bar',
          series: [
            expect.objectContaining({ data: expect.arrayContaining([{ label: 'Key laboratories', value: 229 }]) }),
          ],
        }),
      }),
    );
    for (const number of NUMBERS) {
      expect(answer.text).toContain(number);
      expect(JSON.stringify(answer.blocks.filter(({ type }) => type === 'rich_text'))).toContain(number);
    }
    expect(slack.files.files).toEqual([]);
  });

  it('is text bars and then a picture in the thread where the workspace refuses the block twice, and then no more', async (test) => {
    const { slack } = await startBot(test, { painter: SMALL, prepare: withoutCharts });
    const turn = await slack.mention(slack.channel, 'chart research');
    const [answer, picture] = await turn.waitForAnswers(2);
    expect(JSON.stringify(answer?.blocks)).toContain('█');
    expect(picture).toMatchObject({ via: 'file', threadTs: answer?.threadTs });
    const [file] = slack.files.files;
    for (const number of NUMBERS) {
      expect(answer?.text).toContain(number);
      expect(file?.altText).toContain(number);
    }
    expect(file?.content?.subarray(1, 4).toString()).toBe('PNG');
    const refused = () =>
      slack.calls.filter(({ answer }) => (answer as { error?: string }).error === 'invalid_blocks').length;
    expect(refused()).toBe(1);
    for (const _ of ['again', 'and again'])
      await (await slack.mention(slack.channel, 'chart research')).waitForAnswers(2);
    expect(refused()).toBe(2);
  });

  it('is drawn by Slack again after one that Slack refused', async (test) => {
    const { slack } = await startBot(test, { painter: SMALL, prepare: withoutCharts });
    await (await slack.mention(slack.channel, 'chart research')).waitForAnswers(2);
    slack.installation.unsupportedBlocks.clear();
    const answer = await (await slack.slash('/harbin', 'chart research')).answer();
    expect(answer.blocks).toContainEqual(expect.objectContaining({ type: 'data_visualization' }));
  });

  it('stays text without the right to upload, and where only the asker sees it', async (test) => {
    const { slack } = await startBot(test, {
      painter: SMALL,
      prepare(each) {
        withoutCharts(each);
        each.installation.scopes.delete('files:write');
      },
    });
    for (const turn of [
      await slack.mention(slack.channel, 'chart research'),
      await slack.slash('/harbin', 'chart research'),
    ]) {
      const [answer] = await turn.waitForAnswers(1);
      expect(JSON.stringify(answer?.blocks)).toContain('█');
      for (const number of NUMBERS) expect(answer?.text).toContain(number);
    }
    expect(slack.files.files).toEqual([]);
  });

  it('says its numbers at once while a painter hangs', async (test) => {
    const { slack } = await startBot(test, { painter: HANGING, prepare: withoutCharts });
    const [answer] = await (await slack.mention(slack.channel, 'chart research')).waitForAnswers(1);
    for (const number of NUMBERS) expect(answer?.text).toContain(number);
    expect((await (await slack.slash('/harbin', 'how many labs?')).answer()).text).toContain('229');
  });

  it('comes at a click on Chart under a list', async (test) => {
    const { slack } = await startBot(test);
    const list = await (await slack.slash('/harbin', 'list research')).answer();
    const [chart] = await (await slack.click(list, 'Chart')).waitForAnswers(1);
    expect(chart?.blocks.map(({ type }) => type)).toContain('data_visualization');
  });
});
