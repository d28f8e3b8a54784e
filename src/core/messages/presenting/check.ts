import type { Answer } from '../../answers/answer.ts';
import type { Stated } from '../../catalogue/stated.ts';
import type { Finding } from '../../claims/finding.ts';
import { holds, type Judged } from '../../claims/judging.ts';
import type { FigureClaim, Missing } from '../../question.ts';
import type { Inline, Part } from '../message.ts';
import { moneyText } from '../wording/amounts.ts';
import { unitText } from '../wording/figures.ts';
import { listText } from '../wording/lists.ts';
import { amountText } from '../wording/numbers.ts';
import { figureButtons, firstButtons, sourceButton } from './buttons.ts';
import { missingWords } from './missing.ts';
import { caveats, note, quoted, text } from './parts.ts';
import { placeName } from './place-name.ts';
import { sourceLine } from './sources.ts';
import type { Drawn, Tools } from './tools.ts';

/** Numbers ruled on in one message; more would not be read. */
export const MOST_SHOWN = 5;

/** A ruling on every number that somebody said: the verdict, the held value, and under it caveats and sources. */
export function drawCheck({ findings, most }: Extract<Answer, { kind: 'check' }>, tools: Tools): Drawn {
  const { words } = tools;
  const shown = findings.slice(0, MOST_SHOWN);
  const ruled = shown.filter((finding) => finding.kind === 'ruled');
  const stated = distinctStated(ruled.flatMap(({ judged }) => [judged.stated, ...judged.also]));
  const left = findings.length - shown.length;
  const parts: Part[] = [
    ...(findings.length > 1 ? [text(summary(findings, tools)), ...grouped(shown, tools)] : alone(shown, tools)),
    ...sourceLine(stated, tools),
  ];
  const remarks = [
    ...(left > 0 ? [words.say('checkLeft', { count: left })] : []),
    ...(most === undefined ? [] : [words.say('checkMost', { most })]),
    ...caveats(stated, tools),
  ];
  const first = ruled[0]?.judged.stated;
  if (first === undefined)
    return { parts, remarks, buttons: offers(shown, tools), invitation: 'nearAny', audience: 'asker' };
  return { parts, remarks, buttons: [sourceButton(oneEach(stated), tools)], invitation: 'more', shown: stated };
}

function alone(shown: readonly Finding[], tools: Tools): Part[] {
  return shown.flatMap((finding) => [...findingParts(finding, tools), ...quoteParts(finding, tools)]);
}

/** Rulings on numbers of one clause stand together under its words. */
function grouped(shown: readonly Finding[], tools: Tools): Part[] {
  return shown.flatMap((finding, at) => {
    const before = shown[at - 1];
    const isFirst = before === undefined || quoteOf(before) !== quoteOf(finding);
    return [...(isFirst ? quoteParts(finding, tools) : []), ...findingParts(finding, tools)];
  });
}

function summary(findings: readonly Finding[], { words }: Tools): Inline[] {
  const ruled = findings.filter((finding) => finding.kind === 'ruled');
  const right = ruled.filter(({ judged }) => holds(judged.judgement)).length;
  return words.say('checkSummary', {
    count: findings.length,
    right,
    wrong: ruled.length - right,
    open: findings.length - ruled.length,
  });
}

function quoteOf(finding: Finding): string | undefined {
  return finding.kind === 'ruled' ? finding.claim.quote : finding.quote;
}

function quoteParts(finding: Finding, tools: Tools): Part[] {
  const { words } = tools;
  const quote = quoteOf(finding);
  if (quote !== undefined) return [note(words.say('checkClaim', { quote: quoted(quote, words) }))];
  // A shared ruling has no words of anybody: what was claimed is said anew.
  return finding.kind === 'ruled' ? [note(words.say('checkClaim', { quote: claimAnew(finding, tools) }))] : [];
}

function claimAnew({ claim, judged: { stated } }: Extract<Finding, { kind: 'ruled' }>, tools: Tools): string {
  const { catalogue, words } = tools;
  const place = placeName(claim.place ?? catalogue.places[0]?.id ?? '', tools);
  const label = [stated.figure.label[words.language], place, claim.year === undefined ? '' : String(claim.year)];
  return words.text('side', {
    label: label.filter((part) => part !== '').join(', '),
    value: claimedText(claim, stated, words),
  });
}

