import { checkUrl } from './check-embeds.ts';
import { LIMITS } from './limits.ts';
import type { Component, SelectOption } from './payloads.ts';
import type { Path, Problems } from './problems.ts';

const ROW = 1;
const BUTTON = 2;
const STRING_SELECT = 3;
const TEXT_INPUT = 4;
const SELECTS = [3, 5, 6, 7, 8];
const TEXT_DISPLAY = 10;
const LINK = 5;
const PREMIUM = 6;
/** What may stand at the top of a message: of the first version, and of the second. */
const TOP_LEVEL = { 1: [ROW], 2: [ROW, 9, 10, 12, 13, 14, 17] };

/** Holds the components of one message to their limits; `version` 2 is what the flag IS_COMPONENTS_V2 asks for. */
export function checkComponents(
  problems: Problems,
  given: readonly Component[] | null | undefined,
  version: 1 | 2,
): void {
  const max = version === 1 ? LIMITS.rows : LIMITS.v2Components;
  const top = problems.list(['components'], given, { max });
  const all = top.flatMap(withInner);
  for (const [index, component] of top.entries()) {
    if (!TOP_LEVEL[version].includes(component.type)) {
      const message = `Value of field "type" must be one of (${TOP_LEVEL[version].join(', ')}).`;
      problems.add(['components', index, 'type'], 'UNION_TYPE_CHOICES', message);
    }
    checkComponent(problems, ['components', index], component);
  }
  checkCustomIds(problems, all);
  checkIds(problems, all);
  if (version === 1) return;
  if (all.length > LIMITS.v2Components) {
    problems.add(['components'], 'COMPONENT_MAX_TOTAL_COMPONENTS_EXCEEDED', 'The maximum number of components is 40');
  }
  const text = all.reduce(
    (sum, { type, content }) => sum + (type === TEXT_DISPLAY ? [...(content ?? '')].length : 0),
    0,
  );
  if (text > LIMITS.v2Text) {
    problems.add(
      ['components'],
      'COMPONENT_DISPLAYABLE_TEXT_SIZE_EXCEEDED',
      'Displayable text exceeds 4000 characters',
    );
  }
}

/** Holds a modal to its limits. */
export function checkModal(
  problems: Problems,
  modal: { title?: string; custom_id?: string; components?: Component[] | null },
): void {
  problems.text(['data', 'title'], modal.title, { min: 1, max: LIMITS.modalTitle });
  problems.text(['data', 'custom_id'], modal.custom_id, { min: 1, max: LIMITS.customId });
  const rows = problems.list(['data', 'components'], modal.components, { min: 1, max: LIMITS.modalRows });
  for (const [index, row] of rows.entries()) checkComponent(problems, ['data', 'components', index], row);
}

/** A component and everything in it. */
export function withInner(component: Component): Component[] {
  const inner = [component.accessory, component.component].filter((one) => one !== undefined);
  return [component, ...[...inner, ...(component.components ?? [])].flatMap(withInner)];
}

function checkComponent(problems: Problems, at: Path, component: Component): void {
  const { type } = component;
  if (type === ROW) checkRow(problems, at, component);
  else if (type === BUTTON) checkButton(problems, at, component);
  else if (SELECTS.includes(type)) checkSelect(problems, at, component);
  else if (type === TEXT_INPUT)
    problems.text([...at, 'custom_id'], component.custom_id, { min: 1, max: LIMITS.customId });
  else if (type === TEXT_DISPLAY) problems.text([...at, 'content'], component.content, { min: 1, max: LIMITS.v2Text });
  for (const [index, inner] of (component.components ?? []).entries()) {
    checkComponent(problems, [...at, 'components', index], inner);
  }
  if (component.accessory) checkComponent(problems, [...at, 'accessory'], component.accessory);
  if (component.component) checkComponent(problems, [...at, 'component'], component.component);
}

