/** Shortens a text to so many characters, the last of them an ellipsis, and never splits a character in two. */
export function cut(text: string, most: number): string {
  if (text.length <= most) return text;
  const kept = text.slice(0, most - 1);
  return `${/[\ud800-\udbff]$/.test(kept) ? kept.slice(0, -1) : kept}…`;
}

/** Characters of each field of a report: what both platforms show whole, in a form and in a message. */
export const MOST_REPORT_CHARACTERS = 800;
