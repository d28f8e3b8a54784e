/**
 * Russian that was typed in Latin letters, in Cyrillic: "skolko vuzov" is read as "сколько вузов". In: a normalised text, and
 * whether a word is one of the catalogue's, which then stays as it is. Out: the text; unchanged where it is no such Russian, or
 * where English stands beside it: "the Pravda article says".
 */
export function fromRomanised(text: string, isKnown: (word: string) => boolean): string {
  if (!TELLING.test(text) || CYRILLIC.test(text) || ENGLISH.test(text)) return text;
  return text.replace(/[a-z]+/g, (word) => (isKnown(word) && !TELLING.test(word) ? word : toCyrillic(word)));
}

const CYRILLIC = /\p{Script=Cyrillic}/u;
/** Words of English grammar that no Russian word is spelt like. */
const ENGLISH = /\b(?:the|is|are|of|how|what|which|who|does|and|this|that|says?)\b/;
/** Words that only Russian has, as people spell them in Latin letters. */
const TELLING = new RegExp(
  `(?<![\\p{L}])(?:${[
    "skol['j]?ko|skok|skoka|skolka|kakoy|kakoj|kakoi|kakaya|kakaja|kakie|kakih|kakogo|kogda|kada|kuda|pochemu|zachem|otkuda|gde",
    'chto|chego|shto|privet|zdravstvuyte|zdravstvujte|spasibo|spasiba|poka|pozhaluysta|pozhalusta|pozhalujsta|pravda',
    'eto|etih|etix|etot|etom|vy|oni|ona|ili|esli|tolko|seychas|sejchas|segodnya|davay|davai|podskazhi|podskazhite|skazhi|skazhite',
    'pokazhi|pokazhite|dayte|dajte|nado|nuzhno|nuzhen|nuzhna|mozhno|mozhesh|mozhete|chislo|kolichestvo|dolya|goda|godu|gorode|goroda',
    'vuzov|vuzy|universitetov|laboratoriy|laboratorij|predpriyatiy|predprijatij|kompaniy|kompanij|patentov|proektov|yuaney|yuanej|milliardov',
    'raznica|raznitsa|bolshe|menshe|gorod|provincii|provintsii|rayone|rajone',
  ].join('|')})(?![\\p{L}])`,
  'u',
);

/** Letters and their groups, the longest first. */
const LETTERS: readonly [string, string][] = [
  ['shch', 'щ'],
  ['sch', 'щ'],
  ['iy', 'ий'],
  ['yy', 'ый'],
  ['ij', 'ий'],
  ['yj', 'ый'],
  ['zh', 'ж'],
  ['kh', 'х'],
  ['ts', 'ц'],
  ['tz', 'ц'],
  ['ch', 'ч'],
  ['sh', 'ш'],
  ['yu', 'ю'],
  ['ju', 'ю'],
  ['ya', 'я'],
  ['ja', 'я'],
  ['yo', 'е'],
  ['jo', 'е'],
  ['ye', 'е'],
  ['je', 'е'],
];
const SINGLE: Readonly<Record<string, string>> = Object.fromEntries(
  [...'abvgdeziklmnoprstufhcjwxq'].map((letter, at) => [letter, [...'абвгдезиклмнопрстуфхцйвхк'][at] as string]),
);
const VOWELS = 'aeiouy';

function toCyrillic(word: string): string {
  let result = '';
  for (let at = 0; at < word.length; ) {
    const group = LETTERS.find(([letters]) => word.startsWith(letters, at));
    const letter = word[at] as string;
    if (group && !(group[0].length === 2 && group[0].endsWith('y') && VOWELS.includes(word[at + 2] ?? ''))) {
      result += group[1];
      at += group[0].length;
      continue;
    }
    if (letter === 'y') result += VOWELS.includes(word[at - 1] ?? '-') ? 'й' : 'ы';
    else if (letter === 'e' && at === 0 && word.length > 2 && !word.startsWith('es')) result += 'э';
    else result += SINGLE[letter] ?? letter;
    at++;
  }
  return result;
}
