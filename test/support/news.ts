import type { Channel } from '../../src/core/daily/subscription.ts';
import type { News } from '../../src/core/news/readers.ts';
import { correctionOf, fingerprintOf, type NewsItem } from '../../src/core/news/value.ts';
import { createNewsWriter } from '../../src/core/news/writer.ts';
import type { Post } from '../../src/core/ports.ts';
import type { Language } from '../../src/data/languages.ts';
import { loadCatalogue } from '../../src/data/load.ts';
import type { Catalogue, Figure, Observation } from '../../src/data/schema.ts';

/** Corrections as tests need them. */

const catalogue = await loadCatalogue();

/** The shipped catalogue with another number of a figure, and why. */
export function corrected(id = 'key-laboratories', value = 231): Catalogue {
  const other = structuredClone(catalogue);
  const figure = other.figures.find((one) => one.id === id) as Figure;
  const [first] = figure.observations as [Observation];
  Object.assign(first, { value });
  const { place, source, asOf } = first;
  const why = { en: 'the release was reissued.', zh: '新闻稿已更正重发。', ru: 'пресс-релиз выпущен заново.' };
  figure.corrections = [{ on: '2026-11-29', place, source, date: asOf.date, why }];
  return other;
}

/** What the correction of a figure tells. */
export function correctionIn(known: Catalogue, id = 'key-laboratories'): NewsItem {
  const before = catalogue.figures.find((one) => one.id === id) as Figure;
  const now = known.figures.find((one) => one.id === id);
  const item = correctionOf(fingerprintOf(before, before.observations[0] as Observation), now);
  if (!item) throw new Error(`nothing is corrected of ${id}`);
  return item;
}

/** News on its way to a channel. */
export function newsPost(known: Catalogue, news: News, channel: Channel, language: Language = 'en', key = 'key'): Post {
  const message = createNewsWriter(known, '1.0.0')(news, { language, day: '2026-11-30' });
  return {
    key,
    channel,
    setBy: '',
    message,
    firstTriedAt: new Date(),
    ...(news.kind === 'edit' ? { edits: news.message } : {}),
    ...(news.kind === 'note' && news.under ? { under: news.under } : {}),
  };
}
