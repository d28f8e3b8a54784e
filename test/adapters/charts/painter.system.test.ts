import { describe, expect, onTestFinished, test } from 'vitest';
import type { PainterOptions } from '../../../src/adapters/charts/painter.ts';
import { barChart } from '../../support/charts/charts.ts';
import { realPainter } from '../../support/charts/real-painter.ts';

const FAULTY = new URL('../../support/charts/faulty-worker.mjs', import.meta.url);
const LABS = barChart({ 'Key laboratories': 229, Universities: 48 });

function painter(options: Partial<PainterOptions> = {}) {
  const made = realPainter(options);
  onTestFinished(() => made.close());
  return made;
}

function text(png: Uint8Array | undefined): string | undefined {
  return png && new TextDecoder().decode(png);
}

describe('the painter', () => {
  test('gives a PNG that is sharp on a phone: 1,440 pixels wide', async () => {
    const png = await painter().paint(LABS, 'en');
    const view = new DataView(png?.buffer ?? new ArrayBuffer(0), png?.byteOffset);
    expect([...(png?.subarray(0, 8) ?? [])]).toEqual([137, 80, 78, 71, 13, 10, 26, 10]);
    expect(view.getUint32(16)).toBe(1440);
  });

  test('draws the same chart to the same bytes, also after a restart', async () => {
    expect(await painter().paint(LABS, 'en')).toEqual(await painter().paint(LABS, 'en'));
  });

  test('draws a chart once, however many ask for it together or later', async () => {
    const { paint } = painter();
    const [one, other] = await Promise.all([paint(LABS, 'en'), paint(structuredClone(LABS), 'en')]);
    expect(one).toBeDefined();
    expect(other).toBe(one);
    expect(await paint(LABS, 'en')).toBe(one);
    expect(await paint(LABS, 'ru')).not.toBe(one);
  });

  test('forgets the oldest pictures when they take too much memory', async () => {
    const { paint } = painter({ worker: FAULTY, cacheBytes: 8 });
    const first = await paint({ ...LABS, title: 'abcd' }, 'en');
    await paint({ ...LABS, title: 'efgh' }, 'en');
    expect(await paint({ ...LABS, title: 'abcd' }, 'en')).toBe(first);
    await paint({ ...LABS, title: 'ijklmnop' }, 'en');
    const again = await paint({ ...LABS, title: 'abcd' }, 'en');
    expect(again).toEqual(first);
    expect(again).not.toBe(first);
  });

  test('gives nothing for a chart that cannot be drawn, and the next one all the same', async () => {
    const { paint } = painter();
    expect(await paint({ ...LABS, series: null as never }, 'en')).toBeUndefined();
    expect(await paint(LABS, 'en')).toBeDefined();
  });

  test('loses one picture with a thread that dies, and none of those behind it', async () => {
    const { paint } = painter({ worker: FAULTY });
    const all = await Promise.all(['die', 'one', 'two'].map((title) => paint({ ...LABS, title }, 'en')));
    expect(all.map(text)).toEqual([undefined, 'one', 'two']);
  });

  test('ends a thread that hangs, and goes on with another', async () => {
    const { paint } = painter({ worker: FAULTY, drawMs: 2_000 });
    const all = await Promise.all(['hang', 'one'].map((title) => paint({ ...LABS, title }, 'en')));
    expect(all.map(text)).toEqual([undefined, 'one']);
  });

  test('leaves nobody waiting behind a thread that hangs', async () => {
    const { paint } = painter({ worker: FAULTY, waitMs: 50 });
    expect(await paint({ ...LABS, title: 'hang' }, 'en')).toBeUndefined();
  });

  test('takes so many charts at a time, and refuses more at once', async () => {
    const { paint } = painter({ worker: FAULTY, mostWaiting: 2 });
    const all = await Promise.all(['one', 'two', 'three'].map((title) => paint({ ...LABS, title }, 'en')));
    expect(all.map(text)).toEqual(['one', 'two', undefined]);
    expect(text(await paint({ ...LABS, title: 'three' }, 'en'))).toBe('three');
  });

  test('answers everyone when it is closed', async () => {
    const made = realPainter({ worker: FAULTY });
    const waiting = ['hang', 'one'].map((title) => made.paint({ ...LABS, title }, 'en'));
    await made.close();
    expect(await Promise.all(waiting)).toEqual([undefined, undefined]);
    expect(await made.paint(LABS, 'en')).toBeUndefined();
  });
});
