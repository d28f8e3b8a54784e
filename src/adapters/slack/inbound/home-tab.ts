import type { App, types } from '@slack/bolt';
import type { Answer } from '../../../core/answers/answer.ts';
import type { Query } from '../../../core/bot.ts';
import { LANGUAGE_CHOICES } from '../../../core/commands/commands.ts';
import type { Suggestion } from '../../../core/commands/suggestion.ts';
import { formButton } from '../../../core/daily/form.ts';
import type { Question } from '../../../core/question.ts';
import type { Language } from '../../../data/languages.ts';
import { asError } from '../../shared/as-error.ts';
import type { Control } from '../render/blocks.ts';
import { readButton, writeQuestion } from '../render/button-code.ts';
import { LIMITS } from '../render/limits.ts';
import { type Entry, type Home, homeView, optionsOf } from '../render/views.ts';
import { word } from '../render/words.ts';
import { personPlace } from '../transport/channel.ts';
import { failureOf } from '../transport/failure.ts';
import { type Answered, announce, answer, SET_UP } from './answering.ts';
import type { Take } from './intake.ts';
import { languageFor, type Session, sessionFor } from './session.ts';

/** The person whose Home it is, and the hash of the view that they saw. */
export type Visit = { team: string; user: string; hash: string | undefined };

/** A click, and the channel that it is about, where it is about one. */
type HomeClick = { value: string; channel: string | undefined };

/** Daily posts on the page. */
const MOST_POSTS = 10;

/** Examples on the page. */
const EXAMPLES = 6;

/** Listens to people opening the Home tab, and draws it for them. */
export function listenToHomeTab(app: App, take: Take): void {
  app.event('app_home_opened', ({ event, body, context: bolt }) => {
    if (event.tab !== 'home') return Promise.resolve();
    const visit: Visit = {
      team: body.team_id,
      user: event.user,
      hash: (event.view as { hash?: string } | undefined)?.hash,
    };
    return take(
      { key: body.event_id, what: 'home', at: event.event_ts, team: body.team_id, addressee: undefined },
      () => showHome(sessionFor(bolt, visit.team, visit.user), visit),
    );
  });
}

/** Draws the page, as when it is opened or what it shows has changed. */
export async function showHome(session: Session, visit: Visit): Promise<void> {
  await publish(session, visit, await languageFor(session, visit.team, visit.user));
}

/** Answers a click at the top of the page. What it changes about a channel, the channel is told. */
export async function onHomeAsk(session: Session, visit: Visit, { value, channel }: HomeClick): Promise<void> {
  const { team, user } = visit;
  const language = await languageFor(session, team, user);
  const asking = readButton(value);
  if (!asking) return publish(session, { ...visit, hash: undefined }, language);
  const conversation = `${personPlace(team, user)}:home`;
  const keeper = channel === undefined ? {} : { keeper: session.keeperOf(team, channel, user) };
  const query = { asked: asking.asked, language: asking.language, conversation, ...keeper };
  const answered = await answer(session.bot, { query }, 'everyone');
  // Without the hash, so that the newest click wins even if the page has changed meanwhile.
  await publish(session, { ...visit, hash: undefined }, language, { ...answered, channel });
  if (channel !== undefined) await announce(session, channel, answered.reply);
}

export async function onHomeLanguage(session: Session, visit: Visit, choice: string): Promise<void> {
  const { team, user } = visit;
  const language = LANGUAGE_CHOICES.find((each) => each === choice);
  if (language !== undefined) await session.languages.set(personPlace(team, user), language);
  await publish(session, { ...visit, hash: undefined }, await languageFor(session, team, user));
}

