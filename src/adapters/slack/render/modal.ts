import type { types } from '@slack/bolt';
import { cut } from '../../shared/cut.ts';
import { richText } from './blocks.ts';
import { LIMITS } from './limits.ts';

/** What a modal is called, and what its buttons say. */
export type Frame = { title: string; close: string };

/** A modal with fields to fill in; `carries` comes back with them. */
export function formView(
  { title, close, send, id, carries }: Frame & { send: string; id: string; carries: string },
  blocks: types.KnownBlock[],
): types.ModalView {
  return {
    type: 'modal',
    callback_id: id,
    private_metadata: carries,
    title: plain(title, LIMITS.modalTitle),
    submit: plain(send, LIMITS.modalTitle),
    close: plain(close, LIMITS.modalTitle),
    blocks,
  };
}

/** A modal that says one line, with nothing to fill in. */
export function lineView({ title, close }: Frame, line: string): types.ModalView {
  return {
    type: 'modal',
    title: plain(title, LIMITS.modalTitle),
    close: plain(close, LIMITS.modalTitle),
    blocks: [richText([line])],
  };
}

/** A field under its label; its block and its element have one name. */
export function field(
  name: string,
  { label, hint, optional = false }: { label: string; hint?: string; optional?: boolean },
  element: types.InputBlock['element'],
): types.InputBlock {
  return {
    type: 'input',
    block_id: name,
    optional,
    label: plain(label, LIMITS.fieldLabel),
    ...(hint === undefined ? {} : { hint: plain(hint, LIMITS.fieldLabel) }),
    element: { ...element, action_id: name },
  };
}

/** A menu of choices, one of them chosen already. */
export function chooser({
  choices,
  chosen,
}: {
  choices: readonly Choice[];
  chosen: Choice | undefined;
}): types.StaticSelect {
  return {
    type: 'static_select',
    options: choices.slice(0, LIMITS.options).map(({ label, value }) => optionOf(label, value)),
    ...(chosen ? { initial_option: optionOf(chosen.label, chosen.value) } : {}),
  };
}

/** An entry of a menu: what it says, and what it stands for. */
export type Choice = { label: string; value: string };

export function optionOf(label: string, value: string): types.PlainTextOption {
  return { text: plain(label, LIMITS.optionText), value };
}

/** A filled-in form as Slack hands it over, with what it carried. */
export type Submitted = { private_metadata: string; state: { values: Record<string, Record<string, Filled>> } };

/** What was written or chosen in a form by the names of its fields, as far as they are filled in. */
export function filledIn({ state }: Submitted): Map<string, string> {
  return new Map(
    Object.entries(state.values).flatMap(([name, elements]) =>
      Object.values(elements).flatMap(({ value, selected_time: time, selected_option: option }) => {
        const filled = value ?? time ?? option?.value;
        return filled ? [[name, filled] as const] : [];
      }),
    ),
  );
}

/** What stands in a field. */
type Filled = {
  value?: string | null | undefined;
  selected_time?: string | null | undefined;
  selected_option?: { value: string } | null | undefined;
};

function plain(text: string, most: number): types.PlainTextElement {
  return { type: 'plain_text', text: cut(text, most), emoji: false };
}
