import type { DailyAsk, Wish } from '../../daily/ask.ts';
import type { DailyOutcome } from '../../daily/outcome.ts';
import { zoneLabel, zoneName } from '../../daily/reading/zones.ts';
import type { Button } from '../message.ts';
import { dateText } from '../wording/date-text.ts';
import { clockText, daysText, untilText } from '../wording/schedules.ts';
import { quoted, text } from './parts.ts';
import type { Drawn, Tools } from './tools.ts';

/** Says which part of what was typed was not understood, and offers the nearest that would be. */
export function drawUnclear({ unclear, isOver }: Extract<DailyOutcome, { kind: 'unclear' }>, tools: Tools): Drawn {
  const { words } = tools;
  const { part, said, instead } = unclear;
  const lead = isOver
    ? words.say('dailyOver', { day: dateText(said, words) })
    : words.say('dailyUnclear', { part, said: quoted(said, words) });
  const buttons = instead.map((ask) => ({
    ...labelOf(ask, part, tools),
    question: { kind: 'daily' as const, ask },
    replaces: true as const,
  }));
  return { parts: [text(lead)], ...(buttons.length > 0 ? { buttons, invitation: 'dailyDidYouMean' as const } : {}) };
}

type Part = Extract<DailyOutcome, { kind: 'unclear' }>['unclear']['part'];

function labelOf(ask: DailyAsk, part: Part, tools: Tools): Pick<Button, 'label' | 'full'> {
  if (ask.kind === 'on') return wishLabel(ask.wish, part, tools);
  return { label: ask.kind === 'pause' && ask.until ? untilText(ask.until, tools.words) : tools.words.text('doOn') };
}

/** Of a whole wish the part that was not understood. */
function wishLabel({ minute, zone, days, topic }: Wish, part: Part, tools: Tools): Pick<Button, 'label' | 'full'> {
  const { words, catalogue } = tools;
  const { language } = words;
  if (part === 'time' && minute !== undefined) return { label: clockText(minute) };
  if (part === 'days' && days !== undefined) return { label: daysText(days, words) };
  if (part === 'topic' && topic)
    return { label: catalogue.topics.find(({ id }) => id === topic)?.label[language] ?? topic };
  if (zone === undefined) return { label: words.text('doOn') };
  return { label: zoneName(zone, language), full: zoneLabel(zone, language) };
}
