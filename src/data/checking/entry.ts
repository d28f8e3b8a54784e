/** How an entry of a list is named in a message: "figures[3] (key-laboratories)". */
export function placeOf(list: string, index: number, entry: unknown): string {
  const id = idOf(entry);
  return `${list}[${index}]${id ? ` (${id})` : ''}`;
}

/** The id of an entry whose shape is not known to be right. */
export function idOf(entry: unknown): string | undefined {
  const id = (entry as { id?: unknown } | null | undefined)?.id;
  return typeof id === 'string' ? id : undefined;
}
