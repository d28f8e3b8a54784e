/** A line of the log as people read it: 14:41:37 WARN  slack connection lost  reason=refresh */
export function prettyLine(json: string, colour: boolean): string {
  const { time, level, msg, ...fields } = JSON.parse(withoutControls(json)) as Record<string, unknown>;
  const paint = (code: number, text: string) => (colour ? `\u001b[${code}m${text}\u001b[0m` : text);
  const rest = Object.entries(fields).map(([name, value]) => `  ${name}=${quoted(value)}`);
  const clock = new Date(String(time)).toLocaleTimeString('sv');
  const label = String(level).toUpperCase().padEnd(5);
  return `${paint(DIM, clock)} ${paint(COLOURS[String(level)] ?? DIM, label)} ${String(msg)}${paint(DIM, rest.join(''))}\n`;
}

/** What others wrote may hold the signs that steer a terminal: they are shown, and do nothing. A line of JSON has them as escapes. */
function withoutControls(json: string): string {
  const shown = json.replace(/(?<!\\)((?:\\\\)*)\\(u00(?:[01][\da-f]|7f|[89][\da-f])|b|f)/gi, '$1\\\\$2');
  return shown.replace(/[\u007f-\u009f]/g, (sign) => `\\\\u00${sign.charCodeAt(0).toString(16)}`);
}

const DIM = 2;
/** Terminal colours: blue, yellow, red. */
const COLOURS: Readonly<Record<string, number>> = { info: 34, warn: 33, error: 31, fatal: 31 };

function quoted(value: unknown): string {
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return /[\s"=]/.test(text) ? JSON.stringify(text) : text;
}
