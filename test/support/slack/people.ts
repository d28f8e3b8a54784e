import { asPayload } from './chat-methods.ts';
import { chooseAction } from './clickables.ts';
import type { DeliveryOptions } from './delivery.ts';
import type { PostedMessage, Via } from './message-board.ts';
import type { Sender } from './sender.ts';
import type { Turn, TurnSubject } from './turn.ts';
import type { ShownView } from './view-shelf.ts';
import type { SlackChannel, SlackUser } from './workspace.ts';
import type { World } from './world.ts';

/** Who does something, and where; the default person and channel when not told. */
type Doing = {
  user?: SlackUser;
  channel?: SlackChannel;
  /** The ts of the message whose thread it happens in. */
  thread?: string;
  /** What is attached to what people write, such as a message they forward. */
  attachments?: readonly object[];
  /** Sends the text as it stands, instead of escaping `& < >` as Slack does with what people type. */
  raw?: boolean;
  /** What the event says beside the message, such as its subtype. */
  event?: object;
  delivery?: DeliveryOptions;
};

/** How a click chooses among the options of a menu, and what the inputs of its modal hold by then: block_id, then action_id. */
type Clicking = Doing & { option?: string; values?: object };

/** What people in the workspace can do; each resolves once the bot has acked or has failed to. */
export type People = {
  slash(command: string, text?: string, doing?: Doing): Promise<Turn>;
  /** Writes `@bot text` in a channel. */
  mention(channel: SlackChannel, text: string, doing?: Doing): Promise<Turn>;
  directMessage(user: SlackUser, text: string, doing?: Doing): Promise<Turn>;
  /** Writes in a channel without a mention; reaches the bot only when it subscribed to such messages. */
  say(channel: SlackChannel, text: string, doing?: Doing): Promise<Turn>;
  /** Changes a message that a person wrote. */
  edit(message: PostedMessage, text: string): Promise<Turn>;
  deleteMessage(message: PostedMessage): Promise<Turn>;
  /** Another bot writes; with a mention of ours it comes as app_mention. */
  otherBotSays(channel: SlackChannel, text: string, doing?: Doing & { mentioning?: boolean }): Promise<Turn>;
  /** Somebody joins a channel, or is invited to it. */
  join(
    user: SlackUser,
    channel: SlackChannel,
    doing?: { inviter?: SlackUser; delivery?: DeliveryOptions },
  ): Promise<Turn>;
  openHome(user: SlackUser, doing?: { tab?: 'home' | 'messages'; delivery?: DeliveryOptions }): Promise<Turn>;
  /** Clicks the button or menu with this action_id, block_id or label, on a message or in a Home or modal. */
  click(target: PostedMessage | ShownView, which: string, doing?: Clicking): Promise<Turn>;
  /** Submits a modal with the values of its inputs: block_id, then action_id. */
  submit(modal: ShownView, values?: object, doing?: Doing): Promise<Turn>;
  /** Types into a menu of a modal that the bot fills; the ack holds what it offers. */
  type(modal: ShownView, actionId: string, text: string): Promise<Turn>;
  shortcut(callbackId: string, doing?: Doing): Promise<Turn>;
  /** Uses a shortcut in the menu of a message. */
  messageAction(callbackId: string, message: PostedMessage, doing?: Doing): Promise<Turn>;
  /** Removes the app from the workspace, as an admin may: its token is dead from then on. */
  uninstall(): Promise<Turn>;
  /** Sends any event, for what no other action covers. */
  event(event: object, doing?: Doing): Promise<Turn>;
};

