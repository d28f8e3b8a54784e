import type { types } from '@slack/bolt';
import { reportForm } from '../../../core/messages/number-report.ts';
import { asSourceQuestion, type NumberReport } from '../../../core/number-reports.ts';
import { LANGUAGES, type Language } from '../../../data/languages.ts';
import { MOST_REPORT_CHARACTERS } from '../../shared/report-limits.ts';
import { readValue } from '../render/button-code.ts';
import { field, filledIn, formView, lineView, type Submitted } from '../render/modal.ts';
import { failureOf } from '../transport/failure.ts';
import type { Context } from './context.ts';

/** The form in which somebody reports a wrong number; what it is about travels with it, so that any process can take it. */

/** The action_id of the button that opens it, and its callback_id. */
export const REPORT = 'report';

const SAYS = 'says';
const LINK = 'link';

/** Opens the form; tells whether it is open. A click lets the bot do so for three seconds. */
export async function openReport(
  { reads, me, onFailure }: Context,
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

/** The report in a form; undefined where the form is forged or of a version that wrote others. */
export function reportIn(form: Submitted): NumberReport | undefined {
  const carried = aboutIn(form.private_metadata);
  const filled = filledIn(form);
  const says = filled.get(SAYS)?.trim().slice(0, MOST_REPORT_CHARACTERS);
  const link = filled.get(LINK)?.trim().slice(0, MOST_REPORT_CHARACTERS);
  if (!carried || !says) return undefined;
  return { ...carried, says, ...(link ? { link } : {}) };
}

/** What takes the place of the form. */
export function arrivedView(language: Language): types.ModalView {
  const { button: title, close, arrived } = reportForm(language);
  return lineView({ title, close }, arrived);
}

/** In all languages: of a form that cannot be read nothing is known. */
export function outdatedView(): types.ModalView {
  const forms = LANGUAGES.map(reportForm);
  return lineView({ title: 'Harbin', close: '✕' }, forms.map(({ outdated }) => outdated).join('\n'));
}

/** That somebody reports more than they may, beside the first field. */
export function refusedFields(line: string): Record<string, string> {
  return { [SAYS]: line };
}

function aboutIn(value: string): Pick<NumberReport, 'about' | 'language'> | undefined {
  const asking = readValue(value);
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
