import type { Answer } from '../../answers/answer.ts';
import { disagreeing } from '../../catalogue/observing.ts';
import { quantityOf, type Stated } from '../../catalogue/stated.ts';
import type { Ruling } from '../../claims/ruling.ts';
import type { Inline, Part } from '../message.ts';
import { anotherButton, besideSource, chartButton, relatedButtons, sourceButton, timesButton } from './buttons.ts';
import { missingWords } from './missing.ts';
import { caveats, disputes, quoted, text } from './parts.ts';
import { definition } from './source.ts';
import { sourceLine } from './sources.ts';
import type { Drawn, Tools } from './tools.ts';

/** Figures in full sentences, the first with the verdict on a claim, and after them what the sources do not say. */
export function drawFigures(
  { stated, beside, defines, ruling, missing }: Extract<Answer, { kind: 'figure' }>,
  tools: Tools,
): Drawn {
  const { words, figures } = tools;
  const sentences = stated.map((one, at) => {
    const sentence = figures.sentence(one);
    return text(ruling && at === 0 ? words.say(verdictOf(ruling, one), { sentence }) : sentence);
  });
  const all = [...stated, ...beside];
  return {
    parts: [
      ...sentences,
      ...(defines ? stated.map((one) => text(definition(one, tools))) : []),
      ...besideTexts(beside, ruling, tools),
      ...missing.map((one) => text(missingWords(one, tools))),
      ...sourceLine(all, tools),
    ],
    remarks: [
      ...(beside.length > 0 ? undecidedOf(beside, ruling, tools) : disputes(all, tools)),
      ...noDollars(stated, tools),
      ...caveats(all, tools),
    ],
    buttons: [
      sourceButton(stated, tools),
      ...besideSource([...relatedButtons(stated, tools), ...chartButton(stated, tools), ...timesButton(stated, tools)]),
    ],
    invitation: 'more',
    shown: all,
    ...(all.length === 1 && !defines && !ruling && missing.length === 0 ? { form: 'fact' } : {}),
  };
}

/** One fact, and the way to the next one. */
export function drawFact({ stated }: Extract<Answer, { kind: 'fact' }>, tools: Tools): Drawn {
  const drawn = drawFigures({ kind: 'figure', stated: [stated], beside: disagreeing(stated), missing: [] }, tools);
  return {
    ...drawn,
    buttons: [
      sourceButton([stated], tools),
      ...besideSource([anotherButton(stated, tools), ...relatedButtons([stated], tools)]),
    ],
  };
}

/** Values that do not agree with the one before them, or that somebody took for it. */
function besideTexts(beside: readonly Stated[], ruling: Ruling | undefined, tools: Tools): Part[] {
  const { words, figures } = tools;
  return beside.map((one) => {
    const sentence = figures.sentence(one);
    return text(words.say(isElsewhere(one, beside, ruling) ? 'claimedElsewhere' : 'disagrees', { sentence }));
  });
}

/** That nothing decides between sources, where some disagree. */
function undecidedOf(beside: readonly Stated[], ruling: Ruling | undefined, { words }: Tools): Inline[][] {
  return beside.some((one) => !isElsewhere(one, beside, ruling)) ? [words.say('undecided')] : [];
}

/** Whether a value is of another time or place, which somebody took for the one told. */
function isElsewhere(one: Stated, beside: readonly Stated[], ruling: Ruling | undefined): boolean {
  return ruling?.by === 'elsewhere' && one === beside.at(-1) && quantityOf(one)?.value !== undefined;
}

function verdictOf({ holds, claim, by }: Ruling, stated: Stated): Verdict {
  if (by === 'beside') return 'claimDisputed';
  if (by === 'elsewhere' && claim.values.includes(quantityOf(stated)?.value ?? Number.NaN)) return 'claimOfOther';
  if (holds) return 'claimHolds';
  const quantity = quantityOf(stated);
  const isOnlyFloor = quantity?.qualifier === 'over' && claim.values.includes(quantity.value);
  return isOnlyFloor ? 'claimNotExact' : 'claimFails';
}

type Verdict = 'claimHolds' | 'claimNotExact' | 'claimFails' | 'claimDisputed' | 'claimOfOther';

function noDollars(all: readonly Stated[], { words }: Tools): Inline[][] {
  return all
    .filter((stated) => stated.currency === 'USD' && quantityOf(stated)?.equivalents === undefined)
    .map(({ figure }) => words.say('noDollars', { label: quoted(figure.label[words.language], words) }));
}
