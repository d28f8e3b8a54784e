import type { App, BlockAction, Context as BoltContext, KnownEventFromType, ViewSubmitAction } from '@slack/bolt';
import type { Departures, Whose } from '../installation/workspaces.ts';
import { CHOOSE_LANGUAGE } from '../render/home-view.ts';
import { ASK, TURN } from '../render/render.ts';
import { SLACK_WORDS } from '../render/words.ts';
import type { Repeated } from '../transport/late-ack.ts';
import { SET_UP, SHARE } from './answering.ts';
import { CHECK, onCheck, type Wish } from './checks.ts';
import { type Click, onAsk, onReport, onSetUp, onShare } from './clicks.ts';
import { onCommand } from './commands.ts';
import type { Context, Office } from './context.ts';
import { DAILY_FORM, onDailyForm, ZONE, zoneOptions } from './daily-form.ts';
import { onHomeAsk, onHomeLanguage, onHomeOpened, type Visit } from './home-tab.ts';
import { type Heard, onDirectMessage, onMention } from './messages.ts';
import { isDirect } from './places.ts';
import { arrivedView, openReport, outdatedView, REPORT, refusedFields, reportIn } from './reports.ts';
import { createTake, type Incoming } from './take.ts';

/** Where Bolt's context holds ours, since whoever authorises an event has found it already. */
export type Authorised = { desk: Context };

