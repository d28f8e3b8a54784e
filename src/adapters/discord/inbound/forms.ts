import { ComponentType, InteractionResponseType, type ModalSubmitInteraction, TextInputStyle } from 'discord.js';
import { asSourceQuestion, type NumberReport, reportForm } from '../../../core/messages/number-report.ts';
import type { Language } from '../../../data/schema.ts';
import { cut, MOST_REPORT_CHARACTERS } from '../../shared/cut.ts';
import { type PendingInteraction, sendFirst } from '../outbound/post.ts';
import { type Click, readButton, writeButton } from '../render/button-code.ts';
import { LIMITS } from '../render/limits.ts';
import { sayPrivately } from './answering.ts';
import type { Session } from './session.ts';

/** The form to report a wrong number. It carries the question that it is about, so that any process can take it. */

const SAYS = 'says';
const LINK = 'link';

/** Opens the form. It has to be the first answer to the click. */
export async function openReport(session: Session, asked: PendingInteraction, click: Click): Promise<void> {
  const { button: title, says, link, hint } = reportForm(click.language);
  const data = {
    custom_id: writeButton(click) ?? '',
    title: cut(title, LIMITS.modalTitleCharacters),
    components: [
      fieldOf(
        SAYS,
        { label: says, hint },
        { style: TextInputStyle.Paragraph, required: true, max_length: MOST_REPORT_CHARACTERS },
      ),
      fieldOf(
        LINK,
        { label: link },
        { style: TextInputStyle.Short, required: false, max_length: MOST_REPORT_CHARACTERS },
      ),
    ],
  };
  await sendFirst(session, asked, { type: InteractionResponseType.Modal, data });
}

/** Takes a report, and tells its sender only. */
export async function onReportForm(
  session: Session,
  interaction: ModalSubmitInteraction,
  asked: PendingInteraction,
  language: Language,
): Promise<void> {
  const report = reportIn(interaction);
  if (!report) return sayPrivately(session, asked, reportForm(language).outdated);
  // The report is safe from here on; Discord waits three seconds for the answer.
  const taken = session.reports(report);
  await sayPrivately(session, asked, reportForm(report.language).arrived);
  await taken;
}

/** The report in a form; undefined if the form is forged or of an incompatible version. */
function reportIn(interaction: ModalSubmitInteraction): NumberReport | undefined {
  const click = readButton(interaction.customId);
  if (!click?.reports || typeof click.asked !== 'object') return undefined;
  const about = asSourceQuestion(click.asked.question);
  const [says, link] = [SAYS, LINK].map((name) => writtenIn(interaction, name).slice(0, MOST_REPORT_CHARACTERS));
  if (!about || !says) return undefined;
  return { about, language: click.language, says, ...(link ? { link } : {}) };
}

/** What is written in a field of a form. */
export function writtenIn({ fields }: ModalSubmitInteraction, name: string): string {
  const filled = fields.fields.get(name);
  return filled && 'value' in filled ? String(filled.value).trim() : '';
}

/** A field under its label. */
export function fieldOf(
  name: string,
  { label, hint }: { label: string; hint?: string },
  input: { style: TextInputStyle; required: boolean; max_length: number; value?: string },
): object {
  return {
    type: ComponentType.Label,
    label: cut(label, LIMITS.fieldLabelCharacters),
    ...(hint === undefined ? {} : { description: cut(hint, LIMITS.fieldHintCharacters) }),
    component: { type: ComponentType.TextInput, custom_id: name, ...input },
  };
}
