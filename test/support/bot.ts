import { type Bot, createBot } from '../../src/core/bot.ts';
import { createLanguageSettings } from '../../src/core/conversation/language-settings.ts';
import { createMemory } from '../../src/core/conversation/memory.ts';
import { createMemorySubscriptions } from '../../src/core/daily/memory-subscriptions.ts';
import type { Catalogue } from '../../src/data/schema.ts';

/** A bot that knows no day but one, so that its answers can be compared. */
export function botOf(catalogue: Catalogue): Bot {
  return createBot({
    catalogue,
    clock: () => new Date('2024-01-15T12:00:00Z'),
    version: '0.0.0',
    languages: createLanguageSettings(),
    memory: createMemory(() => new Date('2024-01-15T12:00:00Z')),
    subscriptions: createMemorySubscriptions(),
    timeZone: 'Asia/Shanghai',
  });
}