export function createPeople(world: World, sender: Sender, home: { user: SlackUser; channel: SlackChannel }): People {
  const { workspace, installation, organisation, board, views, triggers, responseUrls, clock } = world;
  const enterprise = organisation && { id: organisation.id, name: organisation.name };
  const team = {
    id: workspace.teamId,
    domain: 'harbin',
    ...(enterprise && { enterprise_id: enterprise.id, enterprise_name: enterprise.name }),
  };
  const placeOf = (id: string) => workspace.channels.get(id) ?? home.channel;
  const subjectOf = (user: SlackUser, rest: Partial<TurnSubject>): TurnSubject => ({
    user: user.id,
    channel: undefined,
    threadTs: undefined,
    message: undefined,
    responseUrl: undefined,
    triggerId: undefined,
    ...rest,
  });

  const write = (
    author: string,
    channel: SlackChannel,
    text: string,
    thread: string | undefined,
    via: Via,
    attachments: readonly object[] = [],
  ) =>
    board.post({
      channel: channel.id,
      threadTs: thread,
      author,
      text,
      blocks: [],
      visibleTo: 'everyone',
      via,
      responseUrl: undefined,
      files: [],
      sent: attachments.length > 0 ? { attachments } : {},
    });

  const sendMessage = (message: PostedMessage, type: 'message' | 'app_mention', doing: Doing) => {
    const place = placeOf(message.channel);
    const event = {
      ...asPayload(message, world),
      type,
      channel: place.id,
      channel_type: CHANNEL_TYPES[place.kind],
      ...doing.event,
    };
    const author = workspace.users.get(message.author) ?? home.user;
    const subject = subjectOf(author, {
      channel: place.id,
      // A mention is answered in its thread; after anything else every message of the channel counts.
      threadTs: message.threadTs ?? (type === 'app_mention' ? message.ts : undefined),
      message,
    });
    const subscription = type === 'app_mention' ? type : MESSAGE_EVENTS[place.kind];
    return sender.sendEvent(subscription, event, subject, doing.delivery);
  };

  const sendChange = (message: PostedMessage, subtype: string, details: object) => {
    const place = placeOf(message.channel);
    const event = {
      type: 'message',
      subtype,
      channel: place.id,
      channel_type: CHANNEL_TYPES[place.kind],
      hidden: true,
    };
    const author = workspace.users.get(message.author) ?? home.user;
    const subject = subjectOf(author, { channel: place.id, message });
    return sender.sendEvent(MESSAGE_EVENTS[place.kind], { ...event, ts: clock.nextTs(), ...details }, subject);
  };

  const interact = (user: SlackUser, payload: object, subject: TurnSubject, doing: Doing, acceptsResponse = false) => {
    const who = { id: user.id, username: user.name, name: user.name, team_id: team.id };
    const whole = {
      // What happens in no channel belongs to no workspace of an organisation.
      team: enterprise && 'view' in payload ? null : team,
      enterprise: enterprise ?? null,
      is_enterprise_install: enterprise !== undefined,
      user: who,
      api_app_id: workspace.appId,
      token: 'verification',
      ...payload,
    };
    return sender.send({ kind: 'interactive', payload: whole, acceptsResponse }, subject, doing.delivery);
  };

  // Slack tells the bot of its own messages too, where it subscribed to messages.
  board.watch((message) => {
    if (message.author !== workspace.bot.id || message.visibleTo !== 'everyone') return;
    if (message.change === 'posted') void sendMessage(message, 'message', {});
    else if (message.change === 'updated') {
      void sendChange(message, 'message_changed', { message: asPayload(message, world) });
    }
  });

  return {
    slash(command, text = '', doing = {}) {
      const { user = home.user, channel = home.channel } = doing;
      const responseUrl = responseUrls.issue('commands', { user: user.id, channel: channel.id, source: undefined });
      const triggerId = triggers.issue(user.id);
      const payload = {
        token: 'verification',
        team_id: team.id,
        team_domain: team.domain,
        channel_id: channel.id,
        channel_name: channel.name,
        user_id: user.id,
        user_name: user.name,
        command,
        text: doing.raw ? text : escapeTyped(text),
        api_app_id: workspace.appId,
        ...(enterprise && { enterprise_id: enterprise.id, enterprise_name: enterprise.name }),
        is_enterprise_install: String(enterprise !== undefined),
        response_url: responseUrl,
        trigger_id: triggerId,
      };
      const subject = subjectOf(user, { channel: channel.id, responseUrl, triggerId });
      return sender.send({ kind: 'slash_commands', payload, acceptsResponse: true }, subject, doing.delivery);
    },
    async mention(channel, text, doing = {}) {
      const { user = home.user, thread, raw } = doing;
      const words = `<@${workspace.bot.id}> ${raw ? text : escapeTyped(text)}`.trim();
      const message = write(user.id, channel, words, thread, 'person');
      const [turn] = await Promise.all([
        sendMessage(message, 'app_mention', doing),
        // One message, two events: a bot subscribed to both must not answer twice.
        sendMessage(message, 'message', {}),
      ]);
      return turn;
    },
    directMessage(user, text, doing = {}) {
      const channel = workspace.directChannel(user.id);
      const words = doing.raw ? text : escapeTyped(text);
      return sendMessage(write(user.id, channel, words, doing.thread, 'person'), 'message', doing);
    },
    say(channel, text, doing = {}) {
      const { user = home.user, thread, raw, attachments } = doing;
      const words = raw ? text : escapeTyped(text);
      return sendMessage(write(user.id, channel, words, thread, 'person', attachments), 'message', doing);
    },
    edit(message, text) {
      const edited = board.update(message, { text });
      const now = { ...asPayload(edited, world), edited: { user: message.author, ts: clock.nextTs() } };
      return sendChange(edited, 'message_changed', { message: now, previous_message: asPayload(message, world) });
    },
    deleteMessage(message) {
      board.remove(message);
      return sendChange(message, 'message_deleted', { deleted_ts: message.ts });
    },
    otherBotSays(channel, text, doing = {}) {
      const words = doing.mentioning ? `<@${workspace.bot.id}> ${text}` : text;
      const message = write('B0OTHER', channel, words, doing.thread, 'other_bot');
      return sendMessage(message, doing.mentioning ? 'app_mention' : 'message', doing);
    },
    async join(user, channel, { inviter, delivery } = {}) {
      channel.members.add(user.id);
      const joined = {
        type: 'member_joined_channel',
        user: user.id,
        channel: channel.id,
        team: team.id,
        ...(inviter && { inviter: inviter.id }),
      };
      // Slack tells this only to apps that may read about channels of the kind.
      const isTold = installation.scopes.has(channel.kind === 'private' ? 'groups:read' : 'channels:read');
      const subject = subjectOf(user, { channel: channel.id });
      const kind = CHANNEL_TYPES[channel.kind];
      const message = {
        type: 'message',
        subtype: 'channel_join',
        user: user.id,
        channel: channel.id,
        channel_type: kind,
      };
      const text = `<@${user.id}> has joined the channel`;
      const [said, told] = await Promise.all([
        sender.sendEvent(MESSAGE_EVENTS[channel.kind], { ...message, text, ts: clock.nextTs() }, subject),
        sender.sendEvent(isTold ? 'member_joined_channel' : 'nothing', joined, subject, delivery),
      ]);
      return isTold ? told : said;
    },
    openHome(user, { tab = 'home', delivery } = {}) {
      const shown = views.home(user.id);
      const event = {
        type: 'app_home_opened',
        user: user.id,
        channel: workspace.directChannel(user.id).id,
        tab,
        ...(shown && tab === 'home' && { view: views.asPayload(shown) }),
      };
      return sender.sendEvent('app_home_opened', event, subjectOf(user, {}), delivery);
    },
    click(target, which, doing = {}) {
      const action = { ...chooseAction(target, which, doing.option), action_ts: clock.nextTs() };
      if ('view' in target) {
        const user = workspace.users.get(target.user) ?? home.user;
        const triggerId = triggers.issue(user.id);
        const view = { ...views.asPayload(target), ...(doing.values && { state: { values: doing.values } }) };
        const container = { type: 'view', view_id: target.id };
        const payload = { type: 'block_actions', trigger_id: triggerId, container, view, actions: [action] };
        return interact(user, payload, subjectOf(user, { triggerId }), doing);
      }
      const seer = target.visibleTo === 'everyone' ? undefined : workspace.users.get(target.visibleTo.user);
      const user = doing.user ?? seer ?? home.user;
      if (seer && seer !== user) throw new Error(`Fake Slack: ${user.name} does not see this message of ${seer.name}`);
      const place = placeOf(target.channel);
      const triggerId = triggers.issue(user.id);
      const responseUrl = responseUrls.issue('actions', { user: user.id, channel: place.id, source: target });
      const container = {
        type: 'message',
        message_ts: target.ts,
        channel_id: place.id,
        is_ephemeral: seer !== undefined,
        ...(target.threadTs !== undefined && { thread_ts: target.threadTs }),
      };
      const payload = {
        type: 'block_actions',
        trigger_id: triggerId,
        response_url: responseUrl,
        container,
        channel: { id: place.id, name: place.name },
        // Of an ephemeral message Slack keeps nothing, and so sends nothing back.
        ...(seer === undefined && { message: asPayload(target, world) }),
        state: { values: {} },
        actions: [action],
      };
      return interact(user, payload, subjectOf(user, { channel: place.id, responseUrl, triggerId }), doing);
    },
    submit(modal, values = {}, doing = {}) {
      const user = workspace.users.get(modal.user) ?? home.user;
      const triggerId = triggers.issue(user.id);
      const view = { ...views.asPayload(modal), state: { values } };
      const payload = { type: 'view_submission', trigger_id: triggerId, view, response_urls: [] };
      return interact(user, payload, subjectOf(user, { triggerId }), doing, true);
    },
    type(modal, actionId, text) {
      const user = workspace.users.get(modal.user) ?? home.user;
      const view = views.asPayload(modal);
      const container = { type: 'view', view_id: modal.id };
      const payload = {
        type: 'block_suggestion',
        action_id: actionId,
        block_id: actionId,
        value: text,
        container,
        view,
      };
      return interact(user, payload, subjectOf(user, {}), {}, true);
    },
    shortcut(callbackId, doing = {}) {
      const { user = home.user } = doing;
      const triggerId = triggers.issue(user.id);
      const payload = { type: 'shortcut', callback_id: callbackId, trigger_id: triggerId, action_ts: clock.nextTs() };
      return interact(user, payload, subjectOf(user, { triggerId }), doing);
    },
    messageAction(callbackId, message, doing = {}) {
      const { user = home.user } = doing;
      if (message.visibleTo !== 'everyone')
        throw new Error('Fake Slack: a message that one person sees has no shortcuts');
      const place = placeOf(message.channel);
      const triggerId = triggers.issue(user.id);
      const responseUrl = responseUrls.issue('actions', { user: user.id, channel: place.id, source: message });
      const payload = {
        type: 'message_action',
        callback_id: callbackId,
        trigger_id: triggerId,
        response_url: responseUrl,
        action_ts: clock.nextTs(),
        message_ts: message.ts,
        channel: { id: place.id, name: place.name },
        message: asPayload(message, world),
      };
      return interact(user, payload, subjectOf(user, { channel: place.id, responseUrl, triggerId }), doing);
    },
    async uninstall() {
      world.installation.botTokenError = 'account_inactive';
      const subject = subjectOf(home.user, {});
      const [turn] = await Promise.all([
        sender.sendEvent('app_uninstalled', { type: 'app_uninstalled' }, subject),
        sender.sendEvent('tokens_revoked', { type: 'tokens_revoked', tokens: { bot: [workspace.bot.id] } }, subject),
      ]);
      return turn;
    },
    event(event, doing = {}) {
      const { user = home.user, channel } = doing;
      world.installation.events.add(RAW_EVENT);
      return sender.sendEvent(RAW_EVENT, event, subjectOf(user, { channel: channel?.id }), doing.delivery);
    },
  };
}

const RAW_EVENT = 'raw';
const CHANNEL_TYPES = { public: 'channel', private: 'group', direct: 'im' } as const;
const MESSAGE_EVENTS = { public: 'message.channels', private: 'message.groups', direct: 'message.im' } as const;

/** What people type reaches bots with these three characters escaped. */
function escapeTyped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
