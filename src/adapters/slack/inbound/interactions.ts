// src/adapters/slack/inbound: what people do on Slack, and how each of it is answered.
// Imported by: adapters/slack.

import type { App, BlockAction, SlashCommand, ViewSubmitAction } from '@slack/bolt';
import type { Invocation } from '../../../core/commands/commands.ts';
import { isBareDaily, readCommand } from '../../../core/commands/read-command.ts';
import { ASK, TURN } from '../render/render.ts';
import { typedText } from '../render/text.ts';
import { CHOOSE_LANGUAGE, channelOfAction, FIND_FIGURE } from '../render/views.ts';
import { word } from '../render/words.ts';
import { channelPlace, conversationOf, isDirect, personPlace } from '../transport/channel.ts';
import { announce, answer, DELETE, draw, REPORT, SET_UP, SHARE, tell } from './answering.ts';
import { CHECK, onCheck, type Wish } from './checks.ts';
import { type Click, onAsk, onDelete, onReport, onSetUp, onShare } from './clicks.ts';
import {
  arrivedView,
  DAILY_FORM,
  type OpenForm,
  onDailyForm,
  onFormChange,
  openDailyForm,
  openReport,
  outdatedView,
  refusedFields,
  reportIn,
  ZONE,
  zoneOptions,
} from './forms.ts';
import { figureOptions, onHomeAsk, onHomeLanguage, type Visit } from './home-tab.ts';
import type { Incoming, Take } from './intake.ts';
import { isAuthorised, languageFor, type Session, sessionFor } from './session.ts';

