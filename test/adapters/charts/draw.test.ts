import { expect, it } from 'vitest';
import { drawPng } from '../../../src/adapters/charts/draw.ts';
import type { Chart } from '../../../src/core/messages/chart.ts';

const chart = (label: string): Chart => ({
  kind: 'chart',
  form: 'bars',
  title: 'Laboratories',
  unit: 'Number',
  source: 'A source, 2023',
  summary: 'Two numbers',
  series: [
    {
      name: '',
      points: [
        { label, value: 2, text: '2' },
        { label: 'others', value: 1, text: '1' },
      ],
    },
  ],
});

it.each(['龘', '𠮷'])('draws no picture with an empty box for a character that the font lacks: %s', async (sign) => {
  await expect(drawPng(chart(`${sign} laboratory`), 'en')).rejects.toThrow(`the font of charts lacks ${sign}`);
});
