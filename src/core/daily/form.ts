import type { Language } from '../../data/schema.ts';
import type { Bot } from '../bot.ts';
import { type Words, wordsOf } from '../messages/wording/language-words.ts';
import { clockText, daysText } from '../messages/wording/schedules.ts';
import type { Keeper } from '../ports.ts';
import type { DailyAsk } from './ask.ts';
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
  time: { label: string; chosen: string };
  /** Its choices are what people look for, by `Bot.suggest`. */
  zone: { label: string; chosen: Choice | undefined };
  days: Chosen;
  topic: Chosen;
};

/** Every topic, as a choice. */
const EVERY_TOPIC = '*';
/** What is chosen for a channel that has none yet. */
const USUALLY = { minute: 9 * 60, days: 'all' } as const;

/** The form with what the channel has, or what is usual; without a channel it asks nobody. */
export async function dailyForm(bot: Bot, language: Language, keeper?: Keeper): Promise<DailyForm> {
  const schedule = keeper && (await scheduleOf(bot, language, keeper));
  const told = schedule?.zone ?? (await keeper?.zone());
  const zone = told === undefined ? undefined : zoneOf(told);
  const words = wordsOf(language);
  const topics = [
    { label: words.text('formAllTopics'), value: EVERY_TOPIC },
    ...bot.suggest('', 'topic', language).map(({ label, value }) => ({ label, value })),
  ];
  return {
    title: words.text('formTitle'),
    save: words.text('formSave'),
    cancel: words.text('reportCancel'),
    typed: words.text('formTyped'),
    time: { label: words.text('formTime'), chosen: clockText(schedule?.minute ?? USUALLY.minute) },
    zone: {
      label: words.text('formZone'),
      chosen: zone === undefined ? undefined : { label: zoneLabel(zone, language), value: zone },
    },
    days: daysChoices(schedule?.days ?? USUALLY.days, words),
    topic: {
      label: words.text('formTopic'),
      choices: topics,
      chosen: topics.find(({ value }) => value === (schedule?.topic ?? EVERY_TOPIC)),
    },
  };
}

/** The label of a button that opens the form. */
export function formButton(language: Language): string {
  return wordsOf(language).text('formButton');
}

/** What a filled-in form asks: the time as 09:30, the rest as its choices have it; undefined where it is forged. */
export function askOfForm({
  time,
  zone,
  days,
  topic,
}: Record<'time' | 'zone' | 'days' | 'topic', string>): DailyAsk | undefined {
  const [, hours, minutes] = /^(\d{1,2}):(\d{2})$/.exec(time) ?? [];
  if (hours === undefined) return undefined;
  return parseAsk(['on', String(Number(hours) * 60 + Number(minutes)), zone, days, topic]);
}

async function scheduleOf(bot: Bot, language: Language, keeper: Keeper): Promise<Schedule | undefined> {
  const { answer } = await bot.reply({
    asked: { question: { kind: 'daily', ask: { kind: 'status' } } },
    language,
    keeper,
  });
  return answer.kind === 'daily' && answer.outcome.kind === 'status' ? answer.outcome.subscription.schedule : undefined;
}

function daysChoices(present: Days, words: Words): Chosen {
  const asChoice = (days: Days): Choice => ({ label: daysText(days, words), value: formatDays(days) });
  const chosen = asChoice(present);
  const usual = USUAL_DAYS.map(asChoice);
  const isUsual = usual.some(({ value }) => value === chosen.value);
  return { label: words.text('formDays'), choices: isUsual ? usual : [chosen, ...usual], chosen };
}
