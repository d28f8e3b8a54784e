import Fuse from 'fuse.js';
import type { Language } from '../../../data/languages.ts';
import { fold } from '../../language/normalise.ts';
import { completionRank, MOST_FUZZY_LETTERS, NO_COMPLETION } from '../../matching/completing.ts';
import { LOCALES } from '../../messages/wording/formats.ts';
import { matchAt } from './scan.ts';
import { AMBIGUOUS_NAMES, ZONE_NAMES } from './zone-names.ts';

/** Names read at the beginning of a text: the zones they may mean, the likeliest first, and how many characters they take. */
export type ZoneFound = { zones: readonly string[]; length: number };

/** The zone that an IANA name means, however it is written: "europe/moscow", "Asia/Kolkata"; undefined where there is none. */
export function zoneOf(name: string): string | undefined {
  if (!/^(?:utc|[a-z]+(?:\/[a-z0-9_+-]+)+)$/i.test(name)) return undefined;
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone;
  } catch {
    return undefined;
  }
}

/** Reads a zone where a folded text has one at `at`: an IANA name, a difference from UTC, or the longest name that begins there. */
export function zoneAt(text: string, at: number): ZoneFound | undefined {
  return ianaAt(text, at) ?? offsetAt(text, at) ?? nameAt(text, at);
}

/** The zones whose names are most like a text, the most similar first; `furthest` is Fuse's distance from 0 to 1. */
export function zonesLike(text: string, most: number, furthest = 1): string[] {
  const { entries, fuse } = zoneTable();
  const typed = fold(text).trim();
  const within = entries.filter(({ names }) => typed.length > 2 && names.some((name) => name.includes(typed)));
  const similar = fuse
    .search(typed.slice(0, MOST_FUZZY_LETTERS))
    .filter(({ score = 1 }) => score <= furthest)
    .map(({ item }) => item);
  return [...new Set([...within, ...similar].map(({ zone }) => zone))].slice(0, most);
}

/** The zones to offer while somebody types: those whose names begin so, hold it, or are like it; well-known ones at first. */
export function suggestZones(typed: string, language: Language, most: number): { value: string; label: string }[] {
  const text = fold(typed).trim();
  const zones = text === '' ? FIRST_OFFERED : completions(text, most);
  return zones.slice(0, most).map((zone) => ({ value: shownZone(zone), label: zoneLabel(zone, language) }));
}

function completions(text: string, most: number): string[] {
  const ranked = zoneTable().entries.map(({ zone, names }) => ({ zone, rank: completionRank(names, text) }));
  const close = ranked.filter(({ rank }) => rank < NO_COMPLETION).sort((a, b) => a.rank - b.rank);
  return [...new Set([...(zoneAt(text, 0)?.zones ?? []), ...close.map(({ zone }) => zone), ...zonesLike(text, most)])];
}

/** A zone for people: "Moscow time (Europe/Moscow)". */
export function zoneLabel(zone: string, language: Language): string {
  const id = shownZone(zone);
  const name = zoneName(zone, language);
  if (name === id) return id;
  return language === 'zh' ? `${name}（${id}）` : `${name} (${id})`;
}

/** What Intl calls a zone, or its city where Intl has but an abbreviation. */
export function zoneName(zone: string, language: Language): string {
  const fixed = /^Etc\/GMT([+-])(\d+)$/.exec(zone);
  if (fixed) return `UTC${fixed[1] === '-' ? '+' : '−'}${fixed[2]}`;
  if (zone === 'UTC') return zone;
  const name = genericName(zone, LOCALES[language]);
  if (language !== 'en') return name;
  return ABBREVIATION.test(name) ? `${cityOf(zone)} time` : name.replace(/ Time$/, ' time');
}

/** What English names some zones by; several of them are words, or mean several zones. */
const ABBREVIATION = /^[A-Z]{2,4}$/;

function genericName(zone: string, locale: string): string {
  const format = new Intl.DateTimeFormat(locale, { timeZone: zone, timeZoneName: 'shortGeneric' });
  return format.formatToParts(0).find(({ type }) => type === 'timeZoneName')?.value ?? zone;
}

/** The name of today for zones that Intl calls by an older one. */
function shownZone(zone: string): string {
  return NAMES_OF_TODAY[zone] ?? zone;
}

const NAMES_OF_TODAY: Readonly<Record<string, string>> = {
  'Africa/Asmera': 'Africa/Asmara',
  'America/Buenos_Aires': 'America/Argentina/Buenos_Aires',
  'America/Godthab': 'America/Nuuk',
  'Asia/Calcutta': 'Asia/Kolkata',
  'Asia/Katmandu': 'Asia/Kathmandu',
  'Asia/Rangoon': 'Asia/Yangon',
  'Asia/Saigon': 'Asia/Ho_Chi_Minh',
  'Atlantic/Faeroe': 'Atlantic/Faroe',
  'Europe/Kiev': 'Europe/Kyiv',
  'Pacific/Enderbury': 'Pacific/Kanton',
  'Pacific/Ponape': 'Pacific/Pohnpei',
  'Pacific/Truk': 'Pacific/Chuuk',
};

