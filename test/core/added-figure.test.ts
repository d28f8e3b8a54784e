import { describe, expect, it } from 'vitest';
import { createCatalogue, createKeywords } from '../../bench/synthetic/catalogue.ts';
import { heldQuestions, strangeQuestions } from '../../bench/synthetic/questions.ts';
import { createRandom } from '../../bench/synthetic/random.ts';
import { createVocabulary } from '../../bench/synthetic/vocabulary.ts';
import { reportOf } from '../../src/core/messages/report.ts';
import { loadCatalogue } from '../../src/data/load.ts';
import type { Figure, Texts } from '../../src/data/schema.ts';
import { botOf } from '../support/bot.ts';

const catalogue = await loadCatalogue();
const model = catalogue.figures.find(({ id }) => id === 'little-giants') as Extract<Figure, { kind: 'count' }>;

type Added = Pick<typeof model, 'id' | 'unit' | 'keywords'> & { name: Texts };

/** A figure as somebody adds it next year, in a unit that others are counted in or in a new one. */
function figureOf({ name, ...rest }: Added): Figure {
  const statement = {
    en: `<b>{value} ${name.en}</b>`,
    zh: `<b>{value}家${name.zh}</b>`,
    ru: `<b>{value} ${name.ru}</b>`,
  };
  return { ...model, ...rest, label: name, definition: { counts: name, excludes: name }, statement, related: [] };
}

const brands = figureOf({
  id: 'brands',
  unit: 'enterprises',
  name: { en: 'Heritage brands', zh: '老字号企业', ru: 'Старинные бренды' },
  keywords: {
    en: ['heritage brands', 'century-old brands'],
    zh: ['老字号 企业', '老字号'],
    ru: ['старинные бренды'],
  },
});
const parks = figureOf({
  id: 'parks',
  unit: 'parks',
  name: { en: 'Science parks', zh: '科技园', ru: 'Научные парки' },
  keywords: { en: ['science parks', 'parks for scientists'], zh: ['科技园'], ru: ['научные парки', 'научный парк'] },
});
const bot = botOf({ ...catalogue, figures: [...catalogue.figures, brands, parks] });

async function figuresFor(asked: string) {
  return reportOf(await bot.reply({ asked, conversation: asked })).figures;
}

describe('a figure that was added', () => {
  it.each([
    ['how many heritage brands are there in Harbin?', 'brands'],
    ['number of century-old brands', 'brands'],
    ['how many heritage barnds', 'brands'],
    ['哈尔滨有多少家老字号企业', 'brands'],
    ['老字号几家', 'brands'],
    ['сколько старинных брендов в Харбине?', 'brands'],
    ['how many science parks does Harbin have', 'parks'],
    ['哈尔滨科技园有几个', 'parks'],
    ['сколько научных парков', 'parks'],
  ])('is found by its own name: %s', async (asked, figure) => expect(await figuresFor(asked)).toEqual([figure]));

  it.each(['how many teachers at the science parks?', 'how many brands went bankrupt?', 'how many dogs at the parks'])(
    'answers nothing else: %s',
    async (asked) => expect(await figuresFor(asked)).toEqual([]),
  );
});

describe('a catalogue of a thousand other figures', () => {
  const random = createRandom(1_000);
  const vocabulary = createVocabulary(1_000, catalogue, random);
  const keywords = createKeywords(1_000, vocabulary.used, random);
  const grown = botOf(createCatalogue(keywords, catalogue));
  const shares = async (questions: readonly { text: string; answers: ReadonlySet<string> }[]) => {
    let right = 0;
    for (const { text, answers } of questions) {
      const { kind, figures, suggestions } = reportOf(await grown.reply({ asked: text, conversation: text }));
      const shown = kind === 'choice' ? suggestions : figures;
      if (answers.size === 0 ? shown.length === 0 : shown.some((id) => answers.has(id))) right += 1;
    }
    return right / questions.length;
  };

  it('answers questions for them, a word of which is mistyped', async () => {
    expect(await shares(heldQuestions(100, keywords, vocabulary, random))).toBeGreaterThanOrEqual(0.95);
  });

  it('refuses what none of them is about', async () => {
    expect(await shares(strangeQuestions(100, vocabulary, random))).toBeGreaterThanOrEqual(0.95);
  });
});
