// src/core/daily/reading: times, days and time zones as people write them.
// Imported by: core.

import type { Catalogue, Topic } from '../../../data/schema.ts';
import { normalise } from '../../language/normalise.ts';
import type { DailyAsk, DailyPart, Wish } from '../ask.ts';
import type { Days } from '../subscription.ts';
import { daysAt, joined } from './days.ts';
import { readPause } from './pause.ts';
import { matchAt, scan } from './scan.ts';
import { timeAt, timesLike } from './times.ts';
import { zoneAt, zonesLike } from './zones.ts';

/** Reads what stands behind "daily on" and "daily pause". */
export type DailyReader = {
  /** One value holds everything in any order; of several each holds its own part: time, zone, days, topic. */
  on(values: readonly string[]): DailyAsk;
  pause(values: readonly string[]): DailyAsk;
};

/** Alternatives that are offered for what was not understood. */
const MOST_INSTEAD = 3;

/** How far a word may be from a zone's name to be a slip of the pen, as Fuse measures it. */
const SLIP = 0.25;

/** `topicOf` knows topics by other words than their names. */
export function createDailyReader(catalogue: Catalogue, topicOf: (text: string) => string | undefined): DailyReader {
  const names = topicNames(catalogue.topics);
  return {
    on(values) {
      const pieces =
        values.length > 1
          ? FIELDS.map((part, at) => ({ text: values[at] ?? '', parts: [part] }))
          : [{ text: values[0] ?? '', parts: FIELDS }];
      const read = pieces.map(({ text, parts }) => readPiece(normalise(text).text, parts, names, topicOf));
      return askOf(merged(read), catalogue.topics);
    },
    pause: ([text = '']) => readPause(text),
  };
}

type Field = 'time' | 'zone' | 'days' | 'topic';
const FIELDS: readonly Field[] = ['time', 'zone', 'days', 'topic'];
/** Days before zones: China's working days begin with the name of a zone. */
const READING_ORDER: readonly Field[] = ['time', 'days', 'zone', 'topic'];

/** What was found of each part, in the order of the text, and what was not understood. */
type Parts = {
  times: { minute: number; said: string }[];
  zones: { zones: readonly string[]; said: string }[];
  days: Days[];
  topics: (string | null)[];
  unread: { said: string; part: DailyPart }[];
};

function readPiece(
  text: string,
  parts: readonly Field[],
  names: ReadonlyMap<string, string>,
  topicOf: (text: string) => string | undefined,
): Parts {
  const found: Parts = { times: [], zones: [], days: [], topics: [], unread: [] };
  const readers: Record<Field, (at: number) => number> = {
    time(at) {
      const time = timeAt(text, at);
      if (time) found.times.push({ minute: time.value, said: text.slice(at, at + time.length) });
      return time?.length ?? 0;
    },
    zone(at) {
      const zone = zoneAt(text, at);
      if (zone) found.zones.push({ zones: zone.zones, said: text.slice(at, at + zone.length) });
      return zone?.length ?? 0;
    },
    days(at) {
      const days = daysAt(text, at);
      if (days) found.days.push(days.value);
      return days?.length ?? 0;
    },
    topic(at) {
      const topic = topicAt(text, at, names);
      if (topic) found.topics.push(topic.id);
      return topic?.length ?? 0;
    },
  };
  const unread = scan(text, (at) => {
    for (const part of READING_ORDER) {
      const length = parts.includes(part) ? readers[part](at) : 0;
      if (length > 0) return length;
    }
    return 0;
  });
  const only = parts.length === 1 ? parts[0] : undefined;
  for (const said of unread) {
    // Once something is not understood nothing is set up, and the rest needs no reading.
    const topic = parts.includes('topic') && found.unread.length === 0 ? topicOf(said) : undefined;
    if (topic !== undefined) found.topics.push(topic);
    else found.unread.push({ said, part: only ?? (/^\d/.test(said) ? 'time' : 'anything') });
  }
  return found;
}

