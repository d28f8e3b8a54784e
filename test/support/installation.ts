import type { Installation } from '../../src/adapters/shared/installations.ts';

/** What a workspace granted, with a token that names it. */
export function installation(team: string, token = `xoxb-${team}`): Installation {
  return { team, token, botId: 'B1', botUserId: 'U1', name: 'harbin', scopes: ['commands'] };
}
