import type { Query } from '../../../core/bot.ts';
import { LANGUAGE_CHOICES } from '../../../core/commands/commands.ts';
import type { Language } from '../../../data/languages.ts';
import { readValue } from '../render/button-code.ts';
import { homeView } from '../render/home-view.ts';
import { failureOf } from '../transport/failure.ts';
import { type Answered, answer } from './answering.ts';
import { type Context, languageFor } from './context.ts';
import { personPlace } from './places.ts';

/** Whose Home it is, and which state of it they saw. */
export type Visit = { team: string; user: string; hash: string | undefined };

/** Examples on the page. */
const EXAMPLES = 6;

export async function onHomeOpened(context: Context, visit: Visit): Promise<void> {
  await publish(context, visit, await languageFor(context, visit.team, visit.user));
}

/** Answers an example at the top of the page, where it is seen at once. */
export async function onHomeAsk(context: Context, visit: Visit, value: string): Promise<void> {
  const { team, user } = visit;
  const language = await languageFor(context, team, user);
  const asking = readValue(value);
  if (!asking) return publish(context, { ...visit, hash: undefined }, language);
  const conversation = `${personPlace(team, user)}:home`;
  const query = { asked: asking.asked, language: asking.language, conversation };
  // The newest click wins: a page that changed meanwhile is no reason to lose the answer.
  await publish(context, { ...visit, hash: undefined }, language, await answer(context.bot, { query }, 'everyone'));
}

export async function onHomeLanguage(context: Context, visit: Visit, choice: string): Promise<void> {
  const { team, user } = visit;
  const language = LANGUAGE_CHOICES.find((each) => each === choice);
  if (language !== undefined) await context.languages.set(personPlace(team, user), language);
  await publish(context, { ...visit, hash: undefined }, await languageFor(context, team, user));
}

async function publish(context: Context, { team, user, hash }: Visit, language: Language, answered?: Answered) {
  const { bot, languages, reads, me, onFailure } = context;
  const say = async (asked: Query['asked']) => (await bot.reply({ asked, language })).message;
  const help = await answer(bot, { query: { asked: { command: 'help', values: [] }, language } }, 'everyone');
  const ids = bot.suggest('', 'topic', language).map(({ value }) => value);
  const topics = await Promise.all(ids.map((id) => say({ question: { kind: 'list', topics: [id] } })));
  const view = homeView({
    language,
    setting: (await languages.of(personPlace(team, user))) ?? 'auto',
    // Lead and remark; the commands are listed in the help of the command itself.
    intro: { ...help.message, parts: help.message.parts.slice(0, 2) },
    examples: help.examples.slice(0, EXAMPLES),
    answer: answered && { message: answered.message, controls: answered.controls },
    topics,
    data: [
      await say({ question: { kind: 'about', what: 'source', figures: [] } }),
      await say({ question: { kind: 'about', what: 'bot', figures: [] } }),
    ],
  });
  try {
    await reads.views.publish({ token: me.token, user_id: user, view, ...(hash === undefined ? {} : { hash }) });
  } catch (error) {
    const failure = failureOf(error);
    // Somebody opened the page twice: the later one is being drawn already.
    if (failure.kind === 'refused' && failure.code === 'hash_conflict') return;
    onFailure(failure, 'home');
  }
}
