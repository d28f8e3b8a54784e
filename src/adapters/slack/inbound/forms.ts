import type { types } from '@slack/bolt';
import { z } from 'zod';
import { askOfForm, type DailyForm, dailyForm, type FormChoices } from '../../../core/daily/form.ts';
import { asSourceQuestion, type NumberReport, reportForm } from '../../../core/messages/number-report.ts';
import { LANGUAGES, type Language } from '../../../data/languages.ts';
import { MOST_REPORT_CHARACTERS } from '../../shared/cut.ts';
import { contextBlock } from '../render/blocks.ts';
import { readButton } from '../render/button-code.ts';
import { LIMITS } from '../render/limits.ts';
import { messageBlocks } from '../render/render.ts';
import { chooser, field, filledIn, formView, lineView, optionOf, type Submitted } from '../render/views.ts';
import { failureOf } from '../transport/failure.ts';
import { type Addressee, announce, answer, draw, REPORT, tell } from './answering.ts';
import { showHome } from './home-tab.ts';
import type { Session } from './session.ts';

/** The form to report a wrong number. It carries the question that it is about, so that any process can take it. */

const SAYS = 'says';
const LINK = 'link';

/** Opens the form and returns whether it is open. A click allows this for three seconds. */
export async function openReport(
  { reads, me, onFailure }: Session,
  { trigger, value }: { trigger: string; value: string },
): Promise<boolean> {
  const language = aboutIn(value)?.language;
  if (language === undefined) return false;
  try {
    await reads.views.open({ token: me.token, trigger_id: trigger, view: reportView(value, language) });
    return true;
  } catch (error) {
    onFailure(failureOf(error), 'report form');
    return false;
  }
}

/** The report in a form; undefined if the form is forged or of an incompatible version. */
export function reportIn(form: Submitted): NumberReport | undefined {
  const carried = aboutIn(form.private_metadata);
  const filled = filledIn(form);
  const says = filled.get(SAYS)?.trim().slice(0, MOST_REPORT_CHARACTERS);
  const link = filled.get(LINK)?.trim().slice(0, MOST_REPORT_CHARACTERS);
  if (!carried || !says) return undefined;
  return { ...carried, says, ...(link ? { link } : {}) };
}

/** The view that replaces the form once the report has arrived. */
export function arrivedView(language: Language): types.ModalView {
  const { button: title, close, arrived } = reportForm(language);
  return lineView({ title, close }, arrived);
}

/** The view that replaces a form that cannot be read; in all languages, since its language is unknown. */
export function outdatedView(): types.ModalView {
  const forms = LANGUAGES.map(reportForm);
  return lineView({ title: '/harbin', close: '✕' }, forms.map(({ outdated }) => outdated).join('\n'));
}

/** An error beside the first field, for a person who reports too much. */
export function refusedFields(line: string): Record<string, string> {
  return { [SAYS]: line };
}

function aboutIn(value: string): Pick<NumberReport, 'about' | 'language'> | undefined {
  const asking = readButton(value);
  if (!asking || typeof asking.asked !== 'object' || !('question' in asking.asked)) return undefined;
  const about = asSourceQuestion(asking.asked.question);
  return about && { about, language: asking.language };
}

function reportView(value: string, language: Language): types.ModalView {
  const { button: title, says, link, hint, send, cancel: close } = reportForm(language);
  return formView({ title, close, send, id: REPORT, carries: value }, [
    field(
      SAYS,
      { label: says, hint },
      { type: 'plain_text_input', multiline: true, max_length: MOST_REPORT_CHARACTERS },
    ),
    field(LINK, { label: link, optional: true }, { type: 'url_text_input' }),
  ]);
}

/** The form to set up a daily post. It carries its channel, so that any process can take it. */

/** The callback_id of the form, and the name of its menu of zones, which Slack fills while somebody types. */
export const DAILY_FORM = 'daily';
export const ZONE = 'zone';
const CHANNEL = 'channel';
/** Has no daily post: the form begins with what is usual. */
const NO_CHANNEL = '';

/** Who sets up the post of which channel, and how to reach them there; without a channel the form asks for one. */
export type FormOrigin = Omit<Addressee, 'channel'> & { channel?: string; team: string; language: Language };

