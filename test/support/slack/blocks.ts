/**
 * A block, an element or a composition object as it came over the wire, before anything about it is known.
 * The properties are listed so that a typo in this code does not compile.
 */
export type Part = {
  type?: unknown;
  block_id?: unknown;
  action_id?: unknown;
  callback_id?: unknown;
  text?: unknown;
  fields?: unknown;
  accessory?: unknown;
  elements?: unknown;
  element?: unknown;
  label?: unknown;
  hint?: unknown;
  title?: unknown;
  rich_text_title?: unknown;
  subtitle?: unknown;
  body?: unknown;
  subtext?: unknown;
  actions?: unknown;
  child_blocks?: unknown;
  tasks?: unknown;
  task_id?: unknown;
  status?: unknown;
  alt_text?: unknown;
  image_url?: unknown;
  slack_file?: unknown;
  video_url?: unknown;
  thumbnail_url?: unknown;
  author_name?: unknown;
  provider_name?: unknown;
  id?: unknown;
  url?: unknown;
  value?: unknown;
  style?: unknown;
  confirm?: unknown;
  deny?: unknown;
  accessibility_label?: unknown;
  placeholder?: unknown;
  options?: unknown;
  option_groups?: unknown;
  initial_option?: unknown;
  initial_options?: unknown;
  description?: unknown;
  max_length?: unknown;
  rows?: unknown;
  caption?: unknown;
  page_size?: unknown;
  row_header_column_index?: unknown;
  chart?: unknown;
  segments?: unknown;
  series?: unknown;
  axis_config?: unknown;
  categories?: unknown;
  x_label?: unknown;
  y_label?: unknown;
  name?: unknown;
  data?: unknown;
  blocks?: unknown;
  submit?: unknown;
  close?: unknown;
  private_metadata?: unknown;
  user_id?: unknown;
  usergroup_id?: unknown;
  range?: unknown;
};

/** The value as something with properties, or nothing when it is a list or a plain value. */
export function asPart(value: unknown): Part | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : undefined;
}

/** The value as a list, empty when it is none. */
export function asList(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}

/** Every part found anywhere inside a payload, outermost first. */
export function partsWithin(value: unknown): Part[] {
  if (Array.isArray(value)) return value.flatMap(partsWithin);
  const part = asPart(value);
  return part ? [part, ...Object.values(part).flatMap(partsWithin)] : [];
}
