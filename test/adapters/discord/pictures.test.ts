import { describe, expect, onTestFinished, test } from 'vitest';
import type { Painter } from '../../../src/core/ports.ts';
import { NO_PICTURES } from '../../support/charts/no-pictures.ts';
import { people, stage } from './harness.ts';

const HANGING: Painter = { paint: () => new Promise(() => {}) };
const SMALL: Painter = { paint: async () => Uint8Array.from([137, 80, 78, 71]) };
/** Discord's number for an answer that is only announced. */
const DEFERRED = 5;
const NUMBERS = ['229', '250'];

describe('a chart on Discord', () => {
  test('is a picture whose description holds every number, and the numbers stand in the text too', async (context) => {
    const { discord } = await stage(context, { painter: SMALL });
    const { channel, mei } = people(discord);
    const answer = await discord.slash(mei, channel, 'harbin chart', { what: 'research' }).answered();
    const [attachment] = answer.payload.attachments;
    expect(attachment).toMatchObject({ filename: 'chart.png', content_type: 'image/png' });
    for (const number of NUMBERS) {
      expect(attachment?.description).toContain(number);
      expect(answer.text).toContain(number);
    }
    expect(answer.files[0]?.bytes).toHaveLength(4);
    expect(answer.payload.embeds.at(-1)?.image?.url).toBe(attachment?.url);
    expect(answer.text).not.toContain('█');
  });

  test('is drawn for a mention too', async (context) => {
    const { discord } = await stage(context, { painter: SMALL });
    const { channel, mei } = people(discord);
    const answer = await discord.mention(mei, channel, 'chart research').answered();
    expect(answer.payload.attachments).toHaveLength(1);
  });

  test('is drawn at a click on Chart under a list and a comparison', async (context) => {
    const { discord } = await stage(context, { painter: SMALL });
    const { channel, mei } = people(discord);
    const list = await discord.slash(mei, channel, 'harbin list', { topic: 'research' }).answered();
    expect((await discord.click(list, 'Chart', mei).answered()).payload.attachments).toHaveLength(1);
    const both = { first: 'key-laboratories', second: 'universities' };
    const comparison = await discord.slash(mei, channel, 'harbin compare', both).answered();
    const chart = await discord.click(comparison, 'Chart', mei).answered();
    expect(chart.payload.attachments).toHaveLength(1);
    expect(chart.text).toContain('48');
  });

  test.each([
    ['that cannot be drawn', NO_PICTURES],
    ['whose painter hangs', HANGING],
  ])('%s comes as bars of text, with its numbers', async (_, painter) => {
    const { discord } = await stage({ onTestFinished }, { painter, timings: { pictureMs: 400 } });
    const { channel, mei } = people(discord);
    const answer = await discord.slash(mei, channel, 'harbin chart', { what: 'research' }).answered();
    expect(answer.payload.attachments).toHaveLength(0);
    expect(answer.text).toContain('█');
    for (const number of NUMBERS) expect(answer.text).toContain(number);
  });

  test('keeps nobody waiting for other answers while a painter hangs', async (context) => {
    const { discord } = await stage(context, { painter: HANGING });
    const { channel, mei } = people(discord);
    const charts = Array.from({ length: 5 }, () => discord.slash(mei, channel, 'harbin chart', { what: 'research' }));
    const answer = await discord.slash(mei, channel, 'harbin ask', { question: 'how many labs?' }).answered();
    expect(answer.text).toContain('229');
    const announced = await Promise.all(charts.map((turn) => turn.responded()));
    expect(announced.map(({ type }) => type)).toEqual(charts.map(() => DEFERRED));
  });

  test('comes as text where the bot may not attach files', async (context) => {
    const { discord } = await stage(context, { painter: SMALL });
    const { channel, mei } = people(discord);
    discord.deny(channel, ['AttachFiles']);
    for (const turn of [
      discord.slash(mei, channel, 'harbin chart', { what: 'research' }),
      discord.mention(mei, channel, 'chart research'),
    ]) {
      const answer = await turn.answered();
      expect(answer.payload.attachments).toHaveLength(0);
      for (const number of NUMBERS) expect(answer.text).toContain(number);
    }
  });
});
