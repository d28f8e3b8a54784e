import type { Texts } from '../../../data/schema.ts';
import type { DailyOutcome } from '../../daily/outcome.ts';
import type { Schedule } from '../../daily/subscription.ts';
import { scheduleText } from '../wording/schedules.ts';
import { text } from './parts.ts';
import type { Drawn, Tools } from './tools.ts';
import { labelsOf } from './watching.ts';

/** Tells a channel that its daily post was set up, changed or ended, and by which right; undefined where nothing changed. It names nobody, so that nobody is called. */
export function drawAnnounced(outcome: DailyOutcome, right: Texts, tools: Tools): Drawn | undefined {
  if (outcome.kind === 'watching' || outcome.kind === 'unwatched') return drawWatchAnnounced(outcome, right, tools);
  const change = changeIn(outcome);
  if (!change) return undefined;
  const { what, schedule } = change;
  const { words, catalogue } = tools;
  const line = words.say('announced', {
    what,
    right: right[words.language],
    hasSchedule: schedule ? 'yes' : 'no',
    schedule: schedule ? scheduleText(schedule, catalogue, words) : '',
  });
  return { parts: [text(line)] };
}

function drawWatchAnnounced(
  outcome: Extract<DailyOutcome, { kind: 'watching' | 'unwatched' }>,
  right: Texts,
  tools: Tools,
): Drawn | undefined {
  const { words } = tools;
  const isOn = outcome.kind === 'watching';
  const changed = isOn ? (outcome.isNew ? [outcome.figure] : []) : outcome.figures;
  if (changed.length === 0) return undefined;
  const values = { what: isOn ? 'on' : 'off', labels: labelsOf(changed, tools), right: right[words.language] };
  return { parts: [text(words.say('announcedWatch', values))] };
}

type Change = { what: 'new' | 'changed' | 'off' | 'paused' | 'resumed'; schedule?: Schedule };

function changeIn(outcome: DailyOutcome): Change | undefined {
  switch (outcome.kind) {
    case 'on':
      return { what: outcome.isNew ? 'new' : 'changed', schedule: outcome.subscription.schedule };
    case 'off':
      return outcome.wasOff ? undefined : { what: 'off' };
    case 'paused':
      return { what: 'paused' };
    case 'resumed':
      return outcome.wasOn ? undefined : { what: 'resumed', schedule: outcome.subscription.schedule };
    default:
      return undefined;
  }
}