/** Offered before anything is typed. */
const FIRST_OFFERED = [
  'Asia/Shanghai',
  'Europe/Moscow',
  'Asia/Vladivostok',
  'Asia/Novosibirsk',
  'Asia/Yekaterinburg',
  'Asia/Hong_Kong',
  'Asia/Taipei',
  'Asia/Tokyo',
  'Asia/Seoul',
  'Asia/Singapore',
  'Asia/Calcutta',
  'Asia/Dubai',
  'Asia/Almaty',
  'Europe/London',
  'Europe/Berlin',
  'Europe/Paris',
  'Europe/Istanbul',
  'Africa/Johannesburg',
  'America/New_York',
  'America/Chicago',
  'America/Los_Angeles',
  'America/Sao_Paulo',
  'Australia/Sydney',
  'Pacific/Auckland',
  'UTC',
];

function ianaAt(text: string, at: number): ZoneFound | undefined {
  const [name] = matchAt(/[a-z]+(?:\/[a-z0-9_+-]+)+/y, text, at) ?? [];
  const zone = name === undefined ? undefined : zoneOf(name);
  return name !== undefined && zone !== undefined ? { zones: [zone], length: name.length } : undefined;
}

/** "UTC+8", "GMT-3:00"; only whole hours are zones of their own. */
function offsetAt(text: string, at: number): ZoneFound | undefined {
  const [whole, sign, hours = ''] = matchAt(/(?:utc|gmt) ?([+−-]) ?0?(\d{1,2})(?::?00)?(?![\d:])/y, text, at) ?? [];
  if (whole === undefined || Number(hours) > 14) return undefined;
  // The names of these zones count the other way.
  const zone = Number(hours) === 0 ? 'UTC' : zoneOf(`Etc/GMT${sign === '+' ? '-' : '+'}${hours}`);
  return zone === undefined ? undefined : { zones: [zone], length: whole.length };
}

function nameAt(text: string, at: number): ZoneFound | undefined {
  const { byName, byStem, longest } = zoneTable();
  for (let length = Math.min(longest, text.length - at); length > 1; length--) {
    if (/[a-zа-я0-9]/.test(text[at + length] ?? '') && /[a-zа-я0-9]/.test(text[at + length - 1] ?? '')) continue;
    const zones = byName.get(text.slice(at, at + length));
    if (zones) return { zones, length };
  }
  // Russian bends its names: "по Москве", "московского времени".
  const [word = ''] = matchAt(/[а-я]+(?:-[а-я]+)*/y, text, at) ?? [];
  const zones = word.length < SHORTEST_BENT ? undefined : byStem.get(stem(word));
  return zones && { zones, length: word.length };
}

const SHORTEST_BENT = 4;

function stem(word: string): string {
  return word.replace(/(?<=.{3})[аеиоуыэюяйь]+(?:м[уи]?|го|х)?$/, '');
}

type Entry = { zone: string; names: string[] };
type ZoneTable = {
  entries: Entry[];
  byName: Map<string, string[]>;
  byStem: Map<string, string[]>;
  longest: number;
  fuse: Fuse<Entry>;
};

let table: ZoneTable | undefined;

/** All names of all zones; built when the first zone is read, since asking Intl for them takes a tenth of a second. */
function zoneTable(): ZoneTable {
  table ??= buildTable();
  return table;
}

function buildTable(): ZoneTable {
  // Well-known zones come first, so that of several that fit alike they are offered first.
  const zones = new Set([...FIRST_OFFERED, ...Intl.supportedValuesOf('timeZone')]);
  const entries = [...zones].map((zone) => ({ zone, names: namesOf(zone) }));
  const byName = new Map<string, string[]>(Object.entries(AMBIGUOUS_NAMES).map(([name, zones]) => [name, [...zones]]));
  const add = (names: Map<string, string[]>, name: string, zone: string) => {
    const known = names.get(name);
    if (!known) names.set(name, [zone]);
    else if (AMBIGUOUS_NAMES[name] === undefined && !known.includes(zone)) known.push(zone);
  };
  for (const { zone, names } of entries) for (const name of names) add(byName, name, zone);
  const byStem = new Map<string, string[]>();
  for (const [name, zones] of byName)
    if (/^[а-я-]+$/.test(name) && name.length >= SHORTEST_BENT) for (const zone of zones) add(byStem, stem(name), zone);
  return {
    entries,
    byName,
    byStem,
    longest: Math.max(...[...byName.keys()].map((name) => name.length)),
    fuse: new Fuse(entries, {
      keys: ['names'],
      threshold: 0.4,
      ignoreLocation: true,
      ignoreFieldNorm: true,
      includeScore: true,
    }),
  };
}

function namesOf(zone: string): string[] {
  const own = (ZONE_NAMES[zone] ?? '').split('|');
  const ids = [zone, shownZone(zone)];
  // American English names countries where British English has but an abbreviation.
  const said = [
    ...(['en', 'zh', 'ru'] as const).map((language) => zoneName(zone, language)),
    genericName(zone, 'en-US'),
  ];
  const shared = Object.keys(AMBIGUOUS_NAMES).filter((name) => AMBIGUOUS_NAMES[name]?.includes(zone));
  const names = [...own, ...ids, ...ids.map(cityOf), ...said.filter((name) => !ABBREVIATION.test(name)), ...shared]
    .map((name) => fold(name).replace(/ time$|时间$/, ''))
    .filter((name) => name.length > 1);
  return [...new Set(names)];
}

/** "New York" for America/New_York. */
function cityOf(zone: string): string {
  return (shownZone(zone).split('/').at(-1) ?? zone).replaceAll('_', ' ');
}
