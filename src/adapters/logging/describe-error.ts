/** An error as the log tells it: in one line, what it was and what caused it, and where it came from. */
export type ErrorLine = { error: string; stack?: string };

/** How many causes are told, and how many errors of an aggregate; the rest says nothing new. */
const MOST_CAUSES = 5;
/** More than a line of the log takes, in characters: an error may hold a whole page. */
const MOST_CHARACTERS = 10_000;

/** Only names, messages and codes: other properties of an error hold requests, headers and what people wrote. Whatever was thrown, this throws nothing. */
export function describeError(error: unknown): ErrorLine {
  if (!(error instanceof Error)) return { error: wordOf(error) || typeof error };
  const chain: string[] = [];
  for (let each: unknown = error; each instanceof Error && chain.length < MOST_CAUSES; each = partOf(each, 'cause'))
    chain.push(inShort(each));
  const frames = framesOf(error);
  return { error: chain.join(' <- '), ...(frames === '' ? {} : { stack: frames }) };
}

function inShort(error: Error): string {
  const code = wordOf(partOf(error, 'code'));
  const several = error instanceof AggregateError ? partOf(error, 'errors') : [];
  const all = Array.isArray(several)
    ? several.slice(0, MOST_CAUSES).map((one) => (one instanceof Error ? inBrief(one) : ''))
    : [];
  const words = [wordOf(partOf(error, 'message')), ...all].filter((each) => each !== '').join('; ');
  return `${nameOf(error, code)}: ${words}`;
}

/** One of several errors; what it holds itself is left out, since it may hold itself. */
function inBrief(error: Error): string {
  return `${nameOf(error, wordOf(partOf(error, 'code')))}: ${wordOf(partOf(error, 'message'))}`;
}

function nameOf(error: Error, code: string): string {
  return `${wordOf(partOf(error, 'name'))}${code === '' ? '' : ` [${code}]`}`;
}

/** The stack without its head, which is the message again. */
function framesOf(error: Error): string {
  return wordOf(partOf(error, 'stack'))
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line.startsWith('at '))
    .join(' | ');
}

/** A property of an error from anywhere: reading it may throw. */
function partOf(error: Error, property: string): unknown {
  try {
    return Reflect.get(error, property);
  } catch {
    return undefined;
  }
}

/** A text or number in words; an object has none of its own. */
function wordOf(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value).slice(0, MOST_CHARACTERS) : '';
}