function findingParts(finding: Finding, tools: Tools): Part[] {
  const { words } = tools;
  if (finding.kind === 'unchecked')
    return [text(words.say('checkUnchecked', { reason: missingWords(finding.missing, tools) }))];
  const { claim, judged } = finding;
  return [
    text(verdictWords(claim, judged, tools)),
    ...besides(claim, judged, tools).map(text),
    ...(claim.ignored
      ? [
          note(
            words.say('checkIgnored', {
              words: listText(
                claim.ignored.map((word) => quoted(word, words)),
                words,
              ),
            }),
          ),
        ]
      : []),
  ];
}

function verdictWords(claim: FigureClaim, { judgement, stated }: Judged, { words, figures }: Tools): Inline[] {
  const sentence = figures.sentence(stated);
  const { verdict, factor = 1 } = judgement;
  switch (verdict) {
    case 'matches':
      return words.say('checkMatches', { sentence });
    case 'rounded':
      return words.say('checkRounded', { sentence });
    case 'bound':
      return words.say('checkBound', { sentence });
    case 'floor':
      return words.say('checkFloor', { sentence });
    case 'planned':
      return words.say('checkPlanned', { sentence });
    case 'currency':
      return words.say('checkCurrency', {
        sentence,
        currency: claim.unit === 'USD' ? 'own' : 'dollars',
        own: words.text('moneyName'),
      });
    case 'other-year':
      return words.say('checkYear', { sentence });
    case 'other-place':
      return words.say('checkPlace', { sentence });
    case 'scale': {
      const times = Math.max(factor, 1 / factor);
      return words.say('checkScale', {
        sentence,
        claimed: claimedText(claim, stated, words),
        direction: factor > 1 ? 'high' : 'low',
        times: amountText(Math.round(times), words.language),
        slip: SLIPS[Math.round(Math.log10(times))] ?? 'none',
      });
    }
    case 'contradicts':
      return words.say('checkContradicts', { sentence, claimed: claimedText(claim, stated, words) });
  }
}

/** Which names of sizes are as far apart as a claim is from the source, by powers of ten. */
const SLIPS: Readonly<Record<number, string>> = { 3: 'thousand', 4: 'wan' };

/** What else must be said: the value that the claim should have named, or what another source says. */
function besides(claim: FigureClaim, { judgement: { verdict }, stated, also }: Judged, tools: Tools): Inline[][] {
  const { words, figures } = tools;
  const ids = [stated.figure.id];
  const all = also.map((one) =>
    words.say(verdict === 'other-year' || verdict === 'other-place' ? 'checkInstead' : 'checkDisagrees', {
      sentence: figures.sentence(one),
    }),
  );
  if (verdict === 'other-year' && claim.year !== undefined && !also.some((one) => isOfYear(one, claim.year)))
    all.push(missingWords({ kind: 'year', year: String(claim.year), figures: ids }, tools));
  if (verdict === 'other-place' && also.length === 0)
    all.push(
      missingWords({ kind: 'place', place: claim.place ?? tools.catalogue.places[0]?.id ?? '', figures: ids }, tools),
    );
  return all;
}

function isOfYear({ observation }: Stated, year: number | undefined): boolean {
  return observation.asOf.date.startsWith(String(year));
}

/** Digits that leave every number of a claim as it was written. */
const EXACT = 15;

/** The claimed number as it was meant: "about 1,800", "over 16.8 billion US dollars". */
function claimedText(claim: FigureClaim, { figure }: Stated, words: Tools['words']): string {
  const amounts = claim.values.map((value) => {
    const amount =
      claim.unit === 'USD' ? moneyText(value, 'dollars', words, EXACT) : unitText(figure, value, words, EXACT);
    return claim.bound === 'exactly' ? amount : words.text(claim.bound, { amount });
  });
  return listText(amounts, words, 'or');
}

/** The figures that an unclear number may belong to; without any, a way on. */
function offers(findings: readonly Finding[], tools: Tools) {
  const ids = findings.flatMap((finding) => (finding.kind === 'unchecked' ? nearTo(finding.missing, tools) : []));
  const figures = tools.catalogue.figures.filter(({ id }) => ids.includes(id));
  return figures.length > 0 ? figureButtons(figures.slice(0, MOST_SHOWN), tools) : firstButtons(tools);
}

function nearTo(missing: Missing, { catalogue }: Tools): readonly string[] {
  if (missing.kind === 'gap') return catalogue.gaps.find(({ id }) => id === missing.gap)?.near ?? [];
  return 'figures' in missing ? missing.figures : [];
}

function distinctStated(all: readonly Stated[]): Stated[] {
  return all.filter((one, at) => all.findIndex(({ observation }) => observation === one.observation) === at);
}

function oneEach(all: readonly Stated[]): Stated[] {
  return all.filter((one, at) => all.findIndex(({ figure }) => figure === one.figure) === at);
}