async function publish(
  session: Session,
  { team, user, hash }: Visit,
  language: Language,
  answered?: Answered & { channel: string | undefined },
) {
  const { bot, languages, watchedBy, reads, me, onFailure } = session;
  const say = async (asked: Query['asked']) => (await bot.reply({ asked, language })).message;
  const help = await answer(bot, { query: { asked: { command: 'help', values: [] }, language } }, 'everyone');
  const figures = bot.suggest('', 'figure', language, LIMITS.options);
  const isWatched = new Set(await watchedBy({ platform: 'slack', workspace: team }, user).catch(() => []));
  const view = homeView({
    language,
    title: bot.subject(language).title,
    setting: (await languages.of(personPlace(team, user))) ?? 'auto',
    // Only the lead: the help of the command lists the commands.
    intro: { ...help.message, parts: help.message.parts.slice(0, 1) },
    answer: answered && { message: answered.message, controls: answered.controls, channel: answered.channel },
    posts: await postsOf(session, { team, user }, language),
    today: await say({ question: { kind: 'figure', figures: figureOfDay(figures) } }),
    examples: help.examples.slice(0, EXAMPLES),
    watched: entriesOf(
      figures.filter(({ value }) => isWatched.has(value)),
      language,
      (id) => ({ kind: 'figure', figures: [id] }),
    ),
    topics: entriesOf(bot.suggest('', 'topic', language), language, (id) => ({ kind: 'list', topics: [id] })),
    setUp: { actionId: SET_UP, label: formButton(language), value: language },
    links: [
      linkTo('source', word('allSources', language), language),
      linkTo('bot', word('about', language), language),
    ].flat(),
  });
  try {
    await reads.views.publish({ token: me.token, user_id: user, view, ...(hash === undefined ? {} : { hash }) });
  } catch (error) {
    const failure = failureOf(error);
    // The page was opened twice, and the later one is being drawn already.
    if (failure.kind === 'refused' && failure.code === 'hash_conflict') return;
    onFailure(failure, 'home');
  }
}

/** The daily posts that somebody has set up and not turned off, and how they stand. */
async function postsOf(
  { bot, setUpBy, keeperOf, me, log }: Session,
  { team, user }: Pick<Visit, 'team' | 'user'>,
  language: Language,
): Promise<Home['posts']> {
  try {
    const channels = await setUpBy({ platform: 'slack', workspace: me.team }, user);
    const asked = { question: { kind: 'daily', ask: { kind: 'status' } } } as const;
    const replies = await Promise.all(
      channels.map(async ({ id }) => ({
        channel: id,
        ...(await bot.reply({ asked, language, keeper: keeperOf(team, id, user) })),
      })),
    );
    return replies.filter((reply) => isGoingOn(reply.answer)).slice(0, MOST_POSTS);
  } catch (error) {
    log.warn('slack daily posts of a person could not be read', { error: asError(error) });
    return [];
  }
}

function isGoingOn(answer: Answer): boolean {
  return (
    answer.kind === 'daily' && answer.outcome.kind === 'status' && answer.outcome.subscription.state.kind !== 'off'
  );
}

/** The figures that match what is typed into the search, all of them before anything is; never fails. */
export async function figureOptions(
  session: Session,
  { team, user }: Pick<Visit, 'team' | 'user'>,
  typed: string,
): Promise<types.PlainTextOption[]> {
  const language = await languageFor(session, team, user);
  const found = session.bot.suggest(typed, 'figure', language, LIMITS.options);
  return optionsOf(entriesOf(found, language, (id) => ({ kind: 'figure', figures: [id] })));
}

const A_DAY_MS = 24 * 60 * 60_000;

/** The figure of today, the same for everyone; the days go through all figures. */
function figureOfDay(figures: readonly Suggestion[]): string[] {
  const day = Math.floor(Date.now() / A_DAY_MS);
  return figures
    .slice(day % figures.length)
    .slice(0, 1)
    .map(({ value }) => value);
}

function entriesOf(all: readonly Suggestion[], language: Language, asking: (id: string) => Question): Entry[] {
  return all.flatMap(({ value: id, label }) => {
    const value = writeQuestion(asking(id), language);
    return value === undefined ? [] : [{ label, value }];
  });
}

function linkTo(what: 'source' | 'bot', label: string, language: Language): Control[] {
  const value = writeQuestion({ kind: 'about', what, figures: [] }, language);
  return value === undefined ? [] : [{ actionId: `ask:${what}`, label, value }];
}
