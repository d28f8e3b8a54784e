/**
 * What Slack accepts at most; the renderer cuts to it, so that no answer fails for its length.
 * From docs.slack.dev/reference/block-kit (blocks, block elements, composition objects) and
 * docs.slack.dev/reference/methods/chat.postMessage (text).
 */
export const LIMITS = {
  /** Characters of a message's top-level text: 40,000 are taken, Slack advises 4,000. */
  messageText: 4_000,
  /** Blocks of a message. */
  messageBlocks: 50,
  /** Blocks of a Home tab. */
  homeBlocks: 100,
  /** Characters of a header block. */
  headerText: 150,
  /** Characters of a section's or context element's text. */
  blockText: 3_000,
  /** Characters of one run in rich text; Slack names no limit of its own, so that of a section is kept. */
  richText: 3_000,
  /** Elements of an actions block. */
  actionsElements: 25,
  /** Characters of a button's label. */
  buttonText: 75,
  /** Characters of a button's value. */
  buttonValue: 2_000,
  /** Characters of what a screen reader says for a button. */
  buttonAccessibilityLabel: 75,
  /** Characters of an option's label. */
  optionText: 75,
  /** Characters of an option's value. */
  optionValue: 150,
  /** Options of a menu. */
  options: 100,
  /** Characters of what a menu says before something is chosen. */
  placeholder: 150,
  /** Of a data_visualization block: charts in a message, characters of its title, of a label or name, of an axis. */
  charts: 2,
  chartTitle: 50,
  chartLabel: 20,
  chartAxis: 50,
  /** Lines of a chart, and points of each. */
  chartSeries: 12,
  chartPoints: 20,
  /** Characters of what a screen reader says for an uploaded picture. */
  fileAltText: 1_000,
  /** Characters of a modal's title and of its buttons. */
  modalTitle: 24,
  /** Characters of a field's label and hint. */
  fieldLabel: 2_000,
  /** Characters of a link's address. */
  url: 3_000,
} as const;