function checkRow(problems: Problems, at: Path, row: Component): void {
  const inner = problems.list([...at, 'components'], row.components, { min: 1, max: LIMITS.buttonsPerRow });
  const selects = inner.filter(({ type }) => SELECTS.includes(type)).length;
  if (selects > 1 || (selects === 1 && inner.length > 1)) {
    problems.add(
      [...at, 'components'],
      'COMPONENT_LAYOUT_WIDTH_EXCEEDED',
      'The specified component exceeds the maximum width',
    );
  }
}

function checkButton(problems: Problems, at: Path, button: Component): void {
  const { style, label, emoji, url } = button;
  problems.text([...at, 'label'], label, { max: LIMITS.buttonLabel });
  if (typeof style !== 'number' || style < 1 || style > PREMIUM) {
    problems.add([...at, 'style'], 'BASE_TYPE_CHOICES', 'Value must be one of (1, 2, 3, 4, 5, 6).');
  } else if (style === LINK) {
    problems.text([...at, 'url'], url, { min: 1, max: LIMITS.buttonUrl });
    checkUrl(problems, [...at, 'url'], url, ['http:', 'https:', 'discord:']);
    if (button.custom_id) {
      problems.add(
        [...at, 'custom_id'],
        'BUTTON_COMPONENT_CUSTOM_ID_URL_MUTUALLY_EXCLUSIVE',
        'A custom id and url cannot both be specified',
      );
    }
  } else if (style !== PREMIUM) {
    problems.text([...at, 'custom_id'], button.custom_id, { min: 1, max: LIMITS.customId });
  }
  if (!label && !emoji && style !== PREMIUM) {
    problems.add([...at], 'BUTTON_COMPONENT_INVALID_EMOJI_LABEL', 'A label or emoji is required');
  }
}

function checkSelect(problems: Problems, at: Path, select: Component): void {
  problems.text([...at, 'custom_id'], select.custom_id, { min: 1, max: LIMITS.customId });
  problems.text([...at, 'placeholder'], select.placeholder, { max: LIMITS.placeholder });
  if (select.type !== STRING_SELECT) return;
  const options = problems.list<SelectOption>([...at, 'options'], select.options, {
    min: 1,
    max: LIMITS.selectOptions,
  });
  const seen = new Set<string>();
  for (const [index, option] of options.entries()) {
    const place = [...at, 'options', index];
    problems.text([...place, 'label'], option.label, { min: 1, max: LIMITS.selectText });
    problems.text([...place, 'value'], option.value, { min: 1, max: LIMITS.selectText });
    problems.text([...place, 'description'], option.description, { max: LIMITS.selectText });
    if (seen.has(option.value)) {
      problems.add(
        [...place, 'value'],
        'SELECT_COMPONENT_OPTION_VALUE_DUPLICATED',
        'The specified option value is already used',
      );
    }
    seen.add(option.value);
  }
}

function checkCustomIds(problems: Problems, all: readonly Component[]): void {
  const ids = all.flatMap(({ custom_id }) => (custom_id === undefined ? [] : [custom_id]));
  for (const id of new Set(ids.filter((one, index) => ids.indexOf(one) !== index))) {
    problems.add(['components'], 'COMPONENT_CUSTOM_ID_DUPLICATED', `Component custom id cannot be duplicated: ${id}`);
  }
}

function checkIds(problems: Problems, all: readonly Component[]): void {
  const ids = all.flatMap(({ id }) => (id === undefined ? [] : [id]));
  for (const [index, id] of ids.entries()) {
    if (!Number.isInteger(id) || id < 0 || id > LIMITS.componentId)
      problems.add(['components'], 'NUMBER_TYPE_MAX', `int32 value should be between 0 and ${LIMITS.componentId}.`);
    // Those of 0 are numbered by Discord.
    if (id !== 0 && ids.indexOf(id) !== index)
      problems.add(['components'], 'COMPONENT_ID_DUPLICATED', `Component id cannot be duplicated: ${id}`);
  }
}