function merged(all: readonly Parts[]): Parts {
  return {
    times: all.flatMap(({ times }) => times),
    zones: all.flatMap(({ zones }) => zones),
    days: all.flatMap(({ days }) => days),
    topics: all.flatMap(({ topics }) => topics),
    unread: all.flatMap(({ unread }) => unread),
  };
}

function askOf({ times, zones, days, topics, unread }: Parts, all: readonly Topic[]): DailyAsk {
  // "Central time (America/Indiana/Knox)": the name that means one zone only says which.
  const zone = zones.findLast(({ said }) => said.includes('/')) ?? zones.at(-1);
  const chosenDays = joined(days);
  const topic = topics.at(-1);
  const [time, ...otherTimes] = times;
  const wrong = times.find(({ minute }) => Number.isNaN(minute));
  const wish: Wish = {
    ...(time && !wrong && otherTimes.length === 0 ? { minute: time.minute } : {}),
    ...(zone?.zones.length === 1 ? { zone: zone.zones[0] as string } : {}),
    ...(chosenDays ? { days: chosenDays } : {}),
    ...(topic === undefined ? {} : { topic }),
  };
  const unclear = (part: DailyPart, said: string, instead: Wish[]): DailyAsk => ({
    kind: 'unclear',
    unclear: {
      part,
      said,
      instead: instead.slice(0, MOST_INSTEAD).map((better) => ({ kind: 'on', wish: { ...wish, ...better } })),
    },
  });
  if (wrong)
    return unclear(
      'time',
      wrong.said,
      timesLike(wrong.said).map((minute) => ({ minute })),
    );
  if (otherTimes.some(({ minute }) => minute !== time?.minute))
    return unclear(
      'time',
      times.map(({ said }) => said).join(' '),
      times.map(({ minute }) => ({ minute })),
    );
  const [lost] = unread;
  if (lost) return unclear(lost.part, lost.said, insteadOf(lost.part, lost.said, all));
  if (zone && zone.zones.length > 1)
    return unclear(
      'zone',
      zone.said,
      zone.zones.map((one) => ({ zone: one })),
    );
  return { kind: 'on', wish };
}

function insteadOf(part: DailyPart, said: string, topics: readonly Topic[]): Wish[] {
  switch (part) {
    case 'time':
      return timesLike(said).map((minute) => ({ minute }));
    case 'days':
      return [{ days: 'all' }, { days: 'weekdays' }, { days: 'workdays' }];
    case 'topic':
      return topics.map(({ id }) => ({ topic: id }));
    case 'zone':
      return zonesLike(said, MOST_INSTEAD).map((zone) => ({ zone }));
    case 'anything':
      return zonesLike(said, MOST_INSTEAD, SLIP).map((zone) => ({ zone }));
    case 'date':
      return [];
  }
}

/** Topics by their ids and their names in every language, as a folded text has them. */
function topicNames(topics: readonly Topic[]): ReadonlyMap<string, string> {
  return new Map(
    topics
      .flatMap(({ id, label }) => [id, ...Object.values(label)].map((name) => [normalise(name).text, id] as const))
      .sort(([one], [other]) => other.length - one.length),
  );
}

const EVERY_TOPIC =
  /(?:(?:all|every|any) (?:topics?|figures)|everything|anything|все темы|всех темах|всем темам|обо всем|любая тема)(?![a-zа-я])|(?:全部|所有)(?:的)?(?:主题|数据)|不限主题/y;

function topicAt(text: string, at: number, names: ReadonlyMap<string, string>) {
  const [all] = matchAt(EVERY_TOPIC, text, at) ?? [];
  if (all !== undefined) return { id: null, length: all.length };
  for (const [name, id] of names) {
    const next = text[at + name.length] ?? '';
    if (text.startsWith(name, at) && !(/[a-zа-я0-9]$/.test(name) && /[a-zа-я0-9]/.test(next)))
      return { id, length: name.length };
  }
  return undefined;
}