/** Connects Bolt's listeners to what they do. Commands and clicks are acknowledged first; everything is done once. */
export function listen(app: App, office: Office, departures: Departures): void {
  const take = createTake(office);

  // The workspace may have given the command another name; whatever comes is ours.
  app.command(/^/, ({ ack, command, context: bolt }) => {
    if (!isAuthorised(bolt)) return ack(NOT_INSTALLED);
    const context = deskFor(bolt, command.team_id, command.user_id);
    return take(
      {
        ack: () => ack(),
        decline: (line) => ack(line),
        key: command.trigger_id,
        what: 'command',
        team: command.team_id,
        addressee: { context, responseUrl: command.response_url, channel: command.channel_id, user: command.user_id },
      },
      () => onCommand(context, command),
    );
  });

  /** Takes an event with a question, which Slack sends again until it is answered. */
  const hear = (
    what: 'mention' | 'direct message',
    { heard, at, bolt }: { heard: Heard; at: string; bolt: BoltContext },
    onHeard: (context: Context, heard: Heard) => Promise<void>,
  ): Promise<void> => {
    const { team, channel, user, ts, thread } = heard;
    const context = deskFor(bolt, team, user);
    const addressee = { context, responseUrl: undefined, channel, user, thread };
    return take({ key: `${channel} ${ts}`, isRepeated: comesAgain(bolt), what, at, team, addressee }, (saying) =>
      onHeard(noting(context, saying), heard),
    );
  };

  app.event('app_mention', ({ event, body, context: bolt }) => {
    // Slack tells of a mention again when its message is edited.
    if (event.bot_id !== undefined || event.user === undefined || 'edited' in event) return Promise.resolve();
    const { channel, user, text, ts, thread_ts: thread, event_ts: at } = event;
    return hear('mention', { heard: { team: body.team_id, channel, user, text, ts, thread }, at, bolt }, onMention);
  });

  app.event('message', ({ event, body, context: bolt }) => {
    if (event.channel_type !== 'im' || !isSaid(event)) return Promise.resolve();
    const { channel, user, text = '', ts, thread_ts: thread, event_ts: at } = event;
    const heard = { team: body.team_id, channel, user, text, ts, thread };
    return hear('direct message', { heard, at, bolt }, onDirectMessage);
  });

  app.event('app_home_opened', ({ event, body, context: bolt }) => {
    if (event.tab !== 'home') return Promise.resolve();
    const visit: Visit = {
      team: body.team_id,
      user: event.user,
      hash: (event.view as { hash?: string } | undefined)?.hash,
    };
    return take(
      { key: body.event_id, what: 'home', at: event.event_ts, team: body.team_id, addressee: undefined },
      () => onHomeOpened(deskFor(bolt, visit.team, visit.user), visit),
    );
  });

  app.event('app_uninstalled', ({ body, context: bolt }) => {
    const whose = whoseOf(bolt);
    return take({ key: body.event_id, what: 'uninstall', team: whose.team, addressee: undefined }, () =>
      departures.removed(whose, endOf(body.event_time)),
    );
  });

  app.event('tokens_revoked', ({ event, body, context: bolt }) => {
    if (!event.tokens.bot?.length) return Promise.resolve();
    const whose = whoseOf(bolt);
    return take({ key: body.event_id, what: 'revocation', team: whose.team, addressee: undefined }, () =>
      departures.revoked(whose, endOf(body.event_time)),
    );
  });

  app.event('team_access_granted', ({ event, body, context: bolt }) => {
    const { team, organisation } = whoseOf(bolt);
    if (organisation === undefined) return Promise.resolve();
    return take({ key: body.event_id, what: 'access granted', team, addressee: undefined }, () =>
      departures.granted(organisation, event.team_ids),
    );
  });

  app.event('team_access_revoked', ({ event, body, context: bolt }) =>
    take({ key: body.event_id, what: 'access revoked', team: whoseOf(bolt).team, addressee: undefined }, () =>
      departures.withdrawn(event.team_ids, endOf(body.event_time)),
    ),
  );

  app.action<BlockAction>(/^/, ({ ack, action, body, context: bolt }) => {
    const team = body.team?.id ?? body.user.team_id ?? '';
    const context = deskFor(bolt, team, body.user.id);
    const incoming: Incoming = {
      ack: () => ack(),
      at: 'action_ts' in action ? action.action_ts : undefined,
      key: body.trigger_id && `${body.trigger_id} ${action.action_id}`,
      what: 'click',
      team,
      addressee: body.channel && {
        context,
        responseUrl: body.response_url,
        channel: body.channel.id,
        user: body.user.id,
      },
    };
    return take(incoming, () => onAction(context, team, action, body));
  });

  app.shortcut(/^/, ({ ack, shortcut, context: bolt }) => {
    if (shortcut.type !== 'message_action' || shortcut.callback_id !== CHECK) return ack();
    const { channel, user, message, response_url: responseUrl } = shortcut;
    const team = shortcut.team?.id ?? user.team_id ?? '';
    const context = deskFor(bolt, team, user.id);
    const thread = typeof message['thread_ts'] === 'string' ? message['thread_ts'] : undefined;
    const wish: Wish = { team, channel: channel.id, user: user.id, responseUrl, thread, message };
    return take(
      {
        ack: () => ack(),
        key: shortcut.trigger_id,
        what: 'check',
        team,
        addressee: { context, responseUrl, channel: channel.id, user: user.id },
      },
      () => onCheck(context, wish),
    );
  });

  app.view<ViewSubmitAction>(/^/, ({ ack, body, view, context: bolt }) => {
    const team = body.team?.id ?? body.user.team_id ?? '';
    if (view.callback_id === DAILY_FORM) {
      const context = deskFor(bolt, team, body.user.id);
      const submitted = { team, user: body.user.id, form: view };
      return take({ ack: () => ack(), key: view.id, what: 'daily form', team, addressee: undefined }, () =>
        onDailyForm(context, submitted),
      );
    }
    // Nothing of ours sends others; unacknowledged they would show people an error.
    if (view.callback_id !== REPORT) return ack();
    const { reports, allowance } = deskFor(bolt, team, body.user.id);
    const report = reportIn(view);
    if (!report) return ack({ response_action: 'update', view: outdatedView() });
    const verdict = allowance.take({ person: `${team} ${body.user.id}` });
    if (verdict.kind === 'refused') {
      const line = SLACK_WORDS[report.language].tooMany(verdict.waitSeconds);
      return ack({ response_action: 'errors', errors: refusedFields(line) });
    }
    return take(
      {
        ack: () => ack({ response_action: 'update', view: arrivedView(report.language) }),
        key: view.id,
        what: 'report',
        team,
        addressee: undefined,
      },
      () => reports(report),
    );
  });

  app.options(/^/, ({ ack, options, context: bolt }) => {
    if (options.type !== 'block_suggestion' || options.action_id !== ZONE) return ack({ options: [] });
    const team = options.team?.id ?? options.user.team_id ?? '';
    const context = deskFor(bolt, team, options.user.id);
    return ack({ options: zoneOptions(context, options.value, options.view?.private_metadata) });
  });
}

