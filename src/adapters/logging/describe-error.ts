/** An error as the log tells it: in one line, what it was and what caused it, and where it came from. */
export type ErrorLine = { error: string; stack?: string };

/** How many causes are told; the rest says nothing new. */
const MOST_CAUSES = 5;

/** Only names, messages and codes: other properties of an error hold requests, headers and what people wrote. */
export function describeError(error: unknown): ErrorLine {
  if (!(error instanceof Error)) return { error: String(error) };
  const chain: string[] = [];
  for (let each: unknown = error; each instanceof Error && chain.length < MOST_CAUSES; each = each.cause)
    chain.push(inShort(each));
  const frames = framesOf(error);
  return { error: chain.join(' <- '), ...(frames === '' ? {} : { stack: frames }) };
}

function inShort(error: Error): string {
  const { name, message } = error;
  const { code } = error as { code?: unknown };
  const all =
    error instanceof AggregateError ? error.errors.map((one) => (one instanceof Error ? inShort(one) : '')) : [];
  const words = [message, ...all].filter((each) => each !== '').join('; ');
  return `${name}${code === undefined ? '' : ` [${String(code)}]`}: ${words}`;
}

/** The stack without its head, which is the message again. */
function framesOf({ stack = '' }: Error): string {
  return stack
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line.startsWith('at '))
    .join(' | ');
}
