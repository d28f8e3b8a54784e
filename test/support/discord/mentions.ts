/** Whom a text names: `<@1>`, `<@&2>`, `@everyone` and `@here`. */
export type Mentions = { everyone: boolean; users: string[]; roles: string[] };

/** Reads the mentions of a text; what stands in code is only text. */
export function mentionsIn(text: string): Mentions {
  const plain = text.replace(/```[\s\S]*?```|``[\s\S]*?``|`[^`\n]*`/g, ' ');
  return {
    everyone: /@(everyone|here)/.test(plain),
    users: idsOf(plain, /<@!?(\d+)>/g),
    roles: idsOf(plain, /<@&(\d+)>/g),
  };
}

function idsOf(text: string, pattern: RegExp): string[] {
  return [...new Set([...text.matchAll(pattern)].flatMap(([, id]) => (id ? [id] : [])))];
}
