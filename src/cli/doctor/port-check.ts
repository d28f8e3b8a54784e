import { createServer } from 'node:net';
import { type Check, fail, ok, warn } from '../../adapters/shared/doctor-check.ts';
import type { Config } from '../../config/config.ts';

/** Where the bot's health, and by HTTP Slack's requests, are to be served. */
export function portCheck({ http, slack }: Config): Check {
  const { host, port } = http;
  const where = `HOST ${host}, PORT ${port}`;
  const needsIt = slack !== undefined && (slack.receive.mode === 'http' || 'oauth' in slack);
  return {
    about: 'HTTP',
    async look(signal) {
      if (port === 0 && needsIt)
        return warn('PORT=0 takes another port at each start, which Slack cannot know: set one');
      const code = await listening(host, port);
      if (code === undefined) return ok(`${where} can be listened on`);
      if (code === 'EADDRINUSE' && (await isAlive(http, signal))) return ok(`a bot runs on ${where} already`);
      const says = `${where} cannot be listened on (${code}): set another`;
      return needsIt ? fail(says) : warn(`${says}; without it there is no /readyz and no /metrics`);
    },
  };
}

/** The address of the bot on this machine; one of IPv6 stands in brackets. */
export function urlOf({ host, port }: Config['http']): string {
  return `http://${host.includes(':') ? `[${host}]` : host}:${port}`;
}

/** Tries to listen; tells what stood in the way. */
function listening(host: string, port: number): Promise<string | undefined> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? 'unknown'));
    server.listen(port, host, () => server.close(() => resolve(undefined)));
  });
}

async function isAlive(http: Config['http'], signal: AbortSignal): Promise<boolean> {
  try {
    return (await fetch(`${urlOf(http)}/livez`, { signal })).ok;
  } catch {
    return false;
  }
}
