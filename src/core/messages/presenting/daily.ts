import type { Answer } from '../../answers/answer.ts';
import type { DailyAsk } from '../../daily/ask.ts';
import type { DailyOutcome } from '../../daily/outcome.ts';
import type { Subscription } from '../../daily/subscription.ts';
import type { Button, Inline, Part } from '../message.ts';
import { dayText, scheduleText, untilText } from '../wording/schedules.ts';
import { agendaParts } from './daily-agenda.ts';
import { entryWords, remedyText } from './daily-log.ts';
import { drawPost } from './daily-post.ts';
import { drawRefused } from './daily-refused.ts';
import { drawUnclear } from './daily-unclear.ts';
import { note, text } from './parts.ts';
import type { Drawn, Tools } from './tools.ts';
import { drawWatching, watchedPart } from './watching.ts';

/** Says what came of asking something of a channel's daily post; it concerns the asker alone. */
export function drawDaily({ outcome }: Extract<Answer, { kind: 'daily' }>, tools: Tools): Drawn {
  return { ...drawOutcome(outcome, tools), audience: 'asker' };
}

function drawOutcome(outcome: DailyOutcome, tools: Tools): Drawn {
  const { words } = tools;
  const does = (...kinds: (keyof typeof LABELS)[]): Pick<Drawn, 'buttons' | 'invitation'> => ({
    buttons: kinds.map((kind) => doButton(kind, tools)),
    invitation: 'dailyDo',
  });
  switch (outcome.kind) {
    case 'elsewhere':
      return {
        parts: [
          text(
            words.say(outcome.watches ? 'watchElsewhere' : 'dailyElsewhere', {
              ...tools.home,
              command: outcome.command,
            }),
          ),
        ],
      };
    case 'confirm':
      return drawConfirm(outcome, tools);
    case 'watching':
    case 'watching-most':
    case 'watch-which':
    case 'unwatched':
    case 'watched':
      return drawWatching(outcome, tools);
    case 'unclear':
      return drawUnclear(outcome, tools);
    case 'refused':
      return drawRefused(outcome, tools);
    case 'nothing':
      return {
        parts: [text(words.say('dailyNothing')), ...watchedPart(outcome.watched, tools)],
        ...does('on', 'preview'),
      };
    case 'on':
      return { parts: onParts(outcome, tools), ...does('preview', 'status', 'askOff') };
    case 'ask-off':
      return { parts: [text(words.say('offAsk'))], ...does('off', 'keep') };
    case 'off':
      return { parts: [text(words.say(outcome.wasOff ? 'dailyIsOff' : 'dailyOff'))], ...does('on', 'log') };
    case 'paused':
      return {
        parts: [text(pausedWords(outcome.subscription, tools)), ...agendaParts(outcome, tools)],
        ...does('resume', 'askOff'),
      };
    case 'resumed': {
      const schedule = scheduleText(outcome.subscription.schedule, tools.catalogue, words);
      const lead = words.say(outcome.wasOn ? 'dailyIsOn' : 'dailyResumed', { schedule });
      return { parts: [text(lead), ...agendaParts(outcome, tools)], ...does('status', 'pause', 'askOff') };
    }
    case 'status':
      return { parts: statusParts(outcome, tools), ...does(...nextSteps(outcome.subscription)) };
    case 'preview': {
      const drawn = drawPost(outcome.stated, tools);
      return { ...drawn, remarks: [words.say('dailyPreviewNote'), ...(drawn.remarks ?? [])] };
    }
    case 'log':
      return { parts: logParts(outcome, tools), ...does('status') };
  }
}

/** What was understood, with one button that does it. */
function drawConfirm(outcome: Extract<DailyOutcome, { kind: 'confirm' }>, tools: Tools): Drawn {
  const { change, subscription } = outcome;
  const { words, catalogue } = tools;
  const settings = scheduleText(subscription.schedule, catalogue, words);
  const until = change.kind === 'pause' && change.until ? untilText(change.until, words) : 'none';
  // What a channel has already is changed, not turned on.
  const label = {
    on: outcome.isNew === false ? 'formSave' : 'doOnSure',
    pause: 'doPauseSure',
    resume: 'doResume',
  } as const;
  return {
    parts: [
      text(words.say('dailyConfirm', { what: change.kind, schedule: settings, until })),
      ...(change.kind === 'on' ? agendaParts(outcome, tools) : []),
    ],
    buttons: [
      { label: words.text(label[change.kind]), question: { kind: 'daily', ask: change }, replaces: true },
      doButton('status', tools),
      ...(outcome.isNew === false ? [doButton('askOff', tools)] : []),
    ],
    invitation: 'dailyDo',
  };
}

