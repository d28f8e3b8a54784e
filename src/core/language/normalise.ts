import { createRequire } from 'node:module';
import { withoutFootnotes } from './numbers/fold.ts';
import { HAN } from './scripts.ts';

/** A message as the reader wants it: one script form, one case, no invisible characters, bounded in length. */
export type Normalised = { text: string; tooLong: boolean };

/** Longest question that is read, in characters; longer messages are reports or pastes, not questions. */
export const MAX_QUESTION_CHARACTERS = 600;

/** Folds what people type differently but mean alike. */
export function normalise(message: string): Normalised {
  // Cut before any costly step, so that ten megabytes cost no more than a long question.
  const cut = message.slice(0, MAX_QUESTION_CHARACTERS * 4);
  const unlinked = withoutFootnotes(cut).replace(MENTION_REMAINS, ' ').replace(SHORT_CODES, ' ');
  const text = withoutDots(toSimplified(fold(unlinked)))
    .replace(/\bhitech/g, 'high-tech')
    .replace(/\btl;\s?dr\b/g, 'tldr')
    .replace(/\bno\.\s?(?=of\b|\d)/g, 'number ')
    .replace(/([a-zа-я])\1{2,}/g, '$1')
    .trim();
  return {
    text: text.slice(0, MAX_QUESTION_CHARACTERS),
    tooLong: text.length > MAX_QUESTION_CHARACTERS || message.length > cut.length,
  };
}

/** "E.g.", "approx. 50", "Sept. 2014": a dot that shortens a word ends no sentence. */
function withoutDots(text: string): string {
  return text.replace(INITIALS, (letters) => letters.replace(/[.\s]/g, '')).replace(SHORTENED, '$1');
}

/** One case, one form of each sign, nothing invisible; the script stays as it is. */
export function fold(text: string): string {
  const lower = text.toLowerCase();
  if (PLAIN.test(lower)) return lower;
  return lower
    .normalize('NFKC')
    .replace(INVISIBLE, '')
    .toLowerCase()
    .normalize('NFD')
    .replace(LATIN_ACCENTS, '')
    .normalize('NFC')
    .replace(/ё/g, 'е')
    .replace(APOSTROPHES, '')
    .replace(/\br\s?&\s?d\b/g, 'rnd')
    .replace(/\bhi-tech/g, 'high-tech')
    .replace(/\bstart-ups?\b/g, (written) => (written.endsWith('s') ? 'startups' : 'startup'));
}

/** Text that folding would leave as it is: nearly every keyword, and most questions. */
const PLAIN = /^[a-zа-я0-9 ,.?!\u4e00-\u9fff]*$/;

/** What is left of mentions, channels and links in the raw text of a platform: <@U123>, <#C1|general>, <!here>. */
const MENTION_REMAINS =
  /<[@#!][^<>\n]{0,100}>|<https?:[^<>\n]{0,500}>|https?:\/\/\S{1,500}|(?<![\p{L}\p{N}])@[\w-]{1,40}/gu;
/** Emoji as chats send them by name: ":wave:", ":+1:", "<:party:1234>"; "10:30:00" is a time. */
const SHORT_CODES = /<a?:\w{2,32}:\d{1,20}>|(?<![\p{L}\p{N}]):[a-z0-9_+'-]{1,40}:(?!\d)/giu;
const INITIALS = /\b(?:i\.\s?e|e\.\s?g|a\.\s?k\.\s?a|u\.\s?s(?:\.\s?d)?|p\.\s?s|f\.\s?y\.\s?i)\b\.?/g;
const SHORTENED =
  /\b(approx|vs|incl|excl|est|esp|resp|ca|avg|univ|corp|dept|govt|prof|dr|mr|mrs|ms|prov|eng|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\.(?=\s*[\p{L}\p{N}])/gu;
/** Formatting and control characters, but not tab and line feed, which part words. */
const INVISIBLE = /(?![\t\n])(?:[\p{Cf}\p{Cc}]|\u034f|[\ufe00-\ufe0f])/gu;
const LATIN_ACCENTS = /(?<=[a-z])\p{M}+/gu;
const APOSTROPHES = /(?<=\p{L})['’‘`´ʼ](?=\p{L})/gu;

const require = createRequire(import.meta.url);
type OpenCc = { Converter(options: { from: string; to: string }): (text: string) => string };
let converter: ((text: string) => string) | undefined;

/** Traditional to simplified Chinese; the dictionary is loaded with the first Chinese question. */
function toSimplified(text: string): string {
  if (!HAN.test(text)) return text;
  converter ??= (require('opencc-js/t2cn') as OpenCc).Converter({ from: 't', to: 'cn' });
  return converter(text);
}
