import { numeral } from './numeral.ts';
import { type Found, matchAt } from './scan.ts';

/** Reads a time of day at `at` of a folded text: "9:30", "9pm", "2130", "上午9点半", "9 утра"; NaN minutes for one that no clock shows. */
export function timeAt(text: string, at: number): Found<number> | undefined {
  return named(text, at) ?? chinese(text, at) ?? digital(text, at) ?? spelled(text, at);
}

/** Times near one that no clock shows; where neither its hour nor its minutes are any, the usual ones. */
export function timesLike(said: string): number[] {
  const [, hours = '9', minutes = '0'] = /(\d{1,2})\D{0,3}(\d{1,2})?/.exec(said) ?? [];
  const hour = Math.min(Number(hours), 23);
  if (Number(hours) > 24 && Number(minutes) > 59) return USUAL;
  if (Number(minutes) > 59) return [hour * 60, hour * 60 + 30, ((hour + 1) % 24) * 60];
  return [...new Set([(Number(hours) % 24) * 60 + Number(minutes), hour * 60 + Number(minutes)])];
}

const NOON = 12 * 60;
/** In the morning, at noon and in the evening. */
const USUAL = [9 * 60, NOON, 18 * 60];

const NAMED: Readonly<Record<string, number>> = {
  noon: NOON,
  midday: NOON,
  midnight: 0,
  полдень: NOON,
  полночь: 0,
  正午: NOON,
  午夜: 0,
};

function named(text: string, at: number): Found<number> | undefined {
  const [word] = matchAt(/(?:noon|midday|midnight|полдень|полночь)(?![a-zа-я])|正午|午夜/y, text, at) ?? [];
  const value = word === undefined ? undefined : NAMED[word];
  return word !== undefined && value !== undefined ? { value, length: word.length } : undefined;
}

function chinese(text: string, at: number): Found<number> | undefined {
  const found = matchAt(
    /(凌晨|清晨|早上|早晨|上午|中午|下午|傍晚|晚上|夜里|早|晚)? ?(?:(\d{1,2}):(\d{2})|([\d零〇一二两三四五六七八九十]{1,3}) ?[点时](?:钟|整)?(?:(半)|([一三])刻|([\d零〇一二两三四五六七八九十]{1,3})分?)?)/y,
    text,
    at,
  );
  if (!found) return undefined;
  const [whole, part = '', digits, minutes, hours = '', half, quarters, spoken] = found;
  // Digits alone are not only Chinese.
  if (digits !== undefined && part === '') return undefined;
  const minute = half
    ? 30
    : quarters
      ? 15 * (numeral(quarters) ?? Number.NaN)
      : minutes === undefined
        ? spoken === undefined
          ? 0
          : numeral(spoken)
        : Number(minutes);
  const hour = digits === undefined ? numeral(hours) : Number(digits);
  return { value: minuteOf(hour, minute, CHINESE_PARTS[part] ?? 'as-said'), length: whole.length };
}

function digital(text: string, at: number): Found<number> | undefined {
  const clock = matchAt(
    /(\d{1,2})(?:[:.h](\d{2}))? ?(?:oclock|час(?:а|ов)?|ч)? ?(a\.?m\.?|p\.?m\.?|утра|дня|вечера|ночи)?(?![\p{L}\d:.])/uy,
    text,
    at,
  );
  if (clock) {
    const [whole, hours, minutes = '0', part = ''] = clock;
    return {
      value: minuteOf(Number(hours), Number(minutes), PARTS[part.replaceAll('.', '')] ?? 'as-said'),
      length: whole.trimEnd().length,
    };
  }
  const [digits] = matchAt(/\d{3,4}(?!\d)/y, text, at) ?? [];
  if (digits === undefined) return undefined;
  return { value: minuteOf(Number(digits.slice(0, -2)), Number(digits.slice(-2)), 'as-said'), length: digits.length };
}

/** "Nine", "в девять". */
function spelled(text: string, at: number): Found<number> | undefined {
  const [word] = matchAt(/[a-zа-я]+/y, text, at) ?? [];
  const hour = word === undefined ? undefined : numeral(word);
  return word !== undefined && hour !== undefined && hour <= 12
    ? { value: minuteOf(hour, 0, 'as-said'), length: word.length }
    : undefined;
}

/** What part of the day a word means. */
type DayPart = 'as-said' | 'am' | 'pm' | 'noon' | 'night';

const PARTS: Readonly<Record<string, DayPart>> = {
  am: 'am',
  pm: 'pm',
  утра: 'am',
  дня: 'noon',
  вечера: 'pm',
  ночи: 'night',
};
const CHINESE_PARTS: Readonly<Record<string, DayPart>> = {
  凌晨: 'am',
  清晨: 'am',
  早上: 'am',
  早晨: 'am',
  早: 'am',
  上午: 'am',
  中午: 'noon',
  下午: 'pm',
  傍晚: 'pm',
  晚上: 'night',
  夜里: 'night',
  晚: 'night',
};

/** Minutes after midnight; NaN where no clock shows such a time. */
function minuteOf(hour: number | undefined, minute: number | undefined, part: DayPart): number {
  if (hour === undefined || minute === undefined || minute > 59) return Number.NaN;
  const hours = hourOf(hour, part);
  // "24:00" is the midnight that ends a day, and no post is due then but at the one that begins it.
  if (hours === 24 && minute === 0) return 0;
  return hours > 23 ? Number.NaN : hours * 60 + minute;
}

function hourOf(hour: number, part: DayPart): number {
  switch (part) {
    case 'as-said':
      return hour;
    case 'am':
      return hour === 12 ? 0 : hour > 12 ? Number.NaN : hour;
    case 'pm':
      return hour < 12 ? hour + 12 : hour;
    case 'noon':
      return hour < 7 ? hour + 12 : hour;
    case 'night':
      return hour === 12 ? 0 : hour >= 6 && hour < 12 ? hour + 12 : hour;
  }
}