type MessageEvent = KnownEventFromType<'message'>;

/** Somebody's own words: with a file, sent to the channel from a thread, or about themselves, they are words all the same. All else is an edit, a join, a deletion or another bot. */
const SAID: ReadonlySet<string | undefined> = new Set([undefined, 'file_share', 'thread_broadcast', 'me_message']);

function isSaid(event: MessageEvent): event is Extract<MessageEvent, { subtype: undefined }> {
  const { bot_id: bot, user } = event as { bot_id?: string; user?: string };
  return SAID.has(event.subtype) && bot === undefined && user !== undefined;
}

/** Of what concerns a whole organisation Slack names no workspace. */
function whoseOf({ teamId, enterpriseId, isEnterpriseInstall }: BoltContext): Whose {
  const organisation = enterpriseId ?? undefined;
  const isOrganisations = isEnterpriseInstall || (!teamId && organisation !== undefined);
  return { team: teamId ?? organisation ?? '', organisation, isOrganisations };
}

/** Slack tells the second in which something happened; what else happened in it came before. */
function endOf(second: number): Date {
  return new Date((second + 1) * 1_000);
}

function comesAgain(bolt: BoltContext & Partial<Repeated>): boolean {
  return bolt.isRepeated === true;
}

/** The same, with a note before anything is posted. */
function noting(context: Context, saying: () => Promise<void>): Context {
  return { ...context, post: (...given) => saying().then(() => context.post(...given)) };
}

/** In all languages, since nothing is known about whoever reads it. */
const NOT_INSTALLED = [
  'I am not installed in this workspace. An admin can install me from the page where I was found.',
  '我尚未安装到此工作区。管理员可以从应用的安装页面安装。',
  'Я не установлен в этом рабочем пространстве. Администратор может установить меня со страницы приложения.',
].join('\n');

function isAuthorised(bolt: BoltContext & Partial<Authorised>): boolean {
  return bolt.desk !== undefined;
}

/** What somebody asks there is thought about at their own cost. */
function deskFor({ desk }: BoltContext & Partial<Authorised>, team: string, user: string): Context {
  if (!desk) throw new Error('an event came to a listener without its workspace');
  return { ...desk, bot: desk.allowance.botFor(`${team} ${user}`, desk.bot) };
}

function onAction(
  context: Context,
  team: string,
  action: BlockAction['actions'][number],
  body: BlockAction,
): Promise<void> {
  const value =
    action.type === 'static_select' ? action.selected_option?.value : 'value' in action ? action.value : undefined;
  if (body.view && action.action_id === REPORT)
    return openReport(context, { trigger: body.trigger_id, value: String(value) }).then(() => undefined);
  if (body.view) {
    const visit: Visit = { team, user: body.user.id, hash: body.view.hash };
    return action.action_id === CHOOSE_LANGUAGE
      ? onHomeLanguage(context, visit, String(value))
      : onHomeAsk(context, visit, String(value));
  }
  const click = clickOf(team, String(value ?? ''), body);
  if (action.action_id === SHARE) return onShare(context, click);
  if (action.action_id === SET_UP) return onSetUp(context, click, body.trigger_id);
  if (action.action_id === REPORT) return onReport(context, click, body.trigger_id);
  if (action.action_id.startsWith(TURN)) return onAsk(context, { ...click, replaces: true });
  return onAsk(context, action.action_id.startsWith(ASK) ? click : { ...click, value: '' });
}

function clickOf(team: string, value: string, body: BlockAction): Click {
  const container = body.container as {
    message_ts?: string;
    thread_ts?: string;
    is_ephemeral?: boolean;
    channel_id?: string;
  };
  const channel = body.channel?.id ?? container.channel_id ?? '';
  const own = body.message as { thread_ts?: string } | undefined;
  return {
    team,
    channel,
    user: body.user.id,
    userName: (body.user as { name?: string }).name || body.user.username,
    ts: container.message_ts ?? '',
    thread: container.thread_ts ?? own?.thread_ts,
    isEphemeral: container.is_ephemeral === true,
    isDirect: isDirect(channel),
    value,
    responseUrl: body.response_url,
  };
}
