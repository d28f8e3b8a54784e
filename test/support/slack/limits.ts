/** What Slack accepts at most, in characters or items; longer payloads are refused as Slack refuses them. */
export const LIMITS = {
  messageText: 40_000,
  messageBlocks: 50,
  viewBlocks: 100,
  markdownTotal: 12_000,
  metadata: 8_000,
  id: 255,
  text: 3_000,
  header: 150,
  sectionFields: 10,
  sectionField: 2_000,
  contextElements: 10,
  contextActions: 5,
  actionsElements: 25,
  button: { text: 75, value: 2_000, url: 3_000, accessibilityLabel: 75 },
  confirm: { title: 100, text: 300, button: 30 },
  option: { text: 75, value: 150, description: 75, url: 3_000 },
  selectOptions: 100,
  optionGroups: 100,
  optionGroupLabel: 75,
  placeholder: 150,
  overflowOptions: 5,
  choices: 10,
  image: { altText: 2_000, title: 2_000, url: 3_000 },
  input: { label: 2_000, hint: 2_000, maxLength: 3_000 },
  view: { title: 24, button: 24, privateMetadata: 3_000 },
  table: { rows: 100, columns: 20, perMessage: 1 },
  dataTable: { minRows: 2, maxRows: 201, columns: 20, pageSize: 100, content: 20_000 },
  chart: { perMessage: 2, title: 50, series: 12, points: 20, label: 20, axisLabel: 50 },
  alertText: 200,
  card: { title: 150, body: 200, actions: 3 },
  carouselCards: 10,
  container: { title: 150, childBlocks: 10 },
  video: { altText: 200, title: 200, description: 200, authorName: 50, providerName: 50 },
} as const;

/** A response_url takes this many answers, for this long. */
export const RESPONSE_URL = { uses: 5, livesMs: 30 * 60_000 } as const;

/** A trigger id opens one modal, for this long. */
export const TRIGGER_LIVES_MS = 3_000;

/** Slack keeps this many sockets of one app. */
export const MAX_SOCKETS = 10;
