/** What SQLite calls an error, or else what it says. */
export function codeOf(error: unknown): string {
  const { code, message } = error as { code?: string; message: string };
  return code || message;
}
