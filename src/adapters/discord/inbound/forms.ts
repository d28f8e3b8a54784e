import { ComponentType, InteractionResponseType, type ModalSubmitInteraction, TextInputStyle } from 'discord.js';
import { asSourceQuestion, type NumberReport, reportForm } from '../../../core/messages/number-report.ts';
import type { Language } from '../../../data/schema.ts';
import { cut, MOST_REPORT_CHARACTERS } from '../../shared/cut.ts';
import { type PendingInteraction, sendFirst } from '../outbound/post.ts';
import { type Click, readButton, writeButton } from '../render/button-code.ts';
import { LIMITS } from '../render/limits.ts';
import { sayPrivately } from './answering.ts';
import type { Session } from './session.ts';

/** The form in which somebody reports a wrong number; what it is about travels with it, so that any process can take it. */

const SAYS = 'says';
const LINK = 'link';

/** Opens the form: the first answer to a click, since it cannot be a later one. */
export async function openReport(session: Session, asked: PendingInteraction, click: Click): Promise<void> {
  const { button: title, says, link, hint } = reportForm(click.language);
  const data = {
    custom_id: writeButton(click) ?? '',
    title: cut(title, LIMITS.modalTitleCharacters),
    components: [
      {
        type: ComponentType.Label,
        label: cut(says, LIMITS.fieldLabelCharacters),
        description: cut(hint, LIMITS.fieldHintCharacters),
        component: input(SAYS, { style: TextInputStyle.Paragraph, required: true }),
      },
      {
        type: ComponentType.Label,
        label: cut(link, LIMITS.fieldLabelCharacters),
        component: input(LINK, { style: TextInputStyle.Short, required: false }),
      },
    ],
  };
  await sendFirst(session, asked, { type: InteractionResponseType.Modal, data });
}

/** Takes a report in, and tells whoever sent it, alone. */
export async function onReportForm(
  session: Session,
  interaction: ModalSubmitInteraction,
  asked: PendingInteraction,
  language: Language,
): Promise<void> {
  const report = reportIn(interaction);
  if (!report) return sayPrivately(session, asked, reportForm(language).outdated);
  // It is not lost any more, wherever it ends up; Discord waits for three seconds.
  const taken = session.reports(report);
  await sayPrivately(session, asked, reportForm(report.language).arrived);
  await taken;
}

/** The report in a filled-in form; undefined where the form is forged or of a version that wrote others. */
function reportIn({ customId, fields }: ModalSubmitInteraction): NumberReport | undefined {
  const click = readButton(customId);
  if (!click?.reports || typeof click.asked !== 'object') return undefined;
  const about = asSourceQuestion(click.asked.question);
  const written = (name: string) => {
    const filled = fields.fields.get(name);
    return filled && 'value' in filled ? String(filled.value).trim().slice(0, MOST_REPORT_CHARACTERS) : '';
  };
  const [says, link] = [written(SAYS), written(LINK)];
  if (!about || !says) return undefined;
  return { about, language: click.language, says, ...(link ? { link } : {}) };
}

function input(name: string, how: { style: TextInputStyle; required: boolean }): object {
  return { type: ComponentType.TextInput, custom_id: name, max_length: MOST_REPORT_CHARACTERS, ...how };
}
