/** SQLite's code for what went wrong, or the operating system's. */
export function codeOf(error: unknown): string {
  const { code, message } = error as { code?: string; message: string };
  // The library gives this one no code, but a sentence of its own.
  if (message.includes('Unable to open connection to local database')) return 'SQLITE_CANTOPEN';
  return code || message;
}

/** Whether a file is no database, or not a whole one. */
export function isDamage(error: unknown): boolean {
  return ['SQLITE_NOTADB', 'SQLITE_CORRUPT'].includes(codeOf(error));
}
