import { createBot, type Query, type Reply } from '../../src/core/bot.ts';
import { readCommand } from '../../src/core/commands/read-command.ts';
import { createLanguageSettings } from '../../src/core/conversation/language-settings.ts';
import { createMemory } from '../../src/core/conversation/memory.ts';
import { createMemorySubscriptions } from '../../src/core/daily/memory-subscriptions.ts';
import type { Channel, Delivery, Permit, Subscription } from '../../src/core/daily/subscription.ts';
import { fullLabel, plainText } from '../../src/core/messages/message.ts';
import type { Keeper, Subscriptions } from '../../src/core/ports.ts';
import { loadCatalogue } from '../../src/data/load.ts';
import type { Language } from '../../src/data/schema.ts';

export const catalogue = await loadCatalogue();
export const CHANNEL: Channel = { platform: 'slack', workspace: 'T1', id: 'C1' };

/** What a person of the channel gets for an answer, and what was kept of it. */
type Heard = Reply & { text: string };

export type DailyChannel = {
  says(text: string, as?: Speaker): Promise<Heard>;
  /** Clicks a button of an answer by its label. */
  clicks(heard: Heard, label: string, as?: Speaker): Promise<Heard>;
  subscription(): Promise<Subscription | undefined>;
  /** When the next post is due, as it was kept last. */
  nextDue(): Date | undefined;
  /** How often something was kept. */
  saves(): number;
  /** How often the platform was asked what the person may do. */
  asks(): number;
  moveTo(now: string): void;
};

type Speaker = { user?: string; language?: Language; permit?: Permit; zone?: string };

/** A channel of a platform with a bot in it, whose clock stands still; 25 November 2026 is a Wednesday. */
export function dailyChannel(
  start: { now?: string; deliveries?: readonly Delivery[]; timeZone?: string } = {},
): DailyChannel {
  let now = new Date(start.now ?? '2026-11-25T10:00:00Z');
  let asks = 0;
  const saved: (Date | undefined)[] = [];
  const kept = createMemorySubscriptions(start.deliveries);
  const subscriptions: Subscriptions = {
    ...kept,
    async save(subscription, nextDue) {
      saved.push(nextDue);
      await kept.save(subscription, nextDue);
    },
  };
  const bot = createBot({
    catalogue,
    clock: () => now,
    version: '0.0.0',
    languages: createLanguageSettings(),
    memory: createMemory(() => now),
    subscriptions,
    timeZone: start.timeZone ?? 'Asia/Shanghai',
  });
  const keeperOf = ({ user = 'U1', permit = { kind: 'granted' }, zone }: Speaker): Keeper => ({
    channel: CHANNEL,
    user,
    zone: async () => zone,
    async permit() {
      asks += 1;
      return permit;
    },
  });
  const ask = async (asked: Query['asked'], as: Speaker = {}): Promise<Heard> => {
    const reply = await bot.reply({
      asked,
      place: 'slack:T1:C1',
      keeper: keeperOf(as),
      language: as.language ?? 'en',
    });
    return { ...reply, text: plainText(reply.message) };
  };
  return {
    says: (text, as) => ask(readCommand(text) ?? text, as),
    clicks(heard, label, as) {
      const button = heard.message.buttons.find((one) => fullLabel(one) === label);
      if (!button) throw new Error(`no button "${label}" under: ${heard.text}`);
      return ask({ question: button.question }, as);
    },
    subscription: () => kept.of(CHANNEL),
    nextDue: () => saved.at(-1),
    saves: () => saved.length,
    asks: () => asks,
    moveTo(moment) {
      now = new Date(moment);
    },
  };
}

/** A delivery of a local day, due at 9 in Shanghai. */
export function delivery(day: string, outcome: Delivery['outcome'], figure = 'key-laboratories'): Delivery {
  return { key: `post ${day}`, day, dueAt: new Date(`${day}T01:00:00Z`), figure, outcome };
}
