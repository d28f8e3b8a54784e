import type { Post, Sent } from '../../../src/core/ports.ts';
import type { FakeSlack } from '../../support/slack/fake-slack.ts';
import type { SlackChannel } from '../../support/slack/workspace.ts';
import type { RunningBot } from './running-bot.ts';

/** A signal that nobody gives. */
export const NEVER = new AbortController().signal;

/** A daily post of the bot, for a channel and a day. */
export async function postOf({ slack, bot }: RunningBot, channel: SlackChannel = slack.channel, day = '2026-11-25') {
  const { message } = await bot.reply({ asked: 'how many labs?' });
  const where = { platform: 'slack', workspace: slack.workspace.teamId, id: channel.id } as const;
  return { key: `s1.${day}`, channel: where, setBy: 'U1', message, firstTriedAt: new Date() } satisfies Post;
}

/** Sends one, and returns what became of it. */
export async function sendTo(running: RunningBot, channel?: SlackChannel): Promise<Sent> {
  return await running.adapter.messenger.send(await postOf(running, channel), NEVER);
}

/** What everybody sees in the channels. */
export const posted = ({ messages }: FakeSlack) =>
  messages.filter(({ via, visibleTo }) => via === 'chat' && visibleTo === 'everyone');
