import { describe, expect, it } from 'vitest';
import type { Keeper } from '../../../src/core/ports.ts';
import { buttonsOf } from '../../support/slack/clickables.ts';
import type { FakeSlack } from '../../support/slack/fake-slack.ts';
import type { SlackChannel, SlackUser } from '../../support/slack/workspace.ts';
import { startBot } from './running-bot.ts';

type Options = { adminsOnly?: boolean; prepare?: (slack: FakeSlack) => void };

/** A bot that shows who it takes for the keeper of a channel. */
async function watched(test: Parameters<typeof startBot>[0], { adminsOnly = false, prepare }: Options = {}) {
  const keepers: (Keeper | undefined)[] = [];
  const running = await startBot(test, {
    ...(prepare ? { prepare } : {}),
    config: { dailyAdminsOnly: adminsOnly },
    wrap: (bot) => ({
      ...bot,
      reply(query) {
        keepers.push(query.keeper);
        return bot.reply(query);
      },
    }),
  });
  const keeperAt = async (channel: SlackChannel, user?: SlackUser): Promise<Keeper> => {
    const turn = await running.slack.slash('/harbin', 'how many labs?', { channel, ...(user ? { user } : {}) });
    await turn.answer();
    const keeper = keepers.at(-1);
    if (!keeper) throw new Error('The command came without a keeper');
    return keeper;
  };
  return { ...running, keepers, keeperAt };
}

const everyoneSees = ({ messages, workspace }: FakeSlack) =>
  messages.filter(({ author, visibleTo }) => author === workspace.bot.id && visibleTo === 'everyone');

describe.concurrent('whoever looks after a daily post in Slack', () => {
  it('is known with commands, mentions, direct messages and clicks, also on what one person alone sees', async (test) => {
    const { slack, keepers } = await watched(test);
    const { workspace, channel, user } = slack;
    const here = { platform: 'slack', workspace: workspace.teamId, id: channel.id };
    const direct = { ...here, id: workspace.directChannel(user.id).id };

    const alone = await (await slack.slash('/harbin', 'how many labs?')).answer();
    await (await slack.click(alone, buttonsOf(alone)[0] ?? '')).answer();
    const shown = await (await slack.mention(channel, 'how many labs?')).answer();
    await (await slack.click(shown, buttonsOf(shown)[0] ?? '')).answer();
    await (await slack.directMessage(user, 'how many labs?')).answer();

    expect(keepers.map((keeper) => keeper?.channel)).toEqual([here, here, here, here, direct]);
    expect(keepers.every((keeper) => keeper?.user === user.id)).toBe(true);
  });

  it('has the time zone of their Slack, which is asked for once', async (test) => {
    const { slack, keeperAt } = await watched(test, {
      prepare: ({ user }) => Object.assign(user, { tz: 'Europe/Moscow' }),
    });
    const keeper = await keeperAt(slack.channel);
    expect(await keeper.zone()).toBe('Europe/Moscow');
    await (await slack.slash('/harbin', 'help')).answer();
    expect(await (await keeperAt(slack.channel)).zone()).toBe('Europe/Moscow');
    expect(slack.callsOf('users.info')).toHaveLength(1);
  });

  it('has no time zone where the bot may not read people', async (test) => {
    const { slack, keeperAt } = await watched(test, {
      prepare: ({ installation }) => installation.scopes.delete('users:read'),
    });
    expect(await (await keeperAt(slack.channel)).zone()).toBeUndefined();
  });

  it('may set it up in a channel with the bot, which leaves no trace of asking there', async (test) => {
    const { slack, keeperAt } = await watched(test);
    for (const kind of ['public', 'private'] as const)
      expect(await (await keeperAt(slack.workspace.addChannel({ kind }))).permit()).toEqual({ kind: 'granted' });
    expect(everyoneSees(slack)).toEqual([]);
    const shownToPeople = slack.messages.filter(
      ({ visibleTo, via }) => via === 'ephemeral' && visibleTo !== 'everyone',
    );
    expect(
      shownToPeople.every(({ visibleTo }) => visibleTo !== 'everyone' && visibleTo.user === slack.workspace.bot.id),
    ).toBe(true);
  });

  it.for([
    ['public', []],
    ['private', []],
    ['public', ['channels:read', 'groups:read']],
    ['private', ['channels:read', 'groups:read']],
  ] as const)('gets the line to invite the bot in a %s channel without it, with %j', async ([kind, scopes], test) => {
    const { slack, keeperAt } = await watched(test, {
      prepare: ({ installation }) => {
        for (const scope of scopes) installation.scopes.add(scope);
      },
    });
    const channel = slack.workspace.addChannel({ kind, withBot: false });
    expect(await (await keeperAt(channel)).permit()).toEqual({ kind: 'absent', invite: '/invite @harbin' });
    channel.members.add(slack.workspace.bot.id);
    expect(await (await keeperAt(channel)).permit()).toEqual({ kind: 'granted' });
  });

  it('may set it up once the bot has been invited under the name that it has here', async (test) => {
    const { slack, keeperAt } = await watched(test, {
      prepare: ({ workspace }) => Object.assign(workspace.bot, { name: 'figures' }),
    });
    const channel = slack.workspace.addChannel({ withBot: false });
    expect(await (await keeperAt(channel)).permit()).toEqual({ kind: 'absent', invite: '/invite @figures' });
  });

  it.for([[], ['channels:read']])('learns that a channel is archived, with %j', async (scopes, test) => {
    const { slack, keeperAt } = await watched(test, {
      prepare: ({ installation }) => {
        for (const scope of scopes) installation.scopes.add(scope);
      },
    });
    const keeper = await keeperAt(slack.workspace.addChannel({ isArchived: true }));
    expect(await keeper.permit()).toEqual({ kind: 'archived' });
  });

  it('may set it up in direct messages with the bot, but not in those with somebody else', async (test) => {
    const { slack, keeperAt } = await watched(test);
    const own = await keeperAt(slack.workspace.directChannel(slack.user.id));
    expect(await own.permit()).toEqual({ kind: 'granted' });
    const others = await keeperAt(slack.workspace.addChannel({ kind: 'direct', withBot: false }));
    expect(await others.permit()).toMatchObject({
      kind: 'denied',
      needs: { en: expect.stringContaining('direct message with me') },
    });
  });

  it('is not held up by a Slack that does not tell: the first post will', async (test) => {
    const { slack, keeperAt } = await watched(test);
    const keeper = await keeperAt(slack.channel);
    slack.faults.breakMethod('chat.postEphemeral', { kind: 'status', status: 503 });
    expect(await keeper.permit()).toEqual({ kind: 'granted' });
  });
});

