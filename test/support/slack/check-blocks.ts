import { PROPERTIES_OF } from './block-properties.ts';
import { asList, asPart, type Part, partsWithin } from './blocks.ts';
import { checkChart, checkDataTable, checkTable } from './check-data-blocks.ts';
import { checkElement, ELEMENTS_OF, type ElementCheck } from './check-elements.ts';
import { type Complain, checkImage, checkList, checkString, checkText } from './check-parts.ts';
import { LIMITS } from './limits.ts';

/** Where blocks are shown; some are refused in some places. */
export type Surface = 'message' | 'home' | 'modal';

/** What a payload is checked against besides the limits. */
export type BlockRules = {
  /** Whether a picture may name this uploaded file. */
  isKnownFile(id: string): boolean;
  /** Block types this workspace does not have yet, as during a phased roll-out. */
  unsupported: ReadonlySet<string>;
};

/** Every reason for which Slack would refuse these blocks, worded as Slack words them; none when it takes them. */
export function problemsInBlocks(blocks: unknown, surface: Surface, rules: BlockRules): string[] {
  const problems: string[] = [];
  const complain: Complain = (problem, at) => problems.push(`${problem} [json-pointer:${at}]`);
  const root = surface === 'message' ? '/blocks' : '/view/blocks';
  const max = surface === 'message' ? LIMITS.messageBlocks : LIMITS.viewBlocks;
  const list = checkList(blocks, root, { min: surface === 'message' ? 0 : 1, max }, complain);
  for (const [index, block] of list.entries()) checkBlock(block, `${root}/${index}`, surface, rules, complain);
  checkWhole(list, root, complain);
  return problems;
}

/** Every reason for which Slack would refuse this Home or modal. */
export function problemsInView(view: unknown, rules: BlockRules): string[] {
  const part = asPart(view);
  if (part?.type !== 'home' && part?.type !== 'modal')
    return ['must be a home or modal view [json-pointer:/view/type]'];
  const problems = problemsInBlocks(part.blocks, part.type, rules);
  const complain: Complain = (problem, at) => problems.push(`${problem} [json-pointer:${at}]`);
  checkString(part.callback_id, '/view/callback_id', { max: LIMITS.id, optional: true }, complain);
  const metadata = { max: LIMITS.view.privateMetadata, optional: true };
  if (part.private_metadata !== '') checkString(part.private_metadata, '/view/private_metadata', metadata, complain);
  if (part.type === 'home') return problems;
  checkText(part.title, '/view/title', { plainOnly: true, max: LIMITS.view.title }, complain);
  for (const button of ['submit', 'close'] as const) {
    const rule = { plainOnly: true, max: LIMITS.view.button, optional: true };
    checkText(part[button], `/view/${button}`, rule, complain);
  }
  const asks = asList(part.blocks).some((block) => asPart(block)?.type === 'input');
  if (asks && part.submit === undefined) complain('submit is required with input blocks', '/view/submit');
  return problems;
}

function checkBlock(value: unknown, at: string, surface: Surface, rules: BlockRules, complain: Complain): void {
  const block = asPart(value);
  const known = PROPERTIES_OF.get(String(block?.type));
  if (!block || !known || rules.unsupported.has(String(block.type))) {
    complain(`unsupported type: ${String(block?.type)}`, `${at}/type`);
    return;
  }
  for (const name of Object.keys(block)) {
    if (name !== 'type' && name !== 'block_id' && !known.includes(name))
      complain(`invalid additional property: ${name}`, at);
  }
  checkString(block.block_id, `${at}/block_id`, { max: LIMITS.id, optional: true }, complain);
  checkByType(block, at, surface, rules, complain);
  checkActionIds(block, at, complain);
}

function checkByType(block: Part, at: string, surface: Surface, rules: BlockRules, complain: Complain): void {
  const check: ElementCheck = { isKnownFile: rules.isKnownFile, complain };
  switch (block.type) {
    case 'section':
      checkSection(block, at, check);
      break;
    case 'header':
      checkText(block.text, `${at}/text`, { plainOnly: true, max: LIMITS.header }, complain);
      break;
    case 'image':
      checkImage(block, at, rules.isKnownFile, complain);
      break;
    case 'context':
      checkContext(block, at, check);
      break;
    case 'actions':
      checkElements(block, at, LIMITS.actionsElements, ELEMENTS_OF.actions, check);
      break;
    case 'context_actions':
      checkElements(block, at, LIMITS.contextActions, ELEMENTS_OF.context_actions, check);
      break;
    case 'input':
      checkText(block.label, `${at}/label`, { plainOnly: true, max: LIMITS.input.label }, complain);
      checkText(block.hint, `${at}/hint`, { plainOnly: true, max: LIMITS.input.hint, optional: true }, complain);
      checkElement(block.element, `${at}/element`, ELEMENTS_OF.input, check);
      break;
    case 'markdown':
      checkString(block.text, `${at}/text`, { max: LIMITS.markdownTotal }, complain);
      break;
    case 'rich_text':
      checkList(block.elements, `${at}/elements`, { max: Number.POSITIVE_INFINITY }, complain);
      break;
    case 'table':
      checkTable(block, at, complain);
      break;
    case 'data_table':
      checkDataTable(block, at, complain);
      break;
    case 'data_visualization':
      if (surface !== 'message') complain(`unsupported type: ${block.type}`, `${at}/type`);
      checkChart(block, at, complain);
      break;
    case 'alert':
      checkText(block.text, `${at}/text`, { max: LIMITS.alertText }, complain);
      break;
    case 'card':
      checkCard(block, at, check);
      break;
    case 'carousel':
      for (const [index, card] of checkList(
        block.elements,
        `${at}/elements`,
        { max: LIMITS.carouselCards },
        complain,
      ).entries()) {
        checkBlock(card, `${at}/elements/${index}`, surface, rules, complain);
      }
      break;
    case 'container':
      checkText(block.title, `${at}/title`, { plainOnly: true, max: LIMITS.container.title, optional: true }, complain);
      checkText(block.subtitle, `${at}/subtitle`, { max: LIMITS.container.title, optional: true }, complain);
      for (const [index, child] of checkList(
        block.child_blocks,
        `${at}/child_blocks`,
        { max: LIMITS.container.childBlocks },
        complain,
      ).entries()) {
        checkBlock(child, `${at}/child_blocks/${index}`, surface, rules, complain);
      }
      break;
    case 'video':
      checkVideo(block, at, complain);
      break;
    default:
      break;
  }
}

