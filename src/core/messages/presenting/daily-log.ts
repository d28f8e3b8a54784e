import { figureIndex } from '../../catalogue/figure-index.ts';
import { type Delivery, isCalledLate, type Remedy } from '../../daily/subscription.ts';
import type { Inline } from '../message.ts';
import type { Words } from '../wording/language-words.ts';
import { dayText, timeText } from '../wording/schedules.ts';
import { quoted } from './parts.ts';
import type { Tools } from './tools.ts';

const MINUTE_MS = 60_000;

/** One day of the log: what became of its post, and what to do where something has to be done. */
export function entryWords(delivery: Delivery, zone: string, tools: Tools): Inline[] {
  const { words } = tools;
  return words.say('dailyEntry', { day: dayText(delivery.day, tools), what: whatWords(delivery, zone, tools) });
}

/** What to do; `wait` where the platform was out of reach for hours and nothing has to be done. */
export function remedyText(remedy: Remedy | 'wait', words: Words): string {
  return words.text('dailyRemedy', { remedy });
}

function whatWords({ outcome, dueAt, figure }: Delivery, zone: string, tools: Tools): Inline[] {
  const { words, catalogue } = tools;
  const due = timeText(dueAt, zone, words);
  switch (outcome.kind) {
    case 'waiting':
      return words.say('dailyWaiting', { time: due });
    case 'sent': {
      const { at, lateMs, link } = outcome;
      const label = figureIndex(catalogue).get(figure ?? '')?.label[words.language];
      const values = { time: timeText(at, zone, words), label: label === undefined ? 'none' : quoted(label, words) };
      const said = isCalledLate(lateMs)
        ? words.say('dailySentLate', { ...values, late: lateText(lateMs, words) })
        : words.say('dailySent', values);
      return link === undefined ? said : [...said, ' · ', { link: words.text('dailyLink'), url: link }];
    }
    case 'skipped':
      return words.say('dailySkipped', { why: outcome.why, time: due });
    case 'failed':
      return words.say('dailyFailed', { remedy: remedyText(outcome.remedy, words), code: outcome.code });
    case 'uncertain':
      return words.say('dailyUncertain', { code: outcome.code });
  }
}

function lateText(lateMs: number, words: Words): string {
  const all = Math.round(lateMs / MINUTE_MS);
  const [hours, minutes] = [Math.floor(all / 60), all % 60];
  return words.text('dailyLateHours', { hours, minutes, both: hours > 0 && minutes > 0 ? 'yes' : 'no' });
}
