import type { App } from '@slack/bolt';
import { renderLine } from '../render/render.ts';
import { word } from '../render/words.ts';
import { channelOf } from '../transport/channel.ts';
import type { Take } from './intake.ts';
import { languageFor, type Session, sessionFor } from './session.ts';

/** Listens to the bot being invited to a channel, which Slack tells where the app may read about channels. */
export function listenToInvitations(app: App, take: Take): void {
  app.event('member_joined_channel', ({ event, body, context: bolt }) => {
    if (event.user !== bolt.botUserId) return Promise.resolve();
    const { channel, inviter, event_ts: at } = event;
    return take({ key: body.event_id, what: 'invitation', at, team: body.team_id, addressee: undefined }, () =>
      onInvited(sessionFor(bolt, body.team_id, inviter ?? event.user), body.team_id, { channel, inviter }),
    );
  });
}

/** Says in one line what the bot is there for, once in each channel; in the language of the person who invited it. */
async function onInvited(
  session: Session,
  team: string,
  { channel, inviter }: { channel: string; inviter: string | undefined },
): Promise<void> {
  const { introductions, me, bot, post, onFailure } = session;
  if (!(await introductions.first(channelOf(me.team, channel)))) return;
  const language = inviter === undefined ? 'en' : await languageFor(session, team, inviter);
  const outcome = await post({ channel }, renderLine(word('welcome', language, bot.subject(language))));
  if (outcome.kind === 'failed') onFailure(outcome.failure, 'welcome');
}
