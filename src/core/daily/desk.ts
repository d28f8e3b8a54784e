import type { Language } from '../../data/languages.ts';
import type { Catalogue, Figure } from '../../data/schema.ts';
import { usualOf } from '../catalogue/stated.ts';
import { createWatching, isWatchAsk } from '../news/watching.ts';
import type { Clock, Keeper, LanguageSettings, Readers, Subscriptions } from '../ports.ts';
import type { DailyAsk, Wished } from './ask.ts';
import { agendaAt, type Change, type Decision, decide, isChange, stateAt } from './decide.ts';
import type { DailyOutcome } from './outcome.ts';
import { zoneOf } from './reading/zones.ts';
import { type Delivery, placeOf, type Subscription } from './subscription.ts';

/** Where people come with what they ask of their channel's daily post. */
export type Desk = (ask: DailyAsk, visit: { keeper: Keeper; language: Language }) => Promise<DailyOutcome>;

export type DeskParts = {
  catalogue: Catalogue;
  clock: Clock;
  subscriptions: Subscriptions;
  readers: Readers;
  languages: LanguageSettings;
  /** The time zone of channels whose people name none. */
  timeZone: string;
};

/** Posts that the log tells of. */
const POSTS_IN_LOG = 10;

export function createDesk(parts: DeskParts): Desk {
  const { catalogue, clock, subscriptions, readers, languages } = parts;
  const watching = createWatching(parts);

  const decided = async (ask: Change, keeper: Keeper, language: Language): Promise<Decision> => {
    const { channel, user } = keeper;
    const permit = await keeper.permit();
    const [subscription, [last]] = await Promise.all([subscriptions.of(channel), subscriptions.history(channel, 1)]);
    const told = ask.kind === 'on' && !subscription && ask.wish.zone === undefined ? await keeper.zone() : undefined;
    // A platform may know zones that this program's library does not.
    const own = told === undefined ? undefined : zoneOf(told);
    const zone =
      own === undefined
        ? ({ name: parts.timeZone, from: 'default' } as const)
        : ({ name: own, from: 'person' } as const);
    return decide(ask, { now: clock(), channel, user, language, subscription, last, permit, zone });
  };

  const change = async (ask: Change, keeper: Keeper, language: Language): Promise<DailyOutcome> => {
    const { outcome, save } = await decided(ask, keeper, language);
    if (save) await subscriptions.save(save.subscription, save.nextDue);
    return outcome;
  };

  /** What would come of a change, without making it: a question, unless it cannot be made at all. */
  const confirm = async (wished: Wished, keeper: Keeper, language: Language): Promise<DailyOutcome> => {
    const { outcome } = await decided(wished, keeper, language);
    if (outcome.kind !== 'on' && outcome.kind !== 'paused' && outcome.kind !== 'resumed') return outcome;
    const { subscription, agenda } = outcome;
    const isNew = outcome.kind === 'on' ? { isNew: outcome.isNew } : {};
    return { kind: 'confirm', change: wished, subscription, agenda, ...isNew };
  };

  return async (ask, { keeper, language }) => {
    const { channel } = keeper;
    if (isWatchAsk(ask)) return watching(ask, keeper, language);
    if (isChange(ask)) return change(ask, keeper, language);
    if (ask.kind === 'confirm') return confirm(ask.change, keeper, language);
    if (ask.kind === 'unclear') return { kind: 'unclear', unclear: ask.unclear };
    const [subscription, history] = await Promise.all([
      subscriptions.of(channel),
      subscriptions.history(channel, POSTS_IN_LOG),
    ]);
    const spoken = (await languages.of(placeOf(channel))) ?? subscription?.language ?? language;
    if (ask.kind === 'preview') return preview(catalogue, subscription, history, spoken);
    const watched = (await readers.watchedIn(channel)).map(({ figure }) => figure);
    if (!subscription) return { kind: 'nothing', watched };
    if (ask.kind === 'ask-off') return { kind: 'ask-off' };
    if (ask.kind === 'log') return { kind: 'log', deliveries: history, zone: subscription.schedule.zone };
    const [last] = history;
    return {
      kind: 'status',
      subscription: { ...subscription, state: stateAt(clock(), subscription) },
      agenda: agendaAt(clock(), subscription, last),
      language: spoken,
      watched,
      ...(last ? { last } : {}),
    };
  };
}

/** A fact of the topic, if possible one that was not posted lately. */
function preview(
  { figures }: Catalogue,
  subscription: Subscription | undefined,
  history: readonly Delivery[],
  language: Language,
): DailyOutcome {
  const topic = subscription?.schedule.topic;
  const chosen = figures.filter((figure) => topic === undefined || figure.topic === topic);
  const fresh = chosen.find(({ id }) => !history.some(({ figure }) => figure === id));
  // The schema requires at least one figure; a topic may have none any more.
  return { kind: 'preview', stated: usualOf((fresh ?? chosen[0] ?? figures[0]) as Figure), language };
}
