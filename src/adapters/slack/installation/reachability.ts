import { createHmac, randomUUID } from 'node:crypto';
import { type Check, fail, note, ok, type Verdict, warn } from '../../shared/doctor-check.ts';
import { fetchOut } from '../../shared/way-out.ts';
import { failureCode, failureOf } from '../transport/failure.ts';
import { EVENTS_PATH } from '../transport/http-connection.ts';
import { INSTALL_PATH } from './install-pages.ts';

/** Where the bot can be asked: at the public address that Slack knows, if one is given, otherwise on this machine. */
export type Address = { url: string; isPublic: boolean };

/** Sends the request with which Slack verifies an address, signed as Slack signs it. */
export function requestsCheck(signingSecret: string, address: Address): Check {
  const { url, isPublic } = address;
  const target = new URL(EVENTS_PATH, url).href;
  return {
    about: 'Slack requests',
    async look(signal) {
      const challenge = randomUUID();
      const body = JSON.stringify({ type: 'url_verification', challenge });
      const time = Math.floor(Date.now() / 1_000);
      const signature = createHmac('sha256', signingSecret).update(`v0:${time}:${body}`).digest('hex');
      const headers = {
        'content-type': 'application/json',
        'x-slack-request-timestamp': String(time),
        'x-slack-signature': `v0=${signature}`,
      };
      const answer = await answerOf(address, target, { method: 'POST', headers, body, signal });
      if (typeof answer === 'string')
        return isPublic
          ? fail(`${target} cannot be reached (${answer}), not by Slack either: look at name, certificate and proxy`)
          : note(`no bot runs here: start it, then look from outside with harbin doctor https://your.address`);
      if (answer.status === 200 && answer.text.includes(challenge))
        return ok(
          `${target} answers what Slack signs${isPublic ? '' : '; from outside: harbin doctor https://your.address'}`,
        );
      return refusalOf(answer.status, target);
    },
  };
}

/** Looks at the page that installs the app, as a browser does. */
export function installPageCheck(address: Address): Check {
  const target = new URL(INSTALL_PATH, address.url).href;
  return {
    about: 'Slack install page',
    async look(signal) {
      const answer = await answerOf(address, target, { signal });
      if (typeof answer === 'string') return note('not looked at, since there is no answer');
      return answer.status === 200 && answer.text.includes('/oauth/v2/authorize')
        ? ok(`${target} leads to Slack`)
        : fail(
            `${target} does not show the page (${answer.status}): the proxy has to forward GET ${INSTALL_PATH} and the redirect`,
          );
    },
  };
}

/** The answer, or why there is none. */
async function answerOf(
  { isPublic }: Address,
  target: string,
  request: RequestInit,
): Promise<{ status: number; text: string } | string> {
  try {
    // This machine itself is never behind the proxy.
    const response = await (isPublic ? fetchOut : fetch)(target, { redirect: 'manual', ...request });
    return { status: response.status, text: await response.text() };
  } catch (error) {
    return failureCode(failureOf(error));
  }
}

function refusalOf(status: number, target: string): Verdict {
  if (status === 401)
    return fail(
      `${target} refuses the signature: the bot there has another SLACK_SIGNING_SECRET, or a proxy changes requests`,
    );
  if (status === 503) return warn(`${target} is not ready (503): the bot starts or stops, look at /readyz`);
  return fail(`${target} answers ${status} instead of the bot: the proxy has to forward POST ${EVENTS_PATH}`);
}