/** Opens the form and returns whether it is open. A command or a click allows this for three seconds. */
export async function openDailyForm(session: Session, place: FormOrigin, trigger: string): Promise<boolean> {
  const { reads, me, bot, keeperOf, onFailure } = session;
  const { team, channel, user, language } = place;
  const form = await dailyForm(bot, language, keeperOf(team, channel ?? NO_CHANNEL, user));
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

/** The time zones that match what is typed into the form. */
export function zoneOptions({ bot }: Session, typed: string, carries: string | undefined): types.PlainTextOption[] {
  const language = carriedIn(carries)?.language ?? 'en';
  return bot.suggest(typed, 'zone', language, LIMITS.options).map(({ label, value }) => optionOf(label, value));
}

/** Shows in an open form the next posts by what is chosen now. The newest choice wins, so no hash of the view is sent. */
export async function onFormChange(
  { reads, me, bot, keeperOf, onFailure }: Session,
  { team, user, form }: { team: string; user: string; form: OpenForm },
): Promise<void> {
  const carried = carriedIn(form.private_metadata);
  if (!carried) return;
  const { channel, language } = carried;
  const view = viewOf(
    await dailyForm(bot, language, keeperOf(team, channel ?? NO_CHANNEL, user), choicesIn(form)),
    form.private_metadata,
  );
  try {
    await reads.views.update({ token: me.token, view_id: form.id, view });
  } catch (error) {
    const failure = failureOf(error);
    // The form is closed.
    if (failure.kind === 'refused' && failure.code === 'not_found') return;
    onFailure(failure, 'daily form');
  }
}

/** A form while it is being filled in. */
export type OpenForm = Submitted & { id: string };

function choicesIn(form: Submitted): FormChoices {
  return { time: '', ...Object.fromEntries(filledIn(form)) };
}

/** Sets up the daily post of a submitted form, and tells its sender the outcome in the channel of the post. */
export async function onDailyForm(
  session: Session,
  { team, user, form }: { team: string; user: string; form: Submitted },
): Promise<void> {
  const carried = carriedIn(form.private_metadata);
  const ask = askOfForm(choicesIn(form));
  if (!carried || !ask) return;
  const { language, responseUrl, thread } = carried;
  const channel = carried.channel ?? filledIn(form).get(CHANNEL);
  if (channel === undefined) return;
  const query = {
    asked: { question: { kind: 'daily' as const, ask } },
    language,
    keeper: session.keeperOf(team, channel, user),
  };
  const answered = await answer(session.bot, { query }, 'asker');
  await tell(session, { responseUrl, channel, user, thread }, draw(answered), 'daily form');
  await announce(session, channel, answered.reply);
  if (carried.channel === undefined) await showHome(session, { team, user, hash: undefined });
}

const CARRIED = z.object({
  channel: z.string().optional(),
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

/** Choosing a channel needs no scope to read channels. */
const CHANNELS: types.ConversationsSelect = {
  type: 'conversations_select',
  filter: { include: ['public', 'private'], exclude_bot_users: true },
};

function viewOf(form: DailyForm, carries: string): types.ModalView {
  const { title, save, cancel, typed, time, zone, days, topic, preview } = form;
  const zones: types.ExternalSelect = {
    type: 'external_select',
    min_query_length: 0,
    ...(zone.chosen ? { initial_option: optionOf(zone.chosen.label, zone.chosen.value) } : {}),
  };
  return formView({ title, close: cancel, send: save, id: DAILY_FORM, carries }, [
    ...(carriedIn(carries)?.channel === undefined ? [field(CHANNEL, { label: form.channel }, CHANNELS)] : []),
    field('time', { label: time.label, reports: true }, { type: 'timepicker', initial_time: time.chosen }),
    field(ZONE, { label: zone.label, optional: true, reports: true }, zones),
    field('days', { label: days.label, reports: true }, chooser(days)),
    field('topic', { label: topic.label }, chooser(topic)),
    ...messageBlocks({ parts: preview }),
    contextBlock([typed]),
  ]);
}
