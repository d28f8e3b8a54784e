import { App, type AuthorizeResult, ErrorCode, type Logger, type Receiver } from '@slack/bolt';
import type { Log } from '../../shared/adapter.ts';
import type { Contexts } from '../inbound/contexts.ts';
import type { Authorised } from '../inbound/listeners.ts';
import { apiAddress } from './clients.ts';
import { NotTaken } from './late-ack.ts';

export type BoltAppOptions = {
  contexts: Contexts;
  receiver: Receiver;
  apiUrl: string | undefined;
  logger: Logger;
  log: Log;
};

/** Bolt's application, which finds for each event the workspace that it comes from. */
export function createBoltApp({ contexts, receiver, apiUrl, logger, log }: BoltAppOptions): App {
  const app = new App({
    // Bolt is given no token: it would make clients of its own with it, which nothing uses.
    async authorize({ teamId, enterpriseId, isEnterpriseInstall: isOrganisations }, body) {
      const organisation = enterpriseId ?? undefined;
      // By way of an organisation Slack may name the workspace beside the authorisation alone, or none at all.
      const { team_id: beside } = (body ?? {}) as { team_id?: string | null };
      const team = teamId ?? beside ?? organisation ?? '';
      const desk = await contexts({ team, organisation, isOrganisations }).catch(() => {
        throw new NotTaken('the installation cannot be read now');
      });
      if (!desk) {
        log.warn('slack workspace unknown', { workspace: team });
        // Whoever gave a command sees an answer, though there is no token to post one with.
        if ('command' in (body ?? {})) return {};
        throw new Error('the app is not installed there');
      }
      const { botId, botUserId } = desk.me;
      return { botId, botUserId, desk } satisfies AuthorizeResult & Authorised;
    },
    receiver,
    clientOptions: apiAddress(apiUrl),
    convoStore: false,
    logger,
  });
  app.error(async (error) => {
    // For the line, which leaves it unacknowledged. Bolt puts what authorising throws into an error of its own.
    if (error instanceof NotTaken || ('original' in error && error.original instanceof NotTaken)) throw error;
    // Said already, with the workspace.
    if (error.code !== ErrorCode.AuthorizationError)
      log.error('slack listener failed', { error: error.name, code: error.code });
  });
  return app;
}
