import { LIMITS } from './limits.ts';
import type { Embed } from './payloads.ts';
import type { Path, Problems } from './problems.ts';
import { embedText } from './text-of.ts';

/** Holds the embeds of one message to their limits, alone and together. */
export function checkEmbeds(problems: Problems, given: readonly Embed[] | null | undefined): void {
  const embeds = problems.list(['embeds'], given, { max: LIMITS.embeds });
  for (const [index, embed] of embeds.entries()) checkEmbed(problems, ['embeds', index], embed);
  const total = embeds.flatMap(embedText).reduce((sum, text) => sum + [...text].length, 0);
  if (total > LIMITS.embedTextPerMessage) {
    problems.add(['embeds'], 'MAX_EMBED_SIZE_EXCEEDED', 'Embed size exceeds maximum size of 6000');
  }
}

function checkEmbed(problems: Problems, at: Path, embed: Embed): void {
  problems.text([...at, 'title'], embed.title, { max: LIMITS.embedTitle });
  problems.text([...at, 'description'], embed.description, { max: LIMITS.embedDescription });
  if (embed.footer) problems.text([...at, 'footer', 'text'], embed.footer.text, { min: 1, max: LIMITS.embedFooter });
  if (embed.author) problems.text([...at, 'author', 'name'], embed.author.name, { min: 1, max: LIMITS.embedAuthor });
  const fields = problems.list([...at, 'fields'], embed.fields, { max: LIMITS.embedFields });
  for (const [index, field] of fields.entries()) {
    problems.text([...at, 'fields', index, 'name'], field.name, { min: 1, max: LIMITS.fieldName });
    problems.text([...at, 'fields', index, 'value'], field.value, { min: 1, max: LIMITS.fieldValue });
  }
  checkUrl(problems, [...at, 'url'], embed.url, ['http:', 'https:']);
  checkUrl(problems, [...at, 'image', 'url'], embed.image?.url, ['http:', 'https:', 'attachment:']);
  checkUrl(problems, [...at, 'thumbnail', 'url'], embed.thumbnail?.url, ['http:', 'https:', 'attachment:']);
  if (embed.timestamp !== undefined && embed.timestamp !== null && Number.isNaN(Date.parse(embed.timestamp))) {
    problems.add([...at, 'timestamp'], 'DATE_TIME_TYPE_PARSE', `Could not parse ${embed.timestamp}.`);
  }
}

/** Accepts a link only with one of these schemes. */
export function checkUrl(
  problems: Problems,
  at: Path,
  url: string | undefined | null,
  schemes: readonly string[],
): void {
  if (url === undefined || url === null || url === '') return;
  if (!URL.canParse(url)) problems.add(at, 'URL_TYPE_INVALID_URL', 'Not a well formed URL.');
  else if (!schemes.includes(new URL(url).protocol)) {
    const names = schemes.map((scheme) => `'${scheme.slice(0, -1)}'`).join(', ');
    problems.add(at, 'URL_TYPE_INVALID_SCHEME', `Scheme "${url}" is not supported. Scheme must be one of (${names}).`);
  }
}
