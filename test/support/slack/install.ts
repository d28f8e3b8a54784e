import type { FakeSlack, OtherWorkspace } from './fake-slack.ts';

/** What a browser does to install the app in a workspace, as far as one wants to go. */
export type Visit = {
  /** Leads back to the bot, or to another copy of it, with the cookie that its page set, or with another one. */
  finish(changes?: { cookie?: string; state?: string; copy?: string }): Promise<Response>;
};

export async function visitInstallPage(url: string, workspace: FakeSlack | OtherWorkspace): Promise<Visit> {
  const page = await fetch(`${url}/slack/install`);
  const [, link = ''] = /href="(http[^"]+)"/.exec(await page.text()) ?? [];
  const [own = ''] = page.headers.get('set-cookie')?.split(';') ?? [];
  const back = new URL(workspace.allow(link.replaceAll('&amp;', '&'), `${url}/slack/oauth_redirect`));
  return {
    finish({ cookie = own, state, copy } = {}) {
      if (copy !== undefined) back.host = new URL(copy).host;
      if (state !== undefined) back.searchParams.set('state', state);
      return fetch(back, { headers: { cookie } });
    },
  };
}

export async function install(url: string, workspace: FakeSlack | OtherWorkspace): Promise<void> {
  const answer = await (await visitInstallPage(url, workspace)).finish();
  const said = await answer.text();
  if (answer.status !== 200) throw new Error(`installed with ${answer.status}: ${said}`);
}
