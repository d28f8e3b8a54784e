import { ComponentType, InteractionResponseType, type ModalSubmitInteraction, TextInputStyle } from 'discord.js';
import { reportForm } from '../../../core/messages/number-report.ts';
import { asSourceQuestion, type NumberReport } from '../../../core/number-reports.ts';
import { cut } from '../../shared/cut.ts';
import { MOST_REPORT_CHARACTERS } from '../../shared/report-limits.ts';
import { type Click, formatCustomId, parseCustomId } from '../render/button-code.ts';
import { LIMITS } from '../render/limits.ts';
import type { Session } from '../transport/session.ts';
import { type Asked, sendFirst } from './first-answer.ts';

/** The form in which somebody reports a wrong number; what it is about travels with it, so that any process can take it. */

const SAYS = 'says';
const LINK = 'link';

/** Opens the form: the first answer to a click, since it cannot be a later one. */
export async function openReport(session: Session, asked: Asked, click: Click): Promise<void> {
  const { button: title, says, link, hint } = reportForm(click.language);
  const data = {
    custom_id: formatCustomId(click) ?? '',
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

/** The report in a filled-in form; undefined where the form is forged or of a version that wrote others. */
export function reportIn({ customId, fields }: ModalSubmitInteraction): NumberReport | undefined {
  const click = parseCustomId(customId);
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
