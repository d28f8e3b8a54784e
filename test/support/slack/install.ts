import type { FakeSlack } from './fake-slack.ts';

/** A workspace or an organisation, whose admin allows the app. */
type Place = Pick<FakeSlack, 'allow'>;

/** What a browser does to install the app in a workspace, as far as one wants to go. */
export type Visit = {
  /** Leads back to the bot, or to another copy of it, with the cookie that its page set, or with another one. */
  finish(changes?: { cookie?: string; state?: string; copy?: string }): Promise<Response>;
};

export async function visitInstallPage(url: string, place: Place): Promise<Visit> {
  const page = await fetch(`${url}/slack/install`);
  const [, link = ''] = /href="(http[^"]+)"/.exec(await page.text()) ?? [];
  const [own = ''] = page.headers.get('set-cookie')?.split(';') ?? [];
  const back = new URL(place.allow(link.replaceAll('&amp;', '&'), `${url}/slack/oauth_redirect`));
  return {
    finish({ cookie = own, state, copy } = {}) {
      if (copy !== undefined) back.host = new URL(copy).host;
      if (state !== undefined) back.searchParams.set('state', state);
      return fetch(back, { headers: { cookie } });
    },
  };
}

export async function install(url: string, place: Place): Promise<void> {
  const answer = await (await visitInstallPage(url, place)).finish();
  const said = await answer.text();
  if (answer.status !== 200) throw new Error(`installed with ${answer.status}: ${said}`);
}
