/**
 * Whether two English spellings of one stem are forms of one word. Stems also join words that only look related
 * (public, publications): an inflection differs by a plain ending.
 */
export function isInflectionOf(typed: string, known: string): boolean {
  let shared = 0;
  while (shared < typed.length && typed[shared] === known[shared]) shared++;
  return [typed.slice(shared), known.slice(shared)].every((ending) => INFLECTIONS.has(ending) || DOUBLED.test(ending));
}

const INFLECTIONS = new Set(['', ...'s es d ed ing e y ies ied ying re res er ers r or our ise ize'.split(' ')]);
/** "setting" of "set": the last consonant is written twice. */
const DOUBLED = /^[bdfgklmnprst](?:ing|ed|er|ers)$/;

/**
 * Whether two spellings of one stem are the same word but for a plural or case ending: what is not held can refuse a
 * question, so "publications" must not be heard in "public".
 */
export function isSameWord(typed: string, written: string): boolean {
  let shared = 0;
  while (shared < typed.length && typed[shared] === written[shared]) shared++;
  const endings = [typed.slice(shared), written.slice(shared)];
  if (/\p{Script=Cyrillic}/u.test(typed)) return endings.every((ending) => ending.length <= LONGEST_CASE_ENDING);
  return endings.every((ending) => PLURAL_ENDINGS.has(ending));
}

const PLURAL_ENDINGS = new Set(['', 's', 'es', 'y', 'ies']);
const LONGEST_CASE_ENDING = 3;

/** Endings of what Russian says of things: neuter or plural past, the third person, short participles. */
export const RUSSIAN_PREDICATE =
  /\p{Script=Cyrillic}{2}(?:(?:ло|ли)(?:сь)?|(?:[еи]т|[уюая]т)(?:ся)?|[аяеиыу](?:но|то)|[аяе]ны|[иыу]ты)$/u;

/**
 * Whether a Russian spelling is one of some listed forms or goes on from one: a verb only from another verb, since
 * делит (divides) shares its stem with дело (matter), and says something.
 */
export function isListedRussian(spelling: string, forms: readonly string[]): boolean {
  if (forms.includes(spelling) || !RUSSIAN_PREDICATE.test(spelling)) return true;
  return forms.some(
    (form) =>
      RUSSIAN_VERB.test(form) && spelling.slice(0, LEAST_SHARED_LETTERS) === form.slice(0, LEAST_SHARED_LETTERS),
  );
}

const RUSSIAN_VERB = /(?:[тл]|ть|л[аои]|[тс][яь]|сь|те|шь|[юу]|м)$/u;
const LEAST_SHARED_LETTERS = 4;
