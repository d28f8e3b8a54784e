import type { Source } from '../../../data/schema.ts';
import type { Answer } from '../../answers/answer.ts';
import type { Stated } from '../../catalogue/stated.ts';
import type { Part } from '../message.ts';
import { note, remarkLine, text } from './parts.ts';
import { definition, sourceParts } from './source.ts';
import { kindWords, originalWords, publishedText, sourceLine, sourceText } from './sources.ts';
import type { Drawn, Tools } from './tools.ts';

/** Who the bot is, where the figures come from, and how old they are: of some figures or of all. */
export function drawAbout({ what, stated }: Extract<Answer, { kind: 'about' }>, tools: Tools): Drawn {
  switch (what) {
    case 'bot':
      return drawBot(tools);
    case 'source':
      return { parts: stated.length > 0 ? stated.flatMap((one) => sourceParts(one, tools)) : allSources(tools) };
    case 'age':
      return { parts: stated.length > 0 ? stated.flatMap((one) => ageParts(one, tools)) : wholeAge(tools) };
  }
}

/** Who the bot is, what it knows from where, what it keeps, and where to read on. */
function drawBot(tools: Tools): Drawn {
  const { catalogue, words, home, version } = tools;
  const date = publishedText(newestSource(catalogue.sources), words);
  const main = catalogue.sources[0] as Source;
  return {
    parts: [
      text(words.say('aboutBot', home)),
      text(
        words.say('aboutBotData', {
          count: catalogue.figures.length,
          sources: catalogue.sources.length,
          source: [{ link: sourceText(main, [], words), url: main.url }],
          date,
        }),
      ),
      text(words.say('aboutBotPrivacy')),
      note(words.say('aboutBotHow', { version })),
    ],
    buttons: [{ label: words.text('exampleSource'), question: { kind: 'about', what: 'source', figures: [] } }],
    audience: 'asker',
  };
}

function ageParts(stated: Stated, tools: Tools): Part[] {
  const { words, figures } = tools;
  const label = stated.figure.label[words.language];
  const isUndated = stated.observation.asOf.basis === 'stated';
  return [
    text(words.say('aboutAgeOf', { label, asOf: figures.asOf([stated]) })),
    text(definition(stated, tools)),
    ...sourceLine([stated], tools),
    ...(isUndated ? [note(words.say('aboutAgeHonest'))] : []),
  ];
}

function allSources(tools: Tools): Part[] {
  const { words } = tools;
  const { sources } = tools.catalogue;
  // The schema requires at least one source, and the first is the main one.
  const main = sources[0] as Source;
  const lead = words.say('aboutSources', { count: sources.length, source: sourceText(main, [], words) });
  const listed: Part[] =
    sources.length === 1
      ? remarkLine([kindWords(main, tools), originalWords(main, tools)], words)
      : [{ kind: 'items', items: sources.map((source) => [{ link: sourceText(source, [], words), url: source.url }]) }];
  return [text(lead), ...listed, ...remarkLine([words.say('aboutAgeHonest'), words.say('aboutSourcesMore')], words)];
}

function wholeAge({ catalogue: { sources }, words }: Tools): Part[] {
  const newest = newestSource(sources);
  return [
    text(words.say('aboutAge', { count: sources.length, date: publishedText(newest, words) })),
    note(words.say('source', { link: [{ link: sourceText(newest, [], words), url: newest.url }] })),
    note(words.say('aboutAgeHonest')),
  ];
}

function newestSource(sources: readonly Source[]): Source {
  // The schema requires at least one source.
  return [...sources].sort((a, b) => (b.published ?? '').localeCompare(a.published ?? ''))[0] as Source;
}
