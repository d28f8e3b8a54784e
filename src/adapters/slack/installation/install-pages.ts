import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Logger, webApi } from '@slack/bolt';
import { type CallbackOptions, defaultCallbackFailure, ErrorCode, InstallProvider } from '@slack/oauth';
import { nameOfError } from '../../shared/as-error.ts';
import type { Installation } from '../../shared/installations.ts';
import type { Log, Mount } from '../../shared/posting-adapter.ts';
import { apiAddress, CALL_TIMEOUT_MS } from '../transport/client.ts';
import { failureCode, failureOf } from '../transport/failure.ts';
import { SCOPES } from './permissions.ts';
import { whoHas } from './workspaces.ts';

/** The app as Slack knows it, under "Basic Information", and the secret that binds an installation to the browser that began it. */
export type OAuthConfig = { clientId: string; clientSecret: string; stateSecret: string };

export type InstallPagesOptions = {
  oauth: OAuthConfig;
  apiUrl: string | undefined;
  client: webApi.WebClient;
  mount: Mount;
  logger: Logger;
  log: Log;
  onInstalled: (me: Installation) => Promise<void>;
};

/** Where a browser begins. */
export const INSTALL_PATH = '/slack/install';
const REDIRECT_PATH = '/slack/oauth_redirect';

/** The page with "Add to Slack", and the one that Slack leads back to. */
export function mountInstallPages(options: InstallPagesOptions): void {
  const { oauth, apiUrl, client, mount, logger, log, onInstalled } = options;
  const provider = new InstallProvider({
    ...oauth,
    logger,
    clientOptions: {
      ...apiAddress(apiUrl),
      timeout: CALL_TIMEOUT_MS,
      // A code can be used once, and a person waits at the page.
      retryConfig: { retries: 0 },
      rejectRateLimitedCalls: true,
    },
    ...(apiUrl === undefined ? {} : { authorizationUrl: new URL('../oauth/v2/authorize', apiUrl).href }),
    installUrlOptions: { scopes: [...SCOPES.needed, ...Object.keys(SCOPES.optional)] },
    installationStore: {
      // What is kept is what Slack says about the token itself, granted scopes included.
      async storeInstallation({ bot, enterprise, isEnterpriseInstall }) {
        if (!bot) throw new Error('Slack gave no bot token');
        const me = await whoHas(bot.token, client);
        if (!isEnterpriseInstall) return onInstalled(me);
        if (!enterprise) throw new Error('Slack named no organisation');
        await onInstalled({ ...me, team: enterprise.id, organisation: enterprise.id });
      },
      async fetchInstallation() {
        throw new Error('installations are read by the adapter itself');
      },
    },
  });
  const failure: CallbackOptions['failure'] = (error, asked, request, response) => {
    if (error.code === ErrorCode.AuthorizationError && isCancelled(request)) {
      response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(CANCELLED);
      return;
    }
    if (!isOfTheBrowser(error)) log.error('slack installation failed', { error });
    defaultCallbackFailure(error, asked, request, response);
  };
  const page = (show: (request: IncomingMessage, response: ServerResponse) => Promise<void>) => {
    return (request: IncomingMessage, response: ServerResponse) => {
      for (const [name, value] of Object.entries(HEADERS)) response.setHeader(name, value);
      show(request, response).catch((error: unknown) => {
        log.error('slack installation failed', { error: nameOfError(error) });
        if (!response.headersSent) response.writeHead(500);
        response.end();
      });
    };
  };

  mount(
    'GET',
    INSTALL_PATH,
    page((request, response) => provider.handleInstallPath(request, response)),
  );
  mount(
    'GET',
    REDIRECT_PATH,
    page((request, response) => provider.handleCallback(request, response, { failure })),
  );
}

/** The pages hold a link and an image. They run no script and may not be framed. */
const HEADERS = {
  'cache-control': 'no-store',
  'content-security-policy':
    "default-src 'none'; style-src 'unsafe-inline'; img-src https:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  'x-frame-options': 'DENY',
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
};

const CANCELLED = `<!doctype html>
<html lang="en">
<title>Not installed</title>
<p>The app was not installed, and nothing was changed. <a href="${INSTALL_PATH}">Begin again</a></p>
</html>
`;

/** Slack leads back with this word where somebody clicks Cancel. */
function isCancelled({ url = '' }: IncomingMessage): boolean {
  return new URL(url, 'http://here').searchParams.get('error') === 'access_denied';
}

/** Whether the person cancelled, or came back too late, twice or with another browser. The page says so; the log need not. */
function isOfTheBrowser(error: Error & { code?: string }): boolean {
  const { code = '' } = error;
  return OF_THE_BROWSER.has(code) || OF_THE_BROWSER.has(failureCode(failureOf(error)));
}

const OF_THE_BROWSER = new Set<string>([
  ErrorCode.AuthorizationError,
  ErrorCode.MissingStateError,
  ErrorCode.InvalidStateError,
  ErrorCode.MissingCodeError,
  'invalid_code',
  'code_already_used',
]);
