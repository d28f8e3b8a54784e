import type { Agenda, FreeDay } from '../../daily/agenda.ts';
import { zoneName } from '../../daily/reading/zones.ts';
import type { Schedule, Subscription } from '../../daily/subscription.ts';
import { isWeekend } from '../../daily/weekend.ts';
import type { Part } from '../message.ts';
import { listText } from '../wording/lists.ts';
import { dayText, timeText } from '../wording/schedules.ts';
import { note, text } from './parts.ts';
import type { Tools } from './tools.ts';

/** The next posts in the channel's own time, and the days between that get none, each with its reason. */
export function agendaParts(
  { subscription, agenda }: { subscription: Subscription; agenda: Agenda },
  tools: Tools,
): Part[] {
  const { words } = tools;
  const { schedule, state } = subscription;
  const { next, free, yearUnknown } = agenda;
  if (next.length === 0) return state.kind === 'on' ? [note(words.say('dailyNoPost'))] : [];
  return [
    text(words.say('dailyNext', { count: next.length, zone: zoneName(schedule.zone, words.language) })),
    { kind: 'items', items: next.map((due) => [postText(due, schedule, tools)]) },
    ...(['weekend', 'holiday', 'day'] as const).flatMap((why) => freeParts(free, why, tools)),
    ...(yearUnknown === undefined ? [] : [note(words.say('dailyNoCalendar', { year: String(yearUnknown) }))]),
  ];
}

function postText({ due, day }: Agenda['next'][number], { zone, days }: Schedule, tools: Tools): string {
  const { words } = tools;
  const post = words.text('dailyPost', { day: dayText(day, tools), time: timeText(due, zone, words) });
  return days === 'workdays' && isWeekend(day) ? words.text('dailyMakeUp', { post }) : post;
}

function freeParts(free: readonly FreeDay[], why: FreeDay['why'], tools: Tools): Part[] {
  const { words } = tools;
  const days = free.filter((day) => day.why === why).map(({ day }) => dayText(day, tools));
  return days.length === 0 ? [] : [note(words.say('dailyFree', { days: listText(days, words), why }))];
}
