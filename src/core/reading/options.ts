import type { Dialogue } from '../conversation/dialogue.ts';
import type { KeywordMatcher } from './candidates.ts';
import type { Examination } from './examine.ts';
import { sigmoid } from './linear.ts';
import { type Percept, QUESTION } from './perceive.ts';

/** Which of the offered options a message picks. One row a way to say it, in the three languages. */
const ROWS: readonly { name: string; pattern: RegExp; pick: (length: number) => number[] }[] = [
  {
    name: 'both, all',
    pattern: /^(?:both|all|all of them|both please|everything|两个都要?|都要|都|全部|оба|обе|все|и то и другое)$/,
    pick: (length) => range(length),
  },
  {
    name: 'the first',
    pattern: ordinal('1|one|first|1st|former|第一个?|一|前者|首个|перв\\p{L}+|один'),
    pick: () => [0],
  },
  { name: 'the second', pattern: ordinal('2|two|second|2nd|第二个?|二|втор\\p{L}+|два'), pick: () => [1] },
  { name: 'the third', pattern: ordinal('3|three|third|3rd|第三个?|三|трет\\p{L}+|три'), pick: () => [2] },
  {
    name: 'the latter',
    pattern: ordinal('latter|last|last one|后者|后一个|最后一个|последн\\p{L}+'),
    pick: (length) => [length - 1],
  },
];

function ordinal(words: string): RegExp {
  return new RegExp(
    `^(?:ok |okay |yes |well |um |and |now |i mean |i meant |ill take |give me |show me |да |а |и |ну |давай |давайте |теперь |мне |беру |好的?|那就?|那|再看|看|我要|选|要)*(?:the |option |number |no |#|选项|вариант |номер |пункт )*(?:${words})(?: one| option| please| thanks| you gave| you named| you offered| variant| вариант| пожалуйста| пункт|个?吧|项|种|请)*$`,
    'u',
  );
}

function range(length: number): number[] {
  return Array.from({ length }, (_, at) => at);
}

/** In: a normalised message and the options that stand open. Out: those that it picks; none where it says something else. */
export function pickedOptions(text: string, options: readonly string[]): string[] {
  const row = rowOf(text);
  return row ? row.pick(options.length).flatMap((at) => options[at] ?? []) : [];
}

/** Whether a message does nothing but pick, whatever is offered. */
export function isPick(text: string): boolean {
  return rowOf(text) !== undefined;
}

function rowOf(text: string) {
  const said = text
    .replace(/[.,!?。，！？#()]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  return ROWS.find(({ pattern }) => pattern.test(said));
}

/** The figures that a message can pick from: those that are offered, else those told together or offered before. */
export function optionsIn(dialogue: Dialogue, text: string): readonly string[] {
  return dialogue.options ?? severalIn(dialogue, text);
}

/** What "the second" can mean beside other words: several figures told together, or else what was offered. */
export function severalIn({ listed, offered }: Dialogue, text: string): readonly string[] {
  return (OFFER.test(text) ? offered : listed) ?? offered ?? [];
}
/** Words that mean what was offered, not what was told. */
const OFFER = /\boptions?\b|选项|вариант/;

/** Without a word of its keywords an option is named from this probability on, and so much likelier than the next. */
const LEAST_NAMED = { probability: 0.5, lead: 2 };
/** A longer message says more than which. */
const MOST_WORDS = 10;
/** Another topic that is as likely as this is what is asked. */
const SURE_OTHER = 0.6;

/**
 * The option that a message names by what tells it from the others: "the money one", 企业的那个, "для предприятий". In: what was
 * read, and the options. Out: its id; undefined where it names none, or several alike.
 */
export function namedOption(
  { words, numbers, entities }: Percept,
  { topics, outcomes }: Examination,
  options: readonly string[],
  matcher: Pick<KeywordMatcher, 'isOf'>,
): string | undefined {
  if (words.length > MOST_WORDS || options.length > MOST_OPTIONS || entities.length > 0) return undefined;
  const telling = words.filter(({ text }) => !QUESTION.test(text));
  const ranked = options
    .map((id) => ({
      id,
      words: telling.filter(({ from }) => matcher.isOf(id, numbers[from] ?? -1)).length,
      probability: sigmoid(topics.find(({ figure }) => figure.id === id)?.score ?? Number.NEGATIVE_INFINITY),
    }))
    .sort((a, b) => b.words - a.words || b.probability - a.probability);
  const [best, next] = ranked;
  const [top] = topics;
  if (!best || !next || !top) return undefined;
  // Every word that the catalogue knows names this option, and not all of them another.
  const known = telling.filter(({ from }) => numbers[from] !== undefined).length;
  if (best.words > next.words && best.words === known && telling.length - known <= 1) return best.id;
  const isOther = !options.includes(top.figure.id) && sigmoid(top.score) > SURE_OTHER;
  if (isOther || outcomes.talk > SURE_OTHER) return undefined;
  const isLikelier =
    best.probability >= LEAST_NAMED.probability && best.probability >= LEAST_NAMED.lead * next.probability;
  const isAlone = best.words > next.words && best.probability >= next.probability;
  return isLikelier || (isAlone && outcomes.unheld < SURE_OTHER) ? best.id : undefined;
}
/** A choice has no more options; a list is picked from by number. */
const MOST_OPTIONS = 3;
