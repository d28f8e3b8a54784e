/** When something last happened, in words for whoever looks at the health: "last pong 2 s ago". `at` counts as performance.now() does. */
export function lastSeen(what: string, at: number | undefined): string {
  return at === undefined ? `no ${what} yet` : `last ${what} ${Math.round((performance.now() - at) / 1_000)} s ago`;
}
