import { asPart, type Part } from './blocks.ts';
import {
  type Complain,
  checkConfirm,
  checkImage,
  checkInitialOption,
  checkList,
  checkOptions,
  checkString,
  checkText,
} from './check-parts.ts';
import { LIMITS } from './limits.ts';

/** What the elements of one payload are checked against. */
export type ElementCheck = { isKnownFile(id: string): boolean; complain: Complain };

const SOURCED_SELECTS = ['external_select', 'users_select', 'conversations_select', 'channels_select'];
const SELECTS = ['static_select', ...SOURCED_SELECTS].flatMap((type) => [type, `multi_${type}`]);
const PICKERS = ['datepicker', 'timepicker', 'datetimepicker'];
const TYPED_INPUTS = ['plain_text_input', 'number_input', 'email_text_input', 'url_text_input', 'rich_text_input'];
const CHOICES = ['checkboxes', 'radio_buttons'];

/** Which elements each block takes. */
export const ELEMENTS_OF = {
  accessory: ['button', 'image', 'overflow', 'workflow_button', 'datepicker', 'timepicker', ...CHOICES, ...SELECTS],
  actions: ['button', 'overflow', 'workflow_button', 'rich_text_input', ...PICKERS, ...CHOICES, ...SELECTS],
  input: ['file_input', ...TYPED_INPUTS, ...PICKERS, ...CHOICES, ...SELECTS],
  context_actions: ['feedback_buttons', 'icon_button'],
  card: ['button'],
} as const;

/** Checks one element of a block, such as a button or a select. */
export function checkElement(value: unknown, at: string, allowed: readonly string[], check: ElementCheck): void {
  const { complain } = check;
  const element = asPart(value);
  if (!element) {
    complain('must be an object', at);
    return;
  }
  if (!allowed.includes(String(element.type))) {
    complain(`unsupported type: ${String(element.type)}`, `${at}/type`);
    return;
  }
  if (element.type === 'image') {
    checkImage(element, at, check.isKnownFile, complain);
    return;
  }
  checkString(element.action_id, `${at}/action_id`, { max: LIMITS.id, optional: true }, complain);
  checkConfirm(element.confirm, `${at}/confirm`, complain);
  const placeholder = { plainOnly: true, max: LIMITS.placeholder, optional: true };
  checkText(element.placeholder, `${at}/placeholder`, placeholder, complain);
  checkByType(element, at, complain);
}

function checkByType(element: Part, at: string, complain: Complain): void {
  switch (element.type) {
    case 'button':
      checkButton(element, at, complain);
      break;
    case 'static_select':
    case 'multi_static_select':
      checkStaticSelect(element, at, complain);
      break;
    case 'overflow':
      checkOptions(element.options, `${at}/options`, LIMITS.overflowOptions, complain);
      break;
    case 'checkboxes':
    case 'radio_buttons':
      checkInitialOption(element, at, complain);
      checkOptions(element.options, `${at}/options`, LIMITS.choices, complain);
      break;
    case 'plain_text_input':
      if (Number(element.max_length ?? 1) > LIMITS.input.maxLength) {
        complain(`must be less than ${LIMITS.input.maxLength + 1}`, `${at}/max_length`);
      }
      break;
    default:
      break;
  }
}

function checkButton(button: Part, at: string, complain: Complain): void {
  const { button: limits } = LIMITS;
  const label = { max: limits.accessibilityLabel, optional: true };
  checkText(button.text, `${at}/text`, { plainOnly: true, max: limits.text }, complain);
  checkString(button.value, `${at}/value`, { max: limits.value, optional: true }, complain);
  checkString(button.url, `${at}/url`, { max: limits.url, optional: true }, complain);
  checkString(button.accessibility_label, `${at}/accessibility_label`, label, complain);
  if (![undefined, 'primary', 'danger'].includes(button.style as string)) complain('invalid style', `${at}/style`);
}

function checkStaticSelect(select: Part, at: string, complain: Complain): void {
  if ((select.options === undefined) === (select.option_groups === undefined)) {
    complain('must define either `options` or `option_groups`', at);
    return;
  }
  checkInitialOption(select, at, complain);
  if (select.options !== undefined) {
    checkOptions(select.options, `${at}/options`, LIMITS.selectOptions, complain);
    return;
  }
  const groups = checkList(select.option_groups, `${at}/option_groups`, { max: LIMITS.optionGroups }, complain);
  for (const [index, item] of groups.entries()) {
    const here = `${at}/option_groups/${index}`;
    const label = { plainOnly: true, max: LIMITS.optionGroupLabel };
    checkText(asPart(item)?.label, `${here}/label`, label, complain);
    checkOptions(asPart(item)?.options, `${here}/options`, LIMITS.selectOptions, complain);
  }
}
