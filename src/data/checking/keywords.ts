import { LANGUAGES, type Language } from '../languages.ts';
import type { Problem } from '../problem.ts';
import type { Words } from '../schema.ts';
import { ownLanguages } from './borrowing.ts';
import { type Draft, type Item, problemAt } from './draft.ts';
import { languageName } from './language-names.ts';

/** One phrase that an entry claims, alone or shared. */
type Claim = { item: Item<{ id: string }>; path: string; phrase: string; shared: boolean };
type Claimant = Item<{ id: string; keywords: Words; shared?: Words | undefined }>;

/** Keywords that lead to two things at once, and things that no keyword leads to. */
export function keywordProblems(draft: Draft): Problem[] {
  // A question is matched against all of these together, but places and topics are looked up on their own.
  const matched: Claimant[] = [...draft.figures, ...draft.relations, ...draft.gaps];
  return [matched, draft.places, draft.groups, draft.topics].flatMap((group: Claimant[]) => {
    const claimed = LANGUAGES.flatMap((language) => phrases(group, language));
    // Where an entry had to be left out, the other half of a shared phrase may be in it.
    return [...group.flatMap(speechless), ...claimed.flatMap(clash), ...(draft.whole ? claimed.flatMap(lonely) : [])];
  });
}

function speechless(item: Claimant): Problem[] {
  return LANGUAGES.filter((language) => item.value.keywords[language].length === 0).map((language) =>
    problemAt(
      item,
      `.keywords.${language}`,
      `no ${languageName(language)} keyword`,
      'add at least one, or nobody can ask for it',
    ),
  );
}

function phrases(group: Claimant[], language: Language): Claim[][] {
  const byPhrase = new Map<string, Claim[]>();
  for (const claim of claimsOf(group, language)) {
    const key = normal(claim.phrase, language);
    byPhrase.set(key, [...(byPhrase.get(key) ?? []), claim]);
  }
  return [...byPhrase.values()];
}

/** What is wrong with the claims to one phrase. */
function clash(claims: Claim[]): Problem[] {
  // Another spacing is another way to part the words, which one entry may well list.
  const twice = claims.find((claim, index) => claims.slice(0, index).some((earlier) => sameSpelling(claim, earlier)));
  if (twice) return [problemAt(twice.item, twice.path, `"${twice.phrase}" stands twice`, 'remove one')];
  const claimed = claims.find(({ shared }) => !shared);
  if (!claimed) return [];
  const rivals = [...new Set(claims.map(({ item }) => item.value.id))].filter((id) => id !== claimed.item.value.id);
  if (rivals.length === 0) return [];
  const what = `"${claimed.phrase}" is also claimed by ${rivals.map((id) => rivalName(id, claims)).join(', ')}`;
  return [
    problemAt(claimed.item, claimed.path, what, 'keep it in one of them, or in "shared" of every figure that it fits'),
  ];
}

/** "area" says little; "area, a gap in gaps.json" where to look. */
function rivalName(id: string, claims: readonly Claim[]): string {
  const rival = claims.find(({ item }) => item.value.id === id)?.item;
  return rival ? `${id} (${rival.file} ${rival.at.split(' ')[0]})` : id;
}

/** A phrase that is called shared and claimed by one figure alone. */
function lonely([claim, ...others]: Claim[]): Problem[] {
  if (!claim?.shared || others.some(({ item }) => item !== claim.item)) return [];
  return [problemAt(claim.item, claim.path, `nobody else shares "${claim.phrase}"`, 'move it to "keywords"')];
}

function sameSpelling(one: Claim, other: Claim): boolean {
  return one.item === other.item && plain(one.phrase) === plain(other.phrase);
}

function claimsOf(group: Claimant[], language: Language): Claim[] {
  return group.flatMap((item) => [
    ...own(item.value.keywords, language).map((phrase, index) => ({
      item,
      path: `.keywords.${language}[${index}]`,
      phrase,
      shared: false,
    })),
    ...(item.value.shared ? own(item.value.shared, language) : []).map((phrase, index) => ({
      item,
      path: `.shared.${language}[${index}]`,
      phrase,
      shared: true,
    })),
  ]);
}

/** Borrowed keywords clash where they are written. */
function own(words: Words, language: Language): string[] {
  return ownLanguages(words).includes(language) ? words[language] : [];
}

// The same phrase in another dress is the same phrase to a reader; Chinese is written without the spaces.
function normal(phrase: string, language: Language): string {
  return language === 'zh' ? plain(phrase).replace(/\s+/g, '') : plain(phrase).replace(/[\s-]+/g, ' ');
}

function plain(phrase: string): string {
  return phrase.normalize('NFKC').toLowerCase().replaceAll('ё', 'е');
}