/** What buttons under an answer about daily posts ask, and their labels. */
const LABELS = {
  on: 'doOn',
  askOff: 'doOff',
  off: 'doOffSure',
  keep: 'doKeep',
  status: 'doStatus',
  preview: 'doPreview',
  pause: 'doPause',
  resume: 'doResume',
  log: 'doLog',
} as const;

const A_WEEK = 7;

/** A click changes the message in which it is made: what was set before is no longer so. */
function doButton(kind: keyof typeof LABELS, { words }: Tools): Button {
  return { label: words.text(LABELS[kind]), question: { kind: 'daily', ask: askOf(kind) }, replaces: true };
}

function askOf(kind: keyof typeof LABELS): DailyAsk {
  switch (kind) {
    case 'on':
      return { kind, wish: {} };
    case 'pause':
      return { kind, until: { kind: 'days', days: A_WEEK } };
    case 'askOff':
      return { kind: 'ask-off' };
    case 'keep':
      return { kind: 'status' };
    default:
      return { kind };
  }
}

function nextSteps({ state }: Subscription): (keyof typeof LABELS)[] {
  switch (state.kind) {
    case 'on':
      return ['preview', 'log', 'pause', 'askOff'];
    case 'off':
      return ['on', 'preview', 'log'];
    case 'paused':
    case 'broken':
      return ['resume', 'log', 'askOff'];
  }
}

function onParts(outcome: Extract<DailyOutcome, { kind: 'on' }>, tools: Tools): Part[] {
  const { subscription, isNew, zoneFrom } = outcome;
  const { schedule } = subscription;
  const { words, catalogue } = tools;
  const lead = words.say(isNew ? 'dailyNew' : 'dailyChanged', { schedule: scheduleText(schedule, catalogue, words) });
  const zone =
    zoneFrom === undefined ? [] : [note(words.say(zoneFrom === 'person' ? 'dailyZonePerson' : 'dailyZoneDefault'))];
  const days =
    schedule.days === 'workdays'
      ? [note(words.say('dailyWorkdays'))]
      : schedule.days === 'weekdays'
        ? [note(words.say('dailyWeekdays'))]
        : [];
  return [text(lead), ...agendaParts(outcome, tools), ...zone, ...days, note(words.say('dailyStop'))];
}

function pausedWords({ state }: Subscription, tools: Tools): Inline[] {
  const { words } = tools;
  return state.kind === 'paused' && state.until !== undefined
    ? words.say('dailyPausedUntil', { day: dayText(state.until, tools) })
    : words.say('dailyPaused');
}

function statusParts(outcome: Extract<DailyOutcome, { kind: 'status' }>, tools: Tools): Part[] {
  const { subscription, language, last } = outcome;
  const { setBy, schedule } = subscription;
  const { words } = tools;
  const day = dayText(dayIn(setBy.at, schedule.zone), tools);
  const name = words.text('languageName', { language });
  return [
    text(stateWords(subscription, tools)),
    ...agendaParts(outcome, tools),
    ...(last ? [text(words.say('dailyLast', { entry: entryWords(last, schedule.zone, tools) }))] : []),
    text(words.say('dailySetBy', { person: [{ person: setBy.user }], day, language: name })),
    ...watchedPart(outcome.watched, tools),
  ];
}

function stateWords({ state, schedule: settings }: Subscription, tools: Tools): Inline[] {
  const { words, catalogue } = tools;
  const schedule = scheduleText(settings, catalogue, words);
  switch (state.kind) {
    case 'on':
      return words.say('dailyIsOn', { schedule });
    case 'off':
      return words.say('dailyIsOffWith', { schedule });
    case 'paused': {
      const person = [{ person: state.by }];
      return state.until === undefined
        ? words.say('dailyIsPaused', { person, schedule })
        : words.say('dailyIsPausedUntil', { person, schedule, day: dayText(state.until, tools) });
    }
    case 'broken':
      return words.say('dailyIsBroken', { remedy: remedyText(state.remedy, words) });
  }
}

function logParts({ deliveries, zone }: Extract<DailyOutcome, { kind: 'log' }>, tools: Tools): Part[] {
  const { words } = tools;
  if (deliveries.length === 0) return [text(words.say('dailyLogEmpty'))];
  return [
    text(words.say('dailyLog', { count: deliveries.length })),
    { kind: 'items', items: deliveries.map((delivery) => entryWords(delivery, zone, tools)) },
  ];
}

/** The calendar day of a moment in a zone, such as 2026-11-25; by Intl, since Temporal is loaded only where days are counted. */
function dayIn(at: Date, zone: string): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short' }).format(at);
}
