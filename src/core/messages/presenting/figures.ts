import type { Answer } from '../../answers/answer.ts';
import { disagreeing } from '../../catalogue/observing.ts';
import { quantityOf, type Stated } from '../../catalogue/stated.ts';
import type { Ruling } from '../../claims/ruling.ts';
import type { Part } from '../message.ts';
import { agingNotes } from './aging.ts';
import { anotherButton, chartButton, relatedButtons, sourceButton } from './buttons.ts';
import { missingWords } from './missing.ts';
import { caveats, note, quoted, text } from './parts.ts';
import { definition } from './source.ts';
import { sourceNotes } from './sources.ts';
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
      ...(defines ? stated.flatMap((one) => definition(one, tools)) : []),
      ...besideParts(beside, ruling, tools),
      ...noDollars(stated, tools),
      ...caveats(stated, tools),
      ...agingNotes(stated, tools),
      ...missing.map((one) => text(missingWords(one, tools))),
      ...sourceNotes(all, tools),
    ],
    buttons: [...chartButton(stated, tools), ...relatedButtons(stated, tools), sourceButton(stated, tools)],
    invitation: 'more',
  };
}

/** One fact, and the way to the next one. */
export function drawFact({ stated }: Extract<Answer, { kind: 'fact' }>, tools: Tools): Drawn {
  const { parts } = drawFigures({ kind: 'figure', stated: [stated], beside: disagreeing(stated), missing: [] }, tools);
  return {
    parts,
    buttons: [anotherButton(stated, tools), ...relatedButtons([stated], tools), sourceButton([stated], tools)],
    invitation: 'more',
  };
}

/** Values that do not agree with the one before them, or that somebody took for it. */
function besideParts(beside: readonly Stated[], ruling: Ruling | undefined, tools: Tools): Part[] {
  const { words, figures } = tools;
  const isElsewhere = (one: Stated) =>
    ruling?.by === 'elsewhere' && one === beside.at(-1) && quantityOf(one)?.value !== undefined;
  const told = beside.map((one) => {
    const sentence = figures.sentence(one);
    return text(words.say(isElsewhere(one) ? 'claimedElsewhere' : 'disagrees', { sentence }));
  });
  return beside.some((one) => !isElsewhere(one)) ? [...told, note(words.say('undecided'))] : told;
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

function noDollars(all: readonly Stated[], { words }: Tools): Part[] {
  return all
    .filter((stated) => stated.currency === 'USD' && quantityOf(stated)?.equivalents === undefined)
    .map(({ figure }) => note(words.say('noDollars', { label: quoted(figure.label[words.language], words) })));
}
