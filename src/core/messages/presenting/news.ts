import type { Observation } from '../../../data/schema.ts';
import { figureIndex } from '../../catalogue/figure-index.ts';
import { quantityOf, type Stated } from '../../catalogue/stated.ts';
import type { News } from '../../news/readers.ts';
import { fingerprintOf, type NewsItem, valueIn } from '../../news/value.ts';
import type { Inline } from '../message.ts';
import { dateText } from '../wording/date-text.ts';
import { happenedOf } from '../wording/figures.ts';
import { listText } from '../wording/lists.ts';
import { plainNumber } from '../wording/numbers.ts';
import { sourceButton } from './buttons.ts';
import { drawPost } from './daily-post.ts';
import { drawFact } from './figures.ts';
import { caveats, pointText, text } from './parts.ts';
import { sourceLine } from './sources.ts';
import type { Drawn, Tools } from './tools.ts';

/** A message that showed a value which no longer holds, as it reads now; `day` is when that was noticed. */
export function drawEdited({ form, items: [item] }: Extract<News, { kind: 'edit' }>, day: string, tools: Tools): Drawn {
  const now = item.kind === 'withdrawn' ? undefined : statedBy(item.now, tools);
  if (!now) return { parts: [text(itemWords(item, day, tools))] };
  const drawn = form === 'post' ? drawPost(now, tools) : drawFact({ kind: 'fact', stated: now }, tools);
  const [lead, ...rest] = drawn.parts;
  const { words } = tools;
  const edited = words.say('newsEdited', {
    day: dateText(correctedOn(item, tools)?.on ?? day, words),
    old: oldWords(item.was, tools),
  });
  return { ...drawn, parts: [...(lead ? [lead] : []), text(withReason(edited, item, tools)), ...rest] };
}

/** Changes that are shown one by one; no more are expected at once. */
const MOST_SHOWN = 10;

/** A note about what changed, each change with its source. */
export function drawNote({ items, watched }: Extract<News, { kind: 'note' }>, day: string, tools: Tools): Drawn {
  const { words } = tools;
  const shown = items.slice(0, MOST_SHOWN);
  const left = items.length - shown.length;
  const now = shown.flatMap((item) => (item.kind === 'withdrawn' ? [] : (statedBy(item.now, tools) ?? [])));
  const lines = shown.map((item) => itemWords(item, day, tools));
  const [only] = lines;
  const labels = figureIndex(tools.catalogue)
    .all(watched)
    .map(({ label }) => label[words.language]);
  return {
    parts: [
      ...(lines.length === 1 && only ? [text(only)] : [{ kind: 'items' as const, items: lines }]),
      ...(left > 0 ? [text(words.say('newsMore', { count: left }))] : []),
      ...sourceLine(now, tools),
    ],
    remarks: [
      ...caveats(now, tools),
      ...(labels.length > 0 ? [words.say('newsWatched', { labels: listText(labels, words) })] : []),
    ],
    buttons: now.length === 1 ? [sourceButton(now, tools)] : [],
  };
}

/** One change in a sentence or two. */
function itemWords(item: NewsItem, day: string, tools: Tools): Inline[] {
  const { words, figures } = tools;
  const before = statedBy(item.was, tools);
  const label = before?.figure.label[words.language] ?? '';
  const old = oldWords(item.was, tools);
  if (item.kind === 'withdrawn') {
    const values = { day: dateText(correctedOn(item, tools)?.on ?? day, words), old, label };
    const point = before ? pointText(before, tools) : '';
    return withReason(words.say('newsWithdrawn', { ...values, point, hasLabel: before ? 'yes' : 'no' }), item, tools);
  }
  const now = statedBy(item.now, tools);
  const said = { label, new: now ? figures.value(now) : '', point: now ? pointText(now, tools) : '' };
  if (item.kind === 'newer') {
    const plain = before ? valueText(before, tools) : '';
    return words.say('newsNewer', { ...said, old: plain, before: before ? pointText(before, tools) : '' });
  }
  const values = { ...said, day: dateText(correctedOn(item, tools)?.on ?? day, words), old };
  return withReason(words.say('newsCorrected', values), item, tools);
}

function oldWords(fingerprint: string, tools: Tools): Inline[] {
  const stated = statedBy(fingerprint, tools);
  if (stated) return [{ struck: valueText(stated, tools) }];
  // Without its figure only the number is left, and nobody can tell what it counted.
  const observation = valueIn(fingerprint)?.observation;
  const value = observation && 'value' in observation ? plainNumber(observation.value, tools.words.language) : '';
  return value === '' ? [] : [{ struck: value }];
}

function valueText(stated: Stated, { figures }: Tools): string {
  return quantityOf(stated) || happenedOf(stated) ? figures.amount(stated) : figures.value(stated);
}

/** The value of a fingerprint with its figure: as the catalogue holds it, else as far as the fingerprint tells it. */
function statedBy(fingerprint: string, { catalogue }: Tools): Stated | undefined {
  const value = valueIn(fingerprint);
  const figure = value && figureIndex(catalogue).get(value.figure);
  if (!figure) return undefined;
  const held = (figure.observations as Observation[]).find((one) => fingerprintOf(figure, one) === fingerprint);
  return { figure, observation: held ?? value.observation };
}

function withReason(said: Inline[], item: NewsItem, tools: Tools): Inline[] {
  const why = correctedOn(item, tools)?.why[tools.words.language];
  if (why === undefined) return said;
  const gap = tools.words.language === 'zh' ? '' : ' ';
  return [...said, gap, ...tools.words.say('newsReason', { why })];
}

/** What the curator says of a correction, the last time. */
function correctedOn({ was }: NewsItem, { catalogue }: Tools) {
  const value = valueIn(was);
  if (!value) return undefined;
  const { asOf, place, source } = value.observation;
  return figureIndex(catalogue)
    .get(value.figure)
    ?.corrections?.filter((one) => one.date === asOf.date && one.place === place && one.source === source)
    .toSorted((one, other) => (one.on < other.on ? -1 : 1))
    .at(-1);
}
