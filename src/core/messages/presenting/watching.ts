import type { Figure } from '../../../data/schema.ts';
import { figureIndex } from '../../catalogue/figure-index.ts';
import type { DailyAsk } from '../../daily/ask.ts';
import type { DailyOutcome } from '../../daily/outcome.ts';
import { MOST_WATCHED } from '../../news/readers.ts';
import type { Button, Part } from '../message.ts';
import { shortLabel } from '../wording/labels.ts';
import { listText } from '../wording/lists.ts';
import { note, text } from './parts.ts';
import type { Drawn, Tools } from './tools.ts';

type Watching = Extract<DailyOutcome, { kind: 'watching' | 'watching-most' | 'watch-which' | 'unwatched' | 'watched' }>;

/** Says what came of asking that a channel is told when a figure changes. */
export function drawWatching(outcome: Watching, tools: Tools): Drawn {
  const { words } = tools;
  switch (outcome.kind) {
    case 'watching': {
      const label = labelsOf([outcome.figure], tools);
      const lead = words.say(outcome.isNew ? 'watchOn' : 'watchIsOn', { label });
      const others = outcome.watched.filter((figure) => figure !== outcome.figure);
      const off = ask('doUnwatch', { kind: 'unwatch', figure: outcome.figure }, tools);
      return {
        parts: [text(lead), ...watchedPart(others, tools, 'watchToo'), note(words.say('watchStop'))],
        buttons: [off],
        invitation: 'dailyDo',
      };
    }
    case 'watching-most':
      return {
        parts: [text(words.say('watchMost', { count: MOST_WATCHED })), ...watchedPart(outcome.watched, tools)],
      };
    case 'watch-which':
      return {
        parts: [text(words.say('watchWhich'))],
        buttons: figuresOf(outcome.figures, tools).map((figure) => ({
          label: shortLabel(figure, words.language),
          full: figure.label[words.language],
          question: { kind: 'daily', ask: { kind: 'watch', figure: figure.id } },
          replaces: true,
        })),
        invitation: 'choices',
      };
    case 'unwatched': {
      const lead =
        outcome.figures.length === 0
          ? words.say('watchNothing', tools.home)
          : words.say('watchOff', { labels: labelsOf(outcome.figures, tools) });
      return { parts: [text(lead), ...watchedPart(outcome.watched, tools, 'watchStill')] };
    }
    case 'watched':
      return outcome.watched.length === 0
        ? { parts: [text(words.say('watchNothing', tools.home))] }
        : {
            parts: [...watchedPart(outcome.watched, tools), note(words.say('watchStop'))],
            buttons: [ask('doUnwatchAll', { kind: 'unwatch' }, tools)],
            invitation: 'dailyDo',
          };
  }
}

/** The figures that a channel watches, in a line; none where it watches none. */
export function watchedPart(
  watched: readonly string[] | undefined,
  tools: Tools,
  key: 'watchList' | 'watchToo' | 'watchStill' = 'watchList',
): Part[] {
  const labels = labelsOf(watched ?? [], tools);
  return labels === '' ? [] : [text(tools.words.say(key, { labels }))];
}

/** The names of figures, as a list. */
export function labelsOf(ids: readonly string[], tools: Tools): string {
  const labels = figuresOf(ids, tools).map(({ label }) => label[tools.words.language]);
  return labels.length === 0 ? '' : listText(labels, tools.words);
}

function figuresOf(ids: readonly string[], { catalogue }: Tools): Figure[] {
  return figureIndex(catalogue).all(ids);
}

function ask(label: 'doUnwatch' | 'doUnwatchAll', asked: DailyAsk, { words }: Tools): Button {
  return { label: words.text(label), question: { kind: 'daily', ask: asked }, replaces: true };
}
