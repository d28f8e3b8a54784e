import { asList, asPart, type Part } from './blocks.ts';
import { LIMITS } from './limits.ts';

/** Takes one reason for which Slack would refuse the payload, and the JSON pointer to where it is. */
export type Complain = (problem: string, at: string) => void;

/** What a text object may be, and how long. */
export type TextRule = { plainOnly?: boolean; max: number; optional?: boolean };

/** Checks a text object: plain_text or mrkdwn, never empty, not too long. */
export function checkText(value: unknown, at: string, rule: TextRule, complain: Complain): void {
  if (value === undefined && rule.optional) return;
  const part = asPart(value);
  if (!part) {
    complain('missing required field: text object', at);
    return;
  }
  if (part.type !== 'plain_text' && (rule.plainOnly || part.type !== 'mrkdwn')) {
    complain(`must be a ${rule.plainOnly ? 'plain_text' : 'plain_text or mrkdwn'} object`, `${at}/type`);
    return;
  }
  checkString(part.text, `${at}/text`, { max: rule.max }, complain);
}

/** Checks a plain string: there, not empty and not too long. */
export function checkString(
  value: unknown,
  at: string,
  rule: { max: number; optional?: boolean },
  complain: Complain,
): void {
  if (value === undefined && rule.optional) return;
  if (typeof value !== 'string') {
    complain('must be a string', at);
    return;
  }
  if (value.length === 0) {
    complain('must be more than 0 characters', at);
    return;
  }
  if (value.length > rule.max) complain(`must be less than ${rule.max + 1} characters`, at);
}

/** Checks that something is a list with so many items, and hands back the items. */
export function checkList(
  value: unknown,
  at: string,
  rule: { min?: number; max: number },
  complain: Complain,
): unknown[] {
  if (!Array.isArray(value)) {
    complain('must be an array', at);
    return [];
  }
  const { min = 1 } = rule;
  if (value.length < min) complain(`no fewer than ${min} items allowed`, at);
  if (value.length > rule.max) complain(`no more than ${rule.max} items allowed`, at);
  return value;
}

/** Checks the dialog that asks before an action is taken. */
export function checkConfirm(value: unknown, at: string, complain: Complain): void {
  if (value === undefined) return;
  const confirm = asPart(value);
  if (!confirm) {
    complain('must be an object', at);
    return;
  }
  const button = { plainOnly: true, max: LIMITS.confirm.button, optional: true };
  checkText(confirm.title, `${at}/title`, { plainOnly: true, max: LIMITS.confirm.title }, complain);
  checkText(confirm.text, `${at}/text`, { max: LIMITS.confirm.text }, complain);
  checkText(confirm.confirm, `${at}/confirm`, button, complain);
  checkText(confirm.deny, `${at}/deny`, button, complain);
}

/** Checks the options of a select, an overflow menu, checkboxes or radio buttons. */
export function checkOptions(value: unknown, at: string, max: number, complain: Complain): void {
  const seen = new Set<unknown>();
  for (const [index, item] of checkList(value, at, { max }, complain).entries()) {
    const here = `${at}/${index}`;
    const option = asPart(item);
    if (!option) {
      complain('must be an object', here);
      continue;
    }
    checkText(option.text, `${here}/text`, { max: LIMITS.option.text }, complain);
    checkString(option.value, `${here}/value`, { max: LIMITS.option.value }, complain);
    checkText(option.description, `${here}/description`, { max: LIMITS.option.description, optional: true }, complain);
    checkString(option.url, `${here}/url`, { max: LIMITS.option.url, optional: true }, complain);
    if (seen.has(option.value)) complain('option values must be unique', `${here}/value`);
    seen.add(option.value);
  }
}

/** Checks that the option chosen at the start is one of the options. */
export function checkInitialOption(element: Part, at: string, complain: Complain): void {
  const groups = asList(element.option_groups).flatMap((group) => asList(asPart(group)?.options));
  const offered = [...asList(element.options), ...groups].map((option) => asPart(option)?.value);
  const chosen = element.initial_option === undefined ? asList(element.initial_options) : [element.initial_option];
  for (const option of chosen) {
    if (!offered.includes(asPart(option)?.value))
      complain('initial option must match an option', `${at}/initial_option`);
  }
}

/** Checks a picture, as a block or as an element. */
export function checkImage(image: Part, at: string, isKnownFile: (id: string) => boolean, complain: Complain): void {
  checkString(image.alt_text, `${at}/alt_text`, { max: LIMITS.image.altText }, complain);
  checkText(image.title, `${at}/title`, { plainOnly: true, max: LIMITS.image.title, optional: true }, complain);
  if ((image.image_url === undefined) === (image.slack_file === undefined)) {
    complain('must define either `slack_file` or `image_url`, but not both', at);
    return;
  }
  if (image.slack_file === undefined) {
    checkString(image.image_url, `${at}/image_url`, { max: LIMITS.image.url }, complain);
    return;
  }
  const file = asPart(image.slack_file);
  if ((file?.id === undefined) === (file?.url === undefined))
    complain('must define either id or url', `${at}/slack_file`);
  else if (file?.id !== undefined && !isKnownFile(String(file.id))) complain('invalid slack file', `${at}/slack_file`);
}
