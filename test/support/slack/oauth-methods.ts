import { type ApiMethod, refuse } from './api-method.ts';
import type { World } from './world.ts';

const access: ApiMethod = {
  token: 'none',
  scope: () => undefined,
  run({ client_id: id, client_secret: secret, code = '' }, { workspace, organisation, installation }) {
    if (id !== installation.clientId) return refuse('invalid_client_id');
    if (secret !== installation.clientSecret) return refuse('bad_client_secret');
    if (!installation.codes.delete(code)) return refuse('invalid_code');
    installation.botTokenError = undefined;
    return {
      ok: true,
      app_id: workspace.appId,
      authed_user: { id: 'U0ADMIN' },
      scope: [...installation.scopes].join(','),
      token_type: 'bot',
      access_token: installation.botToken,
      bot_user_id: workspace.bot.id,
      team: organisation ? null : { id: workspace.teamId, name: 'Harbin' },
      enterprise: organisation ? { id: organisation.id, name: organisation.name } : null,
      is_enterprise_install: organisation !== undefined,
    };
  },
};

export const oauthMethods = { 'oauth.v2.access': access };

/** An admin of the workspace looks at the page of slack.com that an app leads to, and allows; tells where that leads back. */
export function allow({ baseUrl, installation, clock }: World, authorizeUrl: string, redirectUrl: string): string {
  const asked = new URL(authorizeUrl);
  const { origin } = new URL(baseUrl);
  if (`${asked.origin}${asked.pathname}` !== `${origin}/oauth/v2/authorize`)
    throw new Error(`Fake Slack: ${authorizeUrl} is not the page where apps are allowed`);
  if (asked.searchParams.get('client_id') !== installation.clientId) throw new Error('Fake Slack: invalid_client_id');
  const lacking = [...installation.scopes].filter(
    (scope) => !asked.searchParams.get('scope')?.split(',').includes(scope),
  );
  if (lacking.length > 0) throw new Error(`Fake Slack: the app does not ask for ${lacking.join(', ')}`);
  const code = `${clock.nextTs()}.code`;
  installation.codes.add(code);
  const back = new URL(redirectUrl);
  back.searchParams.set('code', code);
  back.searchParams.set('state', asked.searchParams.get('state') ?? '');
  return back.href;
}
