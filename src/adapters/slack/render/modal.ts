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

/** The values of a modal by the names of its fields, as far as they are filled in. */
export function filledIn(view: { state: { values: Record<string, Record<string, Filled>> } }): Map<string, Filled> {
  return new Map(
    Object.entries(view.state.values).flatMap(([block, elements]) =>
      Object.values(elements)
        .slice(0, 1)
        .map((filled) => [block, filled] as const),
    ),
  );
}

/** What stands in a field. */
type Filled = { value?: string | null | undefined };

function plain(text: string, most: number): types.PlainTextElement {
  return { type: 'plain_text', text: cut(text, most), emoji: false };
}