function checkSection(block: Part, at: string, check: ElementCheck): void {
  const { complain } = check;
  if (block.text === undefined && block.fields === undefined) complain('must define either `text` or `fields`', at);
  checkText(block.text, `${at}/text`, { max: LIMITS.text, optional: true }, complain);
  if (block.fields !== undefined) {
    const fields = checkList(block.fields, `${at}/fields`, { max: LIMITS.sectionFields }, complain);
    for (const [index, field] of fields.entries()) {
      checkText(field, `${at}/fields/${index}`, { max: LIMITS.sectionField }, complain);
    }
  }
  if (block.accessory !== undefined) checkElement(block.accessory, `${at}/accessory`, ELEMENTS_OF.accessory, check);
}

function checkContext(block: Part, at: string, check: ElementCheck): void {
  const elements = checkList(block.elements, `${at}/elements`, { max: LIMITS.contextElements }, check.complain);
  for (const [index, element] of elements.entries()) {
    const here = `${at}/elements/${index}`;
    if (asPart(element)?.type === 'image') checkElement(element, here, ['image'], check);
    else checkText(element, here, { max: LIMITS.text }, check.complain);
  }
}

function checkElements(block: Part, at: string, max: number, allowed: readonly string[], check: ElementCheck): void {
  for (const [index, element] of checkList(block.elements, `${at}/elements`, { max }, check.complain).entries()) {
    checkElement(element, `${at}/elements/${index}`, allowed, check);
  }
}

function checkCard(card: Part, at: string, check: ElementCheck): void {
  const { complain } = check;
  for (const line of ['title', 'subtitle'] as const) {
    checkText(card[line], `${at}/${line}`, { max: LIMITS.card.title, optional: true }, complain);
  }
  for (const line of ['body', 'subtext'] as const) {
    checkText(card[line], `${at}/${line}`, { max: LIMITS.card.body, optional: true }, complain);
  }
  if (card.actions === undefined) return;
  const buttons = checkList(card.actions, `${at}/actions`, { max: LIMITS.card.actions }, complain);
  for (const [index, button] of buttons.entries())
    checkElement(button, `${at}/actions/${index}`, ELEMENTS_OF.card, check);
}

function checkVideo(video: Part, at: string, complain: Complain): void {
  const limits = LIMITS.video;
  const url = { max: LIMITS.image.url };
  checkString(video.alt_text, `${at}/alt_text`, { max: limits.altText }, complain);
  checkString(video.video_url, `${at}/video_url`, url, complain);
  checkString(video.thumbnail_url, `${at}/thumbnail_url`, url, complain);
  checkString(video.author_name, `${at}/author_name`, { max: limits.authorName, optional: true }, complain);
  checkString(video.provider_name, `${at}/provider_name`, { max: limits.providerName, optional: true }, complain);
  checkText(video.title, `${at}/title`, { plainOnly: true, max: limits.title }, complain);
  const description = { plainOnly: true, max: limits.description, optional: true };
  checkText(video.description, `${at}/description`, description, complain);
}

/** Two elements of one block with one action_id could not be told apart when clicked. */
function checkActionIds(block: Part, at: string, complain: Complain): void {
  const seen = new Set<unknown>();
  for (const { action_id: id } of partsWithin([block.elements, block.accessory, block.actions])) {
    if (id === undefined) continue;
    if (seen.has(id)) complain(`\`action_id\` "${String(id)}" already exists`, at);
    seen.add(id);
  }
}

/** What holds for the whole payload: ids that are unique, and blocks that are counted or summed. */
function checkWhole(blocks: unknown[], root: string, complain: Complain): void {
  const parts = blocks.map((block) => asPart(block) ?? {});
  const ids = parts.map((block) => block.block_id).filter((id) => id !== undefined);
  if (new Set(ids).size < ids.length) complain('`block_id` must be unique', root);
  const count = (type: string) => parts.filter((block) => block.type === type).length;
  if (count('table') > LIMITS.table.perMessage) complain('only_one_table_allowed', root);
  if (count('data_visualization') > LIMITS.chart.perMessage) {
    complain(`no more than ${LIMITS.chart.perMessage} data_visualization blocks allowed`, root);
  }
  const markdown = parts.filter((block) => block.type === 'markdown').map((block) => String(block.text ?? ''));
  if (markdown.join('').length > LIMITS.markdownTotal) complain('markdown is too long in all', root);
}
