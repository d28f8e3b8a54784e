import type { types } from '@slack/bolt';
import { z } from 'zod';
import { askOfForm, type DailyForm, dailyForm } from '../../../core/daily/form.ts';
import { LANGUAGES, type Language } from '../../../data/languages.ts';
import { type Addressee, tell } from '../outbound/tell.ts';
import { contextBlock } from '../render/blocks.ts';
import { LIMITS } from '../render/limits.ts';
import { chooser, field, filledIn, formView, optionOf, type Submitted } from '../render/modal.ts';
import { failureOf } from '../transport/failure.ts';
import { announce } from './announce.ts';
import { answer, draw } from './answering.ts';
import type { Context } from './context.ts';

/** The form in which a channel's daily post is set up; where it is for travels with it, so that any process can take it. */

/** The callback_id of the form, and the name of its menu of zones, which Slack fills while somebody types. */
export const DAILY_FORM = 'daily';
export const ZONE = 'zone';

/** Who sets up the post of which channel, and how to reach them there. */
export type Place = Addressee & { team: string; language: Language };

/** Opens the form; tells whether it is open. A command or a click lets the bot do so for three seconds. */
export async function openDailyForm(context: Context, place: Place, trigger: string): Promise<boolean> {
  const { reads, me, bot, keeperOf, onFailure } = context;
  const { team, channel, user, language } = place;
  const form = await dailyForm(bot, language, keeperOf(team, channel, user));
  const { responseUrl, thread } = place;
  const carries = JSON.stringify({ channel, language, responseUrl, thread } satisfies Carried);
  try {
    await reads.views.open({ token: me.token, trigger_id: trigger, view: viewOf(form, carries) });
    return true;
  } catch (error) {
    onFailure(failureOf(error), 'daily form');
    return false;
  }
}

/** The zones that what is typed into the form may mean. */
export function zoneOptions({ bot }: Context, typed: string, carries: string | undefined): types.PlainTextOption[] {
  const language = carriedIn(carries)?.language ?? 'en';
  return bot.suggest(typed, 'zone', language, LIMITS.options).map(({ label, value }) => optionOf(label, value));
}

/** Sets up what the form asks, and tells whoever sent it what came of it, in the channel that it is for. */
export async function onDailyForm(
  context: Context,
  { team, user, form }: { team: string; user: string; form: Submitted },
): Promise<void> {
  const carried = carriedIn(form.private_metadata);
  const filled = filledIn(form);
  const chosen = (name: string) => filled.get(name) ?? '';
  const ask = askOfForm({ time: chosen('time'), zone: chosen(ZONE), days: chosen('days'), topic: chosen('topic') });
  if (!carried || !ask) return;
  const { channel, language, responseUrl, thread } = carried;
  const query = {
    asked: { question: { kind: 'daily' as const, ask } },
    language,
    keeper: context.keeperOf(team, channel, user),
  };
  const answered = await answer(context.bot, { query }, 'asker');
  await tell(context, { responseUrl, channel, user, thread }, draw(answered), 'daily form');
  await announce(context, channel, answered.reply);
}

const CARRIED = z.object({
  channel: z.string(),
  language: z.enum(LANGUAGES),
  responseUrl: z.string().optional(),
  thread: z.string().optional(),
});

type Carried = z.input<typeof CARRIED>;

function carriedIn(text: string | undefined): z.output<typeof CARRIED> | undefined {
  try {
    return CARRIED.safeParse(JSON.parse(text ?? '')).data;
  } catch {
    return undefined;
  }
}

function viewOf({ title, save, cancel, typed, time, zone, days, topic }: DailyForm, carries: string): types.ModalView {
  const zones: types.ExternalSelect = {
    type: 'external_select',
    min_query_length: 0,
    ...(zone.chosen ? { initial_option: optionOf(zone.chosen.label, zone.chosen.value) } : {}),
  };
  return formView({ title, close: cancel, send: save, id: DAILY_FORM, carries }, [
    field('time', { label: time.label }, { type: 'timepicker', initial_time: time.chosen }),
    field(ZONE, { label: zone.label, optional: true }, zones),
    field('days', { label: days.label }, chooser(days)),
    field('topic', { label: topic.label }, chooser(topic)),
    contextBlock([typed]),
  ]);
}