describe.concurrent('DAILY_ADMINS_ONLY in Slack', () => {
  it('lets admins and owners through, and tells others what they need', async (test) => {
    const { slack, keeperAt } = await watched(test, { adminsOnly: true });
    const permitOf = async (role: SlackUser['role']) => {
      const user = slack.workspace.addUser({ role });
      return await (await keeperAt(slack.channel, user)).permit();
    };
    expect(await permitOf('admin')).toEqual({ kind: 'granted' });
    expect(await permitOf('owner')).toEqual({ kind: 'granted' });
    expect(await permitOf('member')).toMatchObject({
      kind: 'denied',
      needs: { en: expect.stringContaining('admin or owner') },
    });
  });

  it('takes an admin of another workspace, in a shared channel, for no admin of this one', async (test) => {
    const { slack, keeperAt } = await watched(test, { adminsOnly: true });
    const guest = slack.workspace.addUser({ role: 'owner', team: 'T0OTHER' });
    expect(await (await keeperAt(slack.channel, guest)).permit()).toMatchObject({ kind: 'denied' });
  });

  it('sees at once that somebody became an admin, or is none any more', async (test) => {
    const { slack, keeperAt } = await watched(test, { adminsOnly: true });
    const keeper = await keeperAt(slack.channel);
    expect(await keeper.permit()).toMatchObject({ kind: 'denied' });
    slack.user.role = 'admin';
    expect(await keeper.permit()).toEqual({ kind: 'granted' });
    slack.user.role = 'member';
    expect(await keeper.permit()).toMatchObject({ kind: 'denied' });
  });

  it('lets nobody through where the bot may not read people, and says why', async (test) => {
    const { slack, keeperAt } = await watched(test, {
      adminsOnly: true,
      prepare: ({ installation, user }) => {
        installation.scopes.delete('users:read');
        user.role = 'owner';
      },
    });
    expect(await (await keeperAt(slack.channel)).permit()).toMatchObject({
      kind: 'denied',
      needs: { en: expect.stringContaining('users:read') },
    });
  });

  it('lets nobody through while Slack does not tell', async (test) => {
    const { slack, keeperAt } = await watched(test, { adminsOnly: true });
    const keeper = await keeperAt(slack.channel);
    slack.faults.breakMethod('users.info', { kind: 'status', status: 500 });
    await expect(keeper.permit()).rejects.toThrow();
  });
});
