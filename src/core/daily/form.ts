import type { Language } from '../../data/schema.ts';
import type { Bot } from '../bot.ts';
import type { Invocation } from '../commands/commands.ts';
import type { Part } from '../messages/message.ts';
import { type Words, wordsOf } from '../messages/wording/language-words.ts';
import { clockText, daysText } from '../messages/wording/schedules.ts';
import type { Keeper } from '../ports.ts';
import type { DailyAsk, Wish } from './ask.ts';
import { formatDays, parseAsk } from './ask-code.ts';
import { zoneLabel, zoneOf } from './reading/zones.ts';
import type { Days, Schedule } from './subscription.ts';
import { USUAL_DAYS } from './suggest.ts';

/** Something to choose: what is shown, and what it means to `askOfForm`. */
type Choice = { label: string; value: string };

/** A question of the form with what is chosen already. */
type Chosen = { label: string; choices: Choice[]; chosen: Choice | undefined };

/** A form in which a channel's daily post is set up, in words. */
export type DailyForm = {
  title: string;
  save: string;
  cancel: string;
  /** How the same is typed. */
  typed: string;
  /** Asked for only where somebody is in no channel. */
  channel: string;
  time: { label: string; chosen: string };
  /** Its choices are what people look for, by `Bot.suggest`. */
  zone: { label: string; chosen: Choice | undefined };
  days: Chosen;
  topic: Chosen;
  /** The next posts by what is chosen. */
  preview: Part[];
};

/** What is chosen in a form: the time as 09:30, the rest as its choices have it. */
export type FormChoices = { time: string } & Partial<Record<'zone' | 'days' | 'topic', string>>;

/** Every topic, as a choice. */
const EVERY_TOPIC = '*';
/** What is chosen for a channel that has none yet. */
const USUALLY = { minute: 9 * 60, days: 'all' } as const;

/** The form with what somebody has chosen in it; what is not chosen is what the channel has, or what is usual. */
export async function dailyForm(
  bot: Bot,
  language: Language,
  keeper: Keeper,
  choices?: FormChoices,
): Promise<DailyForm> {
  const ask = choices && askOfForm(choices);
  const planned = await plannedBy(ask?.wish ?? {}, { bot, language, keeper });
  const schedule = planned?.schedule;
  const told = schedule?.zone;
  const zone = told === undefined ? undefined : zoneOf(told);
  const words = wordsOf(language);
  return {
    title: words.text('formTitle'),
    save: words.text('formSave'),
    cancel: words.text('reportCancel'),
    typed: words.text('formTyped'),
    channel: words.text('formChannel'),
    time: { label: words.text('formTime'), chosen: clockText(schedule?.minute ?? USUALLY.minute) },
    zone: {
      label: words.text('formZone'),
      chosen: zone === undefined ? undefined : { label: zoneLabel(zone, language), value: zone },
    },
    ...menusOf(bot, language, schedule),
    preview: planned?.preview ?? [],
  };
}

/** The menus of days and topics, with what a schedule has chosen in them, or what is usual. */
export function menusOf(bot: Bot, language: Language, schedule?: Schedule): Pick<DailyForm, 'days' | 'topic'> {
  const words = wordsOf(language);
  const topics = [
    { label: words.text('formAllTopics'), value: EVERY_TOPIC },
    ...bot.suggest('', 'topic', language).map(({ label, value }) => ({ label, value })),
  ];
  return {
    days: daysChoices(schedule?.days ?? USUALLY.days, words),
    topic: {
      label: words.text('formTopic'),
      choices: topics,
      chosen: topics.find(({ value }) => value === (schedule?.topic ?? EVERY_TOPIC)),
    },
  };
}

/** The labels of a form for the hour and the time zone alone. */
export function clockForm(language: Language): Record<'title' | 'time' | 'zone', string> {
  const { text } = wordsOf(language);
  return { title: text('formClock'), time: text('formTime'), zone: text('formZone') };
}

/** A whole schedule as it is chosen in a form. */
export function choicesOf({ minute, zone, days, topic }: Schedule): Required<FormChoices> {
  return { time: clockText(minute), zone, days: formatDays(days), topic: topic ?? EVERY_TOPIC };
}

/** What is asked once another time and zone are typed for a schedule; the rest stays. */
export function typedSetup({ days, topic }: Schedule, typed: { time: string; zone: string }): Invocation {
  const english = wordsOf('en');
  const rest = [daysText(days, english), topic ?? english.text('dailyAllTopics')];
  return { command: 'daily setup', values: [typed.time, typed.zone, ...rest] };
}

/** The label of a button that opens the form. */
export function formButton(language: Language): string {
  return wordsOf(language).text('formButton');
}

/** What a filled-in form asks; undefined where it is forged. */
export function askOfForm({ time, zone = '', days = '', topic = '' }: FormChoices): SetUp | undefined {
  const [, hours, minutes] = /^(\d{1,2}):(\d{2})$/.exec(time) ?? [];
  if (hours === undefined) return undefined;
  const ask = parseAsk(['on', String(Number(hours) * 60 + Number(minutes)), zone, days, topic]);
  return ask?.kind === 'on' ? ask : undefined;
}

type SetUp = Extract<DailyAsk, { kind: 'on' }>;

/** The schedule that a wish would make, and the next posts by it; whether the person may is asked when the form is sent. */
async function plannedBy(
  wish: Wish,
  { bot, language, keeper }: { bot: Bot; language: Language; keeper: Keeper },
): Promise<{ schedule: Schedule; preview: Part[] } | undefined> {
  const { answer, message } = await bot.reply({
    asked: { question: { kind: 'daily', ask: { kind: 'confirm', change: { kind: 'on', wish } } } },
    language,
    keeper: { ...keeper, permit: async () => ({ kind: 'granted' }) },
  });
  if (answer.kind !== 'daily' || answer.outcome.kind !== 'confirm') return undefined;
  // The first part asks whether to do it.
  return { schedule: answer.outcome.subscription.schedule, preview: message.parts.slice(1) };
}

function daysChoices(present: Days, words: Words): Chosen {
  const asChoice = (days: Days): Choice => ({ label: capitalised(daysText(days, words)), value: formatDays(days) });
  const chosen = asChoice(present);
  const usual = USUAL_DAYS.map(asChoice);
  const isUsual = usual.some(({ value }) => value === chosen.value);
  return { label: words.text('formDays'), choices: isUsual ? usual : [chosen, ...usual], chosen };
}

/** Alone in a menu, words begin with a capital. */
function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
