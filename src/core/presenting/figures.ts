import type { Answer } from '../answer.ts';
import type { Part } from '../message.ts';
import type { Ruling } from '../ruling.ts';
import { quantityOf, type Stated } from '../stated.ts';
import { anotherButton, chartButton, relatedButtons, sourceButton } from './buttons.ts';
import { missingWords } from './missing.ts';
import { caveats, note, quoted, text } from './parts.ts';
import { sourceNotes } from './sources.ts';
import type { Drawn, Tools } from './tools.ts';

/** Figures in full sentences, the first with the verdict on a claim, and after them what the sources do not say. */
export function drawFigures({ stated, ruling, missing }: Extract<Answer, { kind: 'figure' }>, tools: Tools): Drawn {
  const { words, figures } = tools;
  const sentences = stated.map((one, at) => {
    const sentence = figures.sentence(one);
    return text(ruling && at === 0 ? words.say(verdictOf(ruling, one), { sentence }) : sentence);
  });
  return {
    parts: [
      ...sentences,
      ...noDollars(stated, tools),
      ...caveats(stated, tools),
      ...missing.map((one) => text(missingWords(one, tools))),
      ...sourceNotes(stated, tools),
    ],
    buttons: [...chartButton(stated, tools), ...relatedButtons(stated, tools), sourceButton(stated, tools)],
    invitation: 'more',
  };
}

/** One fact, and the way to the next one. */
export function drawFact({ stated }: Extract<Answer, { kind: 'fact' }>, tools: Tools): Drawn {
  const { parts } = drawFigures({ kind: 'figure', stated: [stated], missing: [] }, tools);
  return {
    parts,
    buttons: [anotherButton(stated, tools), ...relatedButtons([stated], tools), sourceButton([stated], tools)],
    invitation: 'more',
  };
}

function verdictOf({ holds, claim }: Ruling, stated: Stated): 'claimHolds' | 'claimNotExact' | 'claimFails' {
  if (holds) return 'claimHolds';
  const quantity = quantityOf(stated);
  const isOnlyFloor = quantity?.qualifier === 'over' && claim.values.includes(quantity.value);
  return isOnlyFloor ? 'claimNotExact' : 'claimFails';
}

function noDollars(all: readonly Stated[], { words }: Tools): Part[] {
  return all
    .filter((stated) => stated.currency === 'USD' && quantityOf(stated)?.equivalents === undefined)
    .map(({ figure }) => note(words.say('noDollars', { label: quoted(figure.label[words.language], words) })));
}
