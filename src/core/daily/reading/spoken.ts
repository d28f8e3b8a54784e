import type { Until, Wish } from '../ask.ts';
import { dateAt, wrongDay } from './dates.ts';
import { daysAt, joined } from './days.ts';
import { timeAt } from './times.ts';
import { zoneAt } from './zones.ts';

/** Numbers alone are a time only behind one of these; with minutes or a part of the day they always are. */
const BEFORE_A_TIME = /(?:\b(?:at|by|it|to|@)|(?<!\p{L})(?:в|к|на)|改成|改到|改为|换成|到) ?$/u;
const IS_CLOCK = /[:.h]\d{2}|[ap]\.?m|\p{L}|[点时]/u;

/** What a sentence says of a schedule, whatever stands around it: hour, days and zone as far as it names them. In: normalised text. */
export function spokenWish(text: string): Wish {
  const places = startsOf(text);
  const times = places.flatMap((at) => {
    const time = timeAt(text, at);
    const said = text.slice(at, at + (time?.length ?? 0));
    const isTime = /\d/.test(said) || /[点时]/.test(said) || /noon|midnight|полдень|полночь|正午|午夜/.test(said);
    const isSure = IS_CLOCK.test(said) || BEFORE_A_TIME.test(text.slice(0, at));
    return time && isTime && isSure && !Number.isNaN(time.value) ? [time.value] : [];
  });
  const days = joined(
    places.flatMap((at) => {
      const found = daysAt(text, at);
      return found ? [found.value] : [];
    }),
  );
  const zones = places.flatMap((at) => {
    const zone = zoneAt(text, at);
    return zone?.zones.length === 1 && zone.length > SHORTEST_ZONE ? zone.zones : [];
  });
  const [minute] = times;
  const [zone] = zones;
  return {
    ...(minute === undefined ? {} : { minute }),
    ...(zone === undefined ? {} : { zone }),
    ...(days === undefined ? {} : { days }),
  };
}

/** The day until which a sentence wants a pause; undefined where it names none. In: normalised text. */
export function spokenUntil(text: string): Until | undefined {
  return startsOf(text)
    .flatMap((at) => dateAt(text, at)?.value ?? [])
    .find((until) => !wrongDay(until));
}

/** Short names of zones are words as well. */
const SHORTEST_ZONE = 3;

/** Where something may begin: a word, a number, or any sign of Chinese. */
function startsOf(text: string): number[] {
  return [...text.matchAll(/(?<![\p{L}\p{N}:.])[\p{L}\p{N}]|\p{Script=Han}/gu)].map(({ index }) => index);
}
