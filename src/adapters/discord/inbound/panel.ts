import {
  InteractionResponseType,
  type MessageComponentInteraction,
  type ModalSubmitInteraction,
  TextInputStyle,
} from 'discord.js';
import type { Query } from '../../../core/bot.ts';
import type { DailyAsk } from '../../../core/daily/ask.ts';
import { askOfForm, choicesOf, clockForm, typedSetup } from '../../../core/daily/form.ts';
import type { Schedule } from '../../../core/daily/subscription.ts';
import type { Language } from '../../../data/schema.ts';
import { cut } from '../../shared/cut.ts';
import { type PendingInteraction, sendFirst } from '../outbound/post.ts';
import { type Click, writeButton } from '../render/button-code.ts';
import { LIMITS } from '../render/limits.ts';
import { answer, sayUnknown } from './answering.ts';
import { fieldOf, writtenIn } from './forms.ts';
import type { Session } from './session.ts';

/** The panel in which a channel's daily post is set up. Its parts carry what is chosen so far, so that any process can take it. */

/** Opens the panel, shows it with what was chosen in a menu, or opens the form for hour and zone. */
export async function onPanel(
  session: Session,
  interaction: MessageComponentInteraction,
  asked: PendingInteraction,
  click: Click,
): Promise<void> {
  const { language, panel } = click;
  if (panel === 'open') return answer(session, interaction, asked, true, confirming({}, language), { panel: {} });
  const schedule = scheduleIn(click);
  if (!schedule) return sayUnknown(session, asked, language);
  if (panel === 'clock') return openClock(session, asked, click, schedule);
  const [chosen = ''] = interaction.isStringSelectMenu() ? interaction.values : [];
  const ask = askOfForm({ ...choicesOf(schedule), ...(panel ? { [panel]: chosen } : {}) });
  if (!ask) return sayUnknown(session, asked, language);
  return answer(session, interaction, asked, true, confirming(ask.wish, language), { panel: {}, isInPlace: true });
}

/** Shows the panel with the hour and the zone that were typed, or says what of them was not understood. */
export async function onClock(
  session: Session,
  interaction: ModalSubmitInteraction,
  asked: PendingInteraction,
  click: Click,
): Promise<void> {
  const { language } = click;
  const schedule = scheduleIn(click);
  if (!schedule) return sayUnknown(session, asked, language);
  const typed = { time: writtenIn(interaction, TIME), zone: writtenIn(interaction, ZONE) };
  const query = { asked: typedSetup(schedule, typed), language };
  return answer(session, interaction, asked, true, query, { panel: { before: schedule }, isInPlace: true });
}

const TIME = 'time';
const ZONE = 'zone';
/** More than any time or zone has, in characters. */
const MOST_TYPED = 80;

async function openClock(session: Session, asked: PendingInteraction, click: Click, schedule: Schedule): Promise<void> {
  const { title, time, zone } = clockForm(click.language);
  const chosen = choicesOf(schedule);
  const line = { style: TextInputStyle.Short, required: true, max_length: MOST_TYPED };
  const data = {
    custom_id: writeButton(click) ?? '',
    title: cut(title, LIMITS.modalTitleCharacters),
    components: [
      fieldOf(TIME, { label: time }, { ...line, value: chosen.time }),
      fieldOf(ZONE, { label: zone }, { ...line, value: chosen.zone }),
    ],
  };
  await sendFirst(session, asked, { type: InteractionResponseType.Modal, data });
}

/** Asks what would come of it, without setting anything up. */
function confirming(wish: Extract<DailyAsk, { kind: 'on' }>['wish'], language: Language): Query {
  return { asked: { question: { kind: 'daily', ask: { kind: 'confirm', change: { kind: 'on', wish } } } }, language };
}

/** The schedule that a part of the panel carries; undefined where it is forged. */
function scheduleIn({ asked }: Click): Schedule | undefined {
  if (typeof asked === 'string' || asked.question.kind !== 'daily' || asked.question.ask.kind !== 'on')
    return undefined;
  const { minute, zone, days, topic } = asked.question.ask.wish;
  if (minute === undefined || zone === undefined || days === undefined) return undefined;
  return { minute, zone, days, ...(topic ? { topic } : {}) };
}
