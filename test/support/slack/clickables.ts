import { asList, asPart, type Part, partsWithin } from './blocks.ts';
import type { PostedMessage } from './message-board.ts';
import type { ShownView } from './view-shelf.ts';

/** The labels of all buttons of a message or view, in order. */
export function buttonsOf(target: PostedMessage | ShownView): string[] {
  return partsWithin(blocksOf(target))
    .filter((part) => part.type === 'button')
    .map((part) => labelOf(part));
}

/** What Slack says was clicked: the element with this action_id, block_id or label, and the option chosen. */
export function chooseAction(target: PostedMessage | ShownView, which: string, option: string | undefined): object {
  for (const block of blocksOf(target)) {
    const elements = partsWithin(block).filter((part) => isClickable(part));
    const element = elements.find(
      (part) => part.action_id === which || labelOf(part) === which || asPart(block)?.block_id === which,
    );
    if (!element) continue;
    const base = { type: element.type, action_id: element.action_id ?? 'generated' };
    const action = { ...base, block_id: asPart(block)?.block_id ?? 'generated' };
    if (element.type === 'button') return { ...action, text: element.text, value: element.value };
    // Its options came while somebody typed.
    if (element.type === 'external_select')
      return { ...action, selected_option: { text: { type: 'plain_text', text: option ?? '' }, value: option } };
    return { ...action, selected_option: chooseOption(element, option) };
  }
  throw new Error(
    `Fake Slack: nothing to click called "${which}"; there is: ${buttonsOf(target).join(', ') || 'nothing'}`,
  );
}

function blocksOf(target: PostedMessage | ShownView): unknown[] {
  return 'view' in target ? asList(target.view.blocks) : target.blocks;
}

function labelOf(part: Part): string {
  return String(asPart(part.text)?.text ?? '');
}

function isClickable(part: Part): boolean {
  const hasOptions = part.options !== undefined || part.option_groups !== undefined;
  return part.type === 'button' || part.type === 'external_select' || (typeof part.type === 'string' && hasOptions);
}

function chooseOption(element: Part, option: string | undefined): Part {
  const options = partsWithin([element.options, element.option_groups]).filter((part) => part.value !== undefined);
  const chosen = options.find((each) => each.value === option || labelOf(each) === option);
  if (!chosen)
    throw new Error(`Fake Slack: no option called "${option}"; there is: ${options.map(labelOf).join(', ')}`);
  return chosen;
}