/** Listens to slash commands, clicks, message shortcuts and forms. Each is acknowledged first, and done once. */
export function listenToInteractions(app: App, take: Take): void {
  // The workspace may have given the command another name; only the bot's own command arrives here.
  app.command(/^/, ({ ack, command, context: bolt }) => {
    if (!isAuthorised(bolt)) return ack(NOT_INSTALLED);
    const session = sessionFor(bolt, command.team_id, command.user_id);
    return take(
      {
        ack: () => ack(),
        decline: (line) => ack(line),
        key: command.trigger_id,
        what: 'command',
        team: command.team_id,
        addressee: { session, responseUrl: command.response_url, channel: command.channel_id, user: command.user_id },
      },
      () => onCommand(session, command),
    );
  });

  app.action<BlockAction>(/^/, ({ ack, action, body, context: bolt }) => {
    const team = body.team?.id ?? body.user.team_id ?? '';
    const session = sessionFor(bolt, team, body.user.id);
    const incoming: Incoming = {
      ack: () => ack(),
      at: 'action_ts' in action ? action.action_ts : undefined,
      key: body.trigger_id && `${body.trigger_id} ${action.action_id}`,
      what: 'click',
      team,
      addressee: body.channel && {
        session,
        responseUrl: body.response_url,
        channel: body.channel.id,
        user: body.user.id,
      },
    };
    return take(incoming, () => onAction(session, team, action, body));
  });

  app.shortcut(/^/, ({ ack, shortcut, context: bolt }) => {
    if (shortcut.type !== 'message_action' || shortcut.callback_id !== CHECK) return ack();
    const { channel, user, message, response_url: responseUrl } = shortcut;
    const team = shortcut.team?.id ?? user.team_id ?? '';
    const session = sessionFor(bolt, team, user.id);
    const thread = typeof message['thread_ts'] === 'string' ? message['thread_ts'] : undefined;
    const wish: Wish = { team, channel: channel.id, user: user.id, responseUrl, thread, message };
    return take(
      {
        ack: () => ack(),
        key: shortcut.trigger_id,
        what: 'check',
        team,
        addressee: { session, responseUrl, channel: channel.id, user: user.id },
      },
      () => onCheck(session, wish),
    );
  });

  app.view<ViewSubmitAction>(/^/, ({ ack, body, view, context: bolt }) => {
    const team = body.team?.id ?? body.user.team_id ?? '';
    if (view.callback_id === DAILY_FORM) {
      const session = sessionFor(bolt, team, body.user.id);
      const submitted = { team, user: body.user.id, form: view };
      return take({ ack: () => ack(), key: view.id, what: 'daily form', team, addressee: undefined }, () =>
        onDailyForm(session, submitted),
      );
    }
    // The bot has no other forms. Without an acknowledgement people would see an error.
    if (view.callback_id !== REPORT) return ack();
    const { reports, allowance } = sessionFor(bolt, team, body.user.id);
    const report = reportIn(view);
    if (!report) return ack({ response_action: 'update', view: outdatedView() });
    const verdict = allowance.take({ person: `${team} ${body.user.id}` });
    if (verdict.kind === 'refused') {
      const line = word('tooMany', report.language, { seconds: String(verdict.waitSeconds) });
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

  app.options(/^/, async ({ ack, options, context: bolt }) => {
    if (options.type !== 'block_suggestion') return ack({ options: [] });
    const team = options.team?.id ?? options.user.team_id ?? '';
    const session = sessionFor(bolt, team, options.user.id);
    if (options.action_id === FIND_FIGURE)
      return ack({ options: await figureOptions(session, { team, user: options.user.id }, options.value) });
    if (options.action_id !== ZONE) return ack({ options: [] });
    return ack({ options: zoneOptions(session, options.value, options.view?.private_metadata) });
  });
}

/** In all languages, since the language of the reader is unknown. */
const NOT_INSTALLED = [
  'I am not installed in this workspace. An admin can install me from the page where I was found.',
  '我尚未安装到此工作区。管理员可以从应用的安装页面安装。',
  'Я не установлен в этом рабочем пространстве. Администратор может установить меня со страницы приложения.',
].join('\n');

/** Answers a slash command; only the asker sees the answer. */
async function onCommand(session: Session, command: SlashCommand): Promise<void> {
  const { team_id: team, channel_id: channel, user_id: user, response_url: responseUrl } = command;
  const text = typedText(command.text ?? '', session.me.botUserId);
  if (isBareDaily(text)) {
    const place = { team, channel, user, responseUrl, language: await languageFor(session, team, user) };
    if (await openDailyForm(session, place, command.trigger_id)) return;
  }
  const asked: string | Invocation = text === '' ? { command: 'help', values: [] } : (readCommand(text) ?? text);
  // The language setting belongs to the channel, whatever the person has chosen.
  const isSetting = typeof asked === 'object' && asked.command === 'language';
  const query = {
    asked,
    conversation: conversationOf(team, channel, user),
    place: channelPlace(team, channel),
    ...(isSetting ? {} : { person: personPlace(team, user) }),
    language: () => languageFor(session, team, user),
    keeper: session.keeperOf(team, channel, user),
  };
  const answered = await answer(session.bot, { query, text }, 'asker');
  await tell(session, { responseUrl, channel, user }, draw(answered), 'command');
  await announce(session, channel, answered.reply);
}

function onAction(
  session: Session,
  team: string,
  action: BlockAction['actions'][number],
  body: BlockAction,
): Promise<void> {
  const value =
    action.type === 'static_select' || action.type === 'external_select'
      ? action.selected_option?.value
      : 'value' in action
        ? action.value
        : undefined;
  if (body.view && action.action_id === REPORT)
    return openReport(session, { trigger: body.trigger_id, value: String(value) }).then(() => undefined);
  if (body.view && action.action_id === SET_UP)
    return onHomeSetUp(session, { team, user: body.user.id }, body.trigger_id);
  if (body.view?.callback_id === DAILY_FORM)
    return onFormChange(session, { team, user: body.user.id, form: body.view as OpenForm });
  if (body.view) {
    const visit: Visit = { team, user: body.user.id, hash: body.view.hash };
    return action.action_id === CHOOSE_LANGUAGE
      ? onHomeLanguage(session, visit, String(value))
      : onHomeAsk(session, visit, { value: String(value), channel: channelOfAction(action.action_id) });
  }
  const click = clickOf(team, String(value ?? ''), body);
  if (action.action_id === SHARE) return onShare(session, click);
  if (action.action_id === DELETE) return onDelete(session, click);
  if (action.action_id === SET_UP) return onSetUp(session, click, body.trigger_id);
  if (action.action_id === REPORT) return onReport(session, click, body.trigger_id);
  if (action.action_id.startsWith(TURN)) return onAsk(session, { ...click, replaces: true });
  return onAsk(session, action.action_id.startsWith(ASK) ? click : { ...click, value: '' });
}

/** Opens the form from the Home tab, where it asks for a channel too. */
async function onHomeSetUp(
  session: Session,
  { team, user }: { team: string; user: string },
  trigger: string,
): Promise<void> {
  const language = await languageFor(session, team, user);
  await openDailyForm(session, { team, user, language, responseUrl: undefined }, trigger);
}

function clickOf(team: string, value: string, body: BlockAction): Click {
  const container = body.container as {
    message_ts?: string;
    thread_ts?: string;
    is_ephemeral?: boolean;
    channel_id?: string;
  };
  const channel = body.channel?.id ?? container.channel_id ?? '';
  const own = body.message as { thread_ts?: string; blocks?: unknown } | undefined;
  const owner = carriedBy(DELETE, own?.blocks);
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
    ...(owner === undefined ? {} : { owner }),
  };
}

/** What a button of a message carries, by its action_id. */
function carriedBy(actionId: string, blocks: unknown): string | undefined {
  const rows = (Array.isArray(blocks) ? blocks : []) as { elements?: { action_id?: string; value?: string }[] }[];
  return rows.flatMap(({ elements = [] }) => elements).find((one) => one.action_id === actionId)?.value;
}
